// Everything that lies over the page: the question before a press, an address to open, an enlarged image or
// chart, a new group. One at a time; Escape and a click beside it close it. Drawn by app.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { ChartCanvas } from '../card/chart.tsx'
import { NewGroup } from '../chats/new-group.tsx'
import { type Dialog, toast, update, useStore } from '../state/store.ts'
import { isSafeLink, resourceAddress } from './links.ts'

const OVERTURE = { confirm: '', link: '打开链接', image: '图片', chart: '图表', group: '新建群聊' }

export function OpenDialog() {
  const dialog = useStore((state) => state.dialog)
  if (dialog === null) return null
  const close = () => (dialog.kind === 'confirm' ? dialog.answer(false) : update({ dialog: null }))
  const title = dialog.kind === 'confirm' ? dialog.title : OVERTURE[dialog.kind]
  return (
    <Over key={dialog.kind} kind={dialog.kind} title={title} close={close}>
      <Inside dialog={dialog} close={close} />
    </Over>
  )
}

function Over(props: { kind: string; title: string; close: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => element.current?.showModal(), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={element}
      class={`over ${props.kind}`}
      aria-label={props.title}
      onCancel={(event) => {
        event.preventDefault()
        props.close()
      }}
      onClick={(event) => event.target === event.currentTarget && props.close()}
    >
      <div class="over-inside">
        <h2>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  )
}

function Inside(props: { dialog: Dialog; close: () => void }) {
  const { dialog, close } = props
  switch (dialog.kind) {
    case 'confirm':
      return <Question text={dialog.text} answer={dialog.answer} />
    case 'link':
      return <Address url={dialog.url} close={close} />
    case 'image':
      return <img class="enlarged" src={resourceAddress(dialog.key)} alt={dialog.alt} />
    case 'chart':
      return (
        <ChartCanvas spec={dialog.spec} theme={dialog.theme} height={Math.round(window.innerHeight * 0.6)} />
      )
    case 'group':
      return <NewGroup close={close} />
  }
}

function Question(props: { text: string; answer: (ok: boolean) => void }) {
  return (
    <>
      <p class="over-text">{props.text}</p>
      <div class="over-buttons">
        <button type="button" class="plain" onClick={() => props.answer(false)}>
          取消
        </button>
        <button type="button" class="strong" onClick={() => props.answer(true)}>
          确定
        </button>
      </div>
    </>
  )
}

function Address(props: { url: string; close: () => void }) {
  const copy = () => {
    void navigator.clipboard?.writeText(props.url).then(() => toast('success', '已复制链接'))
    props.close()
  }
  return (
    <>
      <p class="over-text address">{props.url}</p>
      <div class="over-buttons">
        <button type="button" class="plain" onClick={copy}>
          复制
        </button>
        {isSafeLink(props.url) && (
          <a class="strong" href={props.url} target="_blank" rel="noopener noreferrer" onClick={props.close}>
            打开
          </a>
        )}
      </div>
    </>
  )
}
