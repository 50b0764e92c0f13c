// The people and villages behind a finding, in words. Only for private chats and for those who may read the unit.
import type { Ctx } from '../../bot/context.ts'
import { isLocalDate } from '../../policy/calendar.ts'
import type { Finding, Item, Why } from '../../policy/kernel.ts'

/** What to do something about; tips are never named. */
const whyWords: Readonly<Record<Why, string>> = {
  missing: '没有',
  unknown: '没有报过',
  short: '不够',
  dueSoon: '快到期',
  overdue: '已逾期',
  diverted: '被抽调或另有工作',
  vacant: '空缺',
  unconfirmed: '超期没有确认',
  actedWithout: '无证执法',
  receiptDue: '待答复',
  receiptLate: '答复逾期',
  decisionDue: '待受理',
  decisionLate: '受理逾期',
  closingDue: '待办结',
  closingLate: '办结逾期',
  wasLate: '曾经逾期',
}
const mostNames = 6

/** What people have not, where 没有 alone would not say it. */
const missingWords: Readonly<Record<string, string>> = {
  'A06-5': '不符合条件',
  'A07-2': '没有初任培训合格记录',
  'A07-3': '没有轮训记录',
  'A07-4': '没有轮训记录',
  'A07-5': '没有有效执法证',
}

/** One line per reason: 快到期：张三（3月5日）、李四 等9人. Empty when nobody stands behind the finding. */
export async function namesBehind(finding: Finding, ctx: Ctx): Promise<readonly string[]> {
  const items = (finding.items ?? []).filter(({ kind }) => kind !== 'tip')
  const named = await namesOf(items, ctx)
  const byWhy = new Map<Why, string[]>()
  for (const item of items) {
    const name = named.get(item.id)
    if (name === undefined) continue
    byWhy.set(item.why, [...(byWhy.get(item.why) ?? []), `${name}${dueText(item)}`])
  }
  const missing = missingWords[finding.obligation] ?? whyWords.missing
  return [...byWhy].map(([why, names]) => `${why === 'missing' ? missing : whyWords[why]}：${listed(names)}`)
}

async function namesOf(items: readonly Item[], ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: Item['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id)
  const people = await ctx.store.people.names(idsOf('person'))
  const villages = await ctx.store.units.byIds(idsOf('village'))
  return new Map([...people, ...villages.map(({ id, name }) => [id, name] as const)])
}

function dueText({ dueOn }: Item): string {
  if (dueOn === undefined || !isLocalDate(dueOn)) return ''
  const [year, month, day] = dueOn.split('-').map(Number)
  return `（${year}年${month}月${day}日）`
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join('、')
  return names.length > mostNames ? `${shown} 等${names.length}个` : shown
}
