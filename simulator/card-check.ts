// Validates a card against what this tenant has: its uploaded images and its people.

import type { CardProblem } from './cards/problem.ts'
import { validateCard } from './cards/validate.ts'
import type { Tenant } from './tenant.ts'

/** The first problem of a card, or `undefined` when the platform would take it. */
export function cardProblem(tenant: Tenant, card: unknown): CardProblem | undefined {
  const imageKeys = new Set<string>()
  for (const { key, kind, owner } of tenant.resources.values()) {
    if (kind === 'image' && owner === 'bot') imageKeys.add(key)
  }
  const openIds = new Set<string>()
  for (const person of tenant.people.values()) {
    for (const id of [person.openId, person.unionId, person.userId]) openIds.add(id)
  }
  return validateCard(card, { imageKeys, openIds })
}
