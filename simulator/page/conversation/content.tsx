// What a message holds: words, an image, a file, a recording, or a card.

import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { PageChat, PageMessage } from '../../page-api.ts'
import { Card } from '../card/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { resourceAddress } from '../parts/links.ts'
import { update } from '../state/store.ts'
import { Video, Voice } from './recording.tsx'

const LINK = /(https?:\/\/[^\s<>"'，。；！？、）】》]+)/g

export function Content(props: { message: PageMessage; chat: PageChat }) {
  const { message, chat } = props
  switch (message.kind) {
    case 'image':
      return <Picture message={message} />
    case 'file':
      return <Attached message={message} />
    case 'audio':
      return <Voice message={message} />
    case 'media':
      return <Video message={message} />
    case 'interactive':
      return <Card key={message.updatedAtMs ?? 0} message={message} card={message.card ?? {}} chat={chat} />
    default:
      return (
        <div class="bubble">
          <LinkedText text={message.text ?? ''} />
        </div>
      )
  }
}

/** One line that stands for a message, in quotes and above the composer. */
export function excerpt(message: PageMessage): string {
  if (message.recalled) return '已撤回的消息'
  if (message.kind === 'image') return '[图片]'
  if (message.kind === 'file') return `[文件] ${message.fileName ?? ''}`
  if (message.kind === 'audio') return '[语音]'
  if (message.kind === 'media') return '[视频]'
  if (message.kind === 'interactive') return '[卡片]'
  return message.text ?? ''
}

function LinkedText(props: { text: string }) {
  // Splitting by a pattern with one group puts the links at the odd places.
  return (
    <>
      {props.text.split(LINK).map((part, at) =>
        at % 2 === 1 ? (
          <button
            key={at}
            type="button"
            class="linkish"
            onClick={() => update({ dialog: { kind: 'link', url: part } })}
          >
            {part}
          </button>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}

function Picture(props: { message: PageMessage }) {
  const key = props.message.resourceKey ?? ''
  const [broken, setBroken] = useState(false)
  const alt = `${props.message.fromName}发的图片`
  if (broken) return <div class="bubble">[这张图片打不开]</div>
  return (
    <button
      type="button"
      class="bare picture"
      aria-label="看大图"
      onClick={() => update({ dialog: { kind: 'image', key, alt } })}
    >
      <img src={resourceAddress(key)} alt={alt} onError={() => setBroken(true)} />
    </button>
  )
}

function Attached(props: { message: PageMessage }) {
  const { resourceKey = '', fileName = '文件', fileBytes } = props.message
  return (
    <a class="attached" href={resourceAddress(resourceKey)} download={fileName}>
      <span class={`attached-sign ${kindOf(fileName)}`}>
        <Icon name={kindOf(fileName) === 'sheet' ? 'sheet' : 'file'} size={22} />
      </span>
      <span class="attached-words">
        <b>{fileName}</b>
        <small>{fileBytes === undefined ? '' : sizeWords(fileBytes)}</small>
      </span>
    </a>
  )
}

function kindOf(fileName: string): 'sheet' | 'text' | 'other' {
  if (/\.(xlsx?|csv)$/i.test(fileName)) return 'sheet'
  return /\.(docx?|txt|md|pdf)$/i.test(fileName) ? 'text' : 'other'
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
