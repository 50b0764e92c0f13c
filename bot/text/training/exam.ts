// Exam facts in a training message: who passed with how many points, how many passed, a retake.

import { findCounts, PEOPLE } from '../numbers/numerals.ts'
import type { Slot, Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'

interface Result {
  readonly [slot: string]: Slot
  readonly person: string
  readonly result: string
}

const EXAM =
  /考(?:试|核|了\d|了?\s*\d|过|得)|考试|测试|成绩|及格|合格(?!证)|不合格|缺考|补考|没过|未过|未通过|没通过|通过(?:了)?(?:考|$|[,。;])|考了|(?:都|均|全部|全|也)过了|考过|(?<!\d)(?:\d{2}|100)分(?!钟|批|期|组|别)/
const NO_EXAM = /(?:未|没有?|不)(?:组织|安排|进行|搞)?(?:考试|考核|测试)/
const PASS_SCORE =
  /(?:及格线?|合格线?)(?:是|为|:)?(\d{2,3})分?(?=[,。;)]|$)|[(,。;\n](\d{2,3})分?(?:以上)?(?:及格|合格|过线)(?=[),。;]|$)|(\d{2,3})分以上(?:及格|合格)/

/** The mark needed to pass, when the message tells it. */
function passScoreIn(text: string): number | undefined {
  const match = PASS_SCORE.exec(text)
  if (match === null) return undefined
  const score = Number(match[1] ?? match[2] ?? match[3])
  return /人|名/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 1))
    ? undefined
    : score
}

const ABSENT = /缺考|(?:补考|考试)没(?:来|去|参加)|没考(?!过|上|好)|没来考|未参加考试|没参加考试|弃考/
const FAIL = /不合格|没过|未过|未通过|没通过|没考过|不及格|挂了|没及格|未合格/
const PASS = /合格|通过|过了|及格|考过/

function outcome(words: string, score: number | undefined, passScore: number): string | undefined {
  if (ABSENT.test(words)) return 'absent'
  if (FAIL.test(words)) return 'fail'
  if (score !== undefined) return score >= passScore ? 'pass' : 'fail'
  return PASS.test(words) ? 'pass' : undefined
}

const scoreIn = (words: string): number | undefined => {
  const match = /(?<![\d.])(\d{1,3}(?:\.\d)?)(?:分(?!钟)|(?=$|[\s,。;、)(]))/.exec(words)
  if (match === null || /月|日|学时|天|[./-]$/.test(words.slice(Math.max(0, match.index - 1), match.index)))
    return undefined
  const score = Number(match[1])
  return score <= 150 ? score : undefined
}

/** One result per person whose mark or outcome stands behind the name. */
function resultsIn(reading: Reading): Result[] {
  const names = reading.people.filter(({ kind }) => kind === 'name')
  const passScore = passScoreIn(reading.text) ?? 60
  const text = reading.text.replace(PASS_SCORE, (words) => '。'.repeat(words.length))
  const results: Result[] = []
  for (let index = names.length - 1; index >= 0; index -= 1) {
    const person = names[index]
    if (person === undefined) continue
    const end = names[index + 1]?.start ?? text.length
    const told = resultOf(person.name, text.slice(person.end, end), passScore)
    const next = results[0]
    const linked = /^[、和与及,\s]*$/.test(text.slice(person.end, end)) && index < names.length - 1
    if (told !== undefined) results.unshift(told)
    else if (linked && next?.result !== undefined)
      results.unshift({ person: person.name, result: next.result })
  }
  return results.filter(
    (result, index) => results.findIndex(({ person }) => person === result.person) === index,
  )
}

const LISTED_BEFORE =
  /(不合格|没过|未过|未通过|没通过|缺考|不及格)(?:的|人员|名单)*(?:是|有|为|:)?(?:\d+|[一二两三四五])?(?:人|名|个)?(?:是|叫|:|,)?$/

/** 2人没过:张三、李四 — the outcome stands before the names it holds for. */
function listedResults({ text, people }: Reading): Result[] {
  const found: Result[] = []
  for (const { name, start, end } of people) {
    const previous = people.find(
      (other) => other.end < start && /^[、和与及]$/.test(text.slice(other.end, start)),
    )
    const told = LISTED_BEFORE.exec(text.slice(0, start))?.[1]
    const same = found.find(({ person }) => person === previous?.name)?.result
    const result = told === undefined ? same : outcome(told, undefined, 60)
    const score = scoreIn(text.slice(end, end + 8))
    if (result !== undefined && !/^\d/.test(text.slice(end)))
      found.push({ person: name, ...(score === undefined ? {} : { score }), result })
  }
  return found
}

