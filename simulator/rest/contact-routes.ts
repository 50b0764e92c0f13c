// Looking people up: one, several, and by mobile number.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findByMobile, findPerson, idOf } from '../people.ts'
import type { Person } from '../tenant.ts'
import type { Gate } from './gate.ts'
import { ok, Refusal } from './refusal.ts'
import { bodyOf } from './send-routes.ts'

const scopes = ['contact:contact.base:readonly', 'contact:contact:readonly_as_app']
const idParam = z.object({ id: z.string() })
const idTypeQuery = z.object({ user_id_type: z.enum(['open_id', 'union_id', 'user_id']).default('open_id') })
const batchQuery = idTypeQuery.extend({ user_ids: z.union([z.string(), z.array(z.string())]) })
const getIdBody = z.object({
  emails: z.array(z.string()).max(50).default([]),
  mobiles: z.array(z.string()).max(50).default([]),
  include_resigned: z.boolean().optional(),
})

export function contactRoutes(app: FastifyInstance, { tenant }: Gate): void {
  app.get('/open-apis/contact/v3/users/batch', { config: { scopes } }, (request) => {
    const query = bodyOf(batchQuery, request.query)
    const ids = [query.user_ids].flat().slice(0, 50)
    const found = ids.flatMap((id) => findPerson(tenant, query.user_id_type, id) ?? [])
    return ok({ items: found.map(personView) })
  })
  app.get('/open-apis/contact/v3/users/:id', { config: { scopes } }, (request) => {
    const query = bodyOf(idTypeQuery, request.query)
    const person = findPerson(tenant, query.user_id_type, idParam.parse(request.params).id)
    if (person === undefined) throw new Refusal(41050, 'no user authority error')
    return ok({ user: personView(person) })
  })
  app.post(
    '/open-apis/contact/v3/users/batch_get_id',
    { config: { scopes: ['contact:user.id:readonly'] } },
    (request) => {
      const query = bodyOf(idTypeQuery, request.query)
      const { emails, mobiles } = bodyOf(getIdBody, request.body)
      const byMobile = mobiles.map((mobile) => {
        const person = findByMobile(tenant, mobile)
        return person === undefined ? { mobile } : { mobile, user_id: idOf(person, query.user_id_type) }
      })
      return ok({ user_list: [...emails.map((email) => ({ email })), ...byMobile] })
    },
  )
}

function personView(person: Person): Record<string, unknown> {
  return {
    union_id: person.unionId,
    user_id: person.userId,
    open_id: person.openId,
    name: person.name,
    en_name: '',
    ...(person.mobile === undefined ? {} : { mobile: `+86${person.mobile.replace(/^\+86/, '')}` }),
    avatar: { avatar_72: '', avatar_240: '', avatar_640: '', avatar_origin: '' },
    status: { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false, is_unjoin: false },
    department_ids: ['0'],
    job_title: person.title,
  }
}
