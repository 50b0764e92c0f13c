// The courses of a message that tells of several: a plan, numbered lines, 第一期…第二期….

import { type Reading, readPart } from '../reading.ts'
import { courseRows } from './courses-table.ts'

const NUMBERED = /(?:^|\n|(?<=[:,。;\s]))(?:\d{1,2}(?:[、)]|\.(?!\d))|[一二三四五六七八九十]、|[①-⑨])/

/** 培训计划:4月10日执法文书,5月8日防汛: a course a day. */
function plannedList(reading: Reading): Reading[] {
  const list = /(?:培训|轮训|讲堂)(?:计划|安排)[^,。;:\d]{0,6}:([^。\n]+)/.exec(reading.text)?.[1] ?? ''
  const clauses = list.split(/[,;]/).map((clause) => readPart(`${clause}培训`, reading))
  return clauses.every(({ dates }) => dates.length === 1 && dates[0]?.kind === 'day') ? clauses : []
}

/** 3月6日网格员培训45人,3月8日村干部培训30人: a clause a course, each with its day and its head-count. */
function besideEachOther(reading: Reading): Reading[] {
  const clauses = reading.text.split(/[,;。]/).map((clause) => readPart(clause, reading))
  const told = clauses.filter(({ text }) => /培训|讲座|轮训|讲堂|网课/.test(text))
  const each = told.every(
    ({ text, dates }) =>
      dates.length === 1 && dates[0]?.kind === 'day' && /\d+(?:余|多)?(?:人|名)/.test(text),
  )
  return each ? told : []
}

/** 本月培训两回: 1.3月6日森林防火35人 2.… below a head of trainings: a line a course, each with its day. */
function numberedBelow(reading: Reading): Reading[] {
  const [head = '', ...lines] = reading.text.split(NUMBERED)
  if (!/(?:培训|轮训|讲堂)[^,。;\n]{0,12}[:\n]?\s*$/.test(head) || lines.length < 2) return []
  const courses = lines.map((line) => readPart(`${line.trim().replace(/\s+/g, ',')}培训`, reading))
  return courses.every(({ dates }) => dates.some(({ kind }) => kind === 'day')) ? courses : []
}

/** 第一期…第二期…, or one course per numbered line. */
export function coursesIn(reading: Reading): Reading[] {
  const rows = courseRows(reading)
  if (rows.length > 0) return rows
  const lines = reading.text.split(
    /\n(?=\d{1,2}[.、)]|[一二三四五六七八九十]、)|(?<=[。;\n])(?=第[二三四五六2-6]期)/,
  )
  const withCourse = lines.filter(
    (line) =>
      /培训|轮训|讲堂|讲座|教育|班|期/.test(line) &&
      /\d|[一二三四五六七八九十]/.test(line) &&
      !/^[^\n,。;]{0,16}:$/.test(line),
  )
  const told = reading.text
    .split(/[;。\n]/)
    .filter((part) => /培训|讲座|轮训|教育|讲堂|学习班|专题班|网课|考试/.test(part))
  const dated = told.filter((part) =>
    readPart(part, reading).dates.some(({ kind, precision }) => kind === 'day' || precision === 'span'),
  )
  if (withCourse.length < 2 && dated.length > 1 && dated.length === told.length)
    return dated.map((part) => readPart(part, reading))
  const beside = besideEachOther(reading)
  if (beside.length > 1) return beside
  const below = withCourse.length < 2 ? numberedBelow(reading) : []
  if (below.length > 1) return below
  const planned = plannedList(reading)
  if (planned.length > 1) return planned
  if (withCourse.length < 2) return [reading]
  return withCourse.map((line) => readPart(line.replace(/^\d{1,2}[.、)]/, ''), reading))
}
