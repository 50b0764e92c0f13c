// Who stands on the ladder of a unit today: posts with a current holder, found through bindings. Whoever left the post is
// not told, whatever the binding says. Imported by cron/remind.ts.
import type { Ctx, Role, Store, Unit } from '../../bot/context.ts'
import type { Holder, Ladder } from './plan.ts'
import type { Thing } from './things.ts'

type Bound = Awaited<ReturnType<Store['members']['all']>>[number]

/** The ladder of every unit that a thing belongs to, as a function of the thing. */
export async function laddersFor(things: readonly Thing[], ctx: Ctx): Promise<(thing: Thing) => Ladder> {
  const bindings = await currentBindings(ctx)
  const units = await ctx.store.units.byIds([...new Set(things.map((thing) => thing.unitId))])
  const above = new Map<string, readonly Holder[]>()
  const at = holdersAt(bindings)
  for (const unit of units) above.set(unit.id, await levelAbove(unit, at, ctx))
  return (thing) => ({
    0: [...themselves(thing, bindings), ...at(thing.unitId, doers(thing))],
    1: at(thing.unitId, ['leader']),
    2: above.get(thing.unitId) ?? [],
  })
}

/** Tips are for handlers alone; reports are for whoever files for the unit. */
function doers(thing: Thing): readonly Role[] {
  return thing.kind === 'tip' ? ['handler'] : ['handler', 'reporter']
}

function themselves(thing: Thing, bindings: readonly Bound[]): readonly Holder[] {
  if (thing.kind !== 'person') return []
  return bindings.filter((bound) => bound.personId === thing.subjectId).map(holderOf)
}

type HoldersAt = (unitId: string, roles: readonly Role[]) => readonly Holder[]

function holdersAt(bindings: readonly Bound[]): HoldersAt {
  const byUnit = new Map<string, Bound[]>()
  for (const bound of bindings) byUnit.set(bound.unitId, [...(byUnit.get(bound.unitId) ?? []), bound])
  return (unitId, roles) =>
    (byUnit.get(unitId) ?? []).filter((bound) => roles.includes(bound.role)).map(holderOf)
}

/** The emergency bureau of the nearest place above, or that place's leaders; where nobody is, the place above that. */
async function levelAbove(unit: Unit, at: HoldersAt, ctx: Ctx): Promise<readonly Holder[]> {
  const places = await ctx.store.units.upwards(unit.id)
  for (const place of places) {
    if (place.id === unit.id || !['county', 'zone', 'city'].includes(place.kind)) continue
    const departments = await ctx.store.units.children(place.id, ['department'])
    const bureau = departments.find((department) => department.emergencyBureau && department.id !== unit.id)
    const atBureau = bureau === undefined ? [] : at(bureau.id, ['handler', 'leader'])
    const holders = atBureau.length > 0 ? atBureau : at(place.id, ['leader'])
    if (holders.length > 0) return holders
  }
  return []
}

/** Bindings whose person still holds a post at the unit or below it; those of nobody on the roster are believed. */
async function currentBindings(ctx: Ctx): Promise<readonly Bound[]> {
  const roles: readonly Role[] = ['handler', 'reporter', 'leader']
  const current: Bound[] = []
  for (const role of roles) {
    for (const bound of await ctx.store.members.all(role)) {
      if (bound.personId === null || (await isInPost(bound.personId, bound.unitId, ctx))) current.push(bound)
    }
  }
  return current
}

async function isInPost(personId: string, unitId: string, ctx: Ctx): Promise<boolean> {
  const posts = await ctx.store.people.postsOf(personId, ctx.today)
  if (posts.some((post) => post.unitId === unitId)) return true
  const units = await ctx.store.units.byIds(posts.map((post) => post.unitId))
  return units.some((unit) => unit.path.includes(`/${unitId}/`))
}

function holderOf({ id, openId }: Bound): Holder {
  return { bindingId: id, openId }
}
