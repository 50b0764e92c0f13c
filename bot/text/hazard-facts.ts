// Facts of a tip beside its place: who reports and how, how grave, how urgent, when, with what proof.

import { casualtiesIn } from './casualties.ts'
import { findClocks } from './clock.ts'
import { findDurations } from './durations.ts'
import {
  ANONYMOUS,
  CONCEALED,
  CONFIDENTIAL,
  DEATH_OR_INJURY,
  EMPLOYEE,
  EVIDENCE,
  FAMILY,
  FEAR,
  HEARSAY,
  IMMEDIATE,
  INDUSTRIES,
  MAJOR,
  ONGOING,
  REWARD,
  UNSURE,
  URGENT,
  VIOLATION,
} from './lexicon-hazard.ts'
import type { Slot, Slots } from './parsed.ts'
import type { Reading } from './reading.ts'
import { phoneIn } from './staffing-traits.ts'

/** The industry: the target's name tells more than the rest of the text. */
export function industryOf(text: string, target: string | undefined): string | undefined {
  const named = target === undefined ? undefined : INDUSTRIES.find(([, pattern]) => pattern.test(target))
  return (named ?? INDUSTRIES.find(([, pattern]) => pattern.test(text)))?.[0]
}

const INSPECTS =
  /检查(?:时|中|组)?(?:发现|出|了)|检查[^,。;]{2,16}[,:]?发现|排查(?:时|中)?发现|巡查(?:时|中)?发现|责令|执法检查|查出|督查发现|现场检查|复查发现|检查发现/

/** public, employee, employeeFamily, gridMember, villageCadre or inspection. */
export function reporterTypeOf(reading: Reading): string {
  const { text, sender } = reading
  if (FAMILY.test(text) || /家属/.test(sender.role)) return 'employeeFamily'
  if (sender.level === 'public')
    return (EMPLOYEE.test(text) && !/听说|听人/.test(text)) || /员工|工人|职工/.test(sender.role)
      ? 'employee'
      : 'public'
  if (/网格/.test(sender.role)) return 'gridMember'
  if (sender.level === 'village' || /村干部|村(?:主任|支书|委)|社区(?:书记|主任)/.test(sender.role))
    return 'villageCadre'
  if (sender.level === 'enterprise') return 'employee'
  return INSPECTS.test(text) || sender.level !== 'township' || !/群众反映|举报/.test(text)
    ? 'inspection'
    : 'public'
}

function categoryOf(text: string): string {
  if (CONCEALED.test(text) && (DEATH_OR_INJURY.test(text) || /事故|透水|冒顶|爆炸|坍塌|塌方/.test(text)))
    return 'concealedAccident'
  return VIOLATION.test(text) ? 'violation' : 'hazard'
}

function levelOf(text: string, industry: string | undefined): string | undefined {
  if (/一般(?:事故)?隐患/.test(text)) return 'general'
  if (
    MAJOR.test(text) &&
    (industry === 'coalMine' || industry === 'nonCoalMine' || !/报警/.test(text) || /重大/.test(text))
  )
    return 'major'
  return UNSURE.test(text) ? 'unknown' : undefined
}

/** An inspector's finding is urgent only when life is at stake or the hazard is major. */
function urgencyOf(text: string, inspection: boolean): string | undefined {
  if (IMMEDIATE.test(text)) return 'immediate'
  if (inspection) return MAJOR.test(text) ? 'high' : undefined
  const concealed = CONCEALED.test(text) && DEATH_OR_INJURY.test(text)
  return concealed || URGENT.test(text) || MAJOR.test(text) ? 'high' : undefined
}

function occurredOf(reading: Reading, inspection: boolean): Slots {
  const { text, today } = reading
  if (/每天|天天|每晚|每日/.test(text)) return {}
  const date = reading.dates.find(
    ({ kind, start, end }) =>
      kind === 'day' &&
      !/(?:限期?|于|在)$/.test(text.slice(Math.max(0, start - 1), start)) &&
      !/^(?:之?前|以前|内|到期)/.test(text.slice(end)),
  )
  if (date?.from !== undefined)
    return { occurredAt: date.time === undefined ? date.from : `${date.from}T${date.time}` }
  const span = reading.dates.find(({ kind, precision }) => kind === 'range' && precision !== 'year')
  if (span?.from !== undefined && span.to !== undefined && !ONGOING.test(text))
    return { dateRange: [span.from, span.to] }
  const clock = findClocks(text)[0]
  if (clock !== undefined && !ONGOING.test(text)) return { occurredAt: `${today}T${clock.time}` }
  const soon = /(?:^|[,。;])(?:早上|今早|上午|中午|下午|刚才|刚刚|傍晚|刚)/.test(text)
  return (inspection && INSPECTS.test(text)) || soon ? { occurredAt: today } : {}
}

