// What can be done with a message: reply, copy, and recall one's own. Opened by the button beside it or by
// a right click.

import { useEffect, useRef } from 'preact/hooks'
import type { PageMessage } from '../../page-api.ts'
import { closeBeside } from '../parts/close-beside.ts'
import { Icon } from '../parts/icon.tsx'
import { recall } from '../state/doings.ts'
import { toast, update, useStore } from '../state/store.ts'

type Props = { message: PageMessage; open: boolean; setOpen: (open: boolean) => void }

export function Actions(props: Props) {
  const { message, open, setOpen } = props
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => (open ? closeBeside(around.current, () => setOpen(false)) : undefined), [open, setOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu inside
    <div
      ref={around}
      class={open ? 'actions open' : 'actions'}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        class="round small"
        aria-label="更多操作"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={16} />
      </button>
      {open && <Menu message={message} close={() => setOpen(false)} />}
    </div>
  )
}

function Menu(props: { message: PageMessage; close: () => void }) {
  const { message, close } = props
  const mine = useStore((state) => state.me.openId === message.from)
  const item = (name: string, icon: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        close()
        act()
      }}
    >
      <Icon name={icon} size={16} />
      {name}
    </button>
  )
  const text = message.text
  return (
    <div class="menu" role="menu">
      {item('回复', 'reply', () => update({ replyTo: message.messageId }))}
      {text !== undefined && item('复制', 'copy', () => void copy(text))}
      {mine && item('撤回', 'undo', () => void recall(message.messageId))}
    </div>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast('success', '已复制')
  } catch {
    toast('error', '浏览器不让复制，请手动选中文字。')
  }
}
