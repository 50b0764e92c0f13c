// A dry run: what a job would say to whom at a slot. The job itself runs, and nothing of it is kept.
// Imported by index.ts.
import { cardAsText } from '../bot/cards/index.ts'
import type { Ctx, Job, Outgoing, Target } from '../bot/context.ts'

/** One message that would be sent: to whom, what it says in plain lines, and not before when (ms since 1970). */
export type Planned = { readonly to: Target; readonly text: string; readonly notBefore: number | undefined }

/** What the job would say at the slot, in order; the database stays as it is. */
export function planned(job: Job, slot: Parameters<Job['run']>[0], ctx: Ctx): Promise<readonly Planned[]> {
  return ctx.store.attempt(async () => {
    const outcome = await job.run(slot, ctx)
    return { value: (outcome.say ?? []).flatMap(planOf), keep: 'no' }
  })
}

/** New content for a card that was sent before reaches nobody new. */
function planOf(one: Outgoing): readonly Planned[] {
  if ('replace' in one) return []
  const text = one.card === undefined ? (one.text ?? '') : cardAsText(one.card)
  return [{ to: one.to, text, notBefore: one.notBefore }]
}
