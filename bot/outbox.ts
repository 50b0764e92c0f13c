// Step 9, send: messages of one chat in order, each under its row id as the platform's uuid, below the
// platform's limits. What the platform surely refused is tried again, mended or parked. What may have
// arrived keeps its uuid for 50 minutes (the platform forgets one after 60) and is then looked up in the
// chat instead of sent twice (bot/uncertain.ts).
import type { FeishuApi } from './feishu/client.ts'
import type { Limiter } from './limiter.ts'
import type { Log } from './log.ts'
import { type Mend, mendOf } from './mend.ts'
import type { OnStep } from './steps.ts'
import type { Database, Tx } from './store/database.ts'
import {
  type Address,
  dueOutgoing,
  hasLaterPatch,
  insertOutgoing,
  markTrying,
  type Settled,
  sentMessageId,
  settleOutgoing,
  type WaitingOutgoing,
} from './store/outgoing.ts'
import { resolveUncertain } from './uncertain.ts'
import type { Vault } from './vault.ts'

export type Outbox = {
  /** Sends until nothing may go now. Calls while it works join the work under way. */
  drain(): Promise<void>
}

export type OutboxDeps = {
  database: Database
  vault: Vault
  feishu: FeishuApi
  limiter: Limiter
  /** puts the platform's image keys where cards name stored photos; may upload */
  withImages: (content: string) => Promise<string>
  newId: () => string
  now: () => number
  random: () => number
  onStep: OnStep
  log: Log
}

const perRound = 24

export function makeOutbox(deps: OutboxDeps): Outbox {
  let working: Promise<void> | undefined
  let again = false
  async function work(): Promise<void> {
    do {
      again = false
      while ((await sendRound(deps)) > 0) again = false
      await resolveUncertain(deps)
    } while (again)
  }
  return {
    drain() {
      again = true
      working ??= work().finally(() => {
        working = undefined
      })
      return working
    },
  }
}

type Ready = { row: WaitingOutgoing; address: Address }

/** One round: the first row of each chat that may go now. Answers how many rows changed. */
async function sendRound(deps: OutboxDeps): Promise<number> {
  const { ready, dropped } = await deps.database.transact((tx) => pick(deps, tx))
  const results = await Promise.all(ready.map((one) => trySend(deps, one)))
  if (results.length > 0) {
    await deps.database.transact(async (tx) => {
      for (const { row, mend } of results) await apply(deps, tx, row, mend)
    })
  }
  for (const { row, mend } of results)
    if (mend.do === 'settle' && mend.to.status === 'sent') deps.onStep('sent', row.id)
  return results.length + dropped
}

async function pick(deps: OutboxDeps, tx: Tx): Promise<{ ready: Ready[]; dropped: number }> {
  const now = deps.now()
  const ready: Ready[] = []
  let dropped = 0
  for (const row of await dueOutgoing(tx, now, perRound)) {
    const address = 'patchOf' in row.target ? await originalOf(tx, row.target.patchOf) : row.target
    const stale = address === undefined || ('patch' in address && (await hasLaterPatch(tx, row)))
    if (stale || address === undefined) {
      await settleOutgoing(tx, row.seq, { status: 'superseded', error: 'replaced' }, now)
      dropped += 1
      continue
    }
    const wait = deps.limiter.take(row.lane, methodOf(address), now)
    if (wait === 0) ready.push({ row, address })
    else
      await settleOutgoing(
        tx,
        row.seq,
        { status: 'waiting', notBefore: now + wait, error: 'limit', fresh: 'no' },
        now,
      )
  }
  // In its own commit before the call: after a crash nobody can know whether it arrived.
  await markTrying(
    tx,
    ready.map(({ row }) => row.seq),
    now,
  )
  return { ready, dropped }
}

async function originalOf(tx: Tx, id: string): Promise<Address | undefined> {
  const messageId = await sentMessageId(tx, id)
  return messageId === undefined ? undefined : { patch: messageId }
}

function methodOf(address: Address): string {
  return 'patch' in address ? 'patch' : 'replyTo' in address ? 'reply' : 'create'
}

async function trySend(
  deps: OutboxDeps,
  { row, address }: Ready,
): Promise<{ row: WaitingOutgoing; mend: Mend }> {
  try {
    const content = await deps.withImages(deps.vault.open(row.body).toString())
    const sent = await call(deps.feishu, address, row, content)
    return { row, mend: { do: 'settle', to: { status: 'sent', ...sent } } }
  } catch (error) {
    const mend = mendOf(error, { row, now: deps.now(), random: deps.random })
    deps.log.warn({ seq: row.seq, attempts: row.attempts + 1, mend: mend.do, err: error }, 'send failed')
    if (mend.do === 'settle' && mend.pauseUntil !== undefined)
      deps.limiter.pause(methodOf(address), mend.pauseUntil)
    return { row, mend }
  }
}

async function call(
  feishu: FeishuApi,
  address: Address,
  row: WaitingOutgoing,
  content: string,
): Promise<{ messageId: string; chatId: string | undefined }> {
  if ('patch' in address) {
    await feishu.patch(address.patch, content)
    return { messageId: address.patch, chatId: undefined }
  }
  return feishu.send(address, row.kind, content, row.id)
}

async function apply(deps: OutboxDeps, tx: Tx, row: WaitingOutgoing, mend: Mend): Promise<void> {
  const now = deps.now()
  if (mend.do === 'settle') return settleOutgoing(tx, row.seq, mend.to satisfies Settled, now)
  await settleOutgoing(tx, row.seq, { status: 'superseded', error: mend.error }, now)
  // Another way to say the same thing is another message, so it gets an id of its own.
  const body =
    mend.do === 'asText' ? deps.vault.seal(mend.text(deps.vault.open(row.body).toString())) : row.body
  const target = 'replyTo' in row.target ? { chatId: row.target.chatId } : row.target
  const again = { id: deps.newId(), key: undefined, about: undefined, notBefore: now, triggerSeq: undefined }
  const kind = mend.do === 'asText' ? 'text' : row.kind
  await insertOutgoing(tx, [{ ...again, lane: row.lane, target, kind, body: new Uint8Array(body) }], now)
}
