// Which scopes the app has, and the refusal when one is missing (99991672 with its help links).

import type { Tenant } from '../tenant.ts'
import { Refusal } from './refusal.ts'

/** Granted unless a fault says otherwise. Not among them: im:message.group_msg, so groups need a mention. */
const grantedScopes = [
  'im:message',
  'im:message:send_as_bot',
  'im:message:readonly',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:resource',
  'im:chat',
  'im:chat:readonly',
  'im:chat.members:read',
  'contact:contact.base:readonly',
  'contact:user.base:readonly',
  'contact:user.employee_id:readonly',
  'contact:user.phone:readonly',
  'contact:user.id:readonly',
] as const

/** Any one of these opens the route; none at all means the route needs no scope. */
export type NeededScopes = readonly string[]

/** @throws Refusal 99991672 when the app has none of `needed`. */
export function requireScope(tenant: Tenant, needed: NeededScopes, httpStatus: number): void {
  if (needed.length === 0) return
  const { missingScopes, extraScopes } = tenant.faults
  const granted: readonly string[] = [...grantedScopes, ...extraScopes]
  if (needed.some((scope) => granted.includes(scope) && !missingScopes.includes(scope))) return
  const link = `https://open.feishu.cn/app/${tenant.bot.appId}/auth?q=${needed.join(',')}&op_from=openapi&token_type=tenant`
  throw new Refusal(
    99991672,
    `Access denied. One of the following scopes is required: [${needed.join(', ')}].应用尚未开通所需的应用身份权限：[${needed.join(', ')}]，点击链接申请并开通任一权限即可：${link}`,
    {
      status: httpStatus,
      details: {
        permission_violations: needed.map((subject) => ({ type: 'action_scope_required', subject })),
        helps: [{ url: link, description: '申请权限' }],
      },
    },
  )
}

/** `data.scopes` of application/v6/scopes. */
export function scopeList(tenant: Tenant): { scope_name: string; grant_status: 1 | 2 }[] {
  const { missingScopes, extraScopes } = tenant.faults
  return [...grantedScopes, ...extraScopes].map((scope) => ({
    scope_name: scope,
    grant_status: missingScopes.includes(scope) ? 2 : 1,
  }))
}
