// The things a simulated person can do, one function each. A refusal of the server is shown as a toast here,
// so callers need not catch anything. Imported by the panes.

import { type PressAction, type PressResult, paths } from '../../page-api.ts'
import { lengthMsOf } from '../parts/length.ts'
import { post, send, sentence } from './server.ts'
import { getState, toast, update } from './store.ts'
import { open } from './stream.ts'

/** Says a text in the open chat, as a reply when one is being written. Answers whether it went out. */
export async function say(text: string): Promise<boolean> {
  const { openChatId, replyTo, me } = getState()
  const parent = replyTo === '' ? {} : { parentId: replyTo }
  const done = await tried(post(paths.say, { as: me.openId, chatId: openChatId, text, ...parent }))
  if (done !== undefined) update({ replyTo: '' })
  return done !== undefined
}

/** How a file goes out; audio is a voice message, media a video. */
export type Attached = 'image' | 'file' | 'audio' | 'media'

export async function upload(kind: Attached, file: File): Promise<void> {
  // Read first: while a recording is measured, another chat may be opened.
  const { me, openChatId } = getState()
  const lasts = kind === 'audio' || kind === 'media' ? await lengthMsOf(file) : undefined
  const form = new FormData()
  form.set('as', me.openId)
  form.set('chatId', openChatId)
  form.set('kind', kind)
  if (lasts !== undefined) form.set('durationMs', String(lasts))
  form.set('file', file, file.name)
  await tried(send(paths.upload, form))
}

/** Presses something on a card. The card stays locked until the bot answered or the platform gave up. */
export async function press(messageId: string, action: PressAction): Promise<void> {
  const { [messageId]: _gone, ...others } = getState().pressErrors
  update({ pressing: [...getState().pressing, messageId], pressErrors: others })
  const as = getState().me.openId
  const result = await tried(post<PressResult>(paths.press, { as, messageId, action }))
  update({ pressing: getState().pressing.filter((id) => id !== messageId) })
  if (result?.toast !== undefined) toast(result.toast.type, result.toast.content)
  if (result?.error !== undefined) {
    update({ pressErrors: { ...getState().pressErrors, [messageId]: result.error } })
  }
}

export async function pressMenu(eventKey: string): Promise<void> {
  await tried(post(paths.menu, { as: getState().me.openId, eventKey }))
}

export async function recall(messageId: string): Promise<void> {
  await tried(post(paths.recall, { as: getState().me.openId, messageId }))
}

/** Opens the private chat with the bot, which the server makes when it is new. */
export async function findBot(): Promise<void> {
  const made = await tried(post<{ chatId: string }>(paths.openBot, { as: getState().me.openId }))
  if (made !== undefined) await openWhenKnown(made.chatId)
}

export async function createGroup(name: string, openIds: string[]): Promise<void> {
  const body = { as: getState().me.openId, name, openIds, withBot: true }
  const made = await tried(post<{ chatId: string }>(paths.createChat, body))
  if (made !== undefined) await openWhenKnown(made.chatId)
}

export async function addBot(chatId: string): Promise<void> {
  await tried(post(paths.addBot, { as: getState().me.openId, chatId }))
}

export async function markRead(chatId: string): Promise<void> {
  await tried(post(paths.read, { as: getState().me.openId, chatId }))
}

/** Moves the simulated clock; it only goes forward. */
export async function moveClock(move: { next: 'monday-09:00' } | { advanceMs: number }): Promise<void> {
  const answer = await tried(post<{ nowMs: number }>(paths.clock, move))
  if (answer !== undefined) update({ nowMs: answer.nowMs, nowReadAt: performance.now() })
}

const ARRIVAL_MS = 3000
const LOOK_AGAIN_MS = 50

/** The new chat comes through the stream, which may be a moment behind the answer. */
async function openWhenKnown(chatId: string): Promise<void> {
  const until = performance.now() + ARRIVAL_MS
  while (!getState().chats.some((chat) => chat.chatId === chatId) && performance.now() < until) {
    await new Promise((resolve) => window.setTimeout(resolve, LOOK_AGAIN_MS))
  }
  open(chatId)
}

async function tried<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing
  } catch (reason) {
    toast('error', sentence(reason))
    return undefined
  }
}
