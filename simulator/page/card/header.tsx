// A card's header: icon, title, tags and subtitle on the colour of its template. Card-only.

import { lengths } from './box.ts'
import { hueOf } from './colour.ts'
import { useCard } from './context.ts'
import { LeadingIcon } from './display.tsx'
import { isNode, type Node, nodeAt, nodesAt, textAt, wordsAt } from './json.ts'
import { Words } from './words.tsx'

const MOST_TAGS = 3

export function Header(props: { node: Node }) {
  const { own } = useCard()
  const { node } = props
  const template = hueOf(textAt(node, 'template'), 'default')
  const padding = lengths(textAt(node, 'padding'), 'no negatives')
  // A subtitle without a title is shown as the title.
  const title = wordsAt(node, 'title') === '' ? nodeAt(node, 'subtitle') : nodeAt(node, 'title')
  return (
    <header
      class={`card-header ${template}`}
      data-template={textAt(node, 'template') || 'default'}
      style={{ ...(padding === undefined ? {} : { padding }), ...paint(template) }}
    >
      <LeadingIcon icon={nodeAt(node, 'icon')} own={own} size={20} />
      <div class="card-titles">
        <div class="card-title-row">
          <h3>
            <Words of={title} />
          </h3>
          {nodesAt(node, 'text_tag_list')
            .slice(0, MOST_TAGS)
            .map((tag) => (
              <HeaderTag key={wordsAt(tag, 'text')} node={tag} />
            ))}
        </div>
        {isNode(node['subtitle']) && wordsAt(node, 'title') !== '' && (
          <div class="card-subtitle">
            <Words of={nodeAt(node, 'subtitle')} />
          </div>
        )}
      </div>
    </header>
  )
}

function HeaderTag(props: { node: Node }) {
  const hue = hueOf(textAt(props.node, 'color'), 'blue')
  return (
    <span
      class="text-tag"
      data-tag="text_tag"
      style={{ background: `var(--${hue}-200)`, color: `var(--${hue}-700)` }}
    >
      {wordsAt(props.node, 'text')}
    </span>
  )
}

function paint(template: string): Record<`--${string}`, string> {
  if (template === 'default') return {}
  return { '--header-ground': `var(--${template}-100)`, '--header-ink': `var(--${template}-700)` }
}
