// Training messages: the record of a course, a certificate, a gap, an adjustment or an absence.

import type { TrainingType } from '../lexicon/training.ts'
import { findClocks } from '../numbers/clock.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import { namesIn, type Reading, readPart } from '../reading.ts'
import { certificateRecords } from './certificates.ts'
import { certificateTable } from './certificates-table.ts'
import { coursesIn } from './courses.ts'
import { trainingDates } from './dates.ts'
import { examOnly, examSlots } from './exam.ts'
import { attachmentsOf, audienceSlots, hourSlots, platformOf, venueOf } from './facts.ts'
import { trainingTypeOf, unitSlots } from './kind.ts'
import { ahead, examinees, headsOf, people } from './people.ts'
import { absenteesOf, trainingRemarks } from './remarks.ts'
import { leftoverTopic, toldTopic, topicOf } from './topic.ts'

const DONE = /了|已|过|完|结束|的(?:$|[,。])|合格|结业/
const PLANNED =
  /计划(?!\d|[一二三四五六七八九十])|拟(?:于|在)|准备|打算|预计|定于|将(?:于|在|要)|(?:安排|放|定)[在到]/
const REGISTERED =
  /报名|已报|报上|报了(?:\d|[一二三四五六七八九十])|报了?[^,。;]{0,24}(?:班|培训|轮训|学习|课程)(?=$|[,。;])(?<!(?:汇|上|填|补|申|情况)报[^,。;]*)|报的是?[^,。;]{0,16}班/

/** What is told of a course only when it is over. */
const RESULT = /合格|通过|成绩|结业|完成|实到|全到/
const UNDER_WAY = /正在(?:进行|培训|参加|搞|办|开展|组织|轮训)|进行中/

function statusOf(reading: Reading, dates: Slots): string | undefined {
  const { text, today } = reading
  const entered = reading.people.some(({ start }) =>
    /(?<![汇上填补申])报(?:了|上|的)?$/.test(text.slice(0, start)),
  )
  if (REGISTERED.test(text) || entered) return 'registered'
  const start = dates['startDate'] ?? (Array.isArray(dates['dateRange']) ? dates['dateRange'][0] : undefined)
  if (typeof start !== 'string' || start > today) return plannedOr(text, start !== undefined)
  const undone = start === today && !DONE.test(text)
  const going = ahead(dates['endDate'], reading) && !RESULT.test(text)
  return UNDER_WAY.test(text) || undone || going ? 'inProgress' : undefined
}

/** Without a day, or with one that lies ahead. */
function plannedOr(text: string, dated: boolean): string | undefined {
  if (UNDER_WAY.test(text)) return 'inProgress'
  return dated || (PLANNED.test(text) && !/按(?:照)?计划/.test(text)) ? 'planned' : undefined
}

const NEEDS_TOPIC =
  /^(?:continuing|other|special|leader|lecture|online|warningEducation|gridMember|villageCadre)$/

function topicSlot(reading: Reading, type: TrainingType): string | undefined {
  const topic = NEEDS_TOPIC.test(type) ? topicOf(reading) : toldTopic(reading.text)
  if (type === 'other' && topic === undefined && reading.text.includes('业务培训')) return '业务培训'
  if (topic === undefined && /^(?:continuing|other|online)$/.test(type) && !/继续教育/.test(reading.text))
    return leftoverTopic(reading)
  if (type === 'other' && topic !== undefined && reading.text.includes(`${topic}培训`)) return `${topic}培训`
  return type === 'continuing' && /继续教育$/.test(topic ?? '') ? undefined : topic
}

function sessionSlots(text: string): Slots {
  const session = /第([一二三四五六七八九十\d]{1,2})[期讲批]/.exec(text)?.[1]
  const sessions = /(?<!第)(\d{1,2}|[一二两三四五六七八九十])(?:场|期|次)(?!会)/.exec(text)?.[1]
  const read = (words: string): number =>
    Number(words) || '零一二三四五六七八九十'.indexOf(words === '两' ? '二' : words)
  return {
    session: session === undefined ? undefined : read(session),
    sessions: sessions === undefined || read(sessions) < 2 ? undefined : read(sessions),
  }
}

function examStatus({ text, today }: Reading, dates: Slots): string | undefined {
  if (REGISTERED.test(text)) return 'registered'
  return typeof dates['examDate'] === 'string' && dates['examDate'] > today ? 'planned' : undefined
}

const FINISHED =
  /(?:轮训|培训|学习|教育|班)(?:已经?|全部|都|均)?(?:完成|结束|结业|完毕)|结业|(?<!没|没有|未)学完|全部完成|全[员体](?:都|均|已)?完成|(?:培训|轮训|班|课)[^,。;]{0,12}(?:搞|办|弄|训|上|讲)完/

