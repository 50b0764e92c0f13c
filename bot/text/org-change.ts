// A unit that got another name: "原安监站更名为应急管理站".

import { type Item, makeItem } from './parsed.ts'
import type { Reading } from './reading.ts'

const RENAMED =
  /(?:我(?:镇|乡|局|街道|县)?的?)?(?:原来?的?)?([\p{Script=Han}]{2,20}?)(?:正式|已|现|从今天起|即日起)*(?:更名|改名|改称|变更|合并|改组|整合|改制)(?:为|成|组建为|叫)(?:了)?([\p{Script=Han}]{2,20}?)(?=[,。;\n(了]|$|的)/u

/** The change of name told, or none. */
export function orgChanges(reading: Reading): Item[] {
  const undated = reading.dates.reduce((text, date) => text.replace(date.text, ''), reading.text)
  const match = RENAMED.exec(undated.replace(/(?:自|从|于)?起|(?<=[,。站所办队])[自从于]/g, ''))
  const [oldName, newName] = [match?.[1], match?.[2]]
  if (oldName === undefined || newName === undefined || reading.people.length > 0) return []
  const date = reading.dates.find(({ kind }) => kind === 'day')
  const bare = oldName
    .replace(/^.*(?:日|号|起|,)/, '')
    .replace(/^(?:我|本)们?(?:镇|乡|局|街道|县)?的?(?:原来?的?)?/, '')
  return [
    makeItem('orgChange', { unit: reading.sender.unit, oldName: bare, newName, effectiveDate: date?.from }),
  ]
}