/** 89分 76分: one mark after another. */
const MARKS = /(?<!\d)\d{1,3}分?(?:[、,\s]\d{1,3}分)+/

/** 分别是88和91分: marks in the order of the names. */
function respectively(reading: Reading, passScore: number): Result[] {
  const match = /分别(?:是|为|考了?|得了?|:)?((?:\d{1,3}(?:\.\d)?(?![\d月日])分?[、,和与及]?){2,})/.exec(
    reading.text,
  )
  const marks = (match?.[1] ?? MARKS.exec(reading.text)?.[0])?.match(/\d{1,3}(?:\.\d)?/g) ?? []
  const names = [...new Set(reading.people.map(({ name }) => name))]
  if (marks.length === 0 || marks.length !== names.length) return []
  return names.map((person, index) => {
    const score = Number(marks[index])
    return { person, score, result: score >= passScore ? 'pass' : 'fail' }
  })
}

function resultOf(person: string, words: string, passScore: number): Result | undefined {
  const near = words.slice(0, 40)
  const score = scoreIn(
    near.replace(/\d{1,2}月\d{1,2}[日号]?/g, '').replace(/\d+(?:学时|课时|天|期|场|人|名)/g, ''),
  )
  const result = outcome(near, score, passScore)
  if (result === undefined) return undefined
  return { person, ...(score === undefined ? {} : { score }), result }
}

function passCountIn(text: string): number | undefined {
  const bare = /(?<![\d.])(\d{1,3})(?:考试|考核)?(?:合格|通过)(?!线|分)/.exec(text.replace(PASS_SCORE, ''))
  const after = findCounts(text, `${PEOPLE}(?:考试|考核)*(?:合格|通过|及格|过关|过了|考过)`)[0]
  if (after !== undefined) return after.value
  const before = /(?:合格|通过|及格)(?:的)?(?:有|人数)?:?(\d+)(?:人|名|个)/.exec(text)
  const passed = /(?<!都|全|均|经)过了?(\d{1,3})(?:人|名|个)/.exec(text)
  const told = before ?? bare ?? passed
  return told === null ? undefined : Number(told[1])
}

export const examOnly = (text: string): boolean =>
  /补考|[日号](?:组织|进行|参加)?了?考试|成绩(?!优秀|良好|优异)|考试结果|缺考|没过|未通过|没考过|(?:资格|上岗)考试|(?:过了|及格)[^。;]{0,8}\d{2,3}分|\d{2,3}分[^。;]{0,6}(?:过了|及格|通过)/.test(
    text,
  ) &&
  !(/轮训|培训班/.test(text) && !/补考/.test(text)) &&
  !/参加[^,。;]{0,16}(?:培训|轮训|学习)|参训|学时|[\d一二三四五六七八九十两]天/.test(text)

const ALL_PASSED = /(?:全部|全都|都|均|全员|一次性)(?:考试|考核)?(?:合格|通过|及格|过了|考过)/
const RETAKE_AHEAD = /(?:需要?|待|安排|等|准备|再)补考/

/** Bare passes of several people are a count; marks, failures and a single person's outcome are results. */
function outcomes(reading: Reading, total: number | undefined): Slots {
  const { text } = reading
  const marks = respectively(reading, passScoreIn(text) ?? 60)
  const listed = marks.length > 0 ? marks : listedResults(reading)
  const results = listed.length > 0 ? listed : resultsIn(reading)
  const people = new Set(reading.people.map(({ name }) => name)).size
  const barePasses =
    people > 1 && results.every(({ result, score }) => result === 'pass' && score === undefined)
  const collective = people === 0 && /考(?:试|核)合格(?!率)/.test(text)
  const allPassed = ALL_PASSED.test(text) || collective || (barePasses && results.length > 0)
  const passCount = passCountIn(text) ?? (allPassed && marks.length === 0 ? total : undefined)
  return { passCount, results: !barePasses && results.length > 0 ? results : undefined }
}

/**
 * Exam slots. One person's outcome is a result; one word for several is a count of passes.
 * @param total how many took part, when known
 */
export function examSlots(reading: Reading, total: number | undefined): Slots {
  const { text } = reading
  if (NO_EXAM.test(text) && !/成绩|缺考|没参加考试|未参加考试/.test(text)) return { examHeld: false }
  if (!EXAM.test(text.replace(/(?:轮训|培训|学习|班)(?:已经?)?过了/g, ''))) return {}
  return {
    examHeld: true,
    passScore: passScoreIn(text),
    ...outcomes(reading, total),
    retake: /补考|重考/.test(text) && !RETAKE_AHEAD.test(text) ? true : undefined,
  }
}
