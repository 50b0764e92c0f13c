// The people of the tenant: joining, finding them by any id the platform knows.

import { createHash } from 'node:crypto'
import { derivedId } from './ids.ts'
import type { Person, Tenant } from './tenant.ts'
import type { WorldUser } from './world.ts'

const colours = ['#1456f0', '#1a7526', '#a44904', '#7a35f0', '#b82879', '#067062', '#865b03', '#c02a26']

/** Adds the person, or brings name, title, colour and mobile up to date when the id is there already. */
export function joinTenant(tenant: Tenant, user: WorldUser): Person {
  const openId = user.openId ?? derivedId('ou_', 'user', user.name, user.title)
  const person: Person = {
    openId,
    unionId: derivedId('on_', openId),
    userId: derivedId('', 'user-id', openId).slice(0, 8),
    name: user.name,
    title: user.title,
    colour: user.colour ?? colourOf(openId),
    ...(user.mobile === undefined ? {} : { mobile: user.mobile }),
  }
  tenant.people.set(openId, person)
  return person
}

/** The person with this open_id. @throws when there is none: callers pass ids they were given by the tenant. */
export function personOf(tenant: Tenant, openId: string): Person {
  const person = tenant.people.get(openId)
  if (person === undefined) throw new Error(`no person ${openId} in this tenant`)
  return person
}

export type PersonIdType = 'open_id' | 'union_id' | 'user_id'

/** Finds a person by one of the platform's three id types. */
export function findPerson(tenant: Tenant, idType: PersonIdType, id: string): Person | undefined {
  if (idType === 'open_id') return tenant.people.get(id)
  for (const person of tenant.people.values()) {
    if ((idType === 'union_id' ? person.unionId : person.userId) === id) return person
  }
  return undefined
}

/** The id of a person in the type a request asked for. */
export function idOf(person: Person, idType: PersonIdType): string {
  if (idType === 'open_id') return person.openId
  return idType === 'union_id' ? person.unionId : person.userId
}

/** The three ids as events carry them. */
export function idsOf(person: Person): { union_id: string; user_id: string; open_id: string } {
  return { union_id: person.unionId, user_id: person.userId, open_id: person.openId }
}

/** Finds a person by mobile number; +86 and spaces do not matter. */
export function findByMobile(tenant: Tenant, mobile: string): Person | undefined {
  const wanted = bareMobile(mobile)
  for (const person of tenant.people.values()) {
    if (person.mobile !== undefined && bareMobile(person.mobile) === wanted) return person
  }
  return undefined
}

function bareMobile(mobile: string): string {
  return mobile.replace(/[\s-]/g, '').replace(/^\+86/, '')
}

function colourOf(openId: string): string {
  const first = createHash('sha256').update(openId).digest()[0] ?? 0
  return colours[first % colours.length] ?? '#1456f0'
}
