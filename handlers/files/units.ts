// The unit a line of a list is about: by full or short name, at or below the unit of whoever sends it.
import type { Ctx, Unit } from '../../bot/context.ts'
import type { Line } from './define.ts'

export type UnitOfLine = (line: Line) => Unit | { readonly why: string }

/** Reads the tree once; lines without a unit are about the root. */
export async function unitFinder(root: Unit, ctx: Ctx): Promise<{ units: readonly Unit[]; of: UnitOfLine }> {
  const units = await ctx.store.units.tree(root.id)
  const found = new Map<string, ReturnType<UnitOfLine>>()
  return {
    units,
    of({ values }) {
      const typed = String(values['unit'] ?? '').replace(/\s+/g, '')
      if (typed === '') return root
      const known = found.get(typed)
      if (known !== undefined) return known
      const unit = unitCalled(typed, root, units, ctx)
      found.set(typed, unit)
      return unit
    },
  }
}

function unitCalled(typed: string, root: Unit, units: readonly Unit[], ctx: Ctx): Unit | { why: string } {
  const exact = units.find((unit) => unit.name === typed)
  if (exact !== undefined) return exact
  const aliased = new Set(ctx.gazetteer.byAlias.get(typed)?.places.map((place) => place.name))
  const named = units.filter((unit) => aliased.has(unit.name))
  const near =
    named.length > 0 ? named : typed.length < 2 ? [] : units.filter((unit) => unit.name.endsWith(typed))
  const [only, ...others] = near
  if (only === undefined)
    return {
      why: `单位读到的是“${typed.slice(0, 30)}”，不是${root.name}或其下级。请写全称，或留空表示${root.name}。`,
    }
  if (others.length === 0) return only
  const names = near.slice(0, 4).map((unit) => unit.name)
  return { why: `“${typed}”可能是${names.join('、')}，请写全称。` }
}
