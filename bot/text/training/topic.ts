// What a course was about: told as such, or the words that stand before 培训.

import { HOLD } from '../lexicon/training.ts'
import type { Reading } from '../reading.ts'
import { platformOf } from './facts.ts'

/** Words before 培训 that only tell its kind. */
const GENERIC =
  /^(?:计划|视频会?|线上|网络|网上|在线|县里|市里|局里|镇里|应急|安全|执法(?:资格|业务)?|的|了|个|一个|一次|本次|这次|此次|[这那上本][期个批]|我[局镇站乡]|全[体县市区员队局站镇乡街厂矿]|参加|组织|举办|搞|开展|集中|年度|季度|第.{1,2}期|[一二两三四五六七八九十\d]+[次期场天]|业务|岗位|岗前|新任|初任|取证|专题|报名|技能|(?<=业务|岗位)知识|素质|能力)*$/

const MODIFIER =
  /([\p{Script=Han}、“”"]{2,24}?)(?:专题)?(?:业务)?(?:(?<!警示教育)培训会?|(?<!执法人员|注安师|工程师)继续教育|专题班|培训班|研修班|学习班|讲座|研讨班|网课|视频课|公开课)/u

/** 专业化能力提升班: named by what it is for. */
const NAMED_CLASS = /([\p{Script=Han}、]{2,24}?(?:提升|强化))(?=班)/u

const HEARERS =
  '(?:领导|党政领导|党政|机关|村(?:居|两委|社区)?|社区)?干部|领导班子成员|分管领导|执法(?:人员|队员|骨干)|工作人员|网格(?:员|长)|安全(?:管理人员|员)|(?:企业)?(?:主要)?负责人|从业人员|干部职工|员工|职工|系统'
/** What may stand before the topic: whose course it is, who hears it, how it is held. */
const BEFORE_TOPIC = new RegExp(
  `^(?:全(?:[市县区体镇乡局站矿厂村]|街道)|各[县乡村镇](?:镇|区)?|[省市县区]局|我[局镇站乡]|年度|新任|基层|乡镇|视频|网络|线上|集中|报名|安全(?!生产|监管|教育)|[县市局镇]里|${HEARERS})(?=.{2,})|^[一二两三四五\\d]+天`,
)

/** Who holds it and that it is held, up to the topic. */
const HELD = new RegExp(`^.*(?:${HOLD}|参加|搞|进行|完成|了|的|党校|大学|学院)(?:了|个|一次|一期)?`)

/** The topic alone; undefined when the words told only a kind of course or who heard it. */
function cleaned(words: string): string | undefined {
  let topic = words.replace(HELD, '')
  topic = topic.replace(/^.*(?:领导干部|党政干部|负责人|系统)(?=.{2,})/, '')
  while (BEFORE_TOPIC.test(topic)) topic = topic.replace(BEFORE_TOPIC, '')
  topic = topic.replace(/(?:专题|业务|技能)$/, '').replace(/["“”]/g, '')
  const heard = new RegExp(`(?:${HEARERS}|人员|队员|(?:应急|安全|信息|联络|协管)?(?:管理)?员)$`).exec(topic)
  const bare = heard === null ? topic : topic.slice(0, heard.index)
  if (/^(?:那个|这个)$|[把将给].*(?:拢|召集|叫|集中|组织)|^(?:我|咱|俺)们?/.test(bare)) return undefined
  return bare.length < (heard === null ? 2 : 4) || GENERIC.test(bare) ? undefined : bare
}

const TOLD_TOPICS: readonly RegExp[] = [
  /(?:主题|课题|题目)(?:是|为|:)?[:]?([^,。;\n]{2,30})/,
  /(?:主要)?(?:内容)(?:是|为|有|包括|:)?[:]?([^,。;\n]{2,30})/,
  /(?:(?<!大|宣|演|第.)讲(?!堂|座|师|课|义|人)的?是?了?讲?|讲授了?|讲解了?|学的是|围绕|学习了(?!\d)|看的是)(?:了?(?:(?:[\d一二两俩仨三四五六七八九十]+个?(?:半)?)(?:小时|钟头|学时|课时|上午|下午|晚上|天|堂课|节课)|半天)的?)?(?!了?[\d一二两俩仨三四五六七八九十]+个?(?:半)?(?:小时|学时|上午|下午|天)|半天)([^,。;\n]{2,30}?)(?=讲了|来了|一?共(?:来|有|\d)|大概|开展|进行|展开|$|[,。;\n])/,
  /(?:学习|研读|解读)了?((?!了)[^,。;《》\n]{1,18}(?:法|条例|办法|规定|规程))(?=$|[,。;])/,
  /(?<=[,。;])学了?(?![习完时校员历了过满够会到])([^,。;《》\n]{3,24})(?=$|[,。;])/,
  /学(?:习)?了?(?:[一几两三](?:个)?(?:上午|下午|天|遍|下|回|次)|半天)([^,。;\n]{3,24})/,
  /(?:听|上)了(?:一?[堂节次])?(?!一?[堂节次]|应急课|安全课)([^,。;\n]{2,14}?)课/,
  /组织[^,。;]{1,6}学了([^,。;\n]{3,24})/,
  /培训了(?![\d一两几了])([^,。;\n]{3,20}?)(?=$|[,。;])/,
  /关于([^,。;\n]{2,20}?)的(?:培训|学习|讲座)/,
  /(?:开展|组织|召开|举行|观看|学习|收看|进行)了?((?!观看|学习|收看)[^,。;]{3,24}?(?:事故|火灾|爆炸))(?:典型)?(?:案例)?警示教育/,
]

/** The topic the message names as such: a title, 主题, 内容, 讲的是. */
export function toldTopic(text: string): string | undefined {
  const title = /《([^》]{2,40})》(?!的?通知)/.exec(text)
  if (title !== null) return title[1]
  const words = TOLD_TOPICS.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  return words?.replace(/(?:还有|以及)/g, '、').replace(/^(?:了|的是|的|\d{1,2}[.、)])/, '')
}

const CLOCK =
  /(?:从|到|至)?(?:[上下]午|今早|早上|晚上)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:点|时)(?:半|\d{1,2}分?)?/g

/** What the course was about: told as such, or the words before 培训; undefined when only its kind is told. */
export function topicOf(reading: Reading): string | undefined {
  const told = toldTopic(reading.text)
  if (told !== undefined) return told
  const known = [
    ...reading.dates.map(({ text }) => text),
    ...reading.people.map(({ name }) => name),
    ...reading.units.map(({ text }) => text).filter((text) => text.length > 2 || /[局厅办委]$/.test(text)),
  ]
  const plain = known.reduce((rest, words) => rest.replace(words, ','), reading.text).replace(CLOCK, ',')
  const before = MODIFIER.exec(plain)?.[1] ?? NAMED_CLASS.exec(plain)?.[1]
  return before === undefined || before === platformOf(plain) ? undefined : cleaned(before)
}

/** A clause that holds nothing else the record knows is the topic ("执法记录仪使用"). */
export function leftoverTopic(reading: Reading): string | undefined {
  for (const clause of reading.text.split(/[,。;\n]/)) {
    if (!/^\p{Script=Han}{4,20}$/u.test(clause)) continue
    if (
      /平台|在线|学院|网络|学[的了]$|人$|学完|为期|每[县村镇乡人]|培训|轮训|参加|照片|签到|成绩|合格|考|名单|地点|学时|全体|我局|组织|完成|结束|报告|附/.test(
        clause,
      )
    )
      continue
    if (
      reading.people.some(({ name }) => clause.includes(name)) ||
      reading.dates.some(({ text }) => clause.includes(text))
    )
      continue
    return clause
  }
  return undefined
}
