// One message: who, what, and what can be done with it.

import { useState } from 'preact/hooks'
import type { PageChat, PageMessage } from '../../page-api.ts'
import { Avatar, BotAvatar } from '../parts/avatar.tsx'
import { useStore } from '../state/store.ts'
import { Actions } from './actions.tsx'
import { Content, excerpt } from './content.tsx'

export function Message(props: { message: PageMessage; chat: PageChat; follows: boolean }) {
  const { message, chat, follows } = props
  const mine = useStore((state) => state.me.openId === message.from)
  const [menu, setMenu] = useState(false)
  if (message.kind === 'system') return <SystemLine message={message} text={message.text ?? ''} />
  if (message.recalled) {
    return <SystemLine message={message} text={`${mine ? '你' : message.fromName}撤回了一条消息`} />
  }
  const kind = `message ${mine ? 'mine' : 'theirs'}${follows ? ' follows' : ''} ${message.kind}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same menu opens with the button inside
    <div
      class={kind}
      data-message-id={message.messageId}
      data-from={message.from}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenu(true)
      }}
    >
      <span class="message-who">{!follows && <Sender message={message} />}</span>
      <div class="message-column">
        {!follows && !mine && (
          <span class="message-name">
            {message.fromName}
            {message.from === 'bot' && <span class="bot-tag">机器人</span>}
          </span>
        )}
        <div class="message-row">
          <div class="message-body">
            <Quote parentId={message.parentId} />
            <Content message={message} chat={chat} />
          </div>
          <Actions message={message} open={menu} setOpen={setMenu} />
        </div>
        <PressError messageId={message.messageId} />
      </div>
    </div>
  )
}

function SystemLine(props: { message: PageMessage; text: string }) {
  return (
    <p class="system-line" data-message-id={props.message.messageId} data-recalled={props.message.recalled}>
      {props.text}
    </p>
  )
}

function Sender(props: { message: PageMessage }) {
  const { message } = props
  const user = useStore((state) => state.users.find((one) => one.openId === message.from))
  if (message.from === 'bot') return <BotAvatar size={36} />
  return (
    <Avatar user={user ?? { openId: '', name: message.fromName, title: '', colour: '#8f959e' }} size={36} />
  )
}

function Quote(props: { parentId: string | undefined }) {
  const parent = useStore((state) =>
    props.parentId === undefined ? undefined : state.messages.find((one) => one.messageId === props.parentId),
  )
  if (props.parentId === undefined) return null
  const words = parent === undefined ? '原消息看不到了' : `${parent.fromName}：${excerpt(parent)}`
  return <div class="quote">回复 {words}</div>
}

/** What the client shows when a press was not answered, or badly. */
function PressError(props: { messageId: string }) {
  const error = useStore((state) => state.pressErrors[props.messageId])
  if (error === undefined) return null
  return (
    <p class="press-error" role="alert" data-code={error.code}>
      出错了，请稍后重试。{error.text}（错误码 {error.code}）
    </p>
  )
}
