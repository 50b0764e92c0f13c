// Facts of a course beside its dates and exam: topic, organiser, venue, hours, who took part.

import { ATTACHMENTS, PLATFORMS, TRAINING_TYPES, type TrainingType, VENUE_END } from './lexicon-training.ts'
import { type Count, findCounts, firstCount, PEOPLE } from './numerals.ts'
import type { Slots } from './parsed.ts'
import type { Reading } from './reading.ts'

/** The kind of course; a bureau's unnamed course is continuing education, others' is "other". */
export function trainingTypeOf(reading: Reading, usual: TrainingType | undefined): TrainingType {
  const named = TRAINING_TYPES.find(([, pattern]) => pattern.test(reading.text))
  const company = reading.sender.level === 'enterprise' && named?.[0] === 'initialQualification'
  if (named !== undefined && !company) return named[0]
  if (usual !== undefined) return usual
  const bureau =
    /应急管理局/.test(reading.sender.unit ?? '') || /执法/.test(`${reading.sender.role}${reading.text}`)
  if (reading.sender.level === 'enterprise') return 'enterpriseRetraining'
  return bureau ? 'continuing' : 'other'
}

const ORGANISES = /(?:组织|举办|主办|承办|举行|召开|开办|牵头)/
const HOLDS = /组织|举办|主办|承办|举行|召开|开办|开展|搞了|搞个|搞一|办了|开了/

/** Who holds the course: a unit before "组织", after "参加", or the sender when the text only says it was held. */
export function organiserOf(reading: Reading): { name?: string; implied: boolean } {
  const { text, units, sender } = reading
  for (const unit of units) {
    if (/(?:在|于|赴|到)$/.test(text.slice(0, unit.start))) continue
    const after = text.slice(unit.end, unit.end + 6)
    const before = text.slice(Math.max(0, unit.start - 3), unit.start)
    if (ORGANISES.test(after.slice(0, 4)) || /(?:参加|由|参加了)$/.test(before)) {
      if (unit.kind === 'department' || unit.kind === 'township' || ORGANISES.test(after))
        return { name: unit.name, implied: false }
    }
  }
  if (sender.unit !== undefined && HOLDS.test(text) && sender.level !== 'enterprise')
    return { name: sender.unit, implied: true }
  return { implied: false }
}

/** Where it was held. */
export function venueOf(text: string): string | undefined {
  const told = /(?:地点|培训地|上课地点)(?:设?在|是|为|:)?([^,。;()\n]{2,20}?)(?=$|[,。;()\n])/.exec(text)
  if (told !== null) return told[1]
  const held = new RegExp(
    `(?:在|于|赴|到|去)((?:(?![在于])[\\p{Script=Han}\\dA-Za-z]){1,16}?${VENUE_END})(?=举办|举行|召开|进行|开展|组织|培训|集中|参加|轮训|开班|学习|搞|办|开|上课|$|[,。;)])`,
    'u',
  ).exec(text)
  if (held !== null) return held[1]
  return new RegExp(`\\(([\\p{Script=Han}]{2,12}${VENUE_END})\\)`, 'u').exec(text)?.[1]
}

const GENERIC =
  /^(?:计划|视频会|线上|网络|视频|县里|市里|局里|镇里|应急|执法资格|的|了|个|一个|一次|本次|这次|此次|我局|我镇|我站|全体|全县|全市|参加|组织|举办|搞|开展|集中|年度|季度|第.{1,2}期|业务|岗位)*$/

