// The open chat: its head, its messages, and where to write. Drawn by app.

import { useEffect } from 'preact/hooks'
import { markRead } from '../state/doings.ts'
import { useStore } from '../state/store.ts'
import { Composer } from './composer.tsx'
import { Head } from './head.tsx'
import { Messages } from './messages.tsx'

export function Conversation() {
  const chat = useStore((state) => state.chats.find((one) => one.chatId === state.openChatId))
  const chatId = chat?.chatId ?? ''
  const unread = chat?.unread ?? 0
  useEffect(() => {
    if (chatId !== '' && unread > 0) void markRead(chatId)
  }, [chatId, unread])
  return (
    <main class="conversation" aria-label={chat?.name ?? '没有打开的会话'}>
      <Head chat={chat} />
      {chat === undefined ? (
        <div class="nothing-open">
          <p>从左边选一个会话</p>
        </div>
      ) : (
        <>
          <Messages key={chat.chatId} chat={chat} />
          <Composer key={`write ${chat.chatId}`} chat={chat} />
        </>
      )}
    </main>
  )
}
