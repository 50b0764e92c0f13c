// Who may do what where. A role holds for its unit and everything below it; every action asks here, on the
// server, whatever card the press came from. Deny by default.
import type { Ctx, Outcome, Role, Sender } from '../bot/context.ts'

/** What each role may do besides its name: an administrator does not file for others, a leader only reads. */
const includes: Readonly<Record<Role, readonly Role[]>> = {
  reporter: ['reporter'],
  handler: ['handler', 'reporter'],
  leader: ['leader'],
  admin: ['admin'],
}

/** Whether the sender holds one of the roles at the unit or above it. */
export async function may(ctx: Ctx, roles: readonly Role[], unitId: string): Promise<boolean> {
  const bindings = ctx.sender?.bindings ?? []
  const unit = await ctx.store.units.byId(unitId)
  if (unit === undefined) return false
  return bindings.some(
    (binding) =>
      unit.path.includes(`/${binding.unitId}/`) &&
      includes[binding.role].some((role) => roles.includes(role)),
  )
}

/**
 * Reading is for everybody bound at the unit or above it, and for the emergency bureau of a county or the city,
 * which supervises the whole of it (the committee office 安委办 sits there).
 */
export async function mayRead(ctx: Ctx, unitId: string): Promise<boolean> {
  if (await may(ctx, ['reporter', 'handler', 'leader', 'admin'], unitId)) return true
  const unit = await ctx.store.units.byId(unitId)
  const own = await ctx.store.units.byIds((ctx.sender?.bindings ?? []).map((binding) => binding.unitId))
  const supervised = own.flatMap((bureau) =>
    bureau.emergencyBureau && bureau.parentId !== null ? [bureau.parentId] : [],
  )
  return unit !== undefined && supervised.some((placeId) => unit.path.includes(`/${placeId}/`))
}

/** The sender's first binding with one of the roles; undefined for somebody without. */
export function bindingOf(
  sender: Sender | undefined,
  roles: readonly Role[],
): Sender['bindings'][number] | undefined {
  return sender?.bindings.find((binding) => includes[binding.role].some((role) => roles.includes(role)))
}

export function isBound(ctx: Ctx): boolean {
  return (ctx.sender?.bindings.length ?? 0) > 0
}

/** The answer to a press by somebody without the right: a sentence, and the card stays as it is. */
export function refused(sentence: string): Outcome {
  return {
    toast: { type: 'warning', content: sentence },
    audit: { action: 'refused', subject: 'press' },
  }
}
