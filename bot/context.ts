// The words the machine, the handlers and the jobs share: what came in, what a handler may use, what it
// answers. Types only. Handlers and jobs import nothing else of the machine but cards and text.
import type { LocalDate } from '../policy/calendar.ts'
import type { Card } from './cards/index.ts'
import type { Advice, Question } from './context-advice.ts'
import type { SheetProblem } from './sheets/problem.ts'
import type { Role, Store } from './store/index.ts'
import type { Gazetteer } from './text/index.ts'

export type { Advice, Question } from './context-advice.ts'
export type { SheetProblem } from './sheets/problem.ts'
export type {
  HeldPost,
  KnownPerson,
  Report,
  Role,
  StagedPerson,
  Store,
  Tip,
  TipStep,
  Unit,
} from './store/index.ts'

/**
 * The person behind an open_id. `ref` is a keyed hash that may stand in tables and logs where the open_id
 * may not. `bindings` is empty for somebody unbound, who may file a tip and ask for help, nothing else.
 */
export type Sender = {
  readonly openId: string
  readonly ref: string
  readonly name: string | undefined
  readonly bindings: readonly { unitId: string; unitName: string; unitKind: string; role: Role }[]
}

/** A sheet of a file as people see it: every cell a text, days as YYYY-MM-DD. `rows[0]` is line 1 in Excel. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** A sheet of a workbook to send. Words stay words: nothing in them becomes a formula. */
export type NewSheet = {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/**
 * A file that came with a message, already stored (encrypted); or why it could not be. A table is read and not
 * stored: what of it is kept, its handler decides.
 */
export type ReceivedFile =
  | {
      ok: true
      id: string
      kind: 'photo' | 'file'
      name: string
      mime: string
      bytes: number
      sha256: string
    }
  | { ok: true; kind: 'table'; name: string; bytes: number; sha256: string; sheets: readonly Sheet[] }
  | {
      ok: false
      name: string
      problem: 'empty' | 'tooLarge' | 'notAPhoto' | 'wrongType' | 'gone' | SheetProblem
    }

/** Something said: `text` has mentions of the bot removed; `mentioned` is true in private chats too. */
export type MessageIn = {
  kind: 'message'
  messageId: string
  chatId: string
  chatType: 'p2p' | 'group'
  openId: string
  parentId: string | undefined
  mentioned: boolean
  text: string
  /** image, file, audio, sticker …: what the text was not */
  messageType: string
  resources: readonly { key: string; type: 'image' | 'file'; name: string }[]
  sentAtMs: number
}

/** A card press. `value` is what the card carried and is never trusted; `form` is what was typed. */
export type PressIn = {
  kind: 'press'
  openId: string
  messageId: string
  chatId: string
  act: string
  value: Readonly<Record<string, string | number>>
  form: Readonly<Record<string, string | readonly string[] | boolean>>
  /** the choice of a select or picker outside a form */
  option: string | undefined
}

export type Inbound =
  | MessageIn
  | PressIn
  | { kind: 'menu'; openId: string; eventKey: string }
  | { kind: 'entered'; openId: string; chatId: string; firstTime: boolean }
  | { kind: 'recalled'; messageId: string; chatId: string }
  | { kind: 'botAdded'; chatId: string; chatName: string; openId: string }
  | { kind: 'botRemoved'; chatId: string }
  | { kind: 'tick'; job: string; slot: string; late: boolean }
  | NextStep
  | Advice

/** Work that a handler cut into parts, each with a transaction of its own: the next part. */
export type NextStep = {
  kind: 'next'
  openId: string
  /** which work goes on */
  step: string
  value: Readonly<Record<string, string | number>>
}

/** Where a message goes. `replyTo` answers one message inside its chat. */
export type Target = { openId: string } | { chatId: string } | { replyTo: string; chatId: string }

/**
 * One message to send, or new content for a card sent before. Made into an outbox row by the machine.
 * `about` names what a card shows (such as `report:12`), so that `replace` reaches every copy of it.
 * `key` makes the row once for ever: a second one with the same key is dropped.
 */
export type Say = {
  to: Target
  card?: Card
  text?: string
  /** a workbook, built when it is sent; `name` ends in .xlsx */
  file?: { name: string; sheets: readonly NewSheet[] }
  about?: string
  key?: string
  /** ms since 1970; quiet hours are a later moment, not a sleeping job */
  notBefore?: number
}
export type Replace = { replace: string; card: Card }
export type Outgoing = Say | Replace

export type Toast = { type: 'info' | 'success' | 'error' | 'warning'; content: string }

/**
 * What a handler answers. `card` takes the place of the pressed card. `audit` is one line without content. `next` is
 * worked on in the same lane after what already waits there.
 */
export type Outcome = {
  say?: readonly Outgoing[]
  next?: Omit<NextStep, 'kind'>
  /** asked after the messages of this outcome were sent, in a transaction of its own */
  ask?: Question
  toast?: Toast
  card?: Card
  audit?: { action: string; subject: string; detail?: Record<string, string | number> }
}

/** What the machine gives to a handler or job. Everything here is of one transaction and one moment. */
export type Ctx = {
  /** ms since 1970 at which the trigger is worked on */
  readonly now: number
  /** the same moment as a day in Asia/Shanghai */
  readonly today: LocalDate
  readonly sender: Sender | undefined
  /** files of this message, in its order */
  readonly files: readonly ReceivedFile[]
  /** an offer found in the tenant's contacts for somebody unbound: a person of the roster with the same phone */
  readonly phoneMatch: { personId: string; name: string } | undefined
  readonly store: Store
  readonly gazetteer: Gazetteer
  /** the address of the page of this program, for links on cards; undefined when none is set */
  readonly publicUrl: string | undefined
  /** random text of `bytes` × 8 bits, base32 without look-alikes */
  randomCode(bytes: number): string
  isWorkingDay(day: LocalDate): boolean
}

export type Handler<Input extends Inbound = Inbound> = (input: Input, ctx: Ctx) => Promise<Outcome>

/** What happens by the clock: `at` is a cron line in Asia/Shanghai. `run` gets the slot it was due at. */
export type Job = {
  readonly name: string
  readonly at: string
  run(slot: { at: string; ms: number; day: LocalDate; late: boolean }, ctx: Ctx): Promise<Outcome>
}
