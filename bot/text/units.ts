// Units named in a text, resolved to canonical names: full names, aliases, and relative ones such as
// 县应急局, 市住建局, 省厅 or a bare 公安局, which take their place from the sender.

import { type Gazetteer, matchPlaceAt, type PlaceMatch } from './gazetteer.ts'
import { OUTSIDE_CITY } from './lexicon-places.ts'
import type { Place, UnitKind } from './places.ts'
import type { Sender } from './sender.ts'
import { departmentAt, departmentName, lineAt, lineOf, NEEDS_PLACE } from './units-department.ts'
import { heardUnits } from './units-sound.ts'
import type { Stranger } from './units-unknown.ts'

export interface UnitSpan {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Canonical short name. */
  readonly name: string
  readonly kind: UnitKind
  readonly county?: string
  /** 大阳镇 for townships and their villages. */
  readonly township?: string
  readonly village?: string
  /** Several units of that name, none of them near the sender. */
  readonly candidates?: readonly string[]
}

function nearest(match: PlaceMatch, sender: Sender): readonly Place[] {
  if (match.places.length < 2) return match.places
  const own = match.places.filter((place) => place.county !== undefined && place.county === sender.county)
  return own.length > 0 ? own : match.places
}

const VILLAGE_AFTER = /((?![的我那这有在是应安])[\p{Script=Han}]{1,4}?(?:村|社区))(?![镇委庄])/uy

function townshipSpan(text: string, match: PlaceMatch, place: Place, candidates: readonly Place[]): UnitSpan {
  const county = place.county ?? ''
  const township = place.name.slice(county.length)
  VILLAGE_AFTER.lastIndex = match.end
  const village = VILLAGE_AFTER.exec(text)?.[1]
  const end = match.end + (village?.length ?? 0)
  return {
    start: match.start,
    end,
    text: text.slice(match.start, end),
    name: `${place.name}${village ?? ''}`,
    kind: village === undefined ? place.kind : 'village',
    county,
    township,
    ...(village === undefined ? {} : { village }),
    ...(candidates.length > 1 ? { candidates: candidates.map(({ name }) => name) } : {}),
  }
}

/** 泽州应急局: a county's short name followed by a department. */
function placeSpan(text: string, match: PlaceMatch, candidates: readonly Place[], sender: Sender): UnitSpan {
  const place = candidates[0] as Place
  const owner = place.kind === 'county' || place.kind === 'city' || place.kind === 'province'
  const government = owner ? /^(?:人民)?政府(?!办)/.exec(text.slice(match.end)) : null
  const department = owner ? (departmentAt(text, match.end) ?? lineAt(text, match.end, sender)) : undefined
  const end = match.end + (department?.[0].length ?? government?.[0].length ?? 0)
  const name =
    department === undefined ? place.name : `${place.name}${departmentName(place.name, department[1])}`
  return {
    start: match.start,
    end,
    text: text.slice(match.start, end),
    name,
    kind: department === undefined ? place.kind : 'department',
    ...(place.county === undefined ? {} : { county: place.county }),
    ...(candidates.length > 1 ? { candidates: candidates.map((c) => c.name) } : {}),
  }
}

const WEAK_AFTER = /^(?:段|镇|乡|街道|那边|这边|辖区|境内|那里|路段|收费站|应急[站办])/

function bookSpan(text: string, at: number, gazetteer: Gazetteer, sender: Sender): UnitSpan | undefined {
  const match = matchPlaceAt(text, at, gazetteer)
  if (match === undefined) return undefined
  const zone = match.places.some((place) => place.kind === 'zone')
  if (match.weak && !zone && !WEAK_AFTER.test(text.slice(match.end))) return undefined
  const places = nearest(match, sender)
  const place = places[0]
  if (place === undefined) return undefined
  const town = place.kind === 'township' || place.kind === 'subdistrict'
  return town ? townshipSpan(text, match, place, places) : placeSpan(text, match, places, sender)
}

/** Which place 市, 县, 区 or 省 means for this sender. */
function relativePlace(word: string, sender: Sender): string | undefined {
  if (word === '省') return '山西省'
  const county = sender.county
  if (word === '市') return county?.endsWith('市') ? county : '晋城市'
  if (word === '区') return county?.endsWith('区') ? county : undefined
  return county
}

/** 参加市局培训, written in the bureau of a county-level city, means the bureau above it. */
function placeMeant(word: string, before: string, sender: Sender): string | undefined {
  const above = word === '市' && sender.level === 'county' && /(?:参加|报名)$/.test(before)
  return above && sender.department?.endsWith('局') === true ? '晋城市' : relativePlace(word, sender)
}

const RELATIVE = /(省|市|县|区)(?:里的?|委|直)?/y

