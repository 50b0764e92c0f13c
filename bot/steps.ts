// The nine steps of the corridor by name. Each part says when a step is done; metrics count them, and the
// tests that kill the process between any two steps listen here.

export const steps = [
  'received',
  'verified',
  'persisted',
  'acknowledged',
  'dispatched',
  'understood',
  'handled',
  'committed',
  'sent',
] as const

export type Step = (typeof steps)[number]

/** Told after each step; `key` is the trigger's or the outbox row's. Must not throw. */
export type OnStep = (step: Step, key: string) => void
