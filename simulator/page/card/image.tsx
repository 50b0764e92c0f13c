// Images of a card: one, a combination of several, and a choice between images. Card-only.

import { resourceAddress } from '../parts/links.ts'
import { update } from '../state/store.ts'
import { marginOf, type Style } from './box.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { useField } from './field.ts'
import { isTrue, type Node, nodesAt, textAt, wordsAt } from './json.ts'
import { activate } from './press.ts'

const SIZES: Readonly<Record<string, string>> = {
  large: '160px',
  medium: '80px',
  small: '60px',
  tiny: '16px',
}

export function Image(props: ElementProps) {
  const { node } = props
  const key = textAt(node, 'img_key')
  const alt = wordsAt(node, 'alt')
  const image = <img src={resourceAddress(key)} alt={alt} style={imageStyle(node)} />
  return (
    <div class="image" style={marginOf(node)} {...marks(node)}>
      {isTrue(node, 'preview', 'else true') ? (
        <button
          type="button"
          class="bare"
          aria-label={`看大图 ${alt}`}
          onClick={() => update({ dialog: { kind: 'image', key, alt } })}
        >
          {image}
        </button>
      ) : (
        image
      )}
    </div>
  )
}

export function ImageCombination(props: ElementProps) {
  const { node } = props
  const mode = textAt(node, 'combination_mode')
  const corner = cornerOf(node)
  return (
    <div class={`image-combination ${mode}`} style={marginOf(node)} {...marks(node)}>
      {nodesAt(node, 'img_list').map((one, at) => (
        <img key={at} src={resourceAddress(textAt(one, 'img_key'))} alt="" style={corner} />
      ))}
    </div>
  )
}

export function SelectImage(props: ElementProps) {
  const { node } = props
  const card = useCard()
  const field = useField(node)
  const many = isTrue(node, 'multi_select')
  const chosen = Array.isArray(field.value) ? field.value : [String(field.value)]
  const choose = (value: string) => {
    const rest = chosen.filter((one) => one !== value)
    const next = chosen.includes(value) ? rest : [...rest, value]
    field.change(many ? next : value)
    if (!field.inForm) void activate(node, card, { option: value }, 'nothing')
  }
  return (
    <div class={`select-image ${textAt(node, 'layout') || 'bisect'}`} style={marginOf(node)} {...marks(node)}>
      {nodesAt(node, 'options').map((option) => (
        <button
          key={textAt(option, 'value')}
          type="button"
          class="bare"
          aria-pressed={chosen.includes(textAt(option, 'value'))}
          aria-label={textAt(option, 'value')}
          disabled={isTrue(option, 'disabled') || isTrue(node, 'disabled')}
          onClick={() => choose(textAt(option, 'value'))}
        >
          <img src={resourceAddress(textAt(option, 'img_key'))} alt="" />
        </button>
      ))}
    </div>
  )
}

function imageStyle(node: Node): Style {
  const scale = textAt(node, 'scale_type') || 'crop_center'
  const size = textAt(node, 'size')
  const [width, height] = /^(\d{1,4}px) (\d{1,4}px)$/.exec(size)?.slice(1) ?? [SIZES[size], SIZES[size]]
  if (scale === 'fit_horizontal' || width === undefined || height === undefined) {
    return { width: '100%', height: 'auto', ...cornerOf(node) }
  }
  const from = scale === 'crop_top' ? 'top' : 'center'
  return { width, height, objectFit: 'cover', objectPosition: from, ...cornerOf(node) }
}

function cornerOf(node: Node): Style {
  const radius = textAt(node, 'corner_radius')
  return /^\d{1,3}(px|%)$/.test(radius) ? { borderRadius: radius } : {}
}
