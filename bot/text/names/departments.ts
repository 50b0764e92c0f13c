// Departments by any of their names, and which of them need a place before them to count.

import type { Sender } from '../form/sender.ts'
import { departmentNames } from './places.ts'

const DEPARTMENTS: readonly (readonly [alias: string, name: string])[] = departmentNames
  .flatMap(([name, aliases]) => [name, ...aliases.split(' ')].map((alias) => [alias, name] as const))
  .filter(([alias]) => alias !== '' && alias !== '委办')
  .concat([
    ['消防救援支队', '消防'],
    ['消防救援大队', '消防'],
    ['消防救援机构', '消防'],
    ['消防救援队伍', '消防'],
    ['消防支队', '消防'],
    ['消防大队', '消防'],
    ['消防', '消防'],
  ])
  .sort((a, b) => b[0].length - a[0].length)
/** Too short to stand for a bureau without a place before them. */
export const NEEDS_PLACE =
  /^(?:党校|人大|政协|消防|公安|交通|市监|市场监管|城管|住建|人社|自然资源|安委会|监委|纪委|组织部|宣传部|应急部门)$/

const BY_FIRST = new Map<string, (readonly [string, string])[]>()
for (const department of DEPARTMENTS) {
  const first = department[0].charAt(0)
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), department])
}

/** The department whose name begins at `at`: the words found and the canonical short name. */
export const departmentAt = (text: string, at: number): readonly [string, string] | undefined =>
  BY_FIRST.get(text.charAt(at))?.find(([alias]) => text.startsWith(alias, at))

/** The department's name at that level: the fire service is a brigade in the city, a battalion in a county. */
export const departmentName = (place: string, name: string): string => {
  if (name === '消防') return place === '晋城市' ? '消防救援支队' : '消防救援大队'
  return name
}

/** The kind of bureau 局 alone means for this sender. */
export const lineOf = ({ department }: Sender): string =>
  department?.endsWith('局') === true ? department : '应急管理局'

const LINE = /(?<=[县市区])局(?![长域部])/y

/** A bare 局 behind a county (泽州县局) is the bureau of the sender's own line there. */
export function lineAt(text: string, at: number, sender: Sender): readonly [string, string] | undefined {
  LINE.lastIndex = at
  return LINE.test(text) ? ['局', lineOf(sender)] : undefined
}
