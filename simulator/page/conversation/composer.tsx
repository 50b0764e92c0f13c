// Where a message is written: Enter sends, Shift+Enter breaks the line, '@' mentions the bot in a group;
// photos, recordings and files by button, paste or drop. The bot's menu stands above in the private chat with it.

import type { TargetedInputEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageChat } from '../../page-api.ts'
import { isBotChat } from '../chats/chats.tsx'
import { Icon } from '../parts/icon.tsx'
import { pressMenu, say } from '../state/doings.ts'
import { update, useStore } from '../state/store.ts'
import { Attachments, takeDropped, takePasted } from './attach.tsx'
import { excerpt } from './content.tsx'

/** person and chat → what was written there and not sent yet */
const unsent = new Map<string, string>()

export function Composer(props: { chat: PageChat }) {
  const { chat } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const draft = useStore((state) => `${state.me.openId} ${chat.chatId}`)
  const [text, setText] = useState(() => unsent.get(draft) ?? '')
  const replyTo = useStore((state) => state.replyTo)
  const botName = useStore((state) => state.bot.name)
  const write = (next: string) => {
    unsent.set(draft, next)
    setText(next)
  }
  useEffect(() => {
    // Not with a finger: the keyboard of a phone would cover the messages.
    if (matchMedia('(pointer: fine)').matches) box.current?.focus()
  }, [])
  useEffect(() => {
    if (replyTo !== '') box.current?.focus()
  }, [replyTo])
  const submit = async () => {
    if (text.trim() === '') return
    write('')
    if (!(await say(text.trim()))) write(text)
  }
  const mention = () => {
    write(`${text.replace(/@$/, '')}@${botName} `)
    box.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here; the buttons do the same
    <footer class="composer" onDragOver={(event) => event.preventDefault()} onDrop={takeDropped}>
      {isBotChat(chat) && <BotMenu />}
      <Replying />
      <div class="composer-box">
        <textarea
          ref={box}
          rows={Math.min(Math.max(text.split('\n').length, 1), 6)}
          value={text}
          placeholder={`发送给 ${chat.name}`}
          aria-label="消息内容"
          onInput={(event) => write(mentioned(event, chat, botName))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            void submit()
          }}
          onPaste={takePasted}
        />
        <Tools
          mention={chat.kind === 'group' && chat.hasBot ? mention : undefined}
          send={text.trim() === '' ? undefined : () => void submit()}
        />
      </div>
    </footer>
  )
}

function Tools(props: { mention: (() => void) | undefined; send: (() => void) | undefined }) {
  const botName = useStore((state) => state.bot.name)
  return (
    <div class="composer-tools">
      {props.mention !== undefined && (
        <button
          type="button"
          class="round"
          aria-label={`@${botName}`}
          title={`@${botName}`}
          onClick={props.mention}
        >
          <Icon name="mention" />
        </button>
      )}
      <Attachments />
      <button
        type="button"
        class="round send"
        aria-label="发送"
        disabled={props.send === undefined}
        onClick={props.send}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}

/** A lone '@' in a group with the bot becomes the bot's name at once: there is nobody else to mention. */
function mentioned(event: TargetedInputEvent<HTMLTextAreaElement>, chat: PageChat, botName: string): string {
  const value = event.currentTarget.value
  const typed = event.data === '@' && value.endsWith('@') && (value.length === 1 || /\s@$/.test(value))
  return typed && chat.kind === 'group' && chat.hasBot ? `${value}${botName} ` : value
}

function BotMenu() {
  const menu = useStore((state) => state.bot.menu)
  if (menu.length === 0) return null
  return (
    <section class="bot-menu" aria-label="机器人菜单">
      {menu.map((item) => (
        <button key={item.eventKey} type="button" class="pill" onClick={() => void pressMenu(item.eventKey)}>
          {item.name}
        </button>
      ))}
    </section>
  )
}

function Replying() {
  const parent = useStore((state) => state.messages.find((one) => one.messageId === state.replyTo))
  if (parent === undefined) return null
  return (
    <div class="replying">
      <span>
        回复 {parent.fromName}：{excerpt(parent)}
      </span>
      <button type="button" class="round small" aria-label="不回复了" onClick={() => update({ replyTo: '' })}>
        <Icon name="close" size={14} />
      </button>
    </div>
  )
}
