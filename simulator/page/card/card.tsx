// A whole card: shell, header and body, with everything its components can reach. Drawn by conversation/.

import { useMemo } from 'preact/hooks'
import type { PageChat, PageMessage } from '../../page-api.ts'
import { update, useStore } from '../state/store.ts'
import { boxStyle } from './box.ts'
import { CardContext, type CardWorld } from './context.ts'
import { Elements } from './elements.tsx'
import { Header } from './header.tsx'
import { isNode, type Node, nodeAt, nodesAt, textAt } from './json.ts'
import { linkAddress } from './press.ts'
import { registry } from './registry.ts'

/** Mount it anew (by key) when the message was updated: a replaced card starts with its own values. */
export function Card(props: { message: PageMessage; card: Node; chat: PageChat | undefined }) {
  const { message, card, chat } = props
  const world = useCardWorld(message, card, chat)
  const body = nodeAt(card, 'body')
  const inside = boxStyle(body, world.own, { gap: '12px', padding: '12px' })
  const width = textAt(nodeAt(card, 'config'), 'width_mode') || 'default'
  return (
    <CardContext.Provider value={world}>
      <article
        class={`card ${width}`}
        aria-label={titleOf(card)}
        aria-busy={world.locked}
        data-card={message.messageId}
      >
        {isNode(card['header']) && <Header node={nodeAt(card, 'header')} />}
        <div class="card-body">
          <div class="card-elements" style={inside}>
            <Elements of={nodesAt(body, 'elements')} />
          </div>
        </div>
        <CardLink of={nodeAt(card, 'card_link')} />
      </article>
    </CardContext.Provider>
  )
}

function useCardWorld(message: PageMessage, card: Node, chat: PageChat | undefined): CardWorld {
  const users = useStore((state) => state.users)
  const bot = useStore((state) => state.bot)
  const viewer = useStore((state) => state.me.openId)
  const locked = useStore((state) => state.pressing.includes(message.messageId))
  return useMemo(() => {
    const style = nodeAt(nodeAt(card, 'config'), 'style')
    return {
      messageId: message.messageId,
      viewer,
      version: String(message.updatedAtMs ?? 0),
      locked,
      users,
      memberOpenIds: (chat?.memberOpenIds ?? []).filter((openId) => openId !== bot.openId),
      botName: bot.name,
      botOpenId: bot.openId,
      own: ownColours(nodeAt(style, 'color')),
      sizes: nodeAt(style, 'text_size'),
      registry,
    }
  }, [users, bot, viewer, locked, message.messageId, message.updatedAtMs, card, chat?.memberOpenIds])
}

function CardLink(props: { of: Node }) {
  const url = linkAddress(props.of)
  if (url === '') return null
  return (
    <button type="button" class="card-link" onClick={() => update({ dialog: { kind: 'link', url } })}>
      查看详情
    </button>
  )
}

function ownColours(colours: Node): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of Object.keys(colours)) found[name] = textAt(nodeAt(colours, name), 'light_mode')
  return found
}

function titleOf(card: Node): string {
  return textAt(nodeAt(nodeAt(card, 'header'), 'title'), 'content') || '卡片'
}