function deadlineOf(reading: Reading): string | undefined {
  const { text } = reading
  const date = reading.dates.find(({ kind, start, end }) => {
    const after = text.slice(end, end + 8)
    const before = text.slice(Math.max(0, start - 5), start)
    return (
      kind === 'day' &&
      (/^(?:之?前|以前|内|底前)?[^,。;]{0,4}(?:整改|完成|改完|到位)|^(?:之?前|以前)/.test(after) ||
        /(?:限期?|期限|责令|整改至|截止|要求)(?:于|在|到|至|:)?$/.test(before))
    )
  })
  if (date?.from !== undefined) return date.from
  const within = reading.dates.find(
    ({ kind, precision, text: words }) => kind === 'range' && precision === 'span' && /内$/.test(words),
  )
  return within?.to
}

const DOCUMENTS =
  /责令限期整改指令书|现场处理措施决定书|整改复查意见书|现场检查记录|行政处罚决定书|责令改正通知书|隐患整改通知书|整改通知书|停产停业决定书|查封扣押决定书/

/** The reporter's own name stands alone between commas or after 我叫. */
function reporterName(reading: Reading): string | undefined {
  const { text, people } = reading
  const alone = people.find(
    ({ kind, start, end }) =>
      kind === 'name' &&
      (/(?:我叫|我是|姓名:?|联系人:?|本人)$/.test(text.slice(0, start)) ||
        (/(?:^|[,。;\s])$/.test(text.slice(0, start)) && /^(?:[,。;\s]|\d|$)/.test(text.slice(end)))),
  )
  return alone?.name
}

function personSlots(reading: Reading, anonymous: boolean): Slots {
  const { text } = reading
  const phone = phoneIn(text)
  const real = /实名|我叫|姓名|联系人/.test(text) || phone !== undefined
  const name = real && !anonymous ? reporterName(reading) : undefined
  const offers = EVIDENCE.some(([, pattern]) => pattern.test(text))
  const named =
    !anonymous && (name !== undefined || /实名/.test(text) || (offers && reading.sender.level === 'public'))
  return { anonymous: anonymous ? true : named ? false : undefined, reporterName: name, reporterPhone: phone }
}

const HANDLED =
  /已(?:经)?(?:当场)?(?:劝返|劝离|制止|处理|责令|当场整改|现场整改|整改|停止|扣押|查封|移交)(?!通知|下发|限期)/

/** Dead, injured and trapped of a concealed accident. */
function casualtySlot(text: string): Slot | undefined {
  const { seriouslyInjured, injured, ...rest } = casualtiesIn(text)
  const hurt = injured ?? seriouslyInjured
  const found = { ...rest, ...(hurt === undefined ? {} : { injured: hurt }) }
  return Object.keys(found).length > 0 ? found : undefined
}

/** Slots of one tip except its place and description. */
export function hazardFacts(reading: Reading, target: string | undefined): Slots {
  const { text } = reading
  const reporterType = reporterTypeOf(reading)
  const inspection = reporterType === 'inspection'
  const inside = reporterType === 'employee' || reporterType === 'employeeFamily'
  const industry = industryOf(text, target)
  const evidence = EVIDENCE.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
  const yes = (pattern: RegExp): true | undefined => (pattern.test(text) ? true : undefined)
  const done = reading.sender.level !== 'public' && HANDLED.test(text)
  const ongoing = inspection || done ? undefined : yes(ONGOING)
  const category = categoryOf(text)
  return {
    category,
    reporterType,
    whistleblower: inside ? true : undefined,
    ...personSlots(reading, ANONYMOUS.test(text)),
    confidential: yes(CONFIDENTIAL),
    industry,
    ...occurredOf(reading, inspection),
    ongoing,
    durationText:
      ongoing === undefined ? undefined : findDurations(text.replace(/多(?=星期|月|天)/g, ''))[0]?.text,
    hazardLevel:
      category === 'concealedAccident'
        ? undefined
        : inspection && !/重大/.test(text)
          ? undefined
          : levelOf(text, industry),
    urgency: urgencyOf(text, inspection),
    evidence: evidence.length > 0 && !inspection ? evidence : undefined,
    retaliationFear: yes(FEAR),
    wantsReward: yes(REWARD),
    wantsReply: yes(
      /请回复|给(?:我|个)[^,。;]{0,3}(?:回复|答复|回信|说法)|希望[^,。;]{0,6}(?:回复|答复)|请(?:尽快)?答复|等(?:你们)?(?:回复|答复)/,
    ),
    proposeListing: yes(/列入[^,。;]{0,14}(?:名单|黑名单|失信)|(?:纳入|列为)[^,。;]{0,8}(?:黑名单|失信)/),
    casualties: category === 'concealedAccident' ? casualtySlot(text) : undefined,
    credibility: HEARSAY.test(text) ? 'hearsay' : undefined,
    rectifyDeadline: deadlineOf(reading),
    documentType: DOCUMENTS.exec(text)?.[0],
    handled: done ? true : undefined,
  }
}
