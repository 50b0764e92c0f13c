// Work in parts: the next part of a long piece of work becomes a trigger of its own, taken in with the commit of the
// part before it, so that none is lost or done twice. Imported by bot/worker.ts.
import { setTimeout as wait } from 'node:timers/promises'
import type { NextStep, Outcome } from './context.ts'
import type { Tx } from './store/database.ts'
import { insertTriggers } from './store/triggers.ts'
import type { Vault } from './vault.ts'

/** `next:2:press:…` is the second part of what the press began. */
export async function putNextStep(
  tx: Tx,
  after: { key: string; next: NonNullable<Outcome['next']> },
  env: { vault: Vault; now: number },
): Promise<void> {
  const step: NextStep = { kind: 'next', ...after.next }
  const [, part = '0', origin = after.key] = /^next:(\d+):(.*)$/.exec(after.key) ?? []
  const body = env.vault.seal(JSON.stringify(step))
  const key = `next:${Number(part) + 1}:${origin}`
  await insertTriggers(tx, [{ key, kind: 'next', lane: step.openId, body }], env.now)
}

/** SQLite answers at once, so one part after another would never let the network be heard. */
export async function letOthersIn(): Promise<void> {
  await wait(breathMs)
}

const breathMs = 30
