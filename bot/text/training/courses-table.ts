// Courses and those who took part pasted from a spreadsheet: a header row, then a course or a person a row.

import { type Columns, type Row, rowsBelow } from '../form/rows.ts'
import { type Reading, readPart } from '../reading.ts'

const COURSE_COLUMNS: Columns = [
  ['date', /^(?:培训|开课|举办|授课)?(?:日期|时间)$/],
  ['topic', /^(?:培训|授课|课程)?(?:内容|主题|题目|课程|名称|项目|班次|班名)$|^课程名称$/],
  ['count', /^(?:参训|参加|培训|到课|实到)?(?:人数|人次)$/],
  ['hours', /^(?:培训)?(?:学时|课时)(?:数)?$/],
  ['venue', /^(?:培训|授课)?(?:地点|地址)$/],
  ['organizer', /^(?:主办|组织|举办|承办)(?:单位|部门)$/],
]
const PERSON_COLUMNS: Columns = [
  ['person', /^(?:姓名|参训人员|学员|人员)$/],
  ['unit', /^(?:工作|所在)?单位$/],
]

/** What the cells of a row would be as a sentence, so that the rules for sentences read them. */
const SENTENCE: Readonly<Record<string, (cell: string) => string>> = {
  date: (cell) => cell,
  topic: (cell) => `培训内容:${cell}`,
  count: (cell) => `${cell.replace(/[人名]$/, '')}人参加`,
  hours: (cell) => `${cell.replace(/个?[学课]时$/, '')}学时`,
  venue: (cell) => `地点:${cell}`,
  organizer: (cell) => `${cell}组织`,
}

/** The first column, and one more. */
const rowsOf = (text: string, columns: Columns): Row[] =>
  rowsBelow(text, columns, (found) => found.has(columns[0]?.[0] ?? '') && found.size > 1) ?? []

/** A course a row, as the sentence it stands for; none when there is no such table. */
export function courseRows(reading: Reading): Reading[] {
  return rowsOf(reading.text, COURSE_COLUMNS)
    .map((cells) => Object.entries(cells).flatMap(([name, cell]) => SENTENCE[name]?.(cell) ?? []))
    .map((parts) => readPart(parts.join(','), reading))
    .filter(({ dates }) => dates.length > 0)
}

/** Who took part with the unit told beside: 姓名, 单位; none when there is no such table. */
export function participantRows(reading: Reading): { name: string; unit?: string }[] {
  return rowsOf(reading.text, PERSON_COLUMNS).flatMap(({ person = '', unit = '' }) => {
    if (!/^\p{Script=Han}{2,4}$/u.test(person)) return []
    const named = readPart(unit, reading).units[0]?.name
    return [{ name: person, ...(named !== undefined && { unit: named }) }]
  })
}
