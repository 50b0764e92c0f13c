// The state of the simulated tenant, all in memory: the app, the people, chats, messages and files. Made once
// per simulator and handed to everything else; only the files named after a part change that part.

import type { Changes } from './changes.ts'
import { makeChanges } from './changes.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import { noFaults } from './faults.ts'
import type { Ids } from './ids.ts'
import { derivedId } from './ids.ts'
import type { Log } from './log.ts'
import { makeLog } from './log.ts'
import type { BotMenuItem } from './page-api.ts'

/** A member of the tenant; ids as the one app of this simulator sees them. */
export type Person = {
  openId: string
  unionId: string
  userId: string
  name: string
  title: string
  colour: string
  mobile?: string
}

/** The bot's app. `name` and `menu` come from the world. */
type BotApp = {
  appId: string
  appSecret: string
  openId: string
  name: string
  menu: BotMenuItem[]
}

export type Chat = {
  chatId: string
  kind: 'p2p' | 'group'
  /** empty for p2p */
  name: string
  memberOpenIds: string[]
  hasBot: boolean
  createdMs: number
  /** ids of its messages, oldest first */
  messageIds: string[]
  /** person → number of messages of the chat that person has seen */
  seen: Map<string, number>
}

/** One mention of a message; `key` is its placeholder in the content, such as `@_user_1`. */
export type Mention = { key: string; openId: string; name: string; kind: 'user' | 'bot' }

export type MessageType = 'text' | 'post' | 'image' | 'file' | 'audio' | 'media' | 'interactive' | 'system'

/** `content` is the JSON string of the platform; of a card it is the card as the bot sent it. */
export type Message = {
  messageId: string
  chatId: string
  /** 'bot', 'system' or a person's open_id */
  from: string
  type: MessageType
  content: string
  mentions: Mention[]
  createdMs: number
  updatedMs?: number
  editCount: number
  /** contents it had before, oldest first: people may still press what an older version showed */
  earlier: string[]
  parentId?: string
  rootId?: string
  recalled: boolean
}

/** An uploaded image or file. `owner` is 'bot' or a person's open_id. */
export type Resource = {
  key: string
  kind: 'image' | 'file'
  bytes: Uint8Array
  fileName: string
  /** opus, mp4, pdf …; of an image its format */
  format: string
  contentType: string
  owner: string
}

export type Tenant = {
  tenantKey: string
  bot: BotApp
  clock: Clock
  /** monotonic ms for measuring durations and rates */
  stopwatch: () => number
  ids: Ids
  faults: Faults
  log: Log
  changes: Changes
  people: Map<string, Person>
  chats: Map<string, Chat>
  messages: Map<string, Message>
  resources: Map<string, Resource>
}

export type TenantStart = {
  appId: string
  appSecret: string
  clock: Clock
  stopwatch: () => number
  ids: Ids
}

/** An empty tenant; people and groups come with mergeWorld. */
export function makeTenant(start: TenantStart): Tenant {
  const changes = makeChanges()
  const log = makeLog(changes)
  log.hide(start.appSecret)
  start.clock.onMove(() => changes.announce({ type: 'clock' }))
  return {
    tenantKey: derivedId('', 'tenant').slice(0, 16),
    bot: {
      appId: start.appId,
      appSecret: start.appSecret,
      openId: derivedId('ou_', 'bot', start.appId),
      name: '机器人',
      menu: [],
    },
    clock: start.clock,
    stopwatch: start.stopwatch,
    ids: start.ids,
    faults: noFaults(),
    log,
    changes,
    people: new Map(),
    chats: new Map(),
    messages: new Map(),
    resources: new Map(),
  }
}
