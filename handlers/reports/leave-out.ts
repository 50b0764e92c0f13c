// Leaving some of several out by typing: "不要孙小三", "第二条不要", "撤回钱二妮和李四". Read before anything that is taken
// back as a whole, or two people would go with the third.
import type { Outcome, Report } from '../../bot/context.ts'
import type { Said } from '../said.ts'
import { changedTo } from './amend.ts'
import type { Item } from './define.ts'
import { short } from './fields.ts'
import { confirmedType } from './index.ts'
import { meantUnnamed } from './meant.ts'
import { placeSaid } from './place.ts'

const verb = '(?:不要|去掉|删掉|删除|删了|拿掉|撤掉|撤回|撤销|取消|不报了?|不用报)'
const shapes = [
  new RegExp(
    `^(?:请)?(?:先)?${verb}(?:了|掉)?[:：,，\\s]*(?<which>.{1,16}?)(?:的)?(?:那|这)?(?:一)?(?:条|项|个|位)?人?(?:了|吧)?[。.!！]?$`,
    'u',
  ),
  new RegExp(
    `^(?:请)?(?:把|将)?(?<which>.{1,16}?)(?:的)?(?:那|这)?(?:一)?(?:条|项|个|位)?人?(?:先)?(?:${verb}|不算)(?:了|掉|吧)*[。.!！]?$`,
    'u',
  ),
]

/** Undefined when the words leave none of several items out. */
export async function leaveOut(said: Said): Promise<Outcome | undefined> {
  const which = wordsOf(said.message.text.trim())
  if (which === undefined) return undefined
  const report = await meantUnnamed(said)
  return report === undefined ? undefined : without(report, indexesOf(which, report.items), said)
}

/** Persons left out of a report of several; undefined when it tells of nobody else. */
export function leaveOutOf(
  report: Report,
  people: readonly string[],
  said: Said,
): Promise<Outcome | undefined> {
  const indexes = [...report.items.keys()].filter((at) =>
    people.some((name) => name === report.items[at]?.['person']),
  )
  return without(report, indexes, said)
}

async function without(
  report: Report,
  indexes: readonly number[],
  { message, ctx }: Said,
): Promise<Outcome | undefined> {
  const type = confirmedType(report.kind)
  const items = report.items.filter((_, at) => !indexes.includes(at))
  if (type === undefined || indexes.length === 0 || items.length === 0) return undefined
  const left = report.items.filter((_, at) => indexes.includes(at))
  const says = `已去掉：${left.map((item) => short(type.headline(item), 40)).join('；')}`
  return changedTo({ report, type, items, says }, message, ctx)
}

function wordsOf(text: string): string | undefined {
  return shapes.map((shape) => shape.exec(text)?.groups?.['which']).find((which) => which !== undefined)
}

/** Which items are meant, by their persons or their places in the list; none when one of them is not there. */
function indexesOf(which: string, items: readonly Item[]): readonly number[] {
  const indexOf = (words: string) => placeSaid(words) ?? items.findIndex(({ person }) => person === words)
  const isThere = (index: number) => items[index] !== undefined
  const whole = indexOf(which)
  const each = isThere(whole) ? [whole] : which.split(/[和与及跟、,，]/u).map(indexOf)
  return each.every(isThere) ? each : []
}