const MODIFIER =
  /([\p{Script=Han}、“”"]{2,24}?)(?:专题)?(?:知识|业务|技能)?(?:培训会?|专题班|培训班|研修班|学习班|讲座|研讨班)/u

function cleaned(topic: string): string | undefined {
  const bare = topic
    .replace(/^.*(?:组织|举办|开展|参加|召开|搞|承办|主办|进行|完成|举行|开办|了|的)(?:了|个|一次|一期)?/, '')
    .replace(
      /^(?:全市|全县|全区|县局|市局|我局|我镇|我站|年度|(?:县|市|区|镇|乡)?(?:领导|党政领导|党政)干部|领导班子成员|执法人员|新任|基层|工作人员|村干部|网格员|安全(?!生产|监管)|视频|网络|线上|集中|县里|市里|局里|县局|市局)(?=.{2,})/,
      '',
    )
    .replace(/^.*(?:领导干部|党政干部|负责人|系统|党校|大学|学院)(?=.{2,})/, '')
    .replace(/(?:专题|业务|知识|技能)$/, '')
    .replace(/["“”]/g, '')
  return bare.length < 2 || GENERIC.test(bare) || /(?:干部|人员|队员|负责人|员工|职工)$/.test(bare)
    ? undefined
    : bare
}

const TOLD_TOPICS: readonly RegExp[] = [
  /(?:主题|课题|题目)(?:是|为|:)?[:]?([^,。;\n]{2,30})/,
  /(?:主要)?(?:内容)(?:是|为|有|包括|:)?[:]?([^,。;\n]{2,30})/,
  /(?:(?<!大)讲(?!堂|座|师|课|义)的?是?了?|讲授了?|讲解了?|学的是|围绕|学习了(?!\d)|看的是)([^,。;\n]{2,30}?)(?=讲了|开展|进行|展开|$|[,。;\n])/,
  /学(?:习)?了?(?:一(?:个)?(?:上午|下午|天)|半天)([^,。;\n]{3,24})/,
  /关于([^,。;\n]{2,20}?)的(?:培训|学习|讲座)/,
]

/** The topic the message names as such: a title, 主题, 内容, 讲的是. */
export function toldTopic(text: string): string | undefined {
  const title = /《([^》]{2,40})》(?!的?通知)/.exec(text)
  if (title !== null) return title[1]
  const words = TOLD_TOPICS.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  return words?.replace(/(?:还有|以及)/g, '、').replace(/^(?:了|的是|的)/, '')
}

/** What the course was about: told as such, or the words before 培训; undefined when only its kind is told. */
export function topicOf(reading: Reading): string | undefined {
  const told = toldTopic(reading.text)
  if (told !== undefined) return told
  const known = [...reading.dates.map(({ text }) => text), ...reading.people.map(({ name }) => name)]
  const plain = known.reduce((rest, words) => rest.replace(words, ','), reading.text)
  const before = MODIFIER.exec(plain)?.[1]
  return before === undefined ? undefined : cleaned(before)
}

/** A clause that holds nothing else the record knows is the topic ("执法记录仪使用"). */
export function leftoverTopic(reading: Reading): string | undefined {
  for (const clause of reading.text.split(/[,。;\n]/)) {
    if (!/^\p{Script=Han}{4,20}$/u.test(clause)) continue
    if (/培训|轮训|参加|照片|签到|成绩|合格|考|名单|地点|学时|全体|我局|组织|完成|结束|报告|附/.test(clause))
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

/** Hours taught; half days are an estimate. */
export function hourSlots(text: string): Slots {
  const told = totalHours(text) ?? firstCount(text, '个?小时') ?? hoursBehind(text)
  if (told !== undefined) return { hours: told.value, hoursConfidence: told.approx ? 'low' : undefined }
  if (/一上午|一下午|一个(?:上午|下午)/.test(text)) return { hours: 3, hoursConfidence: 'low' }
  if (/半天/.test(text)) return { hours: 4, hoursConfidence: 'low' }
  return {}
}

/** 每天8学时,共40学时: the total, not the daily dose. */
function totalHours(text: string): Count | undefined {
  const counts = findCounts(text, '个?(?:学时|课时)')
  const total = counts.find(({ start }) => !/(?:每天|每日|每人每天)$/.test(text.slice(0, start)))
  return total ?? counts[0]
}

/** 学时80, 学时:80. */
function hoursBehind(text: string): Count | undefined {
  const match = /(?:学时|课时)(?:数|共|为|是|:)*(\d{1,4})(?!\d|人|名)/.exec(text)
  if (match === null) return undefined
  return { value: Number(match[1]), approx: false, start: match.index, end: match.index + match[0].length }
}

const NOT_PARTICIPANTS =
  /(?:合格|通过|及格|缺席?|缺考|请假|未(?:参加|到|通过)|没(?:过|来|参加|去)|不合格|补考|缺训|应到|应参训|剩|还有|另有|其中)(?:的|有|了)?[:]?$/

/** Head-count of those who took part, without those told apart as passed or absent. */
export function participantCountOf(text: string): Count | undefined {
  const counts = findCounts(text, PEOPLE)
  const present = counts.find(({ start }) => /(?:实到|实际参加|实参)$/.test(text.slice(0, start)))
  const others = counts.find((count) => {
    const before = text.slice(Math.max(0, count.start - 5), count.start)
    const after = text.slice(count.end, count.end + 4)
    return (
      !NOT_PARTICIPANTS.test(before) &&
      !/^(?:考试|考核)?(?:合格|通过|及格|缺|请假|没过|未|不合格)/.test(after)
    )
  })
  return present ?? others
}

/** 电工5人、焊工3人. */
export function breakdownOf(text: string): Record<string, number> | undefined {
  const parts: Record<string, number> = {}
  const pattern = /(?<=^|[:,、;\s。(])(?:其中)?(\p{Script=Han}{2,8}?)(\d{1,4})(?:人|名)(?!次)/gu
  for (const match of text.matchAll(pattern)) {
    const label = match[1] ?? ''
    if (/共|合计|总|参|合格|通过|及格|缺|请假|到会|人数|全|有$/.test(label)) continue
    parts[label] = Number(match[2])
  }
  return Object.keys(parts).length > 1 ? parts : undefined
}

/** Whole groups: 全体, or "各乡镇应急办". */
export function audienceSlots(text: string): Slots {
  const each =
    /(?:全[市县区镇局])?(各[\p{Script=Han}、]{2,16}?)(?=的?(?:都|均|全部|参加|参训|人员|负责人|,|。|$))/u.exec(
      text,
    )
  const told = /(?:面向|参训对象|培训对象|对象)(?:为|是|:)?([^,。;\n]{2,20})/.exec(text)
  return {
    audience: told?.[1] ?? each?.[1],
    participantsAll:
      /全[队局站科股](?:都|均)?(?:参加|学|培训|轮训)|全体(?:人员|同志|职工|干部|执法人员|队员|成员)?(?:参|都|均|轮训|培训|完成|$|[,。;])|全员(?:参|培训|轮训|完成|到)|大队全体|所有人(?:都|均)|一个不落|全部参加|都参加了$/.test(
        text,
      ) && each === null
        ? true
        : undefined,
  }
}

export const platformOf = (text: string): string | undefined => PLATFORMS.exec(text)?.[0]

/** Papers said to be attached; a photo of a sign-in sheet is the sheet. */
export function attachmentsOf(text: string): string[] | undefined {
  const found = ATTACHMENTS.filter(([pattern]) => pattern.test(text)).map(([, name]) => name)
  const named = found.filter((name) => name !== 'photo')
  const kept = named.length > 0 ? named : found
  return kept.length > 0 ? kept : undefined
}
