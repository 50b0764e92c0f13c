// The book of unit names: every canonical name, alias and natural short form, found quickly in a text.
// Built once from the units of the database or from places.ts beside it.

import { jinchengPlaces, type Place } from './places.ts'

interface Entry {
  readonly alias: string
  readonly places: Place[]
  /** Short forms that are also everyday words or village names ("河北", "十里"): need more around them. */
  readonly weak: boolean
}

/** Opaque to callers: made by makeGazetteer, read by the parser. */
export interface Gazetteer {
  readonly byAlias: ReadonlyMap<string, Entry>
  /** Lengths of the aliases that begin with a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
  readonly byName: ReadonlyMap<string, Place>
}

export interface PlaceMatch {
  readonly places: readonly Place[]
  readonly start: number
  readonly end: number
  readonly weak: boolean
}

const SUFFIX = /(?:镇|乡|街道|县|市|区)$/
const EVERYDAY = new Set(
  '南村 下村 周村 金村 高都 山河 中村 郑村 张村 杨村 原村 马村 河西 河北 西河 平城 附城 土沃 十里 三甲 神农 北城 东城 南城 东街 西街 南街 北街 开发区 崇文 礼义 大阳 建宁 固县'.split(
    ' ',
  ),
)

/** "泽州县巴公镇" is also 巴公镇, 巴公, 泽州巴公镇, 泽州巴公. */
function townshipForms(place: Place): readonly (readonly [string, boolean])[] {
  const county = place.county ?? ''
  const own = place.name.startsWith(county) ? place.name.slice(county.length) : place.name
  const bare = own.replace(SUFFIX, '')
  const shortCounty = county.length > 2 ? county.slice(0, -1) : county
  const office = own.endsWith('街道')
    ? ([
        [`${own}办事处`, false],
        [`${bare}办事处`, false],
      ] as const)
    : []
  return [
    [own, false],
    ...office,
    [`${shortCounty}${own}`, false],
    [`${shortCounty}${bare}`, false],
    [`${county}${bare}`, false],
    [bare, EVERYDAY.has(bare) || bare.length < 2],
  ]
}

function villageForms(place: Place): readonly (readonly [string, boolean])[] {
  const parts = /^(.*?(?:县|市|区))?(.*?(?:镇|乡|街道))?(.+)$/.exec(place.name)
  const own = parts?.[3] ?? place.name
  return [
    [own, true],
    [`${parts?.[2] ?? ''}${own}`, false],
  ]
}

function formsOf(place: Place): readonly (readonly [string, boolean])[] {
  const given = [place.name, ...place.aliases].map((alias) => [alias, alias === '开发区'] as const)
  if (place.kind === 'township' || place.kind === 'subdistrict') return [...given, ...townshipForms(place)]
  if (place.kind === 'village') return [...given, ...villageForms(place)]
  if (place.kind === 'enterprise') {
    const bare = place.name.replace(/(?:有限责任公司|股份有限公司|有限公司|集团公司|公司)$/, '')
    return [...given, [bare, bare.length < 3]]
  }
  return given
}

/**
 * Builds the book. The order of `units` does not matter; a name shared by several units keeps all of them,
 * and the sender's own county decides later.
 */
export function makeGazetteer(units: readonly Place[]): Gazetteer {
  const entries = new Map<string, Entry>()
  for (const place of units) {
    for (const [alias, weak] of formsOf(place)) {
      if (alias.length < 2) continue
      const known = entries.get(alias)
      if (known === undefined) entries.set(alias, { alias, places: [place], weak })
      else if (!known.places.includes(place)) known.places.push(place)
    }
  }
  return {
    byAlias: entries,
    lengths: lengthsOf(entries.keys()),
    byName: new Map(units.map((u) => [u.name, u])),
  }
}

function lengthsOf(aliases: Iterable<string>): Map<string, readonly number[]> {
  const sets = new Map<string, Set<number>>()
  for (const alias of aliases) {
    const first = alias.charAt(0)
    const known = sets.get(first)
    if (known === undefined) sets.set(first, new Set([alias.length]))
    else known.add(alias.length)
  }
  return new Map([...sets].map(([first, set]) => [first, [...set].sort((a, b) => b - a)]))
}

/** The longest name that begins at `at`. */
export function matchPlaceAt(text: string, at: number, gazetteer: Gazetteer): PlaceMatch | undefined {
  for (const length of gazetteer.lengths.get(text.charAt(at)) ?? []) {
    const entry = gazetteer.byAlias.get(text.slice(at, at + length))
    if (entry === undefined) continue
    return { places: entry.places, start: at, end: at + length, weak: entry.weak }
  }
  return undefined
}

/** The book of 晋城市, for use without a database. */
export const jinchengGazetteer: Gazetteer = makeGazetteer(jinchengPlaces)
