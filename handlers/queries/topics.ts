// The command that a message means by what the text understanding made of it, written as one would type it.
import type { Item } from '../../bot/text/index.ts'
import type { Said } from '../said.ts'

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

/** Undefined when it means none. */
export async function understoodWords({ message, ctx, parsed }: Said): Promise<string | undefined> {
  const read = await parsed()
  if (read.intent === 'greeting' || read.intent === 'help') return '帮助'
  if (read.intent === 'cancel') return '撤回'
  if (read.intent !== 'query') return undefined
  return topicWords(read.items[0], message.text, ctx.sender?.name)
}

/** The same for a question beside a report. */
export async function besideWords({ message, ctx, parsed }: Said): Promise<string | undefined> {
  const question = (await parsed()).items.find(({ type }) => type === 'query')
  return topicWords(question, message.text, ctx.sender?.name)
}

/** What a question asks for; everything about a unit that has no answer of its own is how the unit stands. */
function topicWords(item: Item | undefined, said: string, own: string | undefined): string | undefined {
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
