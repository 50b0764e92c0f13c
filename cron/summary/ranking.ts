// The ranking of a summary: counties against the whole city, units of a county by the share of their duties.
// Imported by tree-card.ts.
import { type Bar, type BodyElement, rankingChart, type Tone } from '../../bot/cards/index.ts'
import { dutiesKept } from '../../policy/unit-standing.ts'
import { type DayPicture, type Headline, headline, percentOf } from './figures.ts'
import type { Picture } from './picture.ts'

const barsShown = 20

/** Best first. Counties by the share of their units, units by the share of their duties; the last ones when many. */
export function ranking(picture: Picture, after: DayPicture, now: Headline): BodyElement {
  const isCity = picture.root.kind === 'city'
  const bars = picture.parts
    .flatMap(({ name, units }) =>
      isCity ? partBar(name, headline(after, units), now) : unitBar(name, units, after),
    )
    .sort((one, other) => other.value - one.value)
  const cut = bars.length > barsShown ? `（后${barsShown}名）` : ''
  const title = `${isCity ? '各县（市、区）达标单位占比' : '各单位达标条款占比'}${cut}`
  return rankingChart({ title: `${title}${alike(bars)}`, unit: '%', bars: bars.slice(-barsShown) })
}

/** A chart of one colour has no legend: then its title says what the colour means. */
function alike(bars: readonly Bar[]): string {
  const states = new Set(bars.map(({ state }) => state.text))
  return states.size === 1 ? ` · 均为${[...states].join('')}` : ''
}

/** A county is seen against the whole city: almost every one has some unit that falls short. */
function partBar(name: string, { kept, of, broken }: Headline, whole: Headline): readonly Bar[] {
  if (of === 0) return []
  const bar = (text: string, tone: Tone): readonly Bar[] => [
    { name, value: percentOf(kept, of), state: { text, tone } },
  ]
  if (kept === of && broken === 0) return bar('全部达标', 'good')
  return kept * whole.of < whole.kept * of ? bar('低于全市', 'warn') : bar('不低于全市', 'plain')
}

/** The colour says what the length does: whether every duty is kept. */
function unitBar(name: string, [unit]: Picture['units'], after: DayPicture): readonly Bar[] {
  const { kept, of } = dutiesKept(unit === undefined ? [] : (after.rows.get(unit.id) ?? []))
  if (of === 0) return []
  const state: Bar['state'] =
    kept === of ? { text: '条款全部达标', tone: 'good' } : { text: '有条款没达标或没报', tone: 'plain' }
  return [{ name, value: percentOf(kept, of), state }]
}
