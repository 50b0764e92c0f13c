// Where a tip is and who must handle it.
import type { Ctx, Tip, Unit } from '../../bot/context.ts'
import type { Item } from '../reports/define.ts'

export type Route = {
  readonly place: Unit
  readonly handler: Unit | undefined
  readonly sector: string | undefined
}

/** The smallest unit the words name, else the sender's own, else the city; there the regulator of the industry. */
export async function routeOf(item: Item, ctx: Ctx): Promise<Route> {
  const place = (await namedPlace(item, ctx)) ?? (await homePlace(ctx)) ?? (await ctx.store.units.root())
  if (place === undefined) throw new Error('there is no unit to file a tip under')
  const sector = typeof item['industry'] === 'string' ? item['industry'] : undefined
  return { place, sector, handler: await ctx.store.units.regulator(place.id, sector ?? 'other') }
}

async function namedPlace({ county, township }: Item, ctx: Ctx): Promise<Unit | undefined> {
  if (typeof county !== 'string') return undefined
  const full = typeof township === 'string' ? await ctx.store.units.byName(`${county}${township}`) : undefined
  return full ?? ctx.store.units.byName(county)
}

// A department is no place; what it stands below is.
async function homePlace(ctx: Ctx): Promise<Unit | undefined> {
  const own = ctx.sender?.bindings[0]
  if (own === undefined) return undefined
  const upwards = await ctx.store.units.upwards(own.unitId)
  return upwards.find((unit) => unit.kind !== 'department' && unit.kind !== 'enterprise')
}

/** open_ids of who gets the tip: the unit's handlers, else its leaders, else the administrators; it never lies unseen. */
export async function handlersOf({ handlerUnitId }: Pick<Tip, 'handlerUnitId'>, ctx: Ctx): Promise<string[]> {
  for (const role of ['handler', 'leader'] as const) {
    const people = handlerUnitId === null ? [] : await ctx.store.members.holders(handlerUnitId, role)
    if (people.length > 0) return [...new Set(people.map(({ openId }) => openId))]
  }
  return [...new Set((await ctx.store.members.all('admin')).map(({ openId }) => openId))]
}
