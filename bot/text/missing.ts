// Which required slots a message left out, in the order of asking (rule table E1b of the corpus).

import { namesHazard } from './hazard/progress.ts'
import { readNumber } from './numbers/numerals.ts'
import type { Intent, Item, Problem, Slot } from './parsed.ts'
import type { Reading } from './reading.ts'

const has = (item: Item, ...slots: readonly string[]): boolean =>
  slots.some((slot) => item[slot] !== undefined)

function ofStaffing(item: Item): string[] {
  const wants: string[] = []
  const dated = has(item, 'effectiveDate') || (item['changeType'] === 'secondExtend' && has(item, 'endDate'))
  if (!has(item, 'person', 'wholeUnit')) wants.push('person')
  if (!has(item, 'changeType')) wants.push('changeType')
  if (!has(item, 'unit')) wants.push('unit')
  if (!dated && !/designate/.test(String(item['changeType']))) wants.push('effectiveDate')
  return wants
}

const BY_NAME = /^(?:rotation|initialQualification|continuing|online|special|specialOperationReview)$/

function datesOfTraining(item: Item): string[] {
  if (has(item, 'startDate', 'examDate'))
    return has(item, 'endDate', 'examDate') || item['status'] !== undefined ? [] : ['endDate']
  if (has(item, 'endDate')) return ['startDate']
  const examOnly = has(item, 'results') && !has(item, 'participants', 'hours', 'days')
  return examOnly ? ['examDate'] : ['startDate', 'endDate']
}

const listLength = (slot: Slot | undefined): number => (Array.isArray(slot) ? slot.length : 0)

/** Whether as many are named, as participants or with results, as the message counts. */
function allNamed(item: Item): boolean {
  const named = Math.max(listLength(item['participants']), listLength(item['results']))
  const count = item['participantCount']
  return named > 0 && (typeof count !== 'number' || named >= count)
}

function ofTraining(item: Item, text: string): string[] {
  const type = String(item['trainingType'])
  const ahead = item['status'] === 'planned' || item['status'] === 'registered'
  if (ahead && has(item, 'startDate')) return []
  const wants = datesOfTraining(item)
  if (!has(item, 'trainingType')) wants.unshift('trainingType')
  else if (/^(?:other|special|leader)$/.test(type) && !has(item, 'topic')) wants.push('topic')
  const named = has(item, 'participantsAll', 'audience') || allNamed(item)
  if (BY_NAME.test(type) && !named) wants.push('participants')
  // 人次 are occurrences: how many people they were is asked where no names are.
  else if (/人次/.test(text) && !named && !has(item, 'participantCount')) wants.push('participantCount')
  return wants
}

/**
 * Beside the record of a course an absence needs no other; 昨天的培训 tells the course by its day, and 缺训 alone
 * speaks of the one in hand.
 */
const tellsWhichCourse = (recorded: boolean, { text, dates }: Reading): boolean =>
  recorded ||
  !/培训|轮训|教育|讲堂|讲座|(?<![缺旷])课|班|学习|考试/.test(text) ||
  dates.some(({ end }) => /^的[^,。;]{0,8}(?:训|讲|教育|课|班)/.test(text.slice(end)))

function ofCertificate(item: Item, text: string): string[] {
  const wants: string[] = []
  if (!has(item, 'person')) wants.push('person')
  const issued =
    /(?:发|拿|办|领|取得|颁发)(?:的|了|证)|取得时间|(?:拿|领|考|评|获)(?:到|上|取|评|得)|办下来|取得(?!了?.{0,8}资格培训)/.test(
      text,
    ) && !/到期|有效期|过期/.test(text)
  if (!has(item, 'expiryDate', 'issueDate')) wants.push(issued ? 'issueDate' : 'expiryDate')
  return wants
}

