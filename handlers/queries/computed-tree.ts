// Where a number of a county or the city comes from: clause by clause it is counted over the units below, so the card
// says how many stand how, what each is measured by, and leads to the units that fall short. Used by computed.ts alone.
import {
  articleName,
  type BodyElement,
  bold,
  bullets,
  button,
  buttonRow,
  type Card,
  card,
  clauseName,
  md,
  note,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import type { Finding } from '../../policy/kernel.ts'
import { parameterLine } from './computed-words.ts'

type Tally = Awaited<ReturnType<Ctx['store']['findings']['counts']>>[number]

const mostUnits = 8

/** Whose numbers are sums. */
export const isSummed = ({ kind }: Unit) => kind === 'city' || kind === 'county' || kind === 'zone'

export async function summedCard(unit: Unit, tally: Tally, ctx: Ctx): Promise<Card> {
  const clause = tally.obligationId
  const tree = await ctx.store.units.tree(unit.id)
  const ids = tree.map(({ id }) => id)
  const findings = await ctx.store.findings.of(ids, [clause])
  const names = new Map(tree.map(({ id, name }) => [id, name]))
  const short = findings.filter(({ status }) => status === 'notMet')
  const more = short.length - mostUnits
  return card({
    title: `怎么算：${clauseName(clause)}`,
    subtitle: `${unit.name} 含下级单位`,
    state: 'info',
    icon: 'info_outlined',
    summary: `${unit.name}：${clauseName(clause)}怎么算`,
    elements: [
      text(
        md`${bold(sumLine(tally))}\n一个单位一个单位地算，再加起来。临界也算达标，没报过和过期没报的不算。`,
      ),
      usedLines(findings, ctx),
      short.length === 0
        ? []
        : [text(bold('不达标的，点开看怎么算')), ...short.slice(0, mostUnits).map(opens(names))],
      more > 0 ? text(md`另有${more}个不达标。`) : [],
      note(md`看别的单位，在后面写上单位，如“怎么算 ${articleName(clause)} 单位名”。截至${ctx.today}。`),
    ],
  })
}

/** 94/117个单位达标，不达标14个，缺数据9个 */
function sumLine({ met, atRisk, notMet, noData, stale, exempt }: Tally): string {
  const silent = noData + stale
  return [
    `${met + atRisk}/${met + atRisk + notMet + silent + exempt}个单位达标`,
    ...(notMet > 0 ? [`不达标${notMet}个`] : []),
    ...(silent > 0 ? [`缺数据${silent}个`] : []),
    ...(exempt > 0 ? [`已批准例外${exempt}个`] : []),
  ].join('，')
}

/** The rule is the same for all of them; targets that differ by class of township stand on the card of each. */
function usedLines(findings: readonly Finding[], ctx: Ctx): BodyElement[] {
  const [one] = findings
  return one === undefined
    ? []
    : [text(md`${bold('依据和口径')}\n${bullets(one.used.map((used) => parameterLine(used, ctx.today)))}`)]
}

const opens =
  (names: ReadonlyMap<string, string>) =>
  ({ unit, obligation }: Finding): BodyElement =>
    buttonRow([
      button({
        text: names.get(unit) ?? '单位',
        style: 'default',
        act: { act: 'computed.unit', unit, clause: obligation },
      }),
    ])
