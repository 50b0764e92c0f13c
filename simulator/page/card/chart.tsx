// Charts, drawn by VChart. The library is large, so it is fetched when the first chart comes into view;
// animations are off so that what is seen is what there is. Card-only, and the enlarged chart of parts/dialog.

import type { VChart } from '@visactor/vchart'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { update } from '../state/store.ts'
import { marginOf } from './box.ts'
import { paletteOf } from './chart-palette.ts'
import { type ElementProps, marks } from './context.ts'
import { isTrue, type Node, nodeAt, textAt } from './json.ts'

const FONT = '"Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", sans-serif'
/** Less air than the library's own: a card on a phone is 350 px wide. */
const THEME = {
  fontFamily: FONT,
  padding: { top: 8, right: 12, bottom: 4, left: 4 },
  component: {
    title: { padding: { top: 0, bottom: 12 }, textStyle: { fontSize: 14, lineHeight: 20 } },
    discreteLegend: { padding: [8, 12] },
  },
}
const RATIOS: Readonly<Record<string, number>> = { '1:1': 1, '2:1': 2, '4:3': 4 / 3, '16:9': 16 / 9 }
const PHONE_WIDTH = 480

export function Chart(props: ElementProps) {
  const { node } = props
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watcher = new ResizeObserver(() => setWidth(box.current?.clientWidth ?? 0))
    if (box.current !== null) watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  const spec = nodeAt(node, 'chart_spec')
  const theme = textAt(node, 'color_theme')
  return (
    <div ref={box} class="chart" style={marginOf(node)} {...marks(node)}>
      {width > 0 && <ChartCanvas spec={spec} theme={theme} height={heightOf(node, width)} />}
      {isTrue(node, 'preview', 'else true') && (
        <button
          type="button"
          class="chart-enlarge"
          aria-label="放大图表"
          onClick={() => update({ dialog: { kind: 'chart', spec, theme } })}
        >
          <Icon name="search" size={14} />
        </button>
      )}
    </div>
  )
}

/** The chart alone, as wide as its place. `height` in pixels. */
export function ChartCanvas(props: { spec: Node; theme: string; height: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState('')
  const { spec, theme, height } = props
  useEffect(() => {
    const dom = place.current
    if (dom === null) return undefined
    const drawing = whenSeen(dom).then(() => drawn(dom, spec, theme))
    drawing.catch((reason: unknown) => setFailure(String(reason)))
    return () => void drawing.then((chart) => chart.release()).catch(() => undefined)
  }, [spec, theme])
  return (
    <div
      ref={place}
      class="chart-canvas"
      role="img"
      aria-label={titleOf(spec)}
      data-chart={failure === '' ? 'drawn' : 'failed'}
      style={{ height: `${height}px` }}
    >
      {failure !== '' && <p class="unknown">这张图画不出来：{failure}</p>}
    </div>
  )
}

async function drawn(dom: HTMLElement, spec: Node, theme: string): Promise<VChart> {
  // A canvas draws with the fonts that are there; it does not come back when one arrives later.
  await document.fonts.load(`12px ${FONT}`, JSON.stringify(spec)).catch(() => [])
  const { default: Chart } = await import('@visactor/vchart')
  const palette = { color: [...paletteOf(theme)], background: 'transparent' }
  const whole = { ...palette, ...plain(spec), animation: false, theme: THEME }
  const chart = new Chart(whole as unknown as ConstructorParameters<typeof Chart>[0], {
    dom,
    animation: false,
  })
  await chart.renderAsync()
  return chart
}

/** Data only: nothing that could be run, and no key that reaches the prototype. */
function plain(spec: Node): Node {
  const text = JSON.stringify(spec, (key, value: unknown) =>
    ['__proto__', 'constructor', 'prototype'].includes(key) ? undefined : value,
  )
  return JSON.parse(text) as Node
}

function whenSeen(dom: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watcher.disconnect()
      resolve()
    })
    watcher.observe(dom)
  })
}

function heightOf(node: Node, width: number): number {
  const fixed = /^(\d{1,3})px$/.exec(textAt(node, 'height'))
  if (fixed !== null) return Number(fixed[1])
  const usual = width < PHONE_WIDTH ? 1 : 16 / 9
  return Math.round(width / (RATIOS[textAt(node, 'aspect_ratio')] ?? usual))
}

function titleOf(spec: Node): string {
  return textAt(nodeAt(spec, 'title'), 'text') || '图表'
}
