// Becoming a person: fetches what they see and keeps it up to date through the stream of changes. The
// snapshot is read again at every opening of the stream, so that a gap after a lost connection leaves no
// hole. Imported by app and people/.

import { type PageChange, type PageLogLine, type PageSnapshot, paths } from '../../page-api.ts'
import { type Address, writeAddress } from './address.ts'
import { applied } from './changes.ts'
import { read, sentence } from './server.ts'
import { getState, update } from './store.ts'

const RETRY_MS = 2000

let source: EventSource | undefined
let retry: number | undefined
let turns = 0

/** Plays this person from now on; `chatId` is opened when they are in it. '' plays the first person there is. */
export async function become(openId: string, chatId: string): Promise<void> {
  hangUp()
  turns += 1
  const turn = turns
  const phase = getState().phase === 'failed' ? 'failed' : 'loading'
  update({ phase, messages: [], chats: [], openChatId: '', replyTo: '', pressErrors: {} })
  try {
    const snapshot = await read<PageSnapshot>(stateOf(openId))
    // Somebody else was chosen while this answer was on its way.
    if (turn !== turns) return
    take(snapshot)
    show(chatId)
    window.history.replaceState(
      null,
      '',
      writeAddress({ as: snapshot.me.openId, chatId: getState().openChatId }),
    )
    document.title = `${snapshot.me.name} · 本地飞书`
    listen(snapshot.me.openId)
  } catch (reason) {
    if (turn !== turns) return
    update({ phase: 'failed', failure: sentence(reason) })
    retry = window.setTimeout(() => void become(openId, chatId), RETRY_MS)
  }
}

/** Opens a chat of the present person; '' shows the list. The browser's own back button goes back from it. */
export function open(chatId: string): void {
  show(chatId)
  const { me, openChatId } = getState()
  window.history.pushState(null, '', writeAddress({ as: me.openId, chatId: openChatId }))
}

/** Does what the address says, when it was typed or gone back to. */
export function follow(address: Address): void {
  if (address.as === getState().me.openId) show(address.chatId)
  else void become(address.as, address.chatId)
}

function show(chatId: string): void {
  const known = getState().chats.some((chat) => chat.chatId === chatId) ? chatId : ''
  update({ openChatId: known, replyTo: '', pane: known === '' ? 'chats' : 'conversation' })
}

function hangUp(): void {
  source?.close()
  window.clearTimeout(retry)
}

function listen(openId: string): void {
  const stream = new EventSource(`${paths.stream}?as=${encodeURIComponent(openId)}`)
  source = stream
  let waiting: PageChange[] | undefined
  stream.onopen = () => {
    waiting = []
    update({ online: true })
    void catchUp(openId).then(() => {
      for (const change of waiting ?? []) update(applied(getState(), change, performance.now()))
      waiting = undefined
    })
  }
  stream.onmessage = (event: MessageEvent<string>) => {
    const change = JSON.parse(event.data) as PageChange
    if (waiting === undefined) update(applied(getState(), change, performance.now()))
    else waiting.push(change)
  }
  stream.onerror = () => {
    if (source !== stream) return
    update({ online: false })
    // The browser tries again by itself unless the server refused; then nobody else would.
    if (stream.readyState === EventSource.CLOSED) retry = window.setTimeout(() => listen(openId), RETRY_MS)
  }
}

async function catchUp(openId: string): Promise<void> {
  try {
    const [snapshot, log] = await Promise.all([
      read<PageSnapshot>(stateOf(openId)),
      read<PageLogLine[]>(paths.log),
    ])
    if (getState().me.openId !== openId) return
    take(snapshot)
    update({ log })
  } catch {
    update({ online: false })
  }
}

function take(snapshot: PageSnapshot): void {
  update({ ...snapshot, phase: 'ready', failure: '', nowReadAt: performance.now() })
}

function stateOf(openId: string): string {
  return openId === '' ? paths.state : `${paths.state}?as=${encodeURIComponent(openId)}`
}
