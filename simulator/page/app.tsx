// The three panes and what lies over them: people, chats, conversation with its drawer. On a narrow screen
// one pane is seen at a time.

import { Chats } from './chats/chats.tsx'
import { Conversation } from './conversation/conversation.tsx'
import { Drawer } from './drawer/drawer.tsx'
import { OpenDialog } from './parts/dialog.tsx'
import { Toasts } from './parts/toasts.tsx'
import { People } from './people/people.tsx'
import { useStore } from './state/store.ts'
import { become } from './state/stream.ts'

export function App() {
  const phase = useStore((state) => state.phase)
  const known = useStore((state) => state.me.openId !== '')
  const pane = useStore((state) => state.pane)
  const drawerOpen = useStore((state) => state.drawerOpen)
  if (phase === 'failed') return <Failed />
  if (!known) return <p class="starting">正在打开本地飞书…</p>
  return (
    <>
      <div class={`desk pane-${pane}${drawerOpen ? ' with-drawer' : ''}`}>
        <People />
        <Chats />
        <Conversation />
        {drawerOpen && <Drawer />}
      </div>
      <OpenDialog />
      <Toasts />
    </>
  )
}

function Failed() {
  const failure = useStore((state) => state.failure)
  return (
    <div class="failed" role="alert">
      <h1>打不开本地飞书</h1>
      <p>{failure}</p>
      <button type="button" class="strong" onClick={() => void become('', '')}>
        再试一次
      </button>
    </div>
  )
}
