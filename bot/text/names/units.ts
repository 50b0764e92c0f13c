// Units named in a text, resolved to canonical names: full names, aliases, and relative ones such as
// 县应急局, 市住建局, 省厅 or a bare 公安局, which take their place from the sender.

import type { Sender } from '../form/sender.ts'
import { SURNAMES } from '../lexicon/names.ts'
import { departmentAt, departmentName, lineAt } from './departments.ts'
import { type Gazetteer, matchPlaceAt, type PlaceMatch } from './gazetteer.ts'
import type { Place, UnitKind } from './places.ts'
import { bareSpan, outsideSpan, relativeSpan } from './relative.ts'
import { heardUnits } from './sound.ts'
import type { Stranger } from './unknown.ts'

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

const VILLAGE_AFTER = /((?![的我那这有在是应安驻包])[\p{Script=Han}]{1,4}?(?:村|社区))(?![镇委庄])/uy

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

const SOMEBODY =
  /^的?(\p{Script=Han})(?!村|庄|镇|乡)\p{Script=Han}{1,2}?(?=\d|从|调|到|退|辞|昨|今|明|前|上|本|[,、])/u

/** 西河张三12月1日到岗: at the head of a clause, whose somebody is. */
function isOfSomebody(text: string, { start, end }: PlaceMatch): boolean {
  const surname = SOMEBODY.exec(text.slice(end))?.[1]
  return surname !== undefined && SURNAMES.has(surname) && /(?:^|[,。;\n])$/.test(text.slice(0, start))
}

function bookSpan(text: string, at: number, gazetteer: Gazetteer, sender: Sender): UnitSpan | undefined {
  const match = matchPlaceAt(text, at, gazetteer)
  if (match === undefined) return undefined
  const zone = match.places.some((place) => place.kind === 'zone')
  const told = zone || WEAK_AFTER.test(text.slice(match.end)) || isOfSomebody(text, match)
  if (match.weak && !told) return undefined
  const places = nearest(match, sender)
  const place = places[0]
  if (place === undefined) return undefined
  const town = place.kind === 'township' || place.kind === 'subdistrict'
  return town ? townshipSpan(text, match, place, places) : placeSpan(text, match, places, sender)
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
