// Steps 6 and 7: what a trigger means, what is needed from the network before the transaction, and one handler
// inside it. The handler's outcome becomes outbox rows, an audit row and the answer of a press.
import type { Adviser } from './adviser.ts'
import type { Answer } from './answers.ts'
import { dayAt, msOfMinute } from './clock.ts'
import type {
  Ctx,
  Handler,
  Inbound,
  Job,
  MessageIn,
  NextStep,
  Outcome,
  ReceivedFile,
  Sender,
} from './context.ts'
import type { TriggerId, Worker } from './dispatch.ts'
import { readEnvelope, recallKey } from './feishu/inbound.ts'
import { isWorkingDay } from './holidays.ts'
import type { Media } from './media.ts'
import { letOthersIn, putNextStep } from './next-step.ts'
import { outgoingRows } from './outgoing.ts'
import type { PhoneBook } from './phonebook.ts'
import type { Places } from './places.ts'
import { adviceOn, putQuestion } from './question.ts'
import type { TickBody } from './schedule.ts'
import type { Tx } from './store/database.ts'
import { makeStore, type Store } from './store/index.ts'
import { insertOutgoing } from './store/outgoing.ts'
import { triggerAnswer } from './store/triggers.ts'
import type { Vault } from './vault.ts'

export type WorkerDeps = {
  handle: Handler
  jobs: readonly Job[]
  /** what an operator reads when a trigger is given up */
  parkedNotice: (trigger: TriggerId, code: string) => string
  /** undefined when no language model is configured */
  adviser: Adviser | undefined
  media: Media
  phoneBook: PhoneBook
  places: Places
  vault: Vault
  botOpenId: () => string
  publicUrl: string | undefined
  newId: () => string
  randomCode: (bytes: number) => string
  now: () => number
}

type Prepared = { inbound: Inbound; files: readonly ReceivedFile[]; phone: string | undefined }

export function makeWorker(deps: WorkerDeps): Worker {
  return {
    async prepare(trigger, body) {
      const inbound =
        trigger.kind === 'ask'
          ? await adviceOn(body, { ...deps, now: deps.now() })
          : understand(deps, trigger, body)
      // The model had nothing to say, so there is nothing to do.
      if (inbound === undefined) return async () => undefined
      const prepared = await fetchNeeded(deps, inbound)
      return (tx) => handle(deps, tx, trigger, prepared)
    },
    async tellParked(tx, trigger, code) {
      const store = makeStore(tx, { ...deps, now: deps.now(), isWorkingDay })
      const say = (await admins(store)).map((openId) => ({
        to: { openId },
        text: deps.parkedNotice(trigger, code),
      }))
      await insertOutgoing(tx, await outgoingRows(tx, say, rowEnv(deps, trigger, undefined)), deps.now())
    },
  }
}

function understand(deps: WorkerDeps, trigger: TriggerId, body: unknown): Inbound {
  if (trigger.kind === 'cron') return { kind: 'tick', ...(body as TickBody) }
  if (trigger.kind === 'next') return body as NextStep
  const read = readEnvelope((body as { envelope: unknown }).envelope, deps.botOpenId())
  // It was readable when it was taken in, so this is a fault of ours.
  if ('ignore' in read) throw new Error(`stored envelope is unreadable: ${read.ignore}`)
  return read.event
}

async function fetchNeeded(deps: WorkerDeps, inbound: Inbound): Promise<Prepared> {
  if (inbound.kind === 'next') await letOthersIn()
  const files = inbound.kind === 'message' && inbound.mentioned ? await deps.media.keep(inbound) : []
  const phone = 'openId' in inbound ? await deps.phoneBook.phoneOfUnbound(inbound.openId) : undefined
  return { inbound, files, phone }
}

