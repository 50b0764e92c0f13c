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
  const known = unitWith(typed, root, units, ctx)
  const without = placeOf(typed, units)
  // 郑庄镇人民政府 is the township itself, unless there is a unit of that name.
  return 'why' in known && without !== typed ? unitWith(without, root, units, ctx, typed) : known
}

/** Without what governs the place, and the province and city before its full name. */
function placeOf(typed: string, units: readonly Unit[]): string {
  const place = typed.normalize('NFKC').replace(/(?:党委)?(?:人民)?政府$|党委$/u, '')
  const full = units.find(({ name }) => place.endsWith(name))?.name ?? place
  return /^(?:\p{Script=Han}{2,4}省)?(?:\p{Script=Han}{2,4}市)?$/u.test(place.slice(0, -full.length))
    ? full
    : place
}

function unitWith(
  typed: string,
  root: Unit,
  units: readonly Unit[],
  ctx: Ctx,
  read = typed,
): Unit | { why: string } {
  const exact = units.find((unit) => unit.name === typed)
  if (exact !== undefined) return exact
  const aliased = new Set(ctx.gazetteer.byAlias.get(typed)?.places.map((place) => place.name))
  const named = units.filter((unit) => aliased.has(unit.name))
  const near =
    named.length > 0 ? named : typed.length < 2 ? [] : units.filter((unit) => unit.name.endsWith(typed))
  const [only, ...others] = near
  if (only === undefined)
    return {
      why: `单位读到的是“${read.slice(0, 30)}”，不是${root.name}或其下级。请写全称，或留空表示${root.name}。`,
    }
  if (others.length === 0) return only
  const names = near.slice(0, 4).map((unit) => unit.name)
  return { why: `“${typed}”可能是${names.join('、')}，请写全称。` }
}
