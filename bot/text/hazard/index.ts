// Hazard messages: tips (one per numbered finding), progress on a hazard, self-checks, follow-ups,
// complaints about retaliation or about an officer.

import { ENTERPRISE } from '../lexicon/hazard.ts'
import { readNumber } from '../numbers/numerals.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { documentNoIn } from '../staffing/traits.ts'
import { categoryOf, hazardFacts, industryOf } from './facts.ts'
import { placeSlots, targetOf } from './place.ts'
import { hazardRemarks } from './remarks.ts'
import { deadlineOf } from './time.ts'

const NOISE: readonly RegExp[] = [
  /[,。;]?举报人(?:没|未|不|要求|请求|希望|拒绝)[^,。;]*/g,
  /^(?:今天|昨天|刚才?|上午|下午)?(?:(?:123(?:45|50)|热线|信访)(?:转来|转办|交办|接到?)(?:了)?(?:一?件|线索|的)?|(?:接到?|收到)(?=群众|市民|村民|工人))[:,]?(?:有)?(?:群众|市民|村民|工人)?(?:的)?(?:举报|反映|投诉|来电)?[,:]?(?:反映)?(?=.{4})/g,
  /举报人?(?:的)?(?:信息|身份|姓名|名字|内容)?(?:请|要|务必|一定|必须)+保密/g,
  /(?:(?:我|俺|本人)(?:要求|要|想|来)?)?(?:实名|匿名)?(?:举报|反映|投诉)(?!(?:了|过)*(?:好几|几)[次回遍])(?:一?下|个事儿?|一个问题|个问题|:|,)*/g,
  /(?:我|俺|本人)?(?:就)?(?:不(?:敢|想|愿意?|要|便)|别)留(?:下)?(?:姓?名字?|姓名)了?/g,
  /(?:我)?有(?:视频|照片|录音|图片)(?:为证|作证)?/g,
  /(?:你们)?(?:能不能|能|会|可以)(?:给我)?保密吗?|我(?:要|想)说个[^,。;]{0,6}事儿?/g,
  /\[(?:图片|视频|语音|位置)\]/g,
  /(?:请|求)(?:你们|领导|尽快|有关部门)?(?:管管|处理|回复|答复|查处|核实|来看看|重视)[^,。;]{0,4}/g,
  /(?:(?:我|俺|本人)?(?:要求?|想|选择?))?(?:实名|匿名)(?:举报)?[,。]?/g,
  /(?<=^|[,。;\s])(?:我|俺|本人)?的?(?:联系)?(?:电话|手机|方式)(?:号码?)?(?:是|:)?(?=1[3-9]\d{9})/g,
  /(?:有事|有问题|需要)?(?:请)?(?:打|拨|联系|加)(?:我)?(?:这个)?(?:电话|手机|微信)?(?:号码)?[::]?(?=1[3-9]\d{9})/g,
  /[,。;](?:请|务必|一定|麻烦)?(?:要)?(?:给我|替我|帮我)?(?=[,。;]|$)/g,
  /(?:我(?:叫|是)|本人(?:叫|是)?|联系人:?|姓名:?)(?=[,。;]|$)/g,
  /1[3-9]\d{9}/g,
  /(?:千万)?别(?:说|透露|告诉)[^,。;]{0,8}/g,
]

/** What is left of a clause that only told the place. */
const PLACE_LEFT =
  /^(?:我们?|就|人)?(?:是)?(?:的)?(?:厂|村|小区|家|单位|地点|地址|位置)?(?:就)?(?:位于|在|是)?(?:那个|那边|这里)?[:,。;!?]*$/

/** The facts in the writer's words, without the place, the politeness and what has its own slot. */
export function describe(text: string, place: Slots): string | undefined {
  const name = place['reporterName']
  let plain = typeof name === 'string' ? text.replace(name, '') : text
  for (const pattern of NOISE) plain = plain.replace(pattern, '')
  for (const slot of ['target', 'village', 'township', 'county']) {
    const value = place[slot]
    if (typeof value === 'string') plain = plain.replace(value, '')
  }
  const location = place['location']
  if (typeof location === 'string' && !new RegExp(`[把被将]${location}`).test(plain))
    plain = plain.replace(location, '')
  const clauses = plain.split(/(?<=[,。;!?])/).filter((clause) => !PLACE_LEFT.test(clause))
  const clean = clauses
    .join('')
    .replace(/[,。;、!?\s]+$/g, '')
    .replace(/^[,。;:、!?\s的]+/g, '')
    .replace(/[,。;]{2,}/g, ',')
  return clean.length > 2 && !ONLY_NAMED.test(clean) && !ONLY_WISHED.test(clean) ? clean : undefined
}

/** 有隐患要反映: a wish to tell, and nothing told. */
const ONLY_WISHED =
  /^(?:我们?|俺|想|要|有|来|这里|一?[个条些点处件]|安全|事故|隐患|问题|线索|情况|事儿?|事情|跟|向|给|你们?|说|反映|举报|报|的|下|一下)+$/

