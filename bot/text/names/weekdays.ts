// 周二 is a day, and somebody's name: which of the two it is where it was read as a name.

import type { DateSpan } from '../dates/span.ts'
import type { PersonSpan } from './people.ts'

const WEEKDAY = /^周[一二三四五六]$/
const OF_A_WEEK = /^(?:周|星期|礼拜)/

/** 周二调到应急办的张三, 周二张三退休: the day another one's change is told for. */
function heads(person: PersonSpan, next: PersonSpan | undefined, text: string): boolean {
  if (next === undefined || !/^$|[,。;\n]$/.test(text.slice(0, person.start))) return false
  const between = text.slice(person.end, next.start)
  return between === '' || /^[^,。;、\n]{2,16}的$/.test(between)
}

/** 周二3月5日调走: a name before a day and a change. */
const DATED =
  /^周[一二三四五六](?=\d{1,2}月\d{1,2}[日号](?:起|从|由|调|借|退|辞|离|去世|转|被|抽|入职|到岗|到[^,。;]{1,8}(?:工作|上班|任职|报到)))/

/** Somebody called like a day of the week, at the head of a message that names nobody else. */
function namedLikeWeekday(text: string): PersonSpan | undefined {
  const name = DATED.exec(text)?.[0]
  return name === undefined ? undefined : { start: 0, end: name.length, name, kind: 'name' }
}

/** People read, without those that are days: behind a name (张三周二调走), or at the head of another one's change. */
export function peopleBesideWeekdays(
  people: readonly PersonSpan[],
  text: string,
  { roster, dates }: { roster: readonly string[]; dates: readonly DateSpan[] },
): PersonSpan[] {
  const dated = dates.some((date) => !OF_A_WEEK.test(date.text))
  const left = people.filter((person, index) => {
    if (!WEEKDAY.test(person.name) || roster.includes(person.name)) return true
    const behind = people[index - 1]?.end === person.start && /^\p{Script=Han}/u.test(text.slice(person.end))
    return !behind && (dated || !heads(person, people[index + 1], text))
  })
  const only = left.length === 0 ? namedLikeWeekday(text) : undefined
  return only === undefined ? left : [only]
}