function relativeSpan(text: string, at: number, sender: Sender): UnitSpan | undefined {
  RELATIVE.lastIndex = at
  const match = RELATIVE.exec(text)
  const word = match?.[1]
  if (match === null || word === undefined) return undefined
  const place = placeMeant(word, text.slice(0, at), sender)
  const plain = departmentAt(text, at + 1)
  const office = /^[县市区]委办(?:公室)?/.exec(text.slice(at))
  if (place === undefined) return undefined
  if (office !== null) return department(text, at, at + office[0].length, place, '委办')
  if (word === '省' && text.startsWith('省厅', at)) return department(text, at, at + 2, place, '应急管理厅')
  if (plain !== undefined) {
    const name = departmentName(place, plain[1]).replace(
      /局$/,
      word === '省' && plain[1] === '应急管理局' ? '厅' : '局',
    )
    return department(text, at, at + 1 + plain[0].length, place, name)
  }
  const committee = departmentAt(text, at + match[0].length)
  if (committee === undefined) return bureau(text, at, place, sender)
  return department(text, at, at + match[0].length + committee[0].length, place, committee[1])
}

/** 市局: the bureau of the sender's own line one level up. */
function bureau(text: string, at: number, place: string, sender: Sender): UnitSpan | undefined {
  if (!/^[省市县区]局(?![长域部])/.test(text.slice(at))) return undefined
  return department(text, at, at + 2, place, lineOf(sender))
}

function department(text: string, start: number, end: number, place: string, name: string): UnitSpan {
  const county = /^(?:山西省|晋城市)$/.test(place) ? {} : { county: place }
  return { start, end, text: text.slice(start, end), name: `${place}${name}`, kind: 'department', ...county }
}

/** A bureau without a place belongs to the sender's county, or to the city for city senders. */
function bareSpan(text: string, at: number, sender: Sender): UnitSpan | undefined {
  const found = departmentAt(text, at)
  if (found === undefined) return undefined
  if (NEEDS_PLACE.test(found[0]) && !/(?:[去到至]|关系在|编制在)$/.test(text.slice(0, at))) return undefined
  const place = sender.county ?? (sender.level === 'city' ? '晋城市' : undefined)
  if (place === undefined) return undefined
  return department(text, at, at + found[0].length, place, departmentName(place, found[1]))
}

const OUTSIDE = new RegExp(`(${OUTSIDE_CITY})(?=\\p{Script=Han}{2})`, 'uy')

/** 太原市应急局: a bureau of another city. */
function outsideSpan(text: string, at: number): UnitSpan | undefined {
  OUTSIDE.lastIndex = at
  const city = OUTSIDE.exec(text)?.[1]
  const found = city === undefined ? undefined : departmentAt(text, at + city.length)
  if (city === undefined || found === undefined) return undefined
  const end = at + city.length + found[0].length
  const name = `${city.replace(/市?$/, '市')}${departmentName('', found[1])}`
  return { start: at, end, text: text.slice(at, end), name, kind: 'department' }
}

/** Units written with other characters of the same sound. */
function misspelt(
  text: string,
  gazetteer: Gazetteer,
  sender: Sender,
  taken: readonly { readonly start: number; readonly end: number }[],
): UnitSpan[] {
  return heardUnits(text, gazetteer, taken).flatMap(({ start, end, place }) => {
    if (place === undefined) return []
    const match = { places: [place], start, end, weak: false }
    return [
      place.kind === 'county'
        ? placeSpan(text, match, [place], sender)
        : townshipSpan(text, match, place, [place]),
    ]
  })
}

function spelled(
  text: string,
  gazetteer: Gazetteer,
  sender: Sender,
  strangers: readonly Stranger[],
): UnitSpan[] {
  const found: UnitSpan[] = []
  let at = 0
  while (at < text.length) {
    const stranger = strangers.find(({ start, end }) => at >= start && at < end)
    if (stranger !== undefined) {
      at = stranger.end
      continue
    }
    const span =
      bookSpan(text, at, gazetteer, sender) ??
      outsideSpan(text, at) ??
      relativeSpan(text, at, sender) ??
      bareSpan(text, at, sender)
    if (span === undefined) at += 1
    else {
      found.push(span)
      at = span.end
    }
  }
  return found
}

/**
 * Every unit of a normalised text, in order.
 * @param strangers names no book knows: what stands in them is no unit of ours (火星县应急局)
 */
export function findUnits(
  text: string,
  gazetteer: Gazetteer,
  sender: Sender,
  strangers: readonly Stranger[] = [],
): UnitSpan[] {
  const found = spelled(text, gazetteer, sender, strangers)
  return [...found, ...misspelt(text, gazetteer, sender, [...found, ...strangers])].sort(
    (a, b) => a.start - b.start,
  )
}
