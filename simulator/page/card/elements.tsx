// A list of components, each drawn by its tag. What is not known is shown as such, never left out.
// Containers import this and nothing of each other. Card-only.

import { type ElementProps, marks, useCard } from './context.ts'
import { type Node, textAt, wordsAt } from './json.ts'

export function Elements(props: { of: readonly Node[] }) {
  const { registry } = useCard()
  return (
    <>
      {props.of.map((node, at) => {
        const Draw = registry[textAt(node, 'tag')] ?? Unknown
        return (
          <Draw key={textAt(node, 'element_id') || at} node={node} label={wordsAbove(props.of[at - 1])} />
        )
      })}
    </>
  )
}

function Unknown(props: ElementProps) {
  const tag = textAt(props.node, 'tag')
  return (
    <div class="unknown" role="note" {...marks(props.node)}>
      这里画不出组件：{tag === '' ? '没有 tag' : tag}
    </div>
  )
}

/** The plain words of a text component, which label the control below it. */
function wordsAbove(node: Node | undefined): string {
  if (node === undefined) return ''
  const tag = textAt(node, 'tag')
  const text = tag === 'markdown' ? textAt(node, 'content') : tag === 'div' ? wordsAt(node, 'text') : ''
  return text.replace(/<[^<>]*>|[*_~#`]/g, '').trim()
}
