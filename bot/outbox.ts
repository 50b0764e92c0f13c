// Step 9, send: messages of one chat in order, each under its row id as the platform's uuid, below the
// platform's limits. What the platform surely refused is tried again, mended or parked. What may have
// arrived keeps its uuid for 50 minutes (the platform forgets one after 60) and is then looked up in the
// chat instead of sent twice (bot/uncertain.ts).
import type { FeishuApi } from './feishu/client.ts'
import type { Limiter } from './limiter.ts'
import type { Log } from './log.ts'
import { isPatch, type Mend, mendOf, uncertainAfterMs } from './mend.ts'
import type { OnStep } from './steps.ts'
import type { Database, Tx } from './store/database.ts'
import type { Address } from './store/outgoing.ts'
import {
  dueOutgoing,
  hasLaterPatch,
  heldByLimit,
  markTrying,
  originalOf,
  rewriteOutgoing,
  type Settled,
  settleOutgoing,
  type WaitingOutgoing,
} from './store/outgoing-sending.ts'
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
  /** builds and uploads the workbook of a file message */
  workbookContent: (content: string) => Promise<string>
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
      if ((await resolveUncertain(deps)) > 0) again = true
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
  const { ready, settled } = await deps.database.transact((tx) => pick(deps, tx))
  const results = await Promise.all(ready.map((one) => trySend(deps, one)))
  if (results.length > 0) {
    await deps.database.transact(async (tx) => {
      for (const { row, mend } of results) await apply(deps, tx, row, mend)
    })
  }
  return results.length + settled
}

async function pick(deps: OutboxDeps, tx: Tx): Promise<{ ready: Ready[]; settled: number }> {
  const now = deps.now()
  const ready: Ready[] = []
  let settled = 0
  for (const row of await dueOutgoing(tx, now, perRound)) {
    const go = await mayGo(deps, tx, row, now)
    if ('address' in go) ready.push({ row, address: go.address })
    else {
      settled += 1
      await settleOutgoing(tx, row.seq, go, now)
    }
  }
  // In its own commit before the call: after a crash nobody can know whether it arrived.
  await markTrying(
    tx,
    ready.map(({ row }) => row.seq),
    now,
  )
  return { ready, settled }
}

/** Where it goes, or what becomes of it instead. */
async function mayGo(
  deps: OutboxDeps,
  tx: Tx,
  row: WaitingOutgoing,
  now: number,
): Promise<{ address: Address } | Settled> {
  const address = await addressOf(tx, row, now)
  if ('status' in address) return address
  if ('patch' in address && (await hasLaterPatch(tx, row))) return replaced
  // The platform forgets a uuid, so an old try may not be repeated, whatever kept us from it until now.
  if (!isPatch(row) && now - (row.firstTryAt ?? now) >= uncertainAfterMs)
    return { status: 'uncertain', error: 'old_try' }
  const wait = deps.limiter.take(row.lane, methodOf(address), now)
  return wait === 0
    ? { address }
    : { status: 'waiting', notBefore: now + wait, error: heldByLimit, fresh: 'no' }
}

const replaced = { status: 'superseded', error: 'replaced' } as const
/** A card that was not sent yet cannot be replaced yet. */
const askAgainMs = 1000

async function addressOf(tx: Tx, { target }: WaitingOutgoing, now: number): Promise<Address | Settled> {
  if (!('patchOf' in target)) return target
  const original = await originalOf(tx, target.patchOf)
  if (original === undefined) return replaced
  if ('messageId' in original) return { patch: original.messageId }
  const notBefore = Math.max(original.notYet, now) + askAgainMs
  return { status: 'waiting', notBefore, error: 'not_sent_yet', fresh: 'no' }
}

function methodOf(address: Address): string {
  return 'patch' in address ? 'patch' : 'replyTo' in address ? 'reply' : 'create'
}

async function trySend(
  deps: OutboxDeps,
  { row, address }: Ready,
): Promise<{ row: WaitingOutgoing; mend: Mend }> {
  try {
    const content = await contentOf(deps, row)
    const sent = await call(deps.feishu, address, row, content)
    // The platform has it; that we know so is not on the disk yet.
    deps.onStep('sent', row.id)
    return { row, mend: { do: 'settle', to: { status: 'sent', ...sent } } }
  } catch (error) {
    const mend = mendOf(error, { row, now: deps.now(), random: deps.random })
    deps.log.warn({ seq: row.seq, attempts: row.attempts + 1, mend: mend.do, err: error }, 'send failed')
    if (mend.do === 'settle' && mend.pauseUntil !== undefined)
      deps.limiter.pause(methodOf(address), mend.pauseUntil)
    return { row, mend }
  }
}

function contentOf(deps: OutboxDeps, row: WaitingOutgoing): Promise<string> {
  const content = deps.vault.open(row.body).toString()
  return row.kind === 'file' ? deps.workbookContent(content) : deps.withImages(content)
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
  if (mend.do === 'settle') return settleOutgoing(tx, row.seq, mend.to, now)
  const asText = mend.do === 'asText'
  const body = asText
    ? deps.vault.seal(mend.text(deps.vault.open(row.body).toString()))
    : new Uint8Array(row.body)
  const target = 'replyTo' in row.target && !asText ? { chatId: row.target.chatId } : row.target
  const kind = asText ? 'text' : row.kind
  await rewriteOutgoing(tx, row, { id: deps.newId(), target, kind, body, notBefore: now })
}
