// What a message is: a report (and of which kind), a question, a correction, talk, or something to refuse.

import { reportIntent } from './intent-report.ts'
import { OUTSIDE, QUESTION } from './lexicon/talk.ts'
import type { Intent } from './parsed.ts'
import type { Reading } from './reading.ts'
import { isNil, nilIntent } from './records/nil-report.ts'
import { aboutTips } from './talk/about-tips.ts'
import { askedTopic } from './talk/asked.ts'
import { isPromise, talkIntent } from './talk/intent.ts'
import { standard, topicOf } from './talk/query-topic.ts'

const CONCRETE = /厂|矿|煤业|建材|公司|车间|锅炉|电梯|井下|尾矿|工地|加油站|加气站|小区|路|村|镇|乡|车|楼/
/** How a case stands. */
const PROGRESS =
  /处理(?:得|的)?(?:到哪|怎么样|进度)|(?:查|处理|办|弄)(?:得|的)(?:咋样|怎么样|如何|怎样)|(?:举报|处理)结果|什么进度|(?:举报|报)[^,。;]{0,16}(?:有结果|有消息|(?:查|处理|办|解决)了)了?(?:没|吗)|查(?:询|一下)进度|结果[^,。;]{0,4}(?:没有?|了没)$/
/** 我上周举报的那个事,到现在还没人来: a complaint about the answer, whatever is asked beside it. */
const OWN_TIP =
  /(?:(?:我|俺|咱)们?[^,。;]{0,10}|(?:^|[,。;])(?:上次|上周|之前|前几天|前两天|前些天|昨天)[^,。;]{0,4})(?:举报|反映|投诉|报|说|打电话)[^,。;]{0,3}(?:过|了|的)/
const NOBODY_CAME =
  /(?:没|无)(?:有)?(?:一个)?人(?:来|管|查|理|去|处理|过问|联系|看)|有人(?:管|来|查|处理)(?:没|吗|了没)|(?:没|没有|不见)(?:任何)?(?:动静|反应|回音|人影|下文|行动|音讯|消息|结果|后话)/
/** 前几天报的那事没动静: the sender's own tip, told without a word of what it was. */
const awaited = ({ text, people }: Reading): boolean =>
  OWN_TIP.test(text) && NOBODY_CAME.test(text) && people.length === 0
const TIPPED = /举报|反映|投诉/
/** Names of figures with no figure behind them: 全市本月隐患整改率. */
/** 说不准啥时候回 asks nothing, nor does 有这么几个. */
const UNSURE =
  /(?:说|讲|报|举报|反映|投诉|打电话|催|修)(?:了|过)?(?:好几|几)[次回遍](?:了)?|(?:像话|合适|说得过去|还有王法|良心过得去)吗|(?:这么|[这那好]|以下|下面|下列|如下)几(?:个|条|处|点|项|样)|(?:说不准|不知道|不清楚|不确定|没说|没定|还没)[^,。;]{0,4}(?:什么|啥)(?:时候)?/g
const FIGURE =
  /(?:率|情况|排名|名单|统计|总数|汇总|清单)(?:(?:给我?|帮我?)?(?:拉|调|导|查|统计|整理)(?:一下|个|出来)?)?(?:[?。!]?$|,)/

const asksFigure = ({ text, people }: Reading): boolean =>
  FIGURE.test(text) &&
  !/建议|纳入|列入|\d(?:人|名|条|处|家)/.test(text) &&
  people.length === 0 &&
  text.length < 24

/** 举报煤矿有奖励吗 asks before it tells. */
const ABOUT_REWARD = /^(?:请问)?(?:实名|匿名)?举报[^,。;]{0,8}(?:有|给|能|会)[^,。;]{0,4}奖[^,。;]{0,6}$/

/** A tip may hold a question ("能奖多少钱") and stays a tip while it names something. */
function asksAsCitizen({ text, units }: Reading): boolean {
  if (ABOUT_REWARD.test(text) && units.length === 0) return true
  if (OWN_TIP.test(text) && NOBODY_CAME.test(text)) return false
  if (PROGRESS.test(text)) return true
  const unsure = /^(?:我?想?问(?:问|下|一下)|请问|咨询)/.test(text) || units.length === 0
  return unsure && !CONCRETE.test(text)
}

/** 检查某厂:…;… and 问题如下 tell what was found. */
const FINDINGS =
  /(?:问题|隐患|情况|毛病)(?:如下|有(?:这么|以下|下面|如下)几)|(?:检查|查看|巡查|排查)[^,。;:]{0,16}:/

/** 都改完了,麻烦领导来看看 asks nothing but to come. */
const invitesBack = (text: string): boolean =>
  /(?:整改|改|弄|修|换|搞)(?:完|好|了|到位)/.test(text) && !/吗|\?|多少|什么|怎么|谁|哪|没有?$/.test(text)

