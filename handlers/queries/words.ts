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
/** The command for a topic when one person is meant. */
const commandOfPerson: Readonly<Record<string, string>> = { trainingDue: '查轮训', person: '查电话' }
/** Commands that are about no unit. */
const alone: Readonly<Record<string, string>> = {
  myReports: '我的上报',
  drafts: '草稿',
  rewardRule: '举报奖励',
  tipRule: '举报奖励',
  gradingRule: '隐患分级',
  clause: '条款',
  export: '导出 举报',
}

/** What a question asks for; everything about a unit that has no answer of its own is how the unit stands. */
export function topicWords(
  { items: [item] }: Parsed,
  said: string,
  own: string | undefined,
): string | undefined {
  if (item?.type !== 'query') return undefined
  const topic = String(item['queryTopic'])
  if (topic === 'caseStatus')
    return typeof item['caseNo'] === 'string' ? `进度 ${item['caseNo']}` : '我的上报'
  const person = personIn(item['person'], said, own)
  if (person !== undefined && commandOfPerson[topic] !== undefined)
    return `${commandOfPerson[topic]} ${person}`
  const unit = typeof item['unit'] === 'string' ? ` ${item['unit']}` : ''
  return alone[topic] ?? `${aboutPeople(topic, said) ?? commandOfTopic[topic] ?? '达标'}${unit}`
}

/** 我什么时候该轮训, and not 我们镇 or 我局. */
const myself = /^(?:请问)?(?:我|本人)(?!们|[镇乡局县市区站办])/u

function personIn(named: unknown, said: string, own: string | undefined): string | undefined {
  if (typeof named === 'string') return named
  return myself.test(said) ? own : undefined
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
const howComputed =
  /(?:怎么|如何|咋|怎样|按什么|按啥|凭什么|依据(?:什么|哪些)|根据(?:什么|哪些))[^。；]{0,8}(?:计算|算|统计|得出?来?|判定|认定)(?:出来?|来|的|$)?|(?:数据?|数字|人|名|%|比例|率|这个|结果)[^，。；]{0,3}(?:是)?(?:怎么|咋|哪里?|哪儿|从哪里?|从哪儿)(?:来)的?|算法|口径|(?:计算|统计)(?:过程|方法|公式|依据|方式)|(?:背后|用到|依据|算进去)[^，。；]{0,4}(?:记录|数据|人)|算(?:进去|在内|上)[^，。；]{0,3}(?:谁|哪)|(?:谁|哪[^，。；]{0,4})算(?:进去|在内|上)|^(?:看(?:一下|看)?|给我)?明细$|(?:这|那)(?:个)?\d+(?:个|名)?人?是(?:谁|哪)|算一下[^，。；]{0,8}(?:比例|率|缺)/u
/** What is computed elsewhere: rewards, wages, fines. */
const otherSums = /奖|罚|工资|钱|补贴|时间|调来|新来/u
const whyNotMet = /(?:凭什么|凭啥|为什么|为啥|怎么)[^。；]{0,8}(?:不达标|不合格|没达标|未达标)/u

/** 这个数怎么算的, 郑庄镇的专职人员是怎么算出来的 and the like; read before a clause is quoted. */
export async function howComputedWords({ text }: MessageIn, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || otherSums.test(text)) return undefined
  if (whyNotMet.test(text)) return `达标 ${await unitWord(text, ctx)}`
  if (!howComputed.test(text)) return undefined
  return ['怎么算', ...clausesIn(text), await unitWord(text, ctx)].join(' ')
}

const lastWeek = '(?:上(?:个)?(?:周|星期|礼拜)|(?:这|近|最近)?一周)'
const change = '(?:变化|变了|变动|变好|变差|不一样|区别|差别|差异|新增|多了|少了|进步|退步|新情况)'
const compared = new RegExp(
  [
    `(?:和|跟|与|同|比|较|对比|相比)[^，。]{0,6}${lastWeek}`,
    `${lastWeek}[^，。]{0,8}(?:相?比|对比|比较|以来|以后|到现在|到今天|至今)`,
    '环比|周报[^，。]{0,4}变',
    `(?:本|这|上)(?:个)?(?:周|星期|礼拜)[^，。]{0,8}(?:${change}[^，。]{0,4}(?:什么|啥|哪些|谁|吗|没|[?？]|$)|(?:什么|啥|谁|哪)[^，。]{0,4}${change}|新的?不达标)`,
    '(?:哪些|哪个|哪几个|哪家|谁|有没有)[^，。]{0,6}(?:变差|变好|退步|进步|下滑|好转|恶化|改善|掉下来|赶上来)',
  ].join('|'),
  'u',
)
/** A day, a figure or a person's move tells a change instead of asking for one. */
const tellsChange =
  /\d|调[到入出]|到岗|离岗|退休|辞职|任命|免去|培训|隐患|举报|一致|(?:无|(?<!有)没有?)[^，。]{0,6}(?:变化|变动|调整|变)(?!.*(?:吗|[?？]))/u

/** 和上周比, 哪些单位变差了 and the like: read before anything is taken for a report. */
export async function comparedWords({ text }: MessageIn, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || !compared.test(text) || tellsChange.test(text)) return undefined
  return `变化 ${await unitWord(text, ctx)}`
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
