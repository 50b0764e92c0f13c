// Facts of a tip beside its place: kind, industry, how grave, how urgent, with what proof.

import { IMMEDIATE, MAJOR, ONGOING, UNSURE, URGENT } from '../lexicon/danger.ts'
import { EVIDENCE, INDUSTRIES } from '../lexicon/hazard.ts'
import { CONFIDENTIAL, FEAR, HEARSAY, REWARD } from '../lexicon/reporter.ts'
import { CONCEALED, DEATH_OR_INJURY, VIOLATION } from '../lexicon/violation.ts'
import { findDurations } from '../numbers/durations.ts'
import type { Slot, Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { casualtiesIn } from './casualties.ts'
import { blowsWhistle, reporterSlots, reporterTypeOf } from './reporter.ts'
import { deadlineOf, occurredOf } from './time.ts'

/** Whatever the works makes, its dust is watched as dust. */
const DUST = /[铝镁锌木]粉|泄爆|涉爆|粉尘爆/

const CONFINED = /有限空间|清淤|污水[池井]|化粪池|沼气池/

/** The industry: the target's name tells more than the rest of the text. */
export function industryOf(text: string, target: string | undefined): string | undefined {
  if (DUST.test(text)) return 'dustExplosion'
  if (CONFINED.test(text)) return 'confinedSpace'
  const called = target === undefined ? undefined : INDUSTRIES.find(([, pattern]) => pattern.test(target))
  const named = called?.[0] === 'fire' ? undefined : called
  return (named ?? INDUSTRIES.find(([, pattern]) => pattern.test(text)))?.[0]
}

/** Accident kept quiet, a rule broken, or merely a danger. */
export function categoryOf(text: string): string {
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
  const household = /^(?:gas|fire|construction)$/.test(industry ?? '') && !/报警器/.test(text)
  return UNSURE.test(text) && !household ? 'unknown' : undefined
}

const DEATH = /死|亡|遇难|没救过来/

/** A death kept quiet is over; an inspector's finding is urgent only when life is at stake. */
function urgencyOf(text: string, inspection: boolean, deadline: string | undefined): string | undefined {
  if (inspection && deadline !== undefined) return undefined
  if (CONCEALED.test(text) && DEATH.test(text)) return 'high'
  if (IMMEDIATE.test(text)) return 'immediate'
  if (inspection) return undefined
  return (CONCEALED.test(text) && DEATH_OR_INJURY.test(text)) || URGENT.test(text) || MAJOR.test(text)
    ? 'high'
    : undefined
}

const DOCUMENTS =
  /责令限期整改指令书|现场处理措施决定书|整改复查意见书|现场检查记录|行政处罚决定书|责令改正通知书|隐患整改通知书|(?:限期)?整改指令书|整改通知书|停产停业决定书|查封扣押决定书/

/** Dead, injured and trapped of a concealed accident. */
function casualtySlot(text: string): Slot | undefined {
  const { seriouslyInjured, injured, ...rest } = casualtiesIn(text)
  const hurt = injured ?? seriouslyInjured
  const found = { ...rest, ...(hurt === undefined ? {} : { injured: hurt }) }
  return Object.keys(found).length > 0 ? found : undefined
}

const WANTS_REPLY =
  /请回复|(?:要求|希望|请)[^,。;]{0,6}(?:回复|答复|反馈)|回(?:个|我|俺|一?声)*(?:话|信)|给(?:我|个)[^,。;]{0,3}(?:回复|答复|回信|说法)|希望[^,。;]{0,6}(?:回复|答复)|请(?:尽快)?答复|等(?:你们)?(?:回复|答复)/
const PROPOSES_LISTING =
  /挂牌督办|列入[^,。;]{0,14}(?:名单|黑名单|失信)|(?:纳入|列为)[^,。;]{0,8}(?:黑名单|失信)/
const HANDLED =
  /(?:已(?:经)?(?:到现场|现场|当场|立即|全部)?|当场)(?:拦下|拦停|叫停|劝返|劝离|劝(?:回|走)|劝说|劝阻|制止|纠正|处理|责令|当场整改|现场整改|整改|停止|扣押|查封|移交|清理|清走|挪开|搬走|疏通|断电|关停|撤离|暂扣)(?!通知|下发|限期)|当场(?:就)?(?:让|叫|要求|督促|责成|帮|给)[^,。;]{0,8}(?:挪|清|移|搬|拆|关|停|撤|换|改|疏|打开|熄|灭|装|补|盖)(?:开|走|掉|理|了|除|离|正|下|好|空|上|齐)/

/** Flags that are either told or absent. */
function told(text: string): Slots {
  const yes = (pattern: RegExp): true | undefined => (pattern.test(text) ? true : undefined)
  return {
    confidential: yes(CONFIDENTIAL),
    retaliationFear: yes(FEAR),
    wantsReward: yes(REWARD),
    wantsReply: yes(WANTS_REPLY),
    proposeListing: yes(PROPOSES_LISTING),
    credibility: HEARSAY.test(text) ? 'hearsay' : undefined,
    documentType: DOCUMENTS.exec(text)?.[0].replace(/^(?:责令)?(?:限期)?整改指令书$/, '责令限期整改指令书'),
  }
}

/** 昨天10点还在吊 was seen at that hour; whether it goes on nobody knows. */
const clauseWith = (words: string): RegExp => new RegExp(`${words.replace(/[.()+*?]/g, '.')}[^,。;]*`)

/** 一天两千吨, 一个班干十二个小时: how much in a day, no length of time. */
const RATE =
  /一(?:天|个?班|个?月|年)(?:就|要|能|得|才|只|出|产|拉|采|干|跑|挖|核定)*[\d一二两三四五六七八九十百千]+(?:多|来|余)?(?:吨|方|车|趟|个?(?:小时|钟头)|炉|斤|次|回)/g

const lastsFor = (text: string): string | undefined =>
  findDurations(text.replace(/多(?=星期|月|天)|三天两头/g, '').replace(RATE, ''))[0]?.text ??
  /好几(?:天|个?月|年|个?星期)|大半(?:年|个月)|很久|(?<=^|[,。;])这(?:几天|段时间|阵子)/.exec(text)?.[0]

/** What only somebody who is not inspecting tells: that it goes on, for how long, with what proof. */
function witnessed({ text, dates }: Reading): Slots {
  const evidence = EVIDENCE.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
  const now = dates
    .filter(({ time }) => time !== undefined)
    .reduce((rest, seen) => rest.replace(clauseWith(seen.text), ''), text)
  const ongoing = ONGOING.test(now)
  return {
    ongoing: ongoing ? true : undefined,
    durationText: ongoing ? lastsFor(text) : undefined,
    evidence: evidence.length > 0 ? evidence : undefined,
  }
}

/** Slots of one tip except its place and description. */
export function hazardFacts(reading: Reading, target: string | undefined): Slots {
  const { text } = reading
  const reporterType = reporterTypeOf(reading)
  const inspection = reporterType === 'inspection'
  const handled = reading.sender.level !== 'public' && HANDLED.test(text)
  const industry = industryOf(text, target)
  const category = categoryOf(text)
  const concealed = category === 'concealedAccident'
  const graded = !concealed && (!inspection || /重大|一般/.test(text))
  return {
    category,
    reporterType,
    whistleblower: blowsWhistle(reading) ? true : undefined,
    ...reporterSlots(reading),
    industry,
    ...occurredOf(reading, inspection),
    ...(inspection || handled ? {} : witnessed(reading)),
    hazardLevel: graded ? levelOf(text, industry) : undefined,
    urgency: urgencyOf(text, inspection, deadlineOf(reading)),
    ...told(text),
    casualties: concealed ? casualtySlot(reading.plain) : undefined,
    rectifyDeadline: deadlineOf(reading),
    handled: handled ? true : undefined,
  }
}
