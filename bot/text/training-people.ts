// Who took part, each with the unit told beside the name.

import { namesIn, type Reading } from './reading.ts'

interface Home {
  readonly name: string
  readonly unit?: string
}

/** Where the list goes on without a unit, the one before holds: 泽州县局张三、李四. */
const LISTED = /^[、和与及,]$/

/** 张三(巴公镇), or 泽州县局张三、高平市局李四 where at least two units are told. */
export function homesOf(reading: Reading): Home[] {
  const { text, units, people } = reading
  const homes = new Map<string, string | undefined>()
  let before: { unit: string | undefined; end: number } | undefined
  const told = new Set<string>()
  for (const { kind, name, start, end } of people) {
    if (kind !== 'name') continue
    const own = units.find((unit) => unit.end === start && unit.kind !== 'enterprise')?.name
    const listed = before !== undefined && LISTED.test(text.slice(before.end, start))
    const unit = own ?? (listed ? before?.unit : undefined)
    if (own !== undefined) told.add(own)
    homes.set(name, homes.get(name) ?? unit)
    before = { unit, end }
  }
  return namesIn(reading).map((name) => {
    const unit = bracketed(name, reading) ?? (told.size > 1 ? homes.get(name) : undefined)
    return unit === undefined ? { name } : { name, unit }
  })
}

function bracketed(name: string, { text, units }: Reading): string | undefined {
  const after = text.indexOf(`${name}(`) + name.length + 1
  return after > name.length ? units.find(({ start }) => start === after)?.name : undefined
}
