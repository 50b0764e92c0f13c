// The messages of a chat, oldest first, with a line for every new day. Stays at the newest message unless the
// reader scrolled up; a message higher than the screen is shown from its beginning.

import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PageChat, PageMessage } from '../../page-api.ts'
import { Icon } from '../parts/icon.tsx'
import { clockTime, dayName, dayNumber } from '../parts/when.ts'
import { useStore } from '../state/store.ts'
import { Message } from './message.tsx'

const NEAR_PX = 80
/** What is left free above a message that is shown from its beginning. */
const ABOVE_PX = 12
/** After this long a time is shown again, and the sender too. */
const PAUSE_MS = 300_000

export function Messages(props: { chat: PageChat }) {
  const { chat } = props
  const all = useStore((state) => state.messages)
  const nowMs = useStore((state) => state.nowMs)
  const messages = useMemo(() => all.filter((one) => one.chatId === chat.chatId), [all, chat.chatId])
  const said = useStore((state) => messages.at(-1)?.from === state.me.openId)
  const { scroller, inside, away, toEnd } = useStickyEnd(messages.length, said)
  return (
    <div class="messages-place">
      <div ref={scroller} class="messages" role="log" aria-label="消息" aria-live="polite">
        <div ref={inside} class="messages-inside">
          {messages.map((message, at) => (
            <Fragment key={message.messageId}>
              <TimeLine message={message} before={messages[at - 1]} nowMs={nowMs} />
              <Message message={message} chat={chat} follows={follows(messages[at - 1], message)} />
            </Fragment>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" class="to-end" aria-label="回到最新消息" onClick={toEnd}>
          <Icon name="down" size={16} />
        </button>
      )}
    </div>
  )
}

function TimeLine(props: { message: PageMessage; before: PageMessage | undefined; nowMs: number }) {
  const { message, before, nowMs } = props
  const sameDay = before !== undefined && dayNumber(before.atMs) === dayNumber(message.atMs)
  if (sameDay && message.atMs - before.atMs < PAUSE_MS) return null
  const day = sameDay ? '' : `${dayName(message.atMs, nowMs)} `
  return (
    <div class="time-line">
      <time>
        {day}
        {clockTime(message.atMs)}
      </time>
    </div>
  )
}

/** Whether the same person goes on speaking, so that name and picture need not be repeated. */
function follows(before: PageMessage | undefined, message: PageMessage): boolean {
  if (before === undefined || before.kind === 'system' || before.recalled) return false
  return before.from === message.from && message.atMs - before.atMs < PAUSE_MS
}

/** What a look at the scroller found last, and where it was put; by it the next look tells whether the end was in sight. */
type Seen = { height: number; client: number; put: number }

/** `said`: the newest message is the reader's own, who then wants to see it wherever they were. */
function useStickyEnd(count: number, said: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  const seen = useRef<Seen>({ height: 0, client: 0, put: 0 })
  const counted = useRef(0)
  // The watcher below looks with the eyes of the first drawing; what is new reaches it through here.
  const latest = useRef({ count, said })
  latest.current = { count, said }
  const [away, setAway] = useState(false)
  const toEnd = () => {
    const box = scroller.current
    if (box !== null) box.scrollTop = box.scrollHeight
  }
  const look = () => {
    const box = scroller.current
    if (box === null) return
    // Not by scroll events: they come a frame late, and a message may come in between.
    const follows = atEnd(box, seen.current) || box.scrollTop === seen.current.put
    const spoke = latest.current.said && counted.current !== latest.current.count
    if (follows || spoke) box.scrollTop = newestOf(box, inside.current)
    const put = follows || spoke ? box.scrollTop : -1
    seen.current = { height: box.scrollHeight, client: box.clientHeight, put }
    counted.current = latest.current.count
    setAway(!atEnd(box, seen.current))
  }
  useEffect(() => {
    const box = scroller.current
    const content = inside.current
    if (box === null || content === null) return undefined
    const scrolled = () => setAway(!atEnd(box, seen.current))
    // Pictures, charts and a closing keyboard change the heights without a new message.
    const watcher = new ResizeObserver(look)
    watcher.observe(content)
    watcher.observe(box)
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      watcher.disconnect()
      box.removeEventListener('scroll', scrolled)
    }
  }, [])
  useLayoutEffect(look, [count])
  return { scroller, inside, away, toEnd }
}

/** Where to scroll to for the newest message: the end, or its beginning when it is higher than the screen. */
function newestOf(box: HTMLElement, inside: HTMLElement | null): number {
  const newest = inside?.lastElementChild
  if (!(newest instanceof HTMLElement) || newest.offsetHeight <= box.clientHeight) return box.scrollHeight
  const above = newest.getBoundingClientRect().top - box.getBoundingClientRect().top
  return box.scrollTop + above - ABOVE_PX
}

function atEnd(box: HTMLElement, seen: Seen): boolean {
  return seen.height - box.scrollTop - seen.client < NEAR_PX
}