async function handle(
  deps: WorkerDeps,
  tx: Tx,
  trigger: TriggerId,
  prepared: Prepared,
): Promise<Answer | undefined> {
  const now = deps.now()
  const store = makeStore(tx, { ...deps, now, isWorkingDay })
  const { inbound } = prepared
  const sender = 'openId' in inbound ? await senderOf(deps, store, inbound.openId) : undefined
  const ctx: Ctx = {
    now,
    today: dayAt(now),
    sender,
    files: prepared.files,
    phoneMatch: sender?.bindings.length === 0 ? await phoneMatch(store, prepared.phone) : undefined,
    store,
    gazetteer: await deps.places.gazetteer(tx),
    publicUrl: deps.publicUrl,
    randomCode: deps.randomCode,
    isWorkingDay,
  }
  const outcome =
    inbound.kind === 'tick' ? await runJob(deps.jobs, inbound, ctx) : await deps.handle(inbound, ctx)
  await write(deps, tx, trigger, { inbound, outcome, ctx })
  if (inbound.kind === 'message') await recalledBefore(deps, tx, trigger, { inbound, ctx })
  return inbound.kind === 'press' ? answerOf(outcome, tx, deps.media) : undefined
}

/** The platform keeps no order: what was taken back before it came is taken back now, with the same end. */
async function recalledBefore(
  deps: WorkerDeps,
  tx: Tx,
  trigger: TriggerId,
  { inbound: { messageId, chatId }, ctx }: { inbound: MessageIn; ctx: Ctx },
): Promise<void> {
  if ((await triggerAnswer(tx, recallKey(messageId))) === undefined) return
  const inbound = { kind: 'recalled', messageId, chatId } as const
  await write(deps, tx, trigger, { inbound, outcome: await deps.handle(inbound, ctx), ctx })
}

async function senderOf(deps: WorkerDeps, store: Store, openId: string): Promise<Sender> {
  const bound = await store.members.of(openId)
  return { openId, ref: deps.vault.ref(openId), name: bound[0]?.name, bindings: bound }
}

async function phoneMatch(store: Store, phone: string | undefined): Promise<Ctx['phoneMatch']> {
  if (phone === undefined) return undefined
  const [found, ...others] = await store.people.byPhone(phone)
  if (found === undefined || others.length > 0 || found.posts.length === 0) return undefined
  return { personId: found.id, name: found.name }
}

function runJob(jobs: readonly Job[], tick: Extract<Inbound, { kind: 'tick' }>, ctx: Ctx): Promise<Outcome> {
  const job = jobs.find((one) => one.name === tick.job)
  if (job === undefined) throw new Error(`there is no job ${tick.job}`)
  const ms = msOfMinute(tick.slot)
  return job.run({ at: tick.slot, ms, day: dayAt(ms), late: tick.late }, ctx)
}

function rowEnv({ newId, vault, now }: WorkerDeps, trigger: TriggerId, inbound: Inbound | undefined) {
  const isPrivate = inbound?.kind === 'entered' || (inbound?.kind === 'message' && inbound.chatType === 'p2p')
  return { newId, vault, now: now(), triggerSeq: trigger.seq, privately: isPrivate ? inbound : undefined }
}

async function write(
  deps: WorkerDeps,
  tx: Tx,
  trigger: TriggerId,
  { inbound, outcome, ctx }: { inbound: Inbound; outcome: Outcome; ctx: Ctx },
): Promise<void> {
  const pressed = inbound.kind === 'press' && outcome.card !== undefined
  const rows = await outgoingRows(
    tx,
    outcome.say ?? [],
    rowEnv(deps, trigger, inbound),
    pressed ? { inbound, card: outcome.card } : undefined,
  )
  await insertOutgoing(tx, rows, ctx.now)
  const { next, ask } = outcome
  if (next !== undefined) await putNextStep(tx, { key: trigger.key, next }, { ...deps, now: ctx.now })
  if (ask !== undefined) await putQuestion(tx, { key: trigger.key, question: ask }, { ...deps, now: ctx.now })
  if (outcome.audit !== undefined) {
    const actor = ctx.sender?.ref ?? (inbound.kind === 'tick' ? `job:${inbound.job}` : 'system')
    await ctx.store.records.audit({ actor, detail: {}, ...outcome.audit })
  }
}

/** Without the card while a photo on it is not up yet: the row that replaces the pressed card brings it. */
async function answerOf({ toast, card }: Outcome, tx: Tx, media: Media): Promise<Answer> {
  const data = card === undefined ? undefined : await media.withKnownImages(tx, card)
  return {
    ...(toast === undefined ? {} : { toast }),
    ...(data === undefined ? {} : { card: { type: 'raw', data } }),
  }
}

async function admins(store: Store): Promise<string[]> {
  const all = await store.members.all('admin')
  return [...new Set(all.map((bound) => bound.openId))]
}
