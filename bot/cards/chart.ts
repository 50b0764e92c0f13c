/**
 * The two charts of the summaries: a trend over time and a ranking. Plain VChart data without functions, as the
 * platform checks it (VChart 1.12; 200550 for a bad one). `media: []` keeps the clients from rearranging it.
 */
import type { Tone } from './blocks.ts'
import { type Block, element, type Json } from './elements.ts'
import { plain, TEXT_LIMITS } from './plain.ts'

/** Charts take no colour names. Middle shades of the hues of the cards, visible on light and dark ground. */
const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  plain: '#4E83FD',
  good: '#45A853',
  warn: '#F08A24',
  bad: '#E5484D',
}
const SERIES_COLOURS = [TONE_COLOURS.plain, TONE_COLOURS.warn, '#8F959E']
const SMALL = { fontSize: 12 }
const FIGURES = { fontSize: 12, fill: '#8F959E' }
/** Keeps figures legible where a line runs through them. */
const HALO = { stroke: '#FFFFFF', lineWidth: 4 }
const TREND_HEIGHT = 220
const MOST_BARS = 20

/** One line per series over the same steps, oldest first; at most three series. `unit` stands in the title. */
export function trendChart(props: {
  readonly title: string
  readonly unit: string
  readonly points: readonly { readonly x: string; readonly y: number; readonly series?: string }[]
}): Block {
  const series = new Set(props.points.map((point) => point.series ?? ''))
  const single = series.size < 2
  return chart(TREND_HEIGHT, {
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
    label: { visible: single, position: 'top', overlap: false, style: { ...FIGURES, ...HALO } },
    legends: legend(!single),
    axes: [
      // One line carries its figures, so its axis may start where the line is; several are compared from zero.
      { orient: 'left', zero: !single, nice: true, label: { style: SMALL }, tick: { tickCount: 4 } },
      { orient: 'bottom', label: { style: SMALL } },
    ],
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
  const longest = Math.max(0, ...bars.map((bar) => bar.value))
  return chart(90 + 26 * bars.length, {
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
    barMaxWidth: 14,
    bar: { style: { cornerRadius: 3 } },
    label: { visible: true, position: 'outside', style: FIGURES },
    legends: legend(tones.size > 1),
    axes: [
      { orient: 'left', type: 'band', domainLine: { visible: false }, label: { style: SMALL } },
      // The axis ends beyond the longest bar, so that every figure stands behind its bar and none in it.
      { orient: 'bottom', type: 'linear', visible: false, min: 0, max: longest === 0 ? 1 : longest * 1.15 },
    ],
  })
}

/** `height` in pixels; clients before 7.10 do not know it and use the ratio. */
function chart(height: number, spec: { readonly [key: string]: Json }): Block {
  return element({
    tag: 'chart',
    aspect_ratio: '16:9',
    height: `${height}px`,
    preview: true,
    chart_spec: { ...spec, padding: { top: 4, right: 12, bottom: 4, left: 4 }, media: [] },
  })
}

function legend(visible: boolean): Json {
  // The library measures Chinese words too short: with less space they run into the next one.
  return { visible, orient: 'bottom', position: 'middle', item: { spaceCol: 36 } }
}

function title(text: string, unit: string): Json {
  const shown = short(unit)
  return { text: shown === '' ? short(text) : `${short(text)}（${shown}）`, textStyle: { fontSize: 14 } }
}

function short(text: string): string {
  return plain(text, TEXT_LIMITS.chartText)
}
