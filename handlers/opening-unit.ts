// A message that opens with the name of a township speaks for it: "郑庄镇：张三3月5日退休". What one unit says for
// another must never be stored under the wrong one without a word.
import type { Ctx, Role } from '../bot/context.ts'
import { type Gazetteer, normalise, type Place } from '../bot/text/index.ts'
import { matchPlaceAt } from '../bot/text/names/gazetteer.ts'
import { may } from './access.ts'

/** `refused`: another unit's, by somebody who may not. `unknown`: what reads like a township and is none. */
export type Opening = { refused: string } | { unknown: string } | undefined

type Item = Readonly<Record<string, unknown>>

const before = /^(?:替|代|帮|给|为)?/u
const township = /^\p{Script=Han}{2,4}?(?:镇|乡|街道)(?=[:,、]|\p{Script=Han})/u
/** Words that only look like the name of a township. */
const noName = /^(?:我|本|全|各|该|这|所有|下辖|乡镇|村镇|城镇)/u

/**
 * What stands in the way of taking a message as the sender's own unit's. Units that the items name themselves, such
 * as the one somebody came from, were understood and are left alone.
 *
 * @param own the unit the sender files for
 */
export async function openingOf(
  text: string,
  items: readonly Item[],
  { own, roles, ctx }: { own: string; roles: readonly Role[]; ctx: Ctx },
): Promise<Opening> {
  const understood = new Set(
    items.flatMap((item) => Object.entries(item)).map(([key, value]) => (key === 'unit' ? own : value)),
  )
  const said = normalise(text).replace(before, '')
  const { places, rest } = opening(said, ctx.gazetteer)
  const [place] = places
  if (place !== undefined) {
    if (places.length > 1 || place.name === own || understood.has(place.name)) return undefined
    const unit = await ctx.store.units.byName(place.name)
    if (unit === undefined || (await may(ctx, roles, unit.id))) return undefined
    return {
      refused: `读到的单位是${place.name}，您绑定的是${own}，不能替它上报，没有登记。请由${place.name}的报送员上报，或联系管理员。`,
    }
  }
  const unknown = township.exec(rest)?.[0]
  if (unknown === undefined || noName.test(unknown) || understood.has(unknown)) return undefined
  return { unknown: said.slice(0, said.indexOf(rest)) + unknown }
}

/** The townships a text opens with, by full or short name; else what is left after a county's name. */
function opening(text: string, gazetteer: Gazetteer): { places: readonly Place[]; rest: string } {
  const match = matchPlaceAt(text, 0, gazetteer)
  if (match === undefined) return { places: [], rest: text }
  const townships = match.places.filter(({ kind }) => kind === 'township' || kind === 'subdistrict')
  if (townships.length > 0) return { places: townships, rest: '' }
  const isCounty = match.places.every(({ kind }) => kind === 'county' || kind === 'zone' || kind === 'city')
  return { places: [], rest: isCounty ? text.slice(match.end) : '' }
}
