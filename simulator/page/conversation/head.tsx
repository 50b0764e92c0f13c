// The line above a conversation: its name and members, whether the bot is there, and the simulated clock.

import { useEffect, useState } from 'preact/hooks'
import type { PageChat } from '../../page-api.ts'
import { Icon } from '../parts/icon.tsx'
import { clockTime, localTime, weekday } from '../parts/when.ts'
import { addBot, moveClock } from '../state/doings.ts'
import { getState, update, useStore } from '../state/store.ts'
import { open } from '../state/stream.ts'

const DAY_MS = 86_400_000
const TICK_MS = 1000

export function Head(props: { chat: PageChat | undefined }) {
  const drawerOpen = useStore((state) => state.drawerOpen)
  return (
    <header class="head">
      <button type="button" class="round back" aria-label="返回会话列表" onClick={() => open('')}>
        <Icon name="back" />
      </button>
      <Name chat={props.chat} />
      <BotState />
      <Clock />
      <button
        type="button"
        class="round"
        aria-label="请求与事件"
        aria-expanded={drawerOpen}
        title="请求与事件"
        onClick={() => update({ drawerOpen: !drawerOpen })}
      >
        <Icon name="log" />
      </button>
    </header>
  )
}

function Name(props: { chat: PageChat | undefined }) {
  const { chat } = props
  const botName = useStore((state) => state.bot.name)
  if (chat === undefined) return <div class="head-name" />
  const group = chat.kind === 'group'
  return (
    <div class="head-name">
      <h2>{chat.name}</h2>
      {group && <Members chat={chat} />}
      {group && !chat.hasBot && (
        <button type="button" class="linkish" onClick={() => void addBot(chat.chatId)}>
          把{botName}加进来
        </button>
      )}
    </div>
  )
}

function Members(props: { chat: PageChat }) {
  const users = useStore((state) => state.users)
  const botName = useStore((state) => state.bot.name)
  const { chat } = props
  const people = users.filter((user) => chat.memberOpenIds.includes(user.openId))
  const names = [...people.map((user) => user.name), ...(chat.hasBot ? [botName] : [])]
  return (
    <span class="members" title={names.join('、')}>
      <Icon name="member" size={14} />
      {names.length} 人
    </span>
  )
}

function BotState() {
  const bot = useStore((state) => state.bot)
  const online = useStore((state) => state.online)
  const words = bot.connected ? `${bot.name}在线` : `${bot.name}未连接`
  const transport = bot.transport === 'ws' ? '长连接' : '回调地址'
  return (
    <>
      {!online && (
        <span class="state off" role="status">
          正在重新连接…
        </span>
      )}
      <span class={bot.connected ? 'state on' : 'state off'} role="status" title={`接收方式：${transport}`}>
        {words}
      </span>
    </>
  )
}

function Clock() {
  const nowMs = useRunningClock()
  const { month, day } = localTime(nowMs)
  return (
    <section class="clock" aria-label="模拟时间">
      <time dateTime={new Date(nowMs).toISOString()}>
        <span class="clock-day">
          {Number(month)}月{Number(day)}日 {weekday(nowMs)}
        </span>
        <b>{clockTime(nowMs)}</b>
      </time>
      <button type="button" title="模拟时间前进一天" onClick={() => void moveClock({ advanceMs: DAY_MS })}>
        +1 天
      </button>
      <button
        type="button"
        title="模拟时间快进到下周一 09:00"
        onClick={() => void moveClock({ next: 'monday-09:00' })}
      >
        <Icon name="skip" size={14} />
        <span class="clock-long">快进到下周一 09:00</span>
        <span class="clock-short">下周一</span>
      </button>
    </section>
  )
}

/** The server says when it was what time; in between the page counts on. */
function useRunningClock(): number {
  const nowMs = useStore((state) => state.nowMs)
  const nowReadAt = useStore((state) => state.nowReadAt)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => window.clearInterval(timer)
  }, [])
  if (getState().nowMs === 0) return 0
  return nowMs + Math.round(performance.now() - nowReadAt)
}
