// What the simulator's server and its web page say to each other: one snapshot, one stream of changes,
// and the things a simulated person can do. Imported by both as types; it has no code of its own but the
// list of paths. Everything here is about the local Feishu; nothing of it exists on the real platform.

/** A person of the simulated tenant. `openId` is the id as the one app of this simulator sees it. */
export type PageUser = {
  openId: string
  name: string
  /** what the page shows below the name, such as 郑庄镇应急办 · 报送员 */
  title: string
  /** a hex colour for the round avatar */
  colour: string
}

export type PageChat = {
  chatId: string
  kind: 'p2p' | 'group'
  /** the group's name; for p2p the other side's name */
  name: string
  memberOpenIds: string[]
  hasBot: boolean
  lastText: string
  lastAtMs: number
  unread: number
}

/** `card` is the card JSON as the bot sent it, already accepted by the strict validation. */
export type PageMessage = {
  messageId: string
  chatId: string
  /** 'bot', 'system' or a person's open_id */
  from: string
  fromName: string
  atMs: number
  /** audio is a voice message, media a video */
  kind: 'text' | 'post' | 'image' | 'file' | 'audio' | 'media' | 'interactive' | 'system'
  text?: string
  card?: Record<string, unknown>
  resourceKey?: string
  fileName?: string
  fileBytes?: number
  /** of a voice message or video */
  durationMs?: number
  parentId?: string
  recalled: boolean
  updatedAtMs?: number
}

/** What one person sees: their chats, and the messages of every chat they are in, oldest first. */
export type PageSnapshot = {
  me: PageUser
  users: PageUser[]
  chats: PageChat[]
  messages: PageMessage[]
  bot: { openId: string; name: string; connected: boolean; transport: 'ws' | 'webhook'; menu: BotMenuItem[] }
  /** simulated now, ms since 1970, and whether it runs with real time */
  nowMs: number
}

export type BotMenuItem = { name: string; eventKey: string }

/** One line of the drawer: a request of the bot, or an event pushed to it. Bodies are shown to the operator only. */
export type PageLogLine = {
  id: number
  atMs: number
  direction: 'request' | 'event' | 'callback'
  /** such as POST /open-apis/im/v1/messages, or im.message.receive_v1 */
  name: string
  /** HTTP status and platform code, or ack / redelivered 2 / lost */
  result: string
  tookMs: number
  body: unknown
  answer: unknown
}

/** Server-sent events of GET /sim/stream?as=open_id; `data` is one of these as JSON. */
export type PageChange =
  | { type: 'message'; message: PageMessage }
  | { type: 'chat'; chat: PageChat }
  | { type: 'users'; users: PageUser[] }
  | { type: 'bot'; connected: boolean }
  | { type: 'clock'; nowMs: number }
  | { type: 'log'; line: PageLogLine }

/** What a press carries, exactly the fields of the platform's `event.action` that the component fills. */
export type PressAction = {
  tag: string
  name?: string
  value?: unknown
  option?: string
  options?: string[]
  checked?: boolean
  input_value?: string
  timezone?: string
  form_value?: Record<string, string | string[] | boolean>
}

/** The client's view of a press: the toast to show, or the platform's error number (200341 = no answer in 3 s). */
export type PressResult = {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string }
  error?: { code: number; text: string }
}

/**
 * Requests of the page. All are POST with a JSON body and answer JSON, but state, stream, log and resource,
 * which are GET, and upload, which is multipart (`as`, `chatId`, `kind` = image|file|audio|media, `durationMs` of a
 * recording when it is known, `file`).
 * A request that cannot be done answers 4xx `{ error: sentence }`.
 */
export const paths = {
  /** ?as=open_id → PageSnapshot; without `as`, what the first person of the world sees */
  state: '/sim/state',
  /** ?as=open_id → text/event-stream of PageChange */
  stream: '/sim/stream',
  /** → PageLogLine[] (the newest 300, oldest first) */
  log: '/sim/log',
  /** ?key=… → the bytes of an image or file */
  resource: '/sim/resource',
  /** { as, chatId, text, parentId? } → { messageId }; `@安监通` in a group becomes a mention of the bot */
  say: '/sim/say',
  /** multipart → { messageId } */
  upload: '/sim/upload',
  /** { as, messageId, action: PressAction } → PressResult; answers when the bot did, or after 3 s */
  press: '/sim/press',
  /** { as, eventKey } → {} */
  menu: '/sim/menu',
  /** { as, messageId } → {}; own messages only */
  recall: '/sim/recall',
  /** { as } → { chatId }; opens the private chat with the bot, creating it when it is new */
  openBot: '/sim/open-bot',
  /** { as, name, openIds, withBot } → { chatId } */
  createChat: '/sim/create-chat',
  /** { as, chatId } → {}; a member adds the bot to the group */
  addBot: '/sim/add-bot',
  /** { as, chatId } → {} ; clears the unread count */
  read: '/sim/read',
  /** { toMs } or { next: 'monday-09:00' } or { advanceMs } → { nowMs }; forward only */
  clock: '/sim/clock',
  /** Partial<Faults> → Faults; see simulator/faults.ts */
  faults: '/sim/faults',
  /** World (see simulator/world.ts) → {}; adds the people, groups and menu that are not there yet */
  world: '/sim/world',
} as const
