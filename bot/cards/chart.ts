/**
 * The two charts of the summaries: a trend over time and a ranking. Plain VChart data without functions, as the
 * platform checks it (VChart 1.12; 200550 for a bad one). `media: []` keeps the clients from rearranging it.
 */
import type { Tone } from './blocks.ts'
import { type Block, element, type Json } from './elements.ts'
import { plain, TEXT_LIMITS } from './plain.ts'

/** Charts take no colour names; these are the platform's shades 500 of the hues the cards use. */
const SERIES_COLOURS = ['#336DF4', '#C25705', '#8F959E']
const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  plain: '#336DF4',
  good: '#258832',
  warn: '#C25705',
  bad: '#E22E28',
}
const SMALL = { fontSize: 12 }
const MOST_BARS = 20

/** One line per series over the same steps, oldest first; at most three series. `unit` stands in the title. */
export function trendChart(props: {
  readonly title: string
  readonly unit: string
  readonly points: readonly { readonly x: string; readonly y: number; readonly series?: string }[]
}): Block {
  const series = new Set(props.points.map((point) => point.series ?? ''))
  const single = series.size < 2
  return chart('16:9', {
    type: 'line',
    title: title(props.title, props.unit),
    data: {
      values: props.points.map((point) => ({
        x: short(point.x),
        y: point.y,
        series: short(point.series ?? props.title),
      })),
    },
    xField: 'x',
    yField: 'y',
    seriesField: 'series',
    color: SERIES_COLOURS,
    point: { visible: true, style: { size: 6 } },
    label: { visible: single, position: 'top', style: SMALL },
    legends: { visible: !single, orient: 'bottom', position: 'middle' },
    axes: [
      { orient: 'left', nice: true, label: { style: SMALL }, tick: { tickCount: 4 } },
      { orient: 'bottom', label: { style: SMALL } },
    ],
    media: [],
  })
}

/** A bar of the ranking. `state` names in the legend what its colour means. */
export type Bar = {
  readonly name: string
  readonly value: number
  readonly state: { readonly text: string; readonly tone: Tone }
}

/** Horizontal bars, best first as given, value at the end of each; at most 20, further ones are left out. */
export function rankingChart(props: {
  readonly title: string
  readonly unit: string
  readonly bars: readonly Bar[]
}): Block {
  const bars = props.bars.slice(0, MOST_BARS)
  const tones = new Map(bars.map(({ state }) => [short(state.text), state.tone]))
  return chart(`${80 + 26 * bars.length}px`, {
    type: 'bar',
    direction: 'horizontal',
    title: title(props.title, props.unit),
    data: {
      values: bars.map(({ name, value, state }) => ({ name: short(name), value, state: short(state.text) })),
    },
    xField: 'value',
    yField: 'name',
    seriesField: 'state',
    color: [...tones.values()].map((tone) => TONE_COLOURS[tone]),
    label: { visible: true, position: 'right', style: SMALL },
    legends: { visible: tones.size > 1, orient: 'bottom', position: 'middle' },
    axes: [
      { orient: 'left', type: 'band', inverse: true, label: { style: SMALL } },
      { orient: 'bottom', type: 'linear', visible: false },
    ],
    media: [],
  })
}

function chart(size: '16:9' | `${number}px`, spec: Json): Block {
  return element({
    tag: 'chart',
    aspect_ratio: '16:9',
    // A ranking grows with its bars; clients before 7.10 do not know `height` and use the ratio.
    ...(size !== '16:9' && { height: size }),
    preview: true,
    chart_spec: spec,
  })
}

function title(text: string, unit: string): Json {
  const shown = short(unit)
  return { text: shown === '' ? short(text) : `${short(text)}（${shown}）`, textStyle: { fontSize: 14 } }
}

function short(text: string): string {
  return plain(text, TEXT_LIMITS.chartText)
}
