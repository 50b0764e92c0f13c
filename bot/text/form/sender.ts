// Who writes: the sender's unit taken apart into level, county, township and village.
// The sender's place decides what "县局", "我镇" or a shared name means.

import { type Gazetteer, matchPlaceAt } from '../names/gazetteer.ts'
import type { Place } from '../names/places.ts'

/** What the caller knows of the sender; both null for the anonymous public. */
export interface SenderInput {
  readonly unit: string | null
  readonly role: string | null
}

type SenderLevel = 'public' | 'enterprise' | 'village' | 'township' | 'county' | 'city' | 'province'

export interface Sender {
  /** The unit as given: it is canonical already. */
  readonly unit?: string
  readonly role: string
  readonly level: SenderLevel
  readonly county?: string
  /** Short name without the county: 大阳镇. */
  readonly township?: string
  readonly village?: string
  /** The department within county, city or province: 应急管理局. */
  readonly department?: string
}

const ENTERPRISE =
  /(?:公司|煤业|煤矿|矿业|厂|加油站|加气站|集团|批发部|建材|经营部|矿|电厂|超市|酒店|商场|医院|学校|项目部)$/
const VILLAGE = /(?:村|社区|村委会|居委会|村民委员会|居民委员会)$/
const TOWNSHIP = /^(?:(.+?(?:县|市|区)))(.+?(?:镇|乡|街道))(.*)$/

function fromPlace(unit: string, role: string, place: Place, rest: string): Sender {
  const county = place.county
  const base = { unit, role, ...(county === undefined ? {} : { county }) }
  if (place.kind === 'township' || place.kind === 'subdistrict') {
    const township = county === undefined ? place.name : place.name.slice(county.length)
    if (VILLAGE.test(rest)) return { ...base, level: 'village', township, village: rest }
    return { ...base, level: 'township', township }
  }
  const owner = county ?? (place.name.startsWith('晋城市') ? '晋城市' : '')
  const department = unit.startsWith(owner) ? unit.slice(owner.length) : unit
  if (/^山西省|^国家/.test(place.name)) return { ...base, level: 'province', department }
  return { ...base, level: county === undefined ? 'city' : 'county', department }
}

function fromPattern(unit: string, role: string): Sender {
  const town = TOWNSHIP.exec(unit)
  if (town !== null && (town[3] === '' || VILLAGE.test(town[3] ?? ''))) {
    const base = { unit, role, county: town[1] ?? '', township: town[2] ?? '' }
    return town[3] === ''
      ? { ...base, level: 'township' }
      : { ...base, level: 'village', village: town[3] ?? '' }
  }
  const county = /^(.{1,6}?(?:县|市|区))(?=.*(?:局|办|委|部|中心|大队|政府|队)$)/.exec(unit)
  if (county !== null) return { unit, role, level: 'county', county: county[1] ?? '' }
  return { unit, role, level: 'enterprise' }
}

/** Takes the sender's unit apart. Unknown names without a place are enterprises. */
export function readSender(input: SenderInput, gazetteer: Gazetteer): Sender {
  const unit = (input.unit ?? '').trim()
  const role = (input.role ?? '').trim()
  if (unit === '') return { role, level: 'public' }
  const match = matchPlaceAt(unit, 0, gazetteer)
  const place = match?.places[0]
  if (match === undefined || place === undefined || place.kind === 'enterprise')
    return fromPattern(unit, role)
  const rest = unit.slice(match.end)
  if (/^(?:county|city)$/.test(place.kind) && TOWNSHIP.test(unit)) return fromPattern(unit, role)
  if (ENTERPRISE.test(unit) && rest !== '') {
    return {
      unit,
      role,
      level: 'enterprise',
      ...(place.county === undefined ? {} : { county: place.county }),
    }
  }
  return fromPlace(unit, role, place, rest)
}
