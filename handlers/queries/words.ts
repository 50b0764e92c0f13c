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
  export: '导出 举报',
}

/** What a question asks for; everything about a unit that has no answer of its own is how the unit stands. */
export function topicWords({ items: [item] }: Parsed, said: string): string | undefined {
  if (item?.type !== 'query') return undefined
  const topic = String(item['queryTopic'])
  if (topic === 'caseStatus')
    return typeof item['caseNo'] === 'string' ? `进度 ${item['caseNo']}` : '我的上报'
  const unit = typeof item['unit'] === 'string' ? ` ${item['unit']}` : ''
  if (topic === 'person' && typeof item['person'] === 'string') return `查电话 ${item['person']}`
  return alone[topic] ?? `${aboutPeople(topic, said) ?? commandOfTopic[topic] ?? '达标'}${unit}`
}

/** Who, or how many: 都有谁, 人员名单, 谁是站长; 我们镇有几个人. */
function aboutPeople(topic: string, said: string): string | undefined {
  if (topic === 'person' || (topic === 'staffingCount' && /名单|谁|哪些人|姓名/.test(said))) return '名单'
  return topic === 'staffingCount' && /人|在岗/.test(said) ? '人数' : undefined
}

const phoneAsked =
  /^(?:请问|查(?:一下|询)?|帮我查(?:一下)?|我?想?问(?:一下)?)?([\p{Script=Han}·•]{2,6}?)的?(?:联系)?(?:电话|手机|号码|联系方式)(?:号码|号)?(?:是|是多少|多少|是几号|是什么|有没有|呢)?[?？。]?$/u
/** What is no person of the roster: who reported is never told, offices have no telephone here. */
const noPerson = /举报|投诉|线索|匿名|所有|全部|我|你|他|谁|领导|[局办站所队镇乡县市区村厂矿司]$/u

/** 李四电话多少; read before words are taken as the answer to a question of a card. */
export function phoneWords({ text }: MessageIn): string | undefined {
  const name = phoneAsked.exec(text.trim())?.[1]
  return name === undefined || noPerson.test(name) ? undefined : `查电话 ${name}`
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
