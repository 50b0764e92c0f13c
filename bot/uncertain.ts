// Settles messages whose fate was unknown for 50 minutes: the chat itself is read, and only what is not there
// is sent. The opposite, sending again, could show the same receipt twice.
import type { OutboxDeps } from './outbox.ts'
import { chatOfLane, settleOutgoing, uncertainOutgoing, type WaitingOutgoing } from './store/outgoing.ts'

const again = 60_000

export async function resolveUncertain(deps: OutboxDeps): Promise<void> {
  const now = deps.now()
  const rows = await deps.database.transact((tx) => uncertainOutgoing(tx, now))
  for (const { row, chatId } of await withChats(deps, rows)) {
    const found = chatId === undefined ? undefined : await lookUp(deps, row, chatId)
    await deps.database.transact((tx) => settleOutgoing(tx, row.seq, found ?? later(now), now))
  }
}

const later = (now: number) =>
  ({ status: 'uncertain', error: 'not_looked_up', notBefore: now + again }) as const

async function withChats(deps: OutboxDeps, rows: readonly WaitingOutgoing[]) {
  const pairs = []
  for (const row of rows) {
    const known = 'chatId' in row.target ? row.target.chatId : undefined
    const chatId = known ?? (await deps.database.transact((tx) => chatOfLane(tx, row.lane)))
    pairs.push({ row, chatId })
  }
  return pairs
}

/** `sent` when the message stands in the chat, `waiting` when it does not; undefined when the chat cannot be read. */
async function lookUp(deps: OutboxDeps, row: WaitingOutgoing, chatId: string) {
  const content = deps.vault.open(row.body).toString()
  try {
    const own = await deps.feishu.listOwn(chatId, (row.firstTryAt ?? deps.now()) - again)
    for (const message of own) {
      if (message.kind !== row.kind) continue
      const full =
        message.kind === 'interactive' ? (await deps.feishu.read(message.messageId)).body : message.content
      if (same(full, content)) return { status: 'sent', messageId: message.messageId, chatId } as const
    }
    return { status: 'waiting', notBefore: deps.now(), error: 'not_in_chat', fresh: 'yes' } as const
  } catch (error) {
    deps.log.warn({ seq: row.seq, err: error }, 'chat could not be read')
    return undefined
  }
}

function same(a: string, b: string): boolean {
  return JSON.stringify(sorted(JSON.parse(a))) === JSON.stringify(sorted(JSON.parse(b)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
