// What the summary cards of every level have in common: the week's changes, the trend, the notes at the foot.
// Imported by the cards of cron/summary.
import {
  type BodyElement,
  bold,
  bullets,
  changeLine,
  type HeaderTag,
  join,
  type Md,
  md,
  nameWithin,
  note,
  text,
  trendChart,
} from '../../bot/cards/index.ts'
import { daysBetween, type LocalDate } from '../../policy/calendar.ts'
import type { Finding, Used } from '../../policy/kernel.ts'
import { definitionOf } from '../../policy/settings.ts'
import { type Change, changesBetween, keptOn, percentOf } from './figures.ts'
import type { Picture } from './picture.ts'

/** `late`: the card comes after its time, because the program was off. */
export type Timing = { readonly late: boolean }

const changesShown = 6
/** Corrected weeks that are named, the newest. */
const correctedShown = 3

/** The day the picture is of. */
export function dayOfPicture({ weeks }: Picture): LocalDate | undefined {
  return weeks.at(-1)?.day
}

/** 补发, on a card that comes after its time. */
export function lateTag({ late }: Timing): readonly HeaderTag[] {
  return late ? [{ text: '补发', colour: 'orange' }] : []
}

/** What changed since the picture before as it was told, each change with its unit. Nothing when there is no earlier one. */
export function changesText(picture: Picture): readonly BodyElement[] {
  const [before, after] = picture.weeks.slice(-2)
  if (before === undefined || after === undefined) return []
  const changes = changesBetween(picture.units, { before, after }, picture.findings)
  const since = `（与${monthDay(before.day)}比）`
  if (changes.length === 0) return [text(md`${bold('本周变化')}${since}：没有变化。`)]
  const lines = changes.slice(0, changesShown).map((change) => lineOf(change, picture))
  const more =
    changes.length > changesShown
      ? [md`另有 ${changes.length - changesShown} 项变化，请点“全部单位”查看。`]
      : []
  return [text(join([md`${bold('本周变化')}${since}`, bullets(lines), ...more]))]
}

function lineOf(change: Change, { root, units }: Picture): Md {
  return units.length === 1
    ? changeLine(change)
    : md`${bold(nameWithin(change.unit, root))} ${changeLine(change)}`
}

/**
 * The share kept over the weeks as they are known now; a sentence in its place while there is only one. Where that is
 * not what was told, a line below says so.
 */
export function trend(
  picture: Picture,
  of: { readonly title: string; readonly counted: '家' | '条' },
): BodyElement[] {
  const { history, units } = picture
  const points = history.flatMap((week) => {
    const { kept, of } = keptOn(week, units)
    return of === 0 ? [] : [{ x: week.day.slice(5), y: percentOf(kept, of) }]
  })
  if (points.length < 2) return [note(md`满两周后这里显示走势。`)]
  const chart = trendChart({ title: `近${points.length}周${of.title}`, unit: '%', points })
  return [chart, ...correctedText(picture, of.counted)]
}

/** 近8周按补报重算：11月30日 9→10家。 */
function correctedText({ weeks, history, units }: Picture, counted: '家' | '条'): readonly BodyElement[] {
  const corrected = history.flatMap((week, at) => {
    const told = weeks[at] === undefined ? undefined : keptOn(weeks[at], units).kept
    const { kept } = keptOn(week, units)
    return told === undefined || told === kept ? [] : [`${monthDay(week.day)} ${told}→${kept}${counted}`]
  })
  if (corrected.length === 0) return []
  const more = corrected.length > correctedShown ? `等${corrected.length}周` : ''
  const shown = corrected.slice(-correctedShown).join('、')
  return [note(md`近${history.length}周按补报重算：${shown}${more}。`)]
}

/** 较上周 +2, or nothing when there was no week before. */
export function against(before: number | undefined, now: number): string {
  if (before === undefined) return ''
  return now === before ? '与上周持平' : `较上周 ${now > before ? '+' : '-'}${Math.abs(now - before)}`
}

/** The readings that decide, the day and the document, so that no number stands without what it means. */
export function footer(picture: Picture, how: string): BodyElement {
  const readings = readingsOf(picture.findings)
  const day = dayOfPicture(picture) ?? ''
  return note(md`口径：${how}${readings}数据截至${day}，含补报。依据：${'晋市政办〔2021〕10号'}。`)
}

/** Which reading of vague wording was used, such as the two weeks of a rotation; each once. */
function readingsOf(findings: readonly Finding[]): string {
  const used = new Map<string, Used>()
  for (const finding of findings)
    for (const one of finding.used) if (one.unit === 'choice') used.set(one.id, one)
  const words = ['officerReading', 'rotationReading'].flatMap((id) => {
    const [one, setting] = [used.get(id), definitionOf(id)]
    if (one === undefined || setting?.kind !== 'choice') return []
    return [`${setting.label}：${setting.choices[String(one.value)] ?? one.value}；`]
  })
  return words.join('')
}

/** 11月23日 */
export function monthDay(day: LocalDate): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** People and things whose day has passed, each once for each duty. */
export function overdueItems(findings: readonly Finding[], day: LocalDate): number {
  const items = findings.flatMap((finding) => finding.items ?? [])
  return items.filter(({ dueOn }) => dueOn !== undefined && daysBetween(dueOn, day) > 0).length
}
