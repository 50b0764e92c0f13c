// Township and county names written with other characters of the same sound (北六镇 for 北留镇): found by
// pinyin, but only where a name ends like a unit and no book knows it.

import { pinyin } from 'pinyin-pro'
import type { Gazetteer } from './gazetteer.ts'
import type { Place } from './places.ts'

const indexes = new WeakMap<Gazetteer, ReadonlyMap<string, readonly Place[]>>()

const sound = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join(' ')

/** Names without their county, by sound; made at the first misspelt name and kept. */
function indexOf(gazetteer: Gazetteer): ReadonlyMap<string, readonly Place[]> {
  const known = indexes.get(gazetteer)
  if (known !== undefined) return known
  const index = new Map<string, Place[]>()
  for (const place of gazetteer.byName.values()) {
    if (!/^(?:county|township|subdistrict)$/.test(place.kind)) continue
    const own = place.kind === 'county' ? place.name : place.name.slice(place.county?.length ?? 0)
    const key = sound(own)
    index.set(key, [...(index.get(key) ?? []), place])
  }
  indexes.set(gazetteer, index)
  return index
}

/** Unit-like words that name none: 乡镇, 我镇, 全县. */
const COMMON =
  /(?:乡|城|村|我|本|全|各|该|此|原|某|每|们|集|重|小|建制|中心|邻|外|同|县|市)(?:镇|乡|县|街道)$/
const ENDING = /[\p{Script=Han}]{2,4}(?:镇|乡|街道|县)(?!长|里|政府|委|域|级|城)/gu

export interface Heard {
  readonly start: number
  readonly end: number
  /** The unit that sounds the same; absent when none does. */
  readonly place?: Place
}

/** Names that end like a unit and overlap nothing known, with the unit they sound like. */
export function heardUnits(
  text: string,
  gazetteer: Gazetteer,
  taken: readonly { readonly start: number; readonly end: number }[],
): Heard[] {
  const free = [...text.matchAll(ENDING)].filter(
    ({ 0: name, index }) =>
      !COMMON.test(name) && !taken.some((span) => span.start < index + name.length && index < span.end),
  )
  return free.map(({ 0: words, index }) => heard(words, index, gazetteer))
}

function heard(words: string, at: number, gazetteer: Gazetteer): Heard {
  const end = at + words.length
  for (let skip = 0; words.length - skip > 2; skip += 1) {
    const [place, other] = indexOf(gazetteer).get(sound(words.slice(skip))) ?? []
    if (place !== undefined && other === undefined) return { start: at + skip, end, place }
  }
  return { start: at, end }
}
