// What a message says without being sure, such as 大概3月5号 or 五六十人: marked on the card with the words themselves.
// Read from the words each time, so that a value typed anew is no longer in doubt; saving confirms the rest.
import { findDates } from '../../bot/text/dates/index.ts'
import { normalise } from '../../bot/text/index.ts'
import { findCounts, PEOPLE } from '../../bot/text/numbers/numerals.ts'
import type { Item } from './define.ts'

const before =
  /(?:大概|大约|大致|约莫|约|好像|似乎|可能|估计|应该|也许|记得|差不多|可能是|好像是|大概是)(?:在|是|从|有)?$/u
const after = /^(?:左右|前后|上下|那几天|吧)/u

type Doubt = { readonly value: string | number; readonly words: string }

/** The words behind each field of an item that is in doubt. */
export function uncertainIn(item: Item, said: string, today: string): ReadonlyMap<string, string> {
  const doubts = doubtsIn(normalise(said), today)
  const fields = Object.entries(item).flatMap(([name, value]) => {
    const doubt = doubts.find((one) => one.value === value)
    return doubt === undefined ? [] : [[name, doubt.words] as const]
  })
  return new Map(fields)
}

function doubtsIn(text: string, today: string): readonly Doubt[] {
  const hedged = (start: number, end: number) => {
    const [first = ''] = before.exec(text.slice(Math.max(0, start - 6), start)) ?? []
    const [last = ''] = after.exec(text.slice(end)) ?? []
    return { isHedged: first !== '' || last !== '', words: `${first}${text.slice(start, end)}${last}` }
  }
  const dates = findDates(text, today).flatMap(({ start, end, from, to }): Doubt[] => {
    const { isHedged, words } = hedged(start, end)
    return isHedged ? [from, to].flatMap((value) => (value === undefined ? [] : [{ value, words }])) : []
  })
  const counts = [...findCounts(text, PEOPLE), ...findCounts(text, '学时|课时|小时|天')].flatMap(
    ({ value, approx, start, end }): Doubt[] => {
      const { isHedged, words } = hedged(start, end)
      return approx || isHedged ? [{ value, words }] : []
    },
  )
  return [...dates, ...counts]
}
