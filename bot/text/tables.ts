// Tables pasted from a spreadsheet: a header row, then one person a row; cells by tab or bar.

import { type Item, makeItem, type Slots } from './parsed.ts'
import { type Reading, readPart } from './reading.ts'
import { staffingDates } from './staffing-dates.ts'
import { movementOf } from './staffing-places.ts'
import { phoneIn, roleCodeOf, traitsOf } from './staffing-traits.ts'
import { findVerbs, mainVerb } from './staffing-verbs.ts'

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['person', /^(?:姓名|名字|人员|人员姓名)$/],
  ['change', /^(?:变动|变动类型|变动情况|类型|变化|变动类别|事项|情况)$/],
  ['date', /^(?:日期|时间|变动日期|变动时间|生效日期|到岗时间)$/],
  ['to', /^(?:去向|调往|调入单位|调往单位|流向|新单位)$/],
  ['from', /^(?:来源|原单位|调出单位|从何处来|来自)$/],
  ['department', /^(?:科室|部门|岗位所在|所在科室)$/],
  ['role', /^(?:职务|岗位|职位|任职)$/],
  ['phone', /^(?:电话|手机|联系方式|联系电话)$/],
  ['note', /^(?:备注|说明)$/],
]

const cellsOf = (line: string): string[] => line.split(/\t|\||(?<=\S)\s{2,}(?=\S)/).map((cell) => cell.trim())

/** Column names of a header row, by position; undefined when the row is no header. */
function headerOf(line: string): (string | undefined)[] | undefined {
  const names = cellsOf(line.replace(/^\|/, '')).map(
    (cell) => COLUMNS.find(([, pattern]) => pattern.test(cell))?.[0],
  )
  return names.includes('person') && names.filter((name) => name !== undefined).length > 1 ? names : undefined
}

function rowItem(cells: Readonly<Record<string, string>>, reading: Reading): Item | undefined {
  const person = cells['person']?.replace(/\s/g, '')
  if (person === undefined || person === '' || /^(?:合计|小计|无|\/)$/.test(person)) return undefined
  const date = readPart(cells['date'] ?? '', reading)
  const change = cells['change'] ?? ''
  const place = readPart(
    `${cells['to'] ? `到${cells['to']}` : ''},${cells['from'] ? `从${cells['from']}` : ''},${cells['note'] ?? ''}`,
    reading,
  )
  const movement = movementOf(place)
  const verb = mainVerb(findVerbs(change)) ?? mainVerb(findVerbs(cells['note'] ?? ''))
  const rest = `${cells['role'] ?? ''},${cells['department'] ?? ''},${cells['note'] ?? ''}`
  const slots: Slots = {
    person,
    changeType: verb?.meaning === 'move' ? 'transferOut' : verb?.meaning,
    unit: reading.sender.unit,
    toUnit: movement.to,
    fromUnit: movement.from,
    department: cells['department'] === '' ? undefined : cells['department'],
    role: cells['role'] === '' ? undefined : cells['role'],
    roleCode: roleCodeOf(rest, cells['role'], reading.sender),
    ...traitsOf(rest),
    ...staffingDates(date, [], false),
    phone: phoneIn(cells['phone'] ?? ''),
  }
  return makeItem('staffingChange', slots)
}

/** One change per row of a pasted table; none when there is no table. */
export function tableChanges(reading: Reading): Item[] {
  const lines = reading.text.split('\n')
  const at = lines.findIndex((line) => headerOf(line) !== undefined)
  const header = at < 0 ? undefined : headerOf(lines[at] ?? '')
  if (header === undefined) return []
  return lines.slice(at + 1).flatMap((line) => {
    const cells: Record<string, string> = {}
    cellsOf(line.replace(/^\|/, '')).forEach((cell, index) => {
      const name = header[index]
      if (name !== undefined) cells[name] = cell
    })
    const item = rowItem(cells, reading)
    return item === undefined ? [] : [item]
  })
}
