// Tables pasted from a spreadsheet: a header row, then one person a row; cells by tab or bar.

import { DESK } from '../lexicon/posts.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { TEMPORARY } from '../staffing/change.ts'
import { staffingDates } from '../staffing/dates.ts'
import { movementOf } from '../staffing/places.ts'
import { roleCodeOf } from '../staffing/roles.ts'
import { phoneIn, traitsOf } from '../staffing/traits.ts'
import { findVerbs, mainVerb, type Verb } from '../staffing/verbs.ts'
import { LIST_OF_CHARGED } from '../staffing/villages.ts'

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  [
    'person',
    /^(?:人员|干部|同志)?(?:姓名|名字)$|^人员$|^(?:应急|安全)(?:负责人|专干|联络员|网格员|管理员|干部)$/,
  ],
  ['birth', /出生|生日/],
  ['date', /^(?!.*(?:培训|考试|发证|有效|到期|取证)).*(?:日期|时间)$/],
  ['place', /去向.*来源|来源.*去向/],
  ['to', /去向|去处|调往|调入单位|流向|新单位|现单位|调至/],
  ['from', /来源|调出单位|何处|来自|原单位|原工作/],
  ['change', /变动|变化|异动|调整|^(?:类型|类别|事项|情况|原因)$/],
  ['department', /科室|部门|股室/],
  ['role', /职务|岗位|职位|任职/],
  ['phone', /电话|手机|联系方式/],
  ['major', /专业/],
  ['trait', /性别|学历|学位|证书|持证|编制|用工|身份|专.?兼职/],
  ['village', /^(?:村|村名|社区|行政村|所在村|村\(?社区\)?)$/],
  ['unit', /^(?:单位|所在单位|乡镇|镇街)$/],
  ['note', /备注|说明/],
]
/** Columns of courses, examinations and certificates: a table of something else. */
const OTHER_TABLE = /学时|成绩|分数|得分|考试|培训|证号|有效期|发证|隐患|整改/

type Cells = Readonly<Record<string, string>>

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .split(/\t|\||(?<=\S)\s{2,}(?=\S)/)
    .map((cell) => cell.trim())

/** Column names of a header row, by position; undefined when the row is no header. */
function headerOf(line: string): (string | undefined)[] | undefined {
  if (OTHER_TABLE.test(line)) return undefined
  const names = cellsOf(line).map((cell) => COLUMNS.find(([, pattern]) => pattern.test(cell))?.[0])
  const telling = names.filter((name) => name !== undefined && name !== 'unit')
  return names.includes('person') && telling.length > 1 ? names : undefined
}

/** Whether the text begins a table of people, rows or none. */
export const hasTableHeader = (text: string): boolean =>
  text
    .split('\n')
    .some((line) => headerOf(line) !== undefined || /^(?:序号\s)?姓名\s(?:变动|性别|职务)/.test(line))

const cell = (cells: Cells, name: string): string => cells[name] ?? ''

const LEAVES = /出|走|离|去|借|抽|退|辞/

/** What the cells would be as a sentence, so that the rules for sentences read them. */
const sentence = (cells: Cells): string =>
  [
    cell(cells, 'place') === ''
      ? ''
      : `${LEAVES.test(cell(cells, 'change')) ? '到' : '从'}${cell(cells, 'place')}`,
    cell(cells, 'to') === '' ? '' : `到${cell(cells, 'to')}`,
    cell(cells, 'from') === '' ? '' : `从${cell(cells, 'from')}`,
    cell(cells, 'note'),
  ].join(',')

const filled = (text: string): string | undefined => (text === '' ? undefined : text)

/** The unit of a row: a village of the sender's, or one named in full; the sender's own otherwise. */
function unitOf(cells: Cells, reading: Reading): string | undefined {
  const { sender } = reading
  const village = cell(cells, 'village')
  if (village !== '' && sender.level === 'township') return `${sender.unit ?? ''}${village}`
  return readPart(cell(cells, 'unit'), reading).units[0]?.name ?? sender.unit
}

function placeSlots(cells: Cells, reading: Reading): Slots {
  const movement = movementOf(readPart(sentence(cells), reading))
  const noted = NOTED_DESK.exec(cell(cells, 'note'))?.[0]
  const desk = ENDS_AS_DESK.test(cell(cells, 'role')) ? cell(cells, 'role') : undefined
  return {
    unit: unitOf(cells, reading),
    toUnit: movement.to,
    fromUnit: movement.from,
    department: filled(cell(cells, 'department')) ?? desk ?? noted,
  }
}

/** What a word alone means in a table: without a source somebody goes. */
function kindOf({ meaning }: Verb, cells: Cells): string | undefined {
  const comes = cell(cells, 'from') !== '' || /^(?:从|来自)/.test(cell(cells, 'note'))
  if (meaning === 'move') return comes ? 'transferIn' : 'transferOut'
  if (meaning === 'lend') return comes ? 'secondIn' : 'secondOut'
  if (meaning === 'takeOver') return 'join'
  return meaning === 'unclear' ? undefined : meaning
}

/** The change of a row, else the one told above the table; a list of who is in charge names them. */
function changeOf(cells: Cells, preface: string): string | undefined {
  const told = [cell(cells, 'change'), cell(cells, 'note'), preface]
  const verb = told.map((words) => mainVerb(findVerbs(words))).find((found) => found !== undefined)
  if (verb !== undefined) return kindOf(verb, cells)
  if (LIST_OF_CHARGED.test(preface) || cell(cells, 'village') !== '') return 'designate'
  if (cell(cells, 'from') !== '') return 'transferIn'
  if (cell(cells, 'to') !== '') return 'transferOut'
  return titleOf(cells) === undefined ? undefined : 'appoint'
}

/** The post of a row; 执法岗 is a kind of post and no title. */
const titleOf = (cells: Cells): string | undefined =>
  /岗$/.test(cell(cells, 'role')) || ENDS_AS_DESK.test(cell(cells, 'role'))
    ? undefined
    : filled(cell(cells, 'role'))

/** A desk that stands in the column of posts. */
const NOTED_DESK = new RegExp(`^\\p{Script=Han}{2,8}${DESK}$`, 'u')
const ENDS_AS_DESK = new RegExp(`${DESK}$`)

function rowItem(cells: Cells, preface: string, reading: Reading): Item | undefined {
  const person = cell(cells, 'person').replace(/\s/g, '')
  if (!/\p{Script=Han}/u.test(person) || /^(?:合计|小计|无)$/.test(person)) return undefined
  const major = cell(cells, 'major')
  const rest = [
    cells['role'],
    cells['department'],
    cells['note']?.replaceAll(' ', ','),
    cells['trait'],
    major === '' ? '' : `${major}专业`,
  ]
  const text = rest.join(',')
  const changeType = changeOf(cells, preface)
  const temporary = changeType !== undefined && TEMPORARY.test(changeType)
  return makeItem('staffingChange', {
    person,
    changeType,
    ...placeSlots(cells, reading),
    role: titleOf(cells),
    roleCode:
      cell(cells, 'village') === ''
        ? roleCodeOf(`${text},${preface}`, cells['role'], reading.sender)
        : /网格/.test(preface)
          ? 'gridMember'
          : 'villageCadre',
    ...traitsOf(`,${text},`),
    ...staffingDates(readPart(`${cell(cells, 'date')},${cell(cells, 'note')}`, reading), [], temporary),
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
  const preface = lines.slice(0, at).join('\n')
  return lines.slice(at + 1).flatMap((line) => {
    const item = rowItem(rowCells(line, header), preface, reading)
    return item === undefined ? [] : [item]
  })
}
