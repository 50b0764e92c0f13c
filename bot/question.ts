// A question to the language model is a trigger of its own, taken in with the commit of the answer it comes after: a
// crash loses neither, and nobody waits for the model. Imported by bot/worker.ts.
import type { Adviser } from './adviser.ts'
import type { Advice, Outcome, Question } from './context.ts'
import type { Tx } from './store/database.ts'
import { insertTriggers } from './store/triggers.ts'
import type { Vault } from './vault.ts'

type Kept = { readonly question: Question; readonly askedAt: number }

/** The answer of the rules is on its way to the chat by then. */
const laterMs = 2000
/** A suggestion that comes later than this is of no use: by then the person has filled in the form. */
const useless = 60_000

/** Keeps the question for later, unless there is no model or the question must not leave this host. */
export async function putQuestion(
  tx: Tx,
  after: { key: string; question: NonNullable<Outcome['ask']> },
  env: { vault: Vault; now: number; adviser: Adviser | undefined },
): Promise<void> {
  const { question } = after
  if (env.adviser === undefined || !mayAsk(question, env.adviser)) return
  const kept: Kept = { question, askedAt: env.now }
  const body = env.vault.seal(JSON.stringify(kept))
  // One lane for all: a slow model keeps one of the lanes busy, never all of them.
  await insertTriggers(tx, [{ key: `ask:${after.key}`, kind: 'ask', lane: 'ask', body }], env.now + laterMs)
}

/** Asks; undefined when there is no answer, no model any more, or it is too late. */
export async function adviceOn(
  body: unknown,
  { adviser, now }: { adviser: Adviser | undefined; now: number },
): Promise<Advice | undefined> {
  const { question, askedAt } = body as Kept
  if (adviser === undefined || now - askedAt > useless || !mayAsk(question, adviser)) return undefined
  const answer = await adviser.ask(question.text)
  const { openId, about } = question
  return answer === undefined ? undefined : { kind: 'advice', openId, about, answer }
}

/** What may hold a tip does not leave this host. */
function mayAsk({ holds }: Question, { place }: Adviser): boolean {
  return holds === 'report' || place === 'here'
}
