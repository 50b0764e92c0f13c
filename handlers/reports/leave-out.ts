// Leaving one of several out by typing: "不要孙小三", "第二条不要", "撤回钱二妮那条". Read before anything that is taken
// back as a whole, or two people would go with the third.
import type { Outcome, Report } from '../../bot/context.ts'
import type { Said } from '../said.ts'
import { changedTo } from './amend.ts'
import type { ConfirmedReport, Item } from './define.ts'
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
  const type = report === undefined ? undefined : confirmedType(report.kind)
  if (report === undefined || type === undefined || report.items.length < 2) return undefined
  return without({ report, type, index: indexOf(which, report.items) }, said)
}

/** One person left out of a report of several; undefined when the report tells of nobody else. */
export async function leaveOutOf(report: Report, person: string, said: Said): Promise<Outcome | undefined> {
  const type = confirmedType(report.kind)
  if (type === undefined || report.items.length < 2) return undefined
  return without({ report, type, index: indexOf(person, report.items) }, said)
}

async function without(
  { report, type, index }: { report: Report; type: ConfirmedReport; index: number },
  { message, ctx }: Said,
): Promise<Outcome | undefined> {
  const left = report.items[index]
  if (left === undefined) return undefined
  const items = report.items.filter((_, at) => at !== index)
  return changedTo({ report, type, items, says: `已去掉：${short(type.headline(left), 40)}` }, message, ctx)
}

function wordsOf(text: string): string | undefined {
  return shapes.map((shape) => shape.exec(text)?.groups?.['which']).find((which) => which !== undefined)
}

/** Which item is meant: by its person, or by its place in the list. */
function indexOf(which: string, items: readonly Item[]): number {
  return placeSaid(which) ?? items.findIndex(({ person }) => person === which)
}