function isQuestion(reading: Reading, report: Intent | undefined): boolean {
  const { text, sender } = reading
  const wanted = /(?:要求|希望|请)[^,。;]{0,6}(?:回复|答复|反馈|告知|告诉)/.test(text)
  const resultAsked = sender.level === 'public' && PROGRESS.test(text) && !wanted
  if (!QUESTION.test(standard(text).replace(UNSURE, '')) && !asksFigure(reading) && !resultAsked) return false
  if (report === 'accident') return /多少|几起|哪/.test(text)
  if (report === undefined) return !/管不管/.test(text)
  return report !== 'hazard' || asksOfHazard(reading)
}

/** A question beside words of a hazard: the public, and whoever asks for the reward, may tell one all the same. */
function asksOfHazard(reading: Reading): boolean {
  const { text, sender } = reading
  if (FINDINGS.test(text)) return false
  if (sender.level === 'enterprise') return !/宽限|延(?:期|几|\d)|缓|推迟/.test(text) && !invitesBack(text)
  return !(sender.level === 'public' || text.includes('奖')) || asksAsCitizen(reading)
}

const talkOf = (text: string, raw: string): Intent | undefined =>
  talkIntent(text === '' ? raw : text) ?? (text.length < 3 ? talkIntent(raw) : undefined)

/** 给网格员讲了怎么查煤气 tells of a course; it does not ask how. */
const TOLD = /讲了|学了|培训了|来了[\d一二三四五六七八九十]/

/** The public has nothing filed but tips: more words about them are no correction. */
const addsToTip = ({ text, sender }: Reading): boolean =>
  sender.level === 'public' && /^(?:我?再)?补充/.test(text)

/** 我明天请假一天 asks for leave; who is away for long is reported by name, with the kind of leave. */
export const isOwnLeave = ({ text, people }: Reading): boolean =>
  people.length === 0 &&
  /^(?:我|俺|本人)?[^,。;]{0,8}(?:请(?:个|[一两半\d]天|[几\d]个?小时)?[年事病婚产]?假|休[^,。;]{0,4}假)/.test(
    text,
  ) &&
  !/(?:\d|[一二两三四五六七八九十])(?:人|名)|[站队科股所局镇乡]长|主任|书记|[小老]\p{Script=Han}/u.test(text)

/** A question about something the bot keeps, or at least about a unit of the tree. */
const isOurs = ({ text, units }: Reading): boolean =>
  topicOf(text) !== undefined || (units.length > 0 && !OUTSIDE.test(text))

/** What the form of the message tells by itself: talk, nothing to report, a promise. */
function formIntent(reading: Reading, raw: string): Intent | undefined {
  const { text } = reading
  const talk = talkOf(text, raw)
  if (talk !== 'refused' && reading.sender.level !== 'public' && askedTopic(reading) !== undefined)
    return 'query'
  if (talk === 'correction' && addsToTip(reading)) return 'hazard'
  if (talk !== undefined && !(talk === 'help' && TOLD.test(text))) return talk
  if (isNil(text) && reading.people.length === 0 && reading.sender.level !== 'public')
    return nilIntent(reading)
  if (isPromise(reading)) return 'promise'
  return isOwnLeave(reading) ? 'other' : undefined
}

/** 还没有培训 tells of no course. */
const isStillToCome = ({ text, dates, people }: Reading): boolean =>
  /^(?:培训|轮训)?(?:还|尚|暂时?)(?:没有?|未)(?:组织|开展|安排|培训|轮训|搞|办)[^,。;\d]{0,6}$/.test(text) &&
  dates.length === 0 &&
  people.length === 0

function ownTipIntent(reading: Reading): Intent | undefined {
  if (!awaited(reading)) return undefined
  return TIPPED.test(reading.text) ? 'hazard' : 'query'
}

/** A report of some kind, a question, or neither. */
function matterIntent(reading: Reading, raw: string): Intent {
  const report = reportIntent(reading)
  const about = report === 'hazard' ? aboutTips(reading, raw) : undefined
  const own = report === undefined || about !== undefined ? (ownTipIntent(reading) ?? about) : undefined
  if (own !== undefined) return own
  if (report === 'training' && isStillToCome(reading)) return 'other'
  if (!isQuestion(reading, report)) return report ?? 'other'
  return report === undefined && !isOurs(reading) ? 'other' : 'query'
}

/**
 * The intent of a message.
 * @param reading the message read without padding
 * @param raw the normalised message with padding, for greetings and thanks alone
 */
export const intentOf = (reading: Reading, raw: string): Intent =>
  formIntent(reading, raw) ?? matterIntent(reading, raw)
