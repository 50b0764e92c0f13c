// Several reports in one message, parted by full stops or 另外: each part is read by itself.

import type { Intent, Item } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { isNil } from '../records/nil-report.ts'
import { findVerbs } from '../staffing/verbs.ts'
import { topicOf } from '../talk/query-topic.ts'

export interface Part {
  readonly intent: Intent
  readonly items: readonly Item[]
}

const BREAK = /[。;\n]|,(?=另外|此外|另|同时|还有|顺便|对了)/
const KINDS = /^(?:staffing|training|equipment|insurance|hazard|accident)$/

/** A part that stands alone: somebody, a number or a nil report, not a mere word of the kind. */
function solid({ intent, items }: Part): boolean {
  if (items.length === 0 || !KINDS.test(intent)) return false
  if (/^(?:hazard|accident)$/.test(intent)) return items.every(({ type }) => type === 'nilReport')
  if (intent === 'training')
    return items.some(
      (item) =>
        (item['startDate'] ?? item['dateRange']) !== undefined ||
        item.type === 'nilReport' ||
        (item.type === 'certificateRecord' && item['person'] !== undefined),
    )
  return items.every(
    (item) => item.type !== 'staffingChange' || (item['person'] ?? item['count']) !== undefined,
  )
}

/** How one part is read: what it is, and, which costs more, what it says. */
export interface Understanding {
  intentOf(part: Reading): Intent
  itemsOf(part: Reading, intent: Intent): readonly Item[]
}

const asks = (intent: Intent, reading: Reading): boolean =>
  intent === 'query' && topicOf(reading.text) !== undefined

/** 本周人员无变动,3月18日村干部培训32人: nothing of one kind, then a report of another. */
function nilAndMore(text: string): string[] {
  const at = text.indexOf(',')
  const rest = text.slice(at + 1)
  return at > 0 && isNil(text.slice(0, at)) && !isNil(rest) && /\d/.test(rest)
    ? [text.slice(0, at), rest]
    : [text]
}

/** 李四3月15日到岗,王五的执法证4月1日到期: somebody's change, then somebody else's certificate. */
function changeAndCertificate(text: string, { people }: Reading): string[] {
  const at = [...text.matchAll(/,/g)].find(({ index }) => {
    const [left, right] = [text.slice(0, index), text.slice(index + 1)]
    const other = people.find(({ name }) => right.startsWith(name))
    return (
      other !== undefined &&
      !left.includes(other.name) &&
      !left.includes('证') &&
      findVerbs(left).length > 0 &&
      /^[^,。;]{2,8}的?[^,。;]{0,6}证[^,。;]{0,12}(?:到期|发|办|领|拿)/.test(right)
    )
  })?.index
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** The reports of a message with more than one kind, or with a report and a question; undefined for all others. */
export function severalIn(reading: Reading, { intentOf, itemsOf }: Understanding): Part | undefined {
  const texts = reading.text
    .split(BREAK)
    .flatMap(nilAndMore)
    .flatMap((text) => changeAndCertificate(text, reading))
    .filter((text) => text.trim().length > 3)
  if (texts.length < 2 || reading.sender.level === 'public') return undefined
  const told = texts.map((text) => {
    const part = readPart(text.replace(/^(?:另外|此外|同时|还有|顺便|对了)[,:]?/, ''), reading)
    return { part, intent: intentOf(part) }
  })
  const question = told.find(({ intent, part }) => asks(intent, part))
  // Most messages are of one kind: what each part says need not be known for that.
  const kindsTold = new Set(told.flatMap(({ intent }) => (KINDS.test(intent) ? [intent] : [])))
  if (kindsTold.size < 2 && question === undefined) return undefined
  const parts = told.map(({ intent, part }) => ({ intent, part, items: itemsOf(part, intent) }))
  const reports = parts.filter(solid)
  const kinds = new Set(reports.map(({ intent }) => intent))
  const [only] = kinds
  if (kinds.size > 1) return { intent: 'mixed', items: reports.flatMap(({ items }) => items) }
  const asked = parts.find(({ part }) => part === question?.part)
  if (only === undefined || asked === undefined || reports.length + 1 !== parts.length) return undefined
  return { intent: only, items: [...reports.flatMap(({ items }) => items), ...asked.items] }
}
