// Settles messages whose fate was unknown for 50 minutes: the chat itself is read, and only what is not there
// is sent. The opposite, sending again, could show the same receipt twice.
import type { OutboxDeps } from './outbox.ts'
import { outgoingOfMessage } from './store/outgoing.ts'
import {
  chatOfLane,
  type Settled,
  settleOutgoing,
  uncertainOutgoing,
  type WaitingOutgoing,
} from './store/outgoing-sending.ts'

const lookAgainMs = 60_000

/** Answers how many rows may be sent now after all. */
export async function resolveUncertain(deps: OutboxDeps): Promise<number> {
  const rows = await deps.database.transact((tx) => uncertainOutgoing(tx, deps.now()))
  let again = 0
  for (const row of rows) {
    const found = await lookUp(deps, row)
    await deps.database.transact((tx) => settleOutgoing(tx, row.seq, found, deps.now()))
    if (found.status === 'waiting') again += 1
  }
  return again
}

/** `sent` when the message stands in the chat, `waiting` when it does not, else later once more. */
async function lookUp(deps: OutboxDeps, row: WaitingOutgoing): Promise<Settled> {
  const later = { status: 'uncertain', error: 'not_looked_up', notBefore: deps.now() + lookAgainMs } as const
  const known = 'chatId' in row.target ? row.target.chatId : undefined
  const chatId = known ?? (await deps.database.transact((tx) => chatOfLane(tx, row.lane)))
  const notThere = { status: 'waiting', notBefore: deps.now(), error: 'not_in_chat', fresh: 'yes' } as const
  // The very first message to somebody, so there is no chat to look into. One too many is better than none.
  if (chatId === undefined) return notThere
  try {
    const messageId = await find(deps, row, chatId)
    return messageId === undefined ? notThere : { status: 'sent', messageId, chatId }
  } catch (error) {
    deps.log.warn({ seq: row.seq, err: error }, 'chat could not be read')
    return later
  }
}

async function find(deps: OutboxDeps, row: WaitingOutgoing, chatId: string): Promise<string | undefined> {
  const content = await comparable(deps, row)
  const own = await deps.feishu.listOwn(chatId, (row.firstTryAt ?? deps.now()) - lookAgainMs)
  for (const { messageId, kind, content: listed } of own) {
    if (kind !== row.kind || (await isAnother(deps, messageId))) continue
    // The list flattens cards; what was sent is told for one message only.
    const full =
      kind === 'interactive'
        ? (await deps.feishu.read(messageId)).body
        : kind === 'file'
          ? nameOnly(listed, 'file_name')
          : listed
    if (same(full, content)) return messageId
  }
  return undefined
}

/** A workbook gets a new key at every upload, so it is known by its name. */
async function comparable(deps: OutboxDeps, row: WaitingOutgoing): Promise<string> {
  const content = deps.vault.open(row.body).toString()
  return row.kind === 'file' ? nameOnly(content, 'name') : deps.withImages(content)
}

function nameOnly(content: string, field: 'name' | 'file_name'): string {
  return JSON.stringify({ name: Reflect.get(JSON.parse(content), field) })
}

// Two messages may say the same, such as an acknowledgement; one that is known as sent is not this one.
async function isAnother(deps: OutboxDeps, messageId: string): Promise<boolean> {
  return (await deps.database.transact((tx) => outgoingOfMessage(tx, messageId))) !== undefined
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
