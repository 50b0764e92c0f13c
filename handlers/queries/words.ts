// From a question in plain words to the command that answers it, written as one would type it. What the text
// understanding names as a topic is looked up; two questions it does not know are read here.
import type { Ctx, MessageIn } from '../../bot/context.ts'
import type { Parsed } from '../../bot/text/index.ts'
import { unitMentioned } from '../unit-name.ts'
import { clausesIn } from './clause-words.ts'

/** The command for each topic; the unit of the question is put behind it. */
const commandOfTopic: Readonly<Record<string, string>> = {
  trainingDue: '轮训到期',
  certificateExpiry: '证件到期',
  staffingShortage: '缺人',
}
/** Commands that are about no unit. */
const alone: Readonly<Record<string, string>> = {
  myReports: '我的上报',
  drafts: '草稿',
  rewardRule: '举报奖励',
  tipRule: '举报奖励',
  clause: '条款',
}

/** What a question asks for; everything about a unit that has no answer of its own is how the unit stands. */
export function topicWords({ items: [item] }: Parsed): string | undefined {
  if (item?.type !== 'query') return undefined
  const topic = String(item['queryTopic'])
  if (topic === 'caseStatus')
    return typeof item['caseNo'] === 'string' ? `进度 ${item['caseNo']}` : '我的上报'
  const unit = typeof item['unit'] === 'string' ? ` ${item['unit']}` : ''
  return alone[topic] ?? `${commandOfTopic[topic] ?? '达标'}${unit}`
}

const longest = 40
const howComputed = /(?:怎么|如何|咋|怎样)(?:计算|算|统计|得)(?:出来?|来|的|$)?/u
/** What is computed elsewhere: rewards, wages, fines. */
const otherSums = /奖|罚|工资|钱|补贴/u

/** 这个数怎么算的, 郑庄镇的专职人员是怎么算出来的 and the like; read before a clause is quoted. */
export async function howComputedWords({ text }: MessageIn, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || !howComputed.test(text) || otherSums.test(text)) return undefined
  return ['怎么算', ...clausesIn(text), await unitWord(text, ctx)].join(' ')
}

const changed =
  /(?:本|这|上)(?:个)?(?:周|星期|礼拜)[^。；\n]{0,12}(?:变化|变了|变好|变差)|(?:变化|变动)(?:情况)?(?:[?？。]|$)|有(?:什么|哪些|没有|啥)变化/u

/** 本周有什么变化 and the like; asked only when nothing was reported. */
export async function changesWords({ text }: MessageIn, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || !changed.test(text)) return undefined
  return `变化 ${await unitWord(text, ctx)}`
}

async function unitWord(text: string, ctx: Ctx): Promise<string> {
  return (await unitMentioned(text, ctx))?.name ?? ''
}
