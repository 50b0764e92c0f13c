// The leaders of the city and of each county-level unit in the demo city. Imported by prisma/demo/city.ts.
import { addDays } from '../../policy/calendar.ts'
import type { Cast } from './roster.ts'
import type { DemoUnit } from './units.ts'

/** Leaders one can be in the chat, by unit. */
export const namedLeaders: Readonly<Record<string, string>> = {
  晋城市: '郭志华',
  沁水县: '刘明远',
  泽州县: '吕雅琴',
}

/** The head and the deputy who is in charge of safety. */
export function addLeaders(cast: Cast, unit: DemoUnit): void {
  const [head, deputy] = titlesOf(unit)
  for (const title of [head, deputy]) {
    const name = title === deputy ? namedLeaders[unit.name] : undefined
    cast.add({
      ...(name === undefined ? {} : { name }),
      post: {
        unitId: unit.id,
        roleCode: 'leader',
        title,
        postKind: 'administrative',
        from: addDays(cast.today, -(200 + cast.draw.below(900))),
      },
    })
  }
}

function titlesOf(unit: DemoUnit): readonly [head: string, deputy: string] {
  if (unit.kind === 'zone') return ['管委会主任', '管委会副主任']
  const last = unit.name.slice(-1)
  return [`${last}长`, `副${last}长`]
}
