// The page's one store: what the server told, and what is open on this screen. Everything that changes goes
// through update(), so a component only ever reads. Imported by every part of the page.

import { useEffect, useState } from 'preact/hooks'
import type { PageLogLine, PageSnapshot, PressResult } from '../../page-api.ts'

type Pane = 'people' | 'chats' | 'conversation'

export type Toast = { id: number; type: 'info' | 'success' | 'error' | 'warning'; content: string }

export type Dialog =
  | { kind: 'confirm'; title: string; text: string; answer: (ok: boolean) => void }
  | { kind: 'link'; url: string }
  | { kind: 'image'; key: string; alt: string }
  | { kind: 'chart'; spec: Record<string, unknown>; theme: string }
  | { kind: 'group' }

export type State = PageSnapshot & {
  phase: 'loading' | 'ready' | 'failed'
  /** why nothing can be shown, as a sentence; only with phase 'failed' */
  failure: string
  /** whether the stream of changes is open */
  online: boolean
  /** `performance.now()` when nowMs was told, so that the clock can run on between two answers */
  nowReadAt: number
  openChatId: string
  /** which of the three panes a narrow screen shows */
  pane: Pane
  drawerOpen: boolean
  log: PageLogLine[]
  /** the message a reply is being written to, or '' */
  replyTo: string
  toasts: Toast[]
  dialog: Dialog | null
  /** ids of the messages whose card waits for the bot's answer */
  pressing: readonly string[]
  pressErrors: Readonly<Record<string, NonNullable<PressResult['error']>>>
}

const NOBODY = { openId: '', name: '', title: '', colour: '#8f959e' }

let state: State = {
  phase: 'loading',
  failure: '',
  online: false,
  me: NOBODY,
  users: [],
  chats: [],
  messages: [],
  bot: { openId: '', name: '安监通', connected: false, transport: 'ws', menu: [] },
  nowMs: 0,
  nowReadAt: 0,
  openChatId: '',
  pane: 'chats',
  drawerOpen: window.innerWidth >= 1440,
  log: [],
  replyTo: '',
  toasts: [],
  dialog: null,
  pressing: [],
  pressErrors: {},
}

const watchers = new Set<() => void>()

export function getState(): State {
  return state
}

export function update(change: Partial<State>): void {
  state = { ...state, ...change }
  for (const watcher of [...watchers]) watcher()
}

/** Reads one value out of the store and draws again when it is another one. `pick` must return kept values. */
export function useStore<T>(pick: (state: State) => T): T {
  const [, redraw] = useState({})
  const picked = pick(state)
  useEffect(() => {
    let last = picked
    const watcher = () => {
      const next = pick(state)
      if (Object.is(next, last)) return
      last = next
      redraw({})
    }
    watchers.add(watcher)
    watcher()
    return () => watchers.delete(watcher)
  })
  return picked
}

let toasts = 0
const TOAST_MS = 4000

/** Shows a line at the top for four seconds. */
export function toast(type: Toast['type'], content: string): void {
  toasts += 1
  const id = toasts
  update({ toasts: [...state.toasts, { id, type, content }] })
  window.setTimeout(() => update({ toasts: state.toasts.filter((one) => one.id !== id) }), TOAST_MS)
}

/** Asks 确定 or 取消; the dialog before a press. */
export function ask(title: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (ok: boolean) => {
      update({ dialog: null })
      resolve(ok)
    }
    update({ dialog: { kind: 'confirm', title, text, answer } })
  })
}
