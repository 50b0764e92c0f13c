// One person with two names: 小郑就是郑十, 小王(王小丽), 老秦,秦五, 老周走了,大名周八.

import { DOUBLE_SURNAMES } from '../lexicon/names.ts'
import type { PersonSpan } from './people.ts'

/** Words between a nickname and the full name right behind it; with nothing said the surname must agree. */
const BETWEEN = /^[,(、]?(?:就是|即|也就是|,?全名|名叫|叫|大名|本名)?$/
/** Words before a full name that stands further on. */
const INTRODUCES = /(?:大名|全名|本名|真名|名字叫|名叫|名字是)(?:叫|是|:)?$/

const surnameOf = (name: string): string =>
  DOUBLE_SURNAMES.has(name.slice(0, 2)) ? name.slice(0, 2) : name.charAt(0)

function sameSurname(nickname: string, name: string): boolean {
  const surname = surnameOf(name)
  return nickname.startsWith(surname) || nickname.slice(1) === surname
}

function isAlias(nickname: PersonSpan, name: PersonSpan, text: string): boolean {
  const gap = text.slice(nickname.end, name.start)
  const said = BETWEEN.exec(gap)
  if (said !== null)
    return /[\p{Script=Han}]/u.test(gap) || (gap !== '、' && sameSurname(nickname.name, name.name))
  if (!sameSurname(nickname.name, name.name)) return false
  const alone = /[,(]$/.test(gap) && /^(?:$|[,)。;])/.test(text.slice(name.end)) && gap.length < 14
  return alone || INTRODUCES.test(gap)
}

/** Full names by the nickname they explain. */
export function aliasesIn(people: readonly PersonSpan[], text: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>()
  people.forEach((person, index) => {
    const before = people
      .slice(0, index)
      .filter(({ kind, name }) => kind === 'nickname' && !aliases.has(name))
    const nickname = before.findLast((one) => isAlias(one, person, text))
    if (person.kind === 'name' && nickname !== undefined) aliases.set(nickname.name, person.name)
  })
  return aliases
}
