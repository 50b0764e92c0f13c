// Two kinds of report in one message: which clauses tell of the change of staff, which of the course.

import { type Reading, readPart } from '../reading.ts'
import { findVerbs } from '../staffing/verbs.ts'

const COURSE = /培训|轮训|讲堂|学时|课时|继续教育|学习班|专题班|集训|结业/
/** Words of change that also tell of going to a course. */
const WEAK = /^(?:move|join)$/

/** A course of so many people is not that of the one told of before. */
const COUNTED = /[\d一二两三四五六七八九十百](?:多|余)?(?:个?人|名)|全体|全员|各(?:村|乡镇)|我们?[镇乡局站]/

/** 俩人参加了…: those told of before. */
const ALL_OF_THEM = /(?:俩|两个?|二)人|两位|[他她]们/

export interface Halves {
  readonly staffing: Reading
  readonly training: Reading
}

/** A course clause names nobody when it goes on about the one whose change was told: 已参加轮训. */
export function withSubject(clauses: string, before: string, reading: Reading): string {
  const counted = COUNTED.test(clauses) && !ALL_OF_THEM.test(clauses)
  const ofOthers = counted || reading.people.some(({ name }) => clauses.includes(name))
  if (ofOthers) return clauses
  const told = reading.people.filter(({ name, kind }) => kind === 'name' && before.includes(name))
  const names = (ALL_OF_THEM.test(clauses) ? told : told.slice(-1)).map(({ name }) => name)
  return names.length === 0 ? clauses : `${names.join('、')},${clauses}`
}

/** The clauses of either kind; a clause that tells neither goes with the one before it. */
export function halvesOf(reading: Reading): Halves {
  let taught = false
  let staffing = ''
  let training = ''
  for (const clause of reading.text.split(/(?<=[,。;\n])/)) {
    const changes = findVerbs(clause).some(({ meaning }) => !WEAK.test(meaning))
    if (COURSE.test(clause) && !changes) taught = true
    else if (findVerbs(clause).length > 0) taught = false
    if (taught) training += clause
    else staffing += clause
  }
  return {
    staffing: readPart(staffing, reading),
    training: readPart(withSubject(training, staffing, reading), reading),
  }
}