function asksPhone(item: Item): boolean {
  const worth =
    item['hazardLevel'] === 'major' ||
    item['category'] === 'concealedAccident' ||
    item['wantsReward'] === true
  const quiet = item['anonymous'] === true || item['confidential'] === true || item['urgency'] === 'immediate'
  return worth && !quiet && !has(item, 'reporterPhone') && item['reporterType'] !== 'inspection'
}

function ofTip(item: Item, reading: Reading): string[] {
  const wants: string[] = []
  const found = item['reporterType'] === 'inspection'
  const spotted = has(item, 'location') && item['industry'] !== 'roadTransport'
  const settled = item['handled'] === true
  if (!has(item, 'target') && !spotted && !settled) wants.push('target')
  if (!has(item, 'target', 'location', 'county', 'township', 'village')) wants.push('location')
  else if (!has(item, 'county') && reading.sender.county === undefined) wants.push('county')
  if (!has(item, 'description')) wants.push('description')
  if (asksPhone(item)) wants.push('reporterPhone')
  if (found && !settled && !has(item, 'rectifyDeadline')) wants.push('rectifyDeadline')
  return wants
}

function ofAccident(item: Item): string[] {
  const wants: string[] = []
  if (!has(item, 'unit')) wants.push('unit')
  if (!has(item, 'occurredAt')) wants.push('occurredAt')
  if (!has(item, 'location')) wants.push('location')
  if (!has(item, 'dead', 'seriouslyInjured', 'injured', 'trapped')) wants.push('casualties')
  return wants
}

function ofItem(item: Item, items: readonly Item[], reading: Reading): string[] {
  switch (item.type) {
    case 'staffingChange':
      return ofStaffing(item)
    case 'staffingSnapshot':
      return /名单[^,。;]{0,4}(?:稍后|随后|后续|再|明天|另)/.test(reading.text) ? ['memberList'] : []
    case 'trainingRecord':
      return ofTraining(item, reading.text)
    case 'certificateRecord':
      return ofCertificate(item, reading.text)
    case 'trainingAdjustment':
      return has(item, 'trainingRef') ? [] : ['trainingRef']
    case 'trainingAbsence':
      return tellsWhichCourse(
        items.some(({ type }) => type === 'trainingRecord'),
        reading,
      )
        ? []
        : ['trainingRef']
    case 'hazardTip':
      return ofTip(item, reading)
    case 'hazardProgress':
      return has(item, 'hazardRef') || namesHazard(reading) ? [] : ['hazardRef']
    case 'retaliationComplaint':
      return has(item, 'target') ? [] : ['target']
    case 'accident':
      return ofAccident(item)
    default:
      return []
  }
}

/** 张三等3人: two more have no name. */
function othersOf({ text, people }: Reading): boolean {
  const said = /等(?:同志)?(\d|[两二三四五六七八九])(?:人|名|位)/.exec(text)?.[1]
  return (
    said !== undefined &&
    people.length > 0 &&
    (readNumber(said) ?? 0) > new Set(people.map(({ name }) => name)).size
  )
}

/** 4人:张三、李四 or 张三李四4人: the count is that of the names beside it. */
function countsNames(count: string, { text, people }: Reading): boolean {
  const at = text.indexOf(count)
  const after = /^[^,。;\n\d]{0,8}[:(]/.test(text.slice(at + count.length))
  return after || people.some(({ end }) => end === at)
}

/** Missing slots of all items, each once, in the order of asking. */
export function missingOf(
  intent: Intent,
  items: readonly Item[],
  reading: Reading,
  problems: readonly Problem[],
): string[] {
  if (intent === 'staffing' && items.length === 0) return ['person', 'changeType', 'effectiveDate']
  // 新调入4人 with three names: the fourth is asked.
  const nameless =
    intent === 'staffing' &&
    (othersOf(reading) ||
      problems.some((p) => p.kind === 'countMismatch' && p.said > p.listed && countsNames(p.read, reading)))
  return [
    ...new Set([...(nameless ? ['person'] : []), ...items.flatMap((item) => ofItem(item, items, reading))]),
  ]
}
