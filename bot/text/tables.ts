// Tables pasted from a spreadsheet: a header row, then one person a row; cells by tab or bar.

import { type Item, makeItem, type Slots } from './parsed.ts'
import { type Reading, readPart } from './reading.ts'
import { staffingDates } from './staffing-dates.ts'
import { movementOf } from './staffing-places.ts'
import { roleCodeOf } from './staffing-roles.ts'
import { phoneIn, traitsOf } from './staffing-traits.ts'
import { findVerbs, mainVerb } from './staffing-verbs.ts'

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['person', /^(?:姓名|名字|人员|人员姓名)$/],
  ['change', /^(?:变动|变动类型|变动情况|类型|变化|变动类别|事项|情况|变动原因)$/],
  ['date', /^(?:日期|时间|变动日期|变动时间|生效日期|到岗时间|调动时间)$/],
  ['to', /^(?:去向|调往|调入单位|调往单位|流向|新单位|现单位)$/],
  ['from', /^(?:来源|原单位|调出单位|从何处来|来自|原工作单位)$/],
  ['department', /^(?:科室|部门|所在科室|现科室)$/],
  ['role', /^(?:职务|岗位|职位|任职|现任职务)$/],
  ['phone', /^(?:电话|手机|联系方式|联系电话|手机号)$/],
  ['major', /^(?:专业|所学专业)$/],
  ['trait', /^(?:性别|学历|学位|证书|持证情况|编制|用工性质|身份)$/],
  ['birth', /^(?:出生年月|出生日期|生日)$/],
  ['note', /^(?:备注|说明)$/],
]

type Cells = Readonly<Record<string, string>>

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .split(/\t|\||(?<=\S)\s{2,}(?=\S)/)
    .map((cell) => cell.trim())

/** Column names of a header row, by position; undefined when the row is no header. */
function headerOf(line: string): (string | undefined)[] | undefined {
  const names = cellsOf(line).map((cell) => COLUMNS.find(([, pattern]) => pattern.test(cell))?.[0])
  return names.includes('person') && names.filter((name) => name !== undefined).length > 1 ? names : undefined
}

/** Whether the text begins a table of people, rows or none. */
export const hasTableHeader = (text: string): boolean =>
  text
    .split('\n')
    .some((line) => headerOf(line) !== undefined || /^(?:序号\s)?姓名\s(?:变动|性别|职务)/.test(line))

const cell = (cells: Cells, name: string): string => cells[name] ?? ''

/** What the cells would be as a sentence, so that the rules for sentences read them. */
const sentence = (cells: Cells): string =>
  [
    cell(cells, 'to') === '' ? '' : `到${cell(cells, 'to')}`,
    cell(cells, 'from') === '' ? '' : `从${cell(cells, 'from')}`,
    cell(cells, 'note'),
  ].join(',')

const filled = (text: string): string | undefined => (text === '' ? undefined : text)

function placeSlots(cells: Cells, reading: Reading): Slots {
  const movement = movementOf(readPart(sentence(cells), reading))
  const noted = /^[\p{Script=Han}]{2,8}(?:大队|队|科|股|站|办|中心)$/u.exec(cell(cells, 'note'))?.[0]
  return {
    unit: reading.sender.unit,
    toUnit: movement.to,
    fromUnit: movement.from,
    department: filled(cell(cells, 'department')) ?? noted,
  }
}

function rowItem(cells: Cells, reading: Reading): Item | undefined {
  const person = cell(cells, 'person').replace(/\s/g, '')
  if (!/\p{Script=Han}/u.test(person) || /^(?:合计|小计|无)$/.test(person)) return undefined
  const verb = mainVerb(findVerbs(cell(cells, 'change'))) ?? mainVerb(findVerbs(cell(cells, 'note')))
  const major = cell(cells, 'major')
  const rest = [
    cells['role'],
    cells['department'],
    cells['note'],
    cells['trait'],
    major === '' ? '' : `${major}专业`,
  ]
  const text = rest.join(',')
  return makeItem('staffingChange', {
    person,
    changeType: verb?.meaning === 'move' ? 'transferOut' : verb?.meaning,
    ...placeSlots(cells, reading),
    role: filled(cell(cells, 'role')),
    roleCode: roleCodeOf(text, cells['role'], reading.sender),
    ...traitsOf(`,${text},`),
    ...staffingDates(readPart(cell(cells, 'date'), reading), [], false),
    phone: phoneIn(cell(cells, 'phone')),
    birth: filled(
      cell(cells, 'birth')
        .replaceAll(/[./年]/g, '-')
        .replace(/月?日?$/, ''),
    ),
  })
}

function rowCells(line: string, header: readonly (string | undefined)[]): Cells {
  const cells: Record<string, string> = {}
  cellsOf(line).forEach((value, index) => {
    const name = header[index]
    if (name === undefined) return
    cells[name] = name in cells ? `${cells[name]},${value}` : value
  })
  return cells
}

/** One change per row of a pasted table; none when there is no table. */
export function tableChanges(reading: Reading): Item[] {
  const lines = reading.text.split('\n')
  const at = lines.findIndex((line) => headerOf(line) !== undefined)
  const header = at < 0 ? undefined : headerOf(lines[at] ?? '')
  if (header === undefined) return []
  return lines.slice(at + 1).flatMap((line) => {
    const item = rowItem(rowCells(line, header), reading)
    return item === undefined ? [] : [item]
  })
}
