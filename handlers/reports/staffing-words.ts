// The kinds of staff change and the roles, with their words. Codes are those of the text understanding.
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import type { Item } from './define.ts'

/** enter: a post begins · leave: a post ends · lend, return, extend: secondment · absent: leave of absence */
type Does = 'enter' | 'leave' | 'lend' | 'return' | 'extend' | 'absent'

export const changes = {
  join: { text: '新到岗', does: 'enter' },
  transferIn: { text: '调入', does: 'enter' },
  reassign: { text: '转岗', does: 'enter' },
  appoint: { text: '任职', does: 'enter' },
  designate: { text: '明确责任人', does: 'enter' },
  acting: { text: '代理', does: 'enter' },
  secondIn: { text: '借调来', does: 'enter' },
  transferOut: { text: '调出', does: 'leave' },
  retire: { text: '退休', does: 'leave' },
  resign: { text: '辞职', does: 'leave' },
  dismiss: { text: '辞退', does: 'leave' },
  death: { text: '去世', does: 'leave' },
  removeFromPost: { text: '免职', does: 'leave' },
  undesignate: { text: '不再负责', does: 'leave' },
  secondOut: { text: '借调出', does: 'lend' },
  secondReturn: { text: '借调返回', does: 'return' },
  secondExtend: { text: '续借', does: 'extend' },
  leave: { text: '离岗（病产假等）', does: 'absent' },
} as const satisfies Record<string, { text: string; does: Does }>

export type Change = keyof typeof changes

export function isChange(value: unknown): value is Change {
  return typeof value === 'string' && Object.hasOwn(changes, value)
}

export const changeOptions = Object.entries(changes).map(([value, { text }]) => ({ text, value }))

export const roleOptions = [
  { text: '乡镇专业应急管理人员', value: 'townshipStaff' },
  { text: '执法人员', value: 'enforcementOfficer' },
  { text: '部门安全工作人员', value: 'safetyStaff' },
  { text: '班子成员', value: 'leader' },
  { text: '村（居）应急责任人', value: 'villageCadre' },
  { text: '网格员', value: 'gridMember' },
  { text: '企业安全管理人员', value: 'enterpriseSafetyManager' },
  { text: '专家', value: 'expert' },
  { text: '其他', value: 'other' },
]

/** The day whose roster counts: the day before the change for who leaves, so that a repeated report is seen. */
export function onDay(item: Item, today: LocalDate): LocalDate {
  const date = item['effectiveDate']
  return typeof date === 'string' ? addDays(date as LocalDate, -1) : today
}

/** Proposed, for the city to edit: majors that count as related to emergency management (第六条). */
const relevantMajors = /安全|应急|消防|采矿|矿井|矿山|防灾|化学工程|化工/

export function isRelevantMajor(major: string): boolean {
  return relevantMajors.test(major)
}