interface Usual {
  readonly type: TrainingType
  readonly topic: string | undefined
}

/** A platform is no place: 在应急管理干部网络学院学习. */
function placeSlots(text: string): Slots {
  const platform = platformOf(text)
  const venue = venueOf(text)
  const online =
    platform !== undefined && venue !== undefined && (venue.includes(platform) || platform.includes(venue))
  return { venue: online ? undefined : venue, platform }
}

/** 昨天培训了: no word of what kind, whose or about what. */
const isBare = (type: TrainingType, { text, dates }: Reading): boolean => {
  if (type !== 'other') return false
  const undated = dates.reduce((rest, date) => rest.replace(date.text, ''), text)
  return /(?:^|[,。;])(?:我们?|[镇乡站局村]|组织|搞|办|开展|举办|集中|都|上午|下午)*了?(?:个|一次|一场)?培训(?!班|会)/.test(
    undated,
  )
}

function subjectSlots(reading: Reading, type: TrainingType, usual: Usual | undefined): Slots {
  const topic = topicSlot(reading, type) ?? usual?.topic
  return { trainingType: topic === undefined && isBare(type, reading) ? undefined : type, topic }
}

function record(reading: Reading, usual?: Usual): Item {
  const { text } = reading
  const type = trainingTypeOf(reading, usual?.type)
  const exam = examOnly(text)
  const names = namesIn(reading)
  const total = headsOf(reading) ?? (names.length > 1 ? names.length : undefined)
  const examFacts = examSlots(reading, total)
  const dates = trainingDates(reading, exam)
  const clock = findClocks(text)[0]
  const finished = FINISHED.test(text) && !ahead(dates['endDate'], reading)
  return makeItem('trainingRecord', {
    ...subjectSlots(reading, type, usual),
    status: exam ? examStatus(reading, dates) : statusOf(reading, dates),
    ...unitSlots(reading, type, ahead(dates['startDate'], reading)),
    ...placeSlots(text),
    ...dates,
    startTime: clock === undefined || exam ? undefined : clock.time,
    ...hourSlots(text),
    ...(exam ? examinees(reading, examFacts, dates) : people(reading, examFacts)),
    ...audienceSlots(text),
    ...(ahead(dates['examDate'], reading) && exam ? { retake: examFacts['retake'] } : examFacts),
    ...(usual === undefined ? sessionSlots(text) : { session: sessionSlots(text)['session'] }),
    completed: finished ? true : undefined,
    attachments: attachmentsOf(text),
  })
}

/** 考试85分通过,执法证3月19日发的: what was passed first, and the certificate it brought. */
function examThenCertificate(reading: Reading): Item[] {
  const { text } = reading
  const at = text.search(
    /(?<=[,。;])[^,。;]*证[^,。;]*(?:发|领|拿|办|下来|取得)|(?<=[,。;])[^,。;]*(?:发|领|拿|取得)[^,。;]*证/,
  )
  const exam = readPart(text.slice(0, Math.max(0, at)), reading)
  const results = examSlots(exam, undefined)['results']
  const [person] = namesIn(exam)
  if (person === undefined || results === undefined || exam.dates.length === 0) return []
  if (!/考/.test(exam.text) || namesIn(reading).length !== 1) return []
  const issued = certificateRecords(readPart(`${person},${text.slice(at)}`, reading))
  return issued.length === 0 ? [] : [record(exam), ...issued]
}

/** 参训率120% and no other figure: nothing is kept until it is asked about. */
const onlyImpossible = ({ text, people, dates }: Reading): boolean =>
  IMPOSSIBLE.test(text) &&
  people.length === 0 &&
  !dates.some(({ kind }) => kind === 'day') &&
  !/\d(?:人|名|个|学时|天|期|场)/.test(text)
const IMPOSSIBLE = /(?<![\d.])(?:1\d[1-9]|1[1-9]0|[2-9]\d\d|\d{4,})(?:\.\d+)?%/

/** All training items of the message. */
export function trainingItems(reading: Reading): Item[] {
  if (onlyImpossible(reading)) return []
  const passed = examThenCertificate(reading)
  if (passed.length > 0) return passed
  const rows = certificateTable(reading)
  const certificates = rows.length > 0 ? rows : certificateRecords(reading)
  if (certificates.length > 0) return certificates
  const remarks = trainingRemarks(reading)
  if (remarks.length > 0) return remarks
  const usual = trainingTypeOf(reading, undefined)
  const courses = coursesIn(reading)
  const [only = reading] = courses
  if (courses.length === 1) return [record(only), ...absenteesOf(reading)]
  const topic = topicSlot(reading, usual)
  return courses.map((course) => record(course, { type: usual, topic }))
}
