/**
 * Findings in words: what is measured, what the document asks, what is missing, what changed. Used by receipts,
 * standing cards, summaries and reminders, so that one finding reads the same everywhere. Names no people.
 */
import { obligationById } from '../../policy/index.ts'
import {
  type Finding,
  type Force,
  type Measure,
  type Quantity,
  type Status,
  tenthsOfPercent,
} from '../../policy/kernel.ts'
import { type Colour, type Md, md, tag } from './md.ts'

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What is counted, for each obligation that has a rule. */
const nouns: Readonly<Record<string, string>> = {
  'A03-3': '有应急管理背景的班子成员',
  'A04-3': '安全工作人员',
  'A05-3': '被挪用挤占的执法编制',
  'A05-4': '专职应急管理机构',
  'A05-5': '专职应急管理人员',
  'A05-7': '明确应急责任人的村（居）',
  'A06-5': '符合专业条件的执法人员',
  'A07-2': '完成入职考试和初任培训的新进人员',
  'A07-3': '3年内完成轮训的人员',
  'A07-4': '轮训满两周的人员',
  'A07-5': '持有效执法证的执法人员',
  'A12-4': '按时办理的举报',
}

/** What stands behind a number of the document or of a unit. */
export const unitWords: Readonly<Record<Quantity, string>> = {
  heads: '人',
  days: '天',
  workingDays: '个工作日',
  weeks: '周',
  months: '个月',
  hours: '学时',
  percent: '%',
  yuan: '元',
  villages: '个村（居）',
  tips: '件',
  organisations: '个',
  date: '',
  choice: '',
}

export const statusWords: Readonly<Record<Status, string>> = {
  met: '达标',
  notMet: '不达标',
  atRisk: '临界',
  noData: '缺数据',
  stale: '过期未报',
  notApplicable: '不适用',
  exempt: '已批准例外',
}

/** 第五条, from an obligation id such as A05-5. */
export function articleName(obligationId: string): string {
  const number = Number(obligationId.slice(1, 3))
  const tens = number > 10 ? `十${numerals[number - 10]}` : numerals[number]
  return `第${tens}条`
}

/** 第五条·专职应急人员不少于3名 */
export function clauseName(obligationId: string): string {
  return `${articleName(obligationId)}·${obligationById(obligationId)?.title ?? obligationId}`
}

/** Red only where a hard duty is broken; every colour says its word. */
export function statusTag(status: Status, force: Force): Md {
  return tag(statusColour(status, force), statusWords[status])
}

/** Green is kept; red a hard duty broken; orange one that holds in principle, or one that is near; grey not known. */
export function statusColour(status: Status, force: Force): Colour {
  if (status === 'met') return 'green'
  if (status === 'notMet') return force === 'must' ? 'red' : 'orange'
  return status === 'atRisk' ? 'orange' : 'grey'
}

/** 专职应急管理人员 2人，至少3人，还差1人 */
export function findingLine(finding: Finding): string {
  const noun = nounOf(finding.obligation)
  if (finding.measured === undefined) return `${noun}：${statusWords[finding.status]}`
  const parts = [`${noun} ${amount(finding.measured)}`, asked(finding), lackLine(finding), doubt(finding)]
  return parts.filter((part) => part !== '').join('，')
}

/** 还差1人; empty when nothing is missing. What is advised above the floor is said as such: 距建议数差1人. */
export function lackLine({ obligation, gap, target, status }: Finding): string {
  if (gap === undefined) return ''
  const lack = `${gap.value}${unitWords[gap.unit]}`
  if (obligation === 'A05-3') return `须归位${lack}`
  if (obligation === 'A12-4') return `${lack}超期`
  const advised = target !== undefined && (status === 'met' || status === 'atRisk')
  return advised ? `距建议的${target.value}${unitWords[target.unit]}差${lack}` : `还差${lack}`
}

/** 专职应急管理人员还差1人: what is missing without what there is. */
export function shortfallLine(finding: Finding): string {
  const lack = lackLine(finding)
  return `${nounOf(finding.obligation)}${lack === '' ? statusWords[finding.status] : lack}`
}

/** 专职应急管理人员 2→3人，达到第五条“至少3人” and the status as a label */
export function changeLine({ before, after }: { before: Finding | undefined; after: Finding }): Md {
  const label = statusTag(after.status, after.force)
  return md`${nounOf(after.obligation)} ${moved(before?.measured, after.measured)}，${verdictOf(before?.status, after)} ${label}`
}

/** One decimal, rounded in integers: 4 of 6 is 66.7%; what falls short of 75% never shows as 75.0%. A dash of nothing. */
export function share(value: number, of: number): string {
  const tenths = tenthsOfPercent(value, of)
  return tenths === null ? '—' : `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function nounOf(obligationId: string): string {
  return nouns[obligationId] ?? clauseName(obligationId)
}

function verdictOf(before: Status | undefined, after: Finding): string {
  const clause = articleName(after.obligation)
  const kept = before === 'met' || before === 'atRisk'
  const words = asked(after)
  const quoted = words === '' ? '' : `“${words}”`
  if (before === 'atRisk' && after.status === 'met') return `不再临界，达到${clause}${quoted}`
  const reached = `${kept ? '仍达到' : '达到'}${clause}${quoted}`
  if (after.status === 'met') return reached
  // What 临界 means stands beside it: above the floor and below what is advised, or a day that is near.
  if (after.status === 'atRisk') return `${reached}，${lackLine(after) || '有期限临近'}`
  if (after.status !== 'notMet') return `${clause}${statusWords[after.status]}`
  const lack = lackLine(after)
  return `${kept ? '降到要求以下：' : '未达到'}${clause}${quoted}${lack === '' ? '' : `，${lack}`}`
}

function moved(before: Measure | undefined, after: Measure | undefined): string {
  if (after === undefined) return '无数据'
  if (before === undefined || amount(before) === amount(after)) return amount(after)
  return after.of === undefined && before.of === undefined
    ? `${before.value}→${amount(after)}`
    : `${amount(before)}→${amount(after)}`
}

/** 3人, or 74/100人（74.0%）. */
function amount({ value, of, unit }: Measure): string {
  const word = unitWords[unit]
  if (of === undefined) return `${value}${word}`
  return of === 0 ? `0/0${word}` : `${value}/${of}${word}（${share(value, of)}）`
}

/** 至少3人; of a share with the percentage it comes from: 至少8人（不低于75%）. */
function asked({ required, obligation, used }: Finding): string {
  if (required === undefined) return ''
  if (obligation === 'A05-3') return '应为0人'
  if (required.unit === 'percent') return `不低于${required.value}%`
  const least = `至少${required.value}${unitWords[required.unit]}`
  if (required.of === undefined) return least
  const percent = used.find((one) => one.unit === 'percent' && one.source === 'document')
  if (percent !== undefined && percent.value !== 100) return `${least}（不低于${percent.value}%）`
  return required.value === required.of ? '应为全部' : least
}

/** Why a figure is no verdict: too old, or too many of whom nobody has said anything. */
function doubt({ status, items }: Finding): string {
  if (status === 'stale') return '数据已过期'
  if (status !== 'noData') return ''
  const unknown = (items ?? []).filter((item) => item.why === 'unknown')
  const [first] = unknown
  if (first === undefined) return '缺数据'
  return `${unknown.length}${first.kind === 'person' ? '人' : unitWords[first.kind === 'village' ? 'villages' : 'tips']}情况未报`
}
