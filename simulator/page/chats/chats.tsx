// The present person's chats, the newest first, with the last line and what is unread. Drawn by app.

import type { PageChat } from '../../page-api.ts'
import { Avatar, BotAvatar, GroupAvatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { listTime } from '../parts/when.ts'
import { findBot } from '../state/doings.ts'
import { type State, update, useStore } from '../state/store.ts'
import { open } from '../state/stream.ts'

export function Chats() {
  const chats = useStore((state) => state.chats)
  const openChatId = useStore((state) => state.openChatId)
  const sorted = [...chats].sort((a, b) => b.lastAtMs - a.lastAtMs)
  return (
    <section class="chats" aria-label="会话">
      <Me />
      <ul class="chat-list">
        {sorted.map((chat) => (
          <li key={chat.chatId}>
            <Line chat={chat} chosen={chat.chatId === openChatId} />
          </li>
        ))}
      </ul>
      {sorted.length === 0 && <p class="chats-none">还没有会话。可以先找机器人说一句话。</p>}
      <div class="chats-buttons">
        <button type="button" class="plain" onClick={() => void findBot()}>
          <Icon name="robot" size={16} />
          找机器人
        </button>
        <button type="button" class="plain" onClick={() => update({ dialog: { kind: 'group' } })}>
          <Icon name="group" size={16} />
          建群
        </button>
      </div>
    </section>
  )
}

function Me() {
  const me = useStore((state) => state.me)
  return (
    <div class="me">
      <button
        type="button"
        class="me-button"
        aria-label={`${me.name}，换个人`}
        onClick={() => update({ pane: 'people' })}
      >
        <Avatar user={me} size={36} />
        <span class="someone-words">
          <b>{me.name}</b>
          <small>{me.title}</small>
        </span>
        <span class="me-change">换个人</span>
      </button>
    </div>
  )
}

function Line(props: { chat: PageChat; chosen: boolean }) {
  const { chat, chosen } = props
  const nowMs = useStore((state) => state.nowMs)
  return (
    <button
      type="button"
      class="chat-line"
      aria-current={chosen ? 'true' : undefined}
      data-chat-id={chat.chatId}
      onClick={() => open(chat.chatId)}
    >
      <ChatAvatar chat={chat} />
      <span class="chat-words">
        <span class="chat-row">
          <b>{chat.name}</b>
          {isBotChat(chat) && <span class="bot-tag">机器人</span>}
          <time>{listTime(chat.lastAtMs, nowMs)}</time>
        </span>
        <span class="chat-row">
          <span class="chat-last">{chat.lastText}</span>
          {chat.unread > 0 && !chosen && (
            <span class="unread">
              {chat.unread > 99 ? '99+' : chat.unread}
              <span class="unseen">条未读</span>
            </span>
          )}
        </span>
      </span>
    </button>
  )
}

export function isBotChat(chat: PageChat): boolean {
  return chat.kind === 'p2p' && chat.hasBot
}

function ChatAvatar(props: { chat: PageChat }) {
  const { chat } = props
  const other = useStore((state) => otherSide(state, chat))
  if (isBotChat(chat)) return <BotAvatar size={40} />
  return other === undefined ? <GroupAvatar name={chat.name} size={40} /> : <Avatar user={other} size={40} />
}

function otherSide(state: State, chat: PageChat): State['users'][number] | undefined {
  if (chat.kind === 'group') return undefined
  const openId = chat.memberOpenIds.find((id) => id !== state.me.openId)
  return state.users.find((user) => user.openId === openId)
}
