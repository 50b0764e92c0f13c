// The Monday card of a city or a county: conclusion, key figures, changes, trend, ranking, the worst five and the way
// down. Stands in groups, so it names units and never people.
import {
  type BodyElement,
  bold,
  button,
  buttonRow,
  type Card,
  card,
  columns,
  kpis,
  type Md,
  md,
  nameWithin,
  share,
  shortfallLine,
  type Tone,
  text,
} from '../../bot/cards/index.ts'
import type { Unit } from '../../bot/context.ts'
import { type Headline, headline, lateTips, missingHeads, worstUnits } from './figures.ts'
import { against, changesText, dayOfPicture, footer, lateTag, type Timing, trend } from './parts.ts'
import type { Picture } from './picture.ts'
import { ranking } from './ranking.ts'

type Worst = ReturnType<typeof worstUnits>[number]

const worstShown = 5
const lacksShown = 3

/**
 * Buttons: `summary.list` and `standing.show`, both with the unit's id. About 12 KB for a city of seven counties.
 */
export function treeSummaryCard(picture: Picture, timing: Timing): Card {
  const after = picture.weeks.at(-1)
  const before = picture.weeks.at(-2)
  const now = after === undefined ? undefined : headline(after, picture.units)
  if (after === undefined || now === undefined || now.of === 0) return emptyCard(picture, timing)
  const last = before === undefined ? undefined : headline(before, picture.units)
  const missing = missingHeads(after, picture.units)
  return card({
    title: `${picture.root.name} 安全监管能力周报`,
    subtitle: `${dayOfPicture(picture)} · 对照晋市政办〔2021〕10号`,
    icon: 'calendar_colorful',
    state: now.broken > 0 ? 'waiting' : 'info',
    stateText: now.broken > 0 ? `${now.broken}家不达标` : '没有不达标',
    tags: lateTag(timing),
    summary: `达标${now.kept}/${now.of}家，${now.broken}家不达标，缺${missing}人`,
    width: 'fill',
    elements: [
      text(conclusion(now, last, missing)),
      figures(picture, { now, last, missing }),
      changesText(picture),
      trend(picture, { title: '达标率', counted: '家' }),
      ranking(picture, after, now),
      worst(picture),
      ways(picture),
      footer(picture, how),
    ],
  })
}

const how =
  '“家”是乡镇（街道）和部门。必须做到的条款都没有缺口、也没有过期未报的，算达标；从没报过的不算。“一般”“原则上”的条款只提示。缺口人数按第四、五条。条款占比的分母含没报过的。'

function emptyCard(picture: Picture, timing: Timing): Card {
  return card({
    title: `${picture.root.name} 安全监管能力周报`,
    icon: 'calendar_colorful',
    state: 'info',
    stateText: '还没有数据',
    tags: lateTag(timing),
    summary: '还没有数据',
    elements: [
      text(md`下级单位还没有报过人员和培训。报了，这里就会算出来。`),
      ways(picture),
      footer(picture, how),
    ],
  })
}

function conclusion(now: Headline, last: Headline | undefined, missing: number): Md {
  const quiet = now.outdated + now.unknown
  const change =
    last === undefined ? '' : `，${against(last.kept, now.kept)}${now.kept === last.kept ? '' : '家'}`
  const silent = quiet === 0 ? '' : `；${quiet}家缺数据或过期未报`
  const first = md`达标 ${bold(`${now.kept}/${now.of}`)} 家（${share(now.kept, now.of)}）${change}。`
  if (now.broken === 0) return md`${first}没有不达标的${silent}。`
  const heads = missing === 0 ? '' : md`，共缺${bold(`${missing}人`)}`
  return md`${first}${bold(`${now.broken}家不达标`)}${heads}${silent}。`
}

function figures(
  picture: Picture,
  { now, last, missing }: { now: Headline; last: Headline | undefined; missing: number },
): BodyElement {
  const late = lateTips(picture.findings)
  const tone = (count: number, bad: Tone): Tone => (count > 0 ? bad : 'good')
  return kpis([
    { value: share(now.kept, now.of), label: '达标率', hint: `${now.kept}/${now.of}家`, tone: 'plain' },
    {
      value: `${now.broken}家`,
      label: '不达标',
      hint: against(last?.broken, now.broken),
      tone: tone(now.broken, 'bad'),
    },
    { value: `${missing}人`, label: '缺口人数', hint: '第四、五条', tone: tone(missing, 'warn') },
    { value: `${late}件`, label: '逾期隐患', hint: '第十二条', tone: tone(late, 'bad') },
  ])
}

function worst(picture: Picture): readonly BodyElement[] {
  const units = worstUnits(picture.units, picture.findings, worstShown)
  if (units.length === 0) return []
  return [text(bold(`最需要补的${units.length}家`)), ...units.map((one) => worstLine(one, picture.root))]
}

/** Words that wrap and no table: on a phone a cell ends at the edge, before what is lacking. */
function worstLine({ unit, lacks }: Worst, root: Unit): BodyElement {
  const what = `${lacks.length}条：${lacks.slice(0, lacksShown).map(shortfallLine).join('；')}`
  const look = button({ text: '查看', style: 'default', act: { act: 'standing.show', unit: unit.id } })
  return columns([
    { width: 5, elements: [text(md`${bold(nameWithin(unit, root))} ${what}`)] },
    { width: 'auto', elements: [look] },
  ])
}

function ways({ root }: Picture): BodyElement {
  return buttonRow([
    button({ text: '全部单位', style: 'primary', act: { act: 'summary.list', unit: root.id, page: 1 } }),
    button({ text: '按条款看', style: 'default', act: { act: 'standing.show', unit: root.id } }),
  ])
}
