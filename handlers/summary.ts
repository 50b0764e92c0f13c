// The list behind a weekly summary: every unit of the level with how it stands, ten on a page, the way down beside each.
// Shown in private, whoever presses it in a group.
import {
  type BodyElement,
  type Button,
  bold,
  button,
  buttonRow,
  type Card,
  type Colour,
  card,
  columns,
  grey,
  md,
  nameWithin,
  note,
  share,
  shortfallLine,
  tag,
  text,
} from '../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn, Unit } from '../bot/context.ts'
import type { Finding } from '../policy/kernel.ts'
import { standingsOf, type UnitStanding, unitStanding } from '../policy/unit-standing.ts'
import { mayRead, refused } from './access.ts'
import { showInPlace } from './notice.ts'
import { idOf, type Press } from './route.ts'

const rowsOnPage = 10
const lacksShown = 2

const words: Readonly<Record<UnitStanding, { readonly text: string; readonly colour: Colour }>> = {
  broken: { text: '不达标', colour: 'red' },
  outdated: { text: '过期未报', colour: 'orange' },
  unknown: { text: '缺数据', colour: 'grey' },
  kept: { text: '达标', colour: 'green' },
}
/** What needs looking at first. */
const order: readonly UnitStanding[] = ['broken', 'outdated', 'unknown', 'kept']

export type Row = {
  readonly unit: Unit
  readonly standing: UnitStanding
  readonly findings: readonly Finding[]
}

async function list(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const unit = await ctx.store.units.byId(String(press.value['unit'] ?? ''))
  if (unit === undefined) return refused('没有这个单位。请发“达标 单位名”查看。')
  if (!(await mayRead(ctx, unit.id))) return refused(`您不能查看${unit.name}，只能看本单位和下级。`)
  return showInPlace(press, ctx, await listCard(unit, idOf(press, 'page') ?? 1, ctx))
}

export async function listCard(root: Unit, page: number, ctx: Ctx): Promise<Card> {
  const parts = root.kind === 'city' ? await ctx.store.units.children(root.id, ['county', 'zone']) : []
  const rows = await rowsBelow(root, ctx)
  const below = partsOf(parts, rows).map(partRow)
  const own = rows.filter((row) => parts.every((part) => !row.unit.path.startsWith(part.path)))
  const lines = [...below, ...own.map((row) => unitRow(row, root))]
  const pages = Math.max(1, Math.ceil(lines.length / rowsOnPage))
  const shown = Math.min(page, pages)
  const kept = rows.filter((row) => row.standing === 'kept').length
  return card({
    title: `${root.name} 全部单位`,
    subtitle: `第${shown}页，共${pages}页`,
    state: 'info',
    icon: 'list-check_outlined',
    summary: `${root.name} 全部单位`,
    elements: [
      text(
        rows.length === 0
          ? md`下级单位还没有报过数据。`
          : md`达标 ${bold(`${kept}/${rows.length}`)} 家（${share(kept, rows.length)}），不达标的在前。`,
      ),
      lines.slice((shown - 1) * rowsOnPage, shown * rowsOnPage),
      turning(root, shown, pages),
      note(md`截至${ctx.today}。“家”是乡镇（街道）和部门；必须做到的条款都没有缺口、没有过期未报的算达标。`),
    ],
  })
}

/** Townships and departments below that any duty binds, worst first, then in the order of their codes. */
export async function rowsBelow(root: Unit, ctx: Ctx): Promise<readonly Row[]> {
  const units = await ctx.store.units.tree(root.id, ['township', 'department'])
  const findings = await ctx.store.findings.of(units.map(({ id }) => id))
  const byUnit = new Map<string, Finding[]>()
  for (const finding of findings) {
    const own = byUnit.get(finding.unit)
    if (own === undefined) byUnit.set(finding.unit, [finding])
    else own.push(finding)
  }
  const rows = units.flatMap((unit): readonly Row[] => {
    const own = byUnit.get(unit.id) ?? []
    const standing = unitStanding(standingsOf(own))
    return standing === undefined ? [] : [{ unit, standing, findings: own }]
  })
  return rows.sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing))
}

type Part = { readonly part: Unit; readonly kept: number; readonly of: number; readonly broken: number }

/** Counties with how their units stand, the lowest share first. */
function partsOf(parts: readonly Unit[], rows: readonly Row[]): readonly Part[] {
  const counted = parts.map((part) => {
    const own = rows.filter((row) => row.unit.path.startsWith(part.path))
    const count = (standing: UnitStanding) => own.filter((row) => row.standing === standing).length
    return { part, kept: count('kept'), of: own.length, broken: count('broken') }
  })
  return counted.sort((one, other) => one.kept * other.of - other.kept * one.of)
}

function partRow({ part, kept, of, broken }: Part): BodyElement {
  const state = broken > 0 ? tag('red', `${broken}家不达标`) : tag('green', '没有不达标')
  return row(
    [md`${bold(part.name)} 达标 ${kept}/${of} 家（${share(kept, of)}） ${state}`],
    button({ text: '名单', style: 'default', act: { act: 'summary.list', unit: part.id, page: 1 } }),
  )
}

function unitRow({ unit, standing, findings }: Row, root: Unit): BodyElement {
  const { text: word, colour } = words[standing]
  const broken = findings.filter(({ status, force }) => status === 'notMet' && force === 'must')
  const lacks = broken.slice(0, lacksShown).map(shortfallLine).join('；')
  const more = broken.length > lacksShown ? `等${broken.length}项` : ''
  return row(
    [
      md`${bold(nameWithin(unit, root))} ${tag(colour, word)}`,
      ...(lacks === '' ? [] : [grey(`${lacks}${more}`)]),
    ],
    button({ text: '查看', style: 'default', act: { act: 'standing.show', unit: unit.id } }),
  )
}

function row(lines: readonly ReturnType<typeof md>[], way: Button): BodyElement {
  return columns([
    { width: 4, elements: lines.map((line) => text(line)) },
    { width: 1, elements: [way] },
  ])
}

function turning({ id }: Unit, page: number, pages: number): readonly BodyElement[] {
  const to = (label: string, number: number): Button =>
    button({ text: label, style: 'default', act: { act: 'summary.list', unit: id, page: number } })
  const back = page > 1 ? [to('上一页', page - 1)] : []
  const on = page < pages ? [to('下一页', page + 1)] : []
  const [first, second] = [...back, ...on]
  if (first === undefined) return []
  return [buttonRow(second === undefined ? [first] : [first, second])]
}

export const summaryPresses: readonly Press[] = [{ act: 'summary.list', run: list }]
