// Bureaus named without their place, which they take from the sender (县应急局, 市局, 公安局), and those of cities
// outside 晋城.

import type { Sender } from '../form/sender.ts'
import { OUTSIDE_CITY } from '../lexicon/places.ts'
import { departmentAt, departmentName, lineOf, NEEDS_PLACE } from './departments.ts'
import type { UnitSpan } from './units.ts'

/** Which place 市, 县, 区 or 省 means for this sender. */
function relativePlace(word: string, sender: Sender): string | undefined {
  if (word === '省') return '山西省'
  const county = sender.county
  if (word === '市') return county?.endsWith('市') ? county : '晋城市'
  if (word === '区') return county?.endsWith('区') ? county : undefined
  return county
}

/** Nobody goes from the bureau to itself: 调到市局, 市应急局 there is the one above. */
const TO_BUREAU = /(?:[调借抽]调?[到去往至]|去了?|抽)市(?:局|应急(?:管理)?局)$/

/** 市局5月的轮训班,我局报了张三: one goes to a course of the bureau above. */
const SENT_TO = /^市(?:应急(?:管理)?)?局[^,。;]{0,16}(?:班|培训|轮训|考试)/

/** 参加市局培训, written in the bureau of a county-level city, means the bureau above it. */
function placeMeant(word: string, text: string, at: number, sender: Sender): string | undefined {
  const ours = word === '市' && sender.level === 'county' && sender.department?.endsWith('局') === true
  const name = /^市(?:应急(?:管理)?)?局/.exec(text.slice(at))?.[0] ?? ''
  const before = text.slice(0, at)
  const entered = SENT_TO.test(text.slice(at)) && /我[局们]|局里|报名|报(?:了|上)/.test(text)
  const above = /(?:参加|报名)$/.test(before) || TO_BUREAU.test(before + name)
  return ours && (above || entered) ? '晋城市' : relativePlace(word, sender)
}

const RELATIVE = /(省|市|县|区)(?:里的?|委|直)?/y

export function relativeSpan(text: string, at: number, sender: Sender): UnitSpan | undefined {
  RELATIVE.lastIndex = at
  const match = RELATIVE.exec(text)
  const word = match?.[1]
  if (match === null || word === undefined) return undefined
  const place = placeMeant(word, text, at, sender)
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
export function bareSpan(text: string, at: number, sender: Sender): UnitSpan | undefined {
  const found = departmentAt(text, at)
  if (found === undefined) return undefined
  if (NEEDS_PLACE.test(found[0]) && !/(?:[去到至]|关系在|编制在)$/.test(text.slice(0, at))) return undefined
  const place = sender.county ?? (sender.level === 'city' ? '晋城市' : undefined)
  if (place === undefined) return undefined
  return department(text, at, at + found[0].length, place, departmentName(place, found[1]))
}

const OUTSIDE = new RegExp(`(${OUTSIDE_CITY})(?=\\p{Script=Han}{2})`, 'uy')

/** 太原市应急局: a bureau of another city. */
export function outsideSpan(text: string, at: number): UnitSpan | undefined {
  OUTSIDE.lastIndex = at
  const city = OUTSIDE.exec(text)?.[1]
  const found = city === undefined ? undefined : departmentAt(text, at + city.length)
  if (city === undefined || found === undefined) return undefined
  const end = at + city.length + found[0].length
  const name = `${city.replace(/市?$/, '市')}${departmentName('', found[1])}`
  return { start: at, end, text: text.slice(at, end), name, kind: 'department' }
}
