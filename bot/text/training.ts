// Training messages: the record of a course, a certificate, a gap, an adjustment or an absence.

import { certificateRecords } from './certificates.ts'
import { certificateTable } from './certificates-table.ts'
import { findClocks } from './clock.ts'
import type { TrainingType } from './lexicon-training.ts'
import { type Item, makeItem, type Slot, type Slots } from './parsed.ts'
import { namesIn, type Reading, readPart } from './reading.ts'
import { trainingDates } from './training-dates.ts'
import { examOnly, examSlots } from './training-exam.ts'
import {
  attachmentsOf,
  audienceSlots,
  breakdownOf,
  hourSlots,
  participantCountOf,
  platformOf,
  venueOf,
} from './training-facts.ts'
import { trainingTypeOf, unitSlots } from './training-kind.ts'
import { homesOf } from './training-people.ts'
import { absenteesOf, trainingRemarks } from './training-remarks.ts'
import { leftoverTopic, toldTopic, topicOf } from './training-topic.ts'

const DONE = /了|已|过|完|结束|的(?:$|[,。])|合格|结业/
const PLANNED =
  /计划(?!\d|[一二三四五六七八九十])|拟(?:于|在)|准备|打算|预计|定于|将(?:于|在|要)|(?:安排|放|定)[在到]/
const REGISTERED = /报名|已报|报上|报了(?:\d|[一二三四五六七八九十])/

/** What is told of a course only when it is over. */
const RESULT = /合格|通过|成绩|结业|完成|实到|全到/
const UNDER_WAY = /正在(?:进行|培训|参加|搞|办|开展|组织|轮训)|进行中/

function statusOf(reading: Reading, dates: Slots): string | undefined {
  const { text, today } = reading
  if (REGISTERED.test(text)) return 'registered'
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
  if (topic === undefined && /^(?:continuing|other)$/.test(type) && !/继续教育/.test(reading.text))
    return leftoverTopic(reading)
  if (type === 'other' && topic !== undefined && reading.text.includes(`${topic}培训`)) return `${topic}培训`
  return type === 'continuing' && /继续教育$/.test(topic ?? '') ? undefined : topic
}

/** The head-count told; the sum of the groups when only they are counted. */
function headsOf({ plain }: Reading): number | undefined {
  const told = participantCountOf(plain)?.value
  const groups = breakdownOf(plain)
  const sum = groups === undefined ? 0 : Object.values(groups).reduce((a, b) => a + b, 0)
  return told !== undefined && told < sum ? sum : told
}

const participantsOf = (reading: Reading, away: ReadonlySet<Slot | undefined>): Slot[] =>
  homesOf(reading)
    .filter(({ name }) => !away.has(name))
    .map(({ name, unit }) => (unit === undefined ? name : { name, unit }))

function people(reading: Reading, exam: Slots): Slots {
  const away = new Set(absenteesOf(reading).map((item) => item['person']))
  const names = namesIn(reading).filter((name) => !away.has(name))
  const count = participantCountOf(reading.plain)
  const breakdown = breakdownOf(reading.plain)
  const taught = exam['results'] === undefined || /参加|参训|完成|学完|结业/.test(reading.text)
  const listed = taught && names.length > 0
  return {
    participants: listed ? participantsOf(reading, away) : undefined,
    participantCount: headsOf(reading) ?? (listed && names.length > 1 ? names.length : undefined),
    participantCountApprox: count?.approx === true ? true : undefined,
    breakdown,
  }
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

const ahead = (day: Slot | undefined, reading: Reading): boolean =>
  typeof day === 'string' && day > reading.today

function examStatus({ text, today }: Reading, dates: Slots): string | undefined {
  if (REGISTERED.test(text)) return 'registered'
  return typeof dates['examDate'] === 'string' && dates['examDate'] > today ? 'planned' : undefined
}

/** Of an exam alone only the number counts; names carry results, or wait for an exam to come. */
function examinees(reading: Reading, exam: Slots, dates: Slots): Slots {
  const names = namesIn(reading)
  const open = ahead(dates['examDate'], reading) || exam['results'] === undefined
  const waiting = open && names.length > 0
  return {
    participants: waiting ? names : undefined,
    participantCount:
      participantCountOf(reading.plain)?.value ?? (waiting && names.length > 1 ? names.length : undefined),
  }
}

const FINISHED =
  /(?:轮训|培训|学习|教育|班)(?:已经?|全部|都|均)?(?:完成|结束|结业|完毕)|结业|学完|(?:培训|轮训|班|课)[^,。;]{0,12}(?:搞|办|弄|训|上|讲)完/

interface Usual {
  readonly type: TrainingType
  readonly topic: string | undefined
}

/** 昨天培训了: no word of what kind, whose or about what. */
const isBare = ({ text, dates }: Reading): boolean => {
  const undated = dates.reduce((rest, date) => rest.replace(date.text, ''), text)
  return /(?:^|[,。;])(?:我们?|[镇乡站局村]|组织|搞|办|开展|举办|集中|都|上午|下午)*了?(?:个|一次|一场)?培训(?!班|会)/.test(
    undated,
  )
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
  const topic = topicSlot(reading, type) ?? usual?.topic
  return makeItem('trainingRecord', {
    trainingType: topic === undefined && type === 'other' && isBare(reading) ? undefined : type,
    status: exam ? examStatus(reading, dates) : statusOf(reading, dates),
    topic,
    ...unitSlots(reading, type),
    venue: venueOf(text),
    platform: platformOf(text),
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

/** 第一期…第二期…, or one course per numbered line. */
function coursesIn(reading: Reading): Reading[] {
  const lines = reading.text.split(
    /\n(?=\d{1,2}[.、)]|[一二三四五六七八九十]、)|(?<=[。;\n])(?=第[二三四五六2-6]期)/,
  )
  const withCourse = lines.filter(
    (line) => /培训|轮训|讲堂|讲座|教育|班|期/.test(line) && /\d|[一二三四五六七八九十]/.test(line),
  )
  const told = reading.text.split(/[;。\n]/).filter((part) => /培训|讲座|轮训/.test(part))
  const dated = told.filter((part) => readPart(part, reading).dates.some(({ kind }) => kind === 'day'))
  if (withCourse.length < 2 && dated.length > 1 && dated.length === told.length)
    return dated.map((part) => readPart(part, reading))
  if (withCourse.length < 2) return [reading]
  return withCourse.map((line) => readPart(line.replace(/^\d{1,2}[.、)]/, ''), reading))
}

/** All training items of the message. */
export function trainingItems(reading: Reading): Item[] {
  const rows = certificateTable(reading)
  const certificates = rows.length > 0 ? rows : certificateRecords(reading)
  if (certificates.length > 0) return certificates
  const remarks = trainingRemarks(reading)
  if (remarks.length > 0) return remarks
  const usual = trainingTypeOf(reading, undefined)
  const courses = coursesIn(reading)
  if (courses.length === 1) return [record(reading), ...absenteesOf(reading)]
  const topic = topicSlot(reading, usual)
  return courses.map((course) => record(course, { type: usual, topic }))
}
