/**
 * Findings in words: what is measured, what the document asks, what is missing, what changed. Used by receipts,
 * standing cards, summaries and reminders, so that one finding reads the same everywhere. Names no people.
 */
import { obligationById } from '../../policy/index.ts'
import type { Finding, Force, Measure, Quantity, Status } from '../../policy/kernel.ts'
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

const unitWords: Readonly<Partial<Record<Quantity, string>>> = {
  heads: '人',
  days: '天',
  workingDays: '个工作日',
  months: '个月',
  hours: '学时',
  yuan: '元',
  percent: '%',
}

const statusWords: Readonly<Record<Status, string>> = {
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

/** 第五条·乡镇专业应急管理人员 */
export function clauseName(obligationId: string): string {
  return `${articleName(obligationId)}·${obligationById(obligationId)?.title ?? obligationId}`
}

/** Red only where a hard duty is broken; every colour says its word. */
export function statusTag(status: Status, force: Force): Md {
  return tag(statusColour(status, force), statusWords[status])
}

export function statusColour(status: Status, force: Force): Colour {
  if (status === 'met') return 'green'
  if (status === 'notMet') return force === 'must' ? 'red' : 'orange'
  return status === 'atRisk' || status === 'stale' ? 'orange' : 'grey'
}

/** 专职应急管理人员 2人，至少3人，还差1人 */
export function findingLine(finding: Finding): string {
  const noun = nouns[finding.obligation] ?? clauseName(finding.obligation)
  if (finding.measured === undefined) return `${noun}：${statusWords[finding.status]}`
  const parts = [`${noun} ${amount(finding.measured)}`, asked(finding), lackLine(finding)]
  return parts.filter((part) => part !== '').join('，')
}

/** 还差1人; empty when nothing is missing. */
export function lackLine({ gap, target, status }: Finding): string {
  if (gap === undefined) return ''
  const lack = `差${gap.value}${unitWords[gap.unit] ?? '项'}`
  return status === 'met' || (target !== undefined && status === 'atRisk') ? `距建议数${lack}` : `还${lack}`
}

/** 专职应急管理人员 2→3人，达到第五条“至少3人” */
export function changeLine({ before, after }: { before: Finding | undefined; after: Finding }): Md {
  const noun = nouns[after.obligation] ?? clauseName(after.obligation)
  const colour = statusColour(after.status, after.force)
  const verdict = verdictOf(before?.status, after)
  return md`${noun} ${moved(before?.measured, after.measured)}，${tag(colour, statusWords[after.status])} ${verdict}`
}

function verdictOf(before: Status | undefined, after: Finding): string {
  const clause = articleName(after.obligation)
  const words = asked(after)
  const quoted = words === '' ? '' : `“${words}”`
  if (after.status === 'met' || after.status === 'atRisk')
    return `${before === 'met' ? '仍达到' : '达到'}${clause}${quoted}`
  if (after.status === 'notMet')
    return `${before === 'met' ? '低于' : '未达到'}${clause}${quoted}${lackLine(after) === '' ? '' : `，${lackLine(after)}`}`
  return `${clause}${statusWords[after.status]}`
}

function moved(before: Measure | undefined, after: Measure | undefined): string {
  if (after === undefined) return '无数据'
  if (before === undefined || before.of !== after.of || before.value === after.value) {
    return before === undefined || amount(before) === amount(after)
      ? amount(after)
      : `${amount(before)}→${amount(after)}`
  }
  return after.of === undefined ? `${before.value}→${amount(after)}` : `${amount(before)}→${amount(after)}`
}

/** 3人, or 74人/100人（74.0%）; shares are cut down, never rounded up. */
function amount({ value, of, unit }: Measure): string {
  const word = unitWords[unit] ?? ''
  if (of === undefined) return `${value}${word}`
  return of === 0 ? `0/0${word}` : `${value}/${of}${word}（${share(value, of)}）`
}

/** One decimal, cut down in integers: 746 of 1000 is 74.6%, never 75%. */
export function share(value: number, of: number): string {
  const tenths = Math.floor((value * 1000) / of)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

function asked({ required, obligation }: Finding): string {
  if (required === undefined) return ''
  if (obligation === 'A05-3') return '应为0人'
  if (required.unit === 'percent') return `不低于${required.value}%`
  if (required.of !== undefined)
    return required.value === required.of
      ? '应为全部'
      : `至少${required.value}${unitWords[required.unit] ?? ''}`
  return `至少${required.value}${unitWords[required.unit] ?? ''}`
}
