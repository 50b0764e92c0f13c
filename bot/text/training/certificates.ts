// Messages about one certificate: issued, running out, renewed.

import { endAfterMonths } from '../dates/calendar.ts'
import type { DateSpan } from '../dates/span.ts'
import { CERTIFICATE_EVENT, CERTIFICATE_TYPES } from '../lexicon/training.ts'
import { readNumber } from '../numbers/numerals.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import { namesIn, type Reading, readPart } from '../reading.ts'
import { rangeSlots } from '../staffing/dates.ts'

const typeOf = (text: string): string | undefined =>
  CERTIFICATE_TYPES.find(([, pattern]) => pattern.test(text))?.[0]

const numberIn = (text: string): string | undefined =>
  /(?:证书?(?:编)?号(?:码)?|编号|号码|证号?)(?:是|为|:)?\s*(\p{Script=Han}?[A-Za-z\d][A-Za-z\d-]{3,30})(?![\d年月.])/u.exec(
    text,
  )?.[1] ?? /(?<![A-Za-z\d])([A-Z]{2,}-?\d[\dA-Z-]{2,})/.exec(text)?.[1]

/** 编号A-1、A-2 for as many people: each one's in the order of the names. */
function numbersFor(names: readonly string[], text: string): readonly string[] {
  const all = [...text.matchAll(/(?<![A-Za-z\d-])[A-Z]{2,}-?\d[\dA-Z-]{2,}/g)].map(([number]) => number)
  const listed = /[A-Z\d][、,和及][A-Z]/.test(text)
  return listed && names.length > 1 && all.length === names.length ? all : []
}

/** What stands behind each name, up to the next one. */
const behindNames = ({ text, people }: Reading): ReadonlyMap<string, string> =>
  new Map(people.map(({ name, end }, index) => [name, text.slice(end, people[index + 1]?.start)]))

/** Number and days told of one of several people; days told of all otherwise. */
function ownSlots(person: string, reading: Reading, behind: ReadonlyMap<string, string>): Slots {
  const words = behind.get(person) ?? ''
  const expiring = /到期|过期/.test(reading.text) && !/发证|颁发|取得|拿|领|发的|有效期/.test(reading.text)
  const own = behind.size > 1 ? dateSlots(readPart(words, reading), expiring) : {}
  const dated = Object.values(own).some((slot) => slot !== undefined) && !/[都均]/.test(words)
  return {
    certificateNo: numberIn(behind.size > 1 ? words : reading.text),
    ...(dated ? own : dateSlots(reading, expiring)),
  }
}

const EXPIRES_BEFORE =
  /(?:有效期[^,。;]{0,3}|到期(?:日|时间)?(?:是|为|:)?|有效至|截止到?|有效期限|延(?:长|期)到)$/
const EXPIRES_AFTER = /^(?:就|要|将|即将)?(?:到期|过期|失效|该换|要换|届满|该年审|要年审|满)/

const expires = (date: DateSpan, text: string): boolean =>
  EXPIRES_BEFORE.test(text.slice(Math.max(0, date.start - 6), date.start)) ||
  EXPIRES_AFTER.test(text.slice(date.end))

/** @param expiring the message speaks of running out alone: its day is the last one */
function dateSlots(reading: Reading, expiring: boolean): Slots {
  const usable = reading.dates.filter(({ kind, from }) => kind !== 'invalid' && from !== undefined)
  const only = usable.length === 1 && expiring
  const expiry = only ? usable[0] : usable.find((date) => expires(date, reading.text))
  const issue = usable.find((date) => date !== expiry && date.kind === 'day')
  const whole = usable.length === 1 && usable[0]?.precision === 'span' ? usable[0] : undefined
  if (whole !== undefined) return { issueDate: whole.from, expiryDate: whole.to }
  if (expiry === undefined) return { issueDate: issue?.from, ...validFor(issue, reading.text) }
  return { issueDate: issue?.from, ...expirySlots(expiry) }
}

/** 有效期5年 counts from the day of issue, its last day included. */
function validFor(issue: DateSpan | undefined, text: string): Slots {
  const match =
    /有效期[^,。;\d]{0,3}?(\d{1,2}|[一二三四五六七八九十])年|(?<!\d)(\d{1,2}|[一二三四五六七八九十])年(?:内)?有效/.exec(
      text,
    )
  const years = match?.[1] ?? match?.[2]
  if (years === undefined || issue?.from === undefined) return {}
  return { expiryDate: endAfterMonths(issue.from, (readNumber(years) ?? 0) * 12) }
}

function expirySlots(expiry: DateSpan | undefined): Slots {
  if (expiry?.from === undefined || expiry.to === undefined) return {}
  return expiry.kind === 'day' ? { expiryDate: expiry.from } : rangeSlots(expiry, 'expiryDateRange')
}

/** 执法证还没办, 暂未取得执法证: what somebody has not got is no certificate to keep. */
export const lacksCertificate = (text: string): boolean =>
  /证(?:件)?(?:都|也|还|尚|暂时?|目前|现在)*(?:没有?|未)(?:办|拿|取|考|领|有|下|到(?!期)|批)?|(?:没有?|未|还没|尚未|暂无|无)(?:取得|拿到|办理?|考取|领到|有)?(?:行政)?执法(?:资格)?证/.test(
    text,
  ) && !/到期|过期|年审|换/.test(text)

/** The certificate must be renewed or reviewed, or is out of date already. */
const RENEWAL =
  /(?<!已|了)换证|(?:要|需|待|该|应)(?:更?换发?|重新?办)|(?:得|要|需|该|应|准备|赶紧|抓紧|尽快)[^,。;]{0,4}(?:更?换|重办|续)(?:个|一?张|本)?(?:新|证|领)?|换新|续(?:期|证|办)|年审|复审|(?:继续|延续|重新)注册|该换|要换|已(?:经)?过期|过期了|失效了/

/** One record per person named with a certificate and something that happened to it. */
export function certificateRecords(reading: Reading): Item[] {
  const { text, sender } = reading
  const certificateType = typeOf(text)
  const training =
    /培训|轮训|学时|补考|成绩|复审\d|参训|没办下来|没考?过|没拿到/.test(text) || lacksCertificate(text)
  if (certificateType === undefined || training || !CERTIFICATE_EVENT.test(text)) return []
  const names = namesIn(reading)
  const renewal =
    RENEWAL.test(text) &&
    !/(?:已|了)(?:换|续|年审|复审)|换(?:好|完|了)|[换续]证完成|(?:年审|复审)(?:已)?(?:过|通过|合格|完)/.test(
      text,
    )
  const slots: Slots = {
    certificateType,
    unit: sender.unit,
    renewalNeeded: renewal ? true : undefined,
  }
  const behind = behindNames(reading)
  if (names.length === 0)
    return [makeItem('certificateRecord', { ...slots, ...ownSlots('', reading, behind) })]
  const numbers = numbersFor(names, text)
  return names.map((person, index) => {
    const own = ownSlots(person, reading, behind)
    const certificateNo = numbers[index] ?? own['certificateNo']
    return makeItem('certificateRecord', { person, ...slots, ...own, certificateNo })
  })
}