/** 我想举报一个煤矿: what it is told of, and nothing that happens there. */
const ONLY_NAMED = new RegExp(
  `^(?:有|是|那|这|某|我们|附近的?|当地的?)*(?:[一几两]?(?:个|家|座|处|些))?(?:小|大)?(?:(?![黑非无私没未偷废])\\p{Script=Han}){0,6}?(?:${ENTERPRISE}|厂子|矿山?|企业|单位|老板|店铺?|店)$`,
  'u',
)

const FINDING =
  /(?:^|[\n:;,。、\s])\s*(?:\d{1,2}[.、)](?!\d)|[一二三四五六七八九十](?:、|是)|\(\d\)|[①②③④⑤⑥⑦⑧⑨])\s*([^\n;]+?)(?=$|[\n;。]|[,、]?\s*(?:\d{1,2}[.、)](?!\d)|\(\d\)|[一二三四五六七八九十]是|[①②③④⑤⑥⑦⑧⑨]))/g

const LISTED =
  /(?:发现|存在)(?:问题|隐患)?:?([^,。;:]{4,}?)(?:等)?([两二三四五六2-6])(?:项|条|处|个)(?:问题|安全|事故)*(?:隐患|问题)/
const ORDERS = /(?:^|[,。;]+)(?:责令|要求|限(?:期|\d)|整改|下达|已|请|应于)[^;]*$/

/** What was found, without what was ordered of it. */
const withoutOrders = (finding: string): string => finding.replace(ORDERS, '').replace(/[,。;]+$/, '')

/** 发现A、B两项隐患, and 发现:A;B without numbers. */
function listedIn(text: string): string[] {
  const listed = LISTED.exec(text)
  const parts = listed?.[1]?.split('、') ?? []
  if (parts.length > 1 && parts.length === readNumber(listed?.[2] ?? '')) return parts
  const after =
    /(?:(?:发现|问题|隐患|查)(?:了|过|情况|结果|出来?|如下)*:|(?:检?查|查看|排查|巡查|跑|走|转|去|看)了?[^,。;:]{0,16}:)([^。\n]+)/.exec(
      text,
    )?.[1] ?? ''
  const clauses = after.split(';').filter((clause) => withoutOrders(clause).length > 3)
  return clauses.length > 1 ? clauses.map((clause) => clause.trim()) : []
}

/** Numbered findings of an inspection; empty when there are fewer than two. */
function findingsIn(text: string): string[] {
  const found = [...text.matchAll(FINDING)].map((match) => match[1] ?? '')
  return found.length > 1 ? found : listedIn(text)
}

/** The question stands beside the reward: 几十箱炮 asks nothing. */
const ASKS_REWARD =
  /(?:多少|有没有|怎么|咋|几|能不能|是不是)[^,。;]{0,8}(?:奖|钱)|(?:可以|能|会|给|有)[^,。;]{0,8}奖(?:励|金|钱)?[^,。;]{0,6}(?:多少|吗|么|不(?=[,。;?]|$)|没有?|呢|怎么|几|咋|\?)|奖(?:励|金)?(?:不|没)(?=[,。;?]|$)|奖(?:励|金|钱)?[^,。;]{0,8}(?:多少|有没有|怎么|咋|几|能不能|吗|呢|\?)/

function rewardQuestion(text: string): Item[] {
  if (!ASKS_REWARD.test(text)) return []
  return [makeItem('query', { queryTopic: 'rewardRule' })]
}

/** 1.张三饭店…2.李四超市…: where no unit was named before the list, each finding may name its own. */
function ownPlace(finding: string, reading: Reading): Slots {
  const { target, location } = placeSlots(readPart(finding, reading))
  if (target === undefined && location === undefined) return {}
  const name = typeof target === 'string' ? target : undefined
  return { target, location, industry: industryOf(finding, name) }
}

function tips(reading: Reading): Item[] {
  const place = placeSlots(reading)
  const target = typeof place['target'] === 'string' ? place['target'] : undefined
  const facts: Slots = { ...hazardFacts(reading, target), ...place, documentNo: documentNoIn(reading.text) }
  const findings = reading.sender.level === 'public' ? [] : findingsIn(reading.text)
  if (findings.length === 0)
    return [makeItem('hazardTip', { ...facts, description: describe(reading.text, facts) })]
  const lead = targetOf(readPart(reading.text.slice(0, reading.text.indexOf(findings[0] ?? '')), reading))
  return findings.map((finding) => {
    const description = withoutOrders(finding)
    return makeItem('hazardTip', {
      ...facts,
      category: categoryOf(description),
      ...(lead === undefined ? ownPlace(description, reading) : {}),
      rectifyDeadline: deadlineOf(readPart(finding, reading)) ?? facts['rectifyDeadline'],
      description,
    })
  })
}

/** All hazard items of the message. */
export function hazardItems(reading: Reading): Item[] {
  const remarks = hazardRemarks(reading)
  return remarks.length > 0 ? remarks : [...tips(reading), ...rewardQuestion(reading.text)]
}
