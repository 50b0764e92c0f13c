// 怎么算: where a number comes from. What was measured and asked, the words of the document and the settings it rests
// on, the other readings, and the rows behind it: by name in private, counted in a group.
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
  findingLine,
  join,
  type Md,
  md,
  note,
  statusTag,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import type { Finding } from '../../policy/kernel.ts'
import { mayRead, refused } from '../access.ts'
import { askedUnit, ownUnit } from '../asked-unit.ts'
import { meantIn, toldIn } from '../in-group.ts'
import { notice, showInPlace } from '../notice.ts'
import { answerTo, type Command, type Press } from '../route.ts'
import { namesBehind } from '../standing/names.ts'
import { clausesIn, withoutClauses } from './clause-words.ts'
import { isSummed, summedCard } from './computed-tree.ts'
import { parameterLine, readingLine, rowLine } from './computed-words.ts'

/** In private the people behind a number are named, in a group they are counted. */
type People = 'names' | 'counts'
const mostRows = 20

/** 怎么算, 怎么算 第五条, 怎么算 专职应急人员 沁水县郑庄镇. Without a clause: those of the unit to choose from. */
export const computed: Command = {
  words: ['怎么算', '怎么算的', '这个数怎么算的', '如何计算'],
  help: { name: '看一个数是怎么算出来的', example: '怎么算 第五条' },
  who: 'bound',
  inGroups: 'here',
  async run(rest, message, ctx) {
    const again = {
      act: (unit: Unit) => ({ act: 'computed.list', unit: unit.id }),
      example: '怎么算 第五条 沁水县郑庄镇',
    }
    const own = await meantIn(message, await ownUnit(ctx), ctx)
    const asked = await askedUnit(withoutClauses(rest), own, again, ctx)
    if ('card' in asked) return { say: [{ to: answerTo(message), card: asked.card }] }
    const people = message.chatType === 'p2p' ? 'names' : 'counts'
    return toldIn(message, asked.unit, await answer(asked.unit, clausesIn(rest), people, ctx), ctx)
  },
}

/** A unit, or one clause of a unit, chosen from a card. Shown in private. */
export const computedPresses: readonly Press[] = ['computed.list', 'computed.show', 'computed.unit'].map(
  (act) => ({
    act,
    async run(press, ctx) {
      const unit = await ctx.store.units.byId(String(press.value['unit'] ?? ''))
      if (unit === undefined || !(await mayRead(ctx, unit.id)))
        return refused('您不能查看这个单位，只能看本单位和下级。')
      const clauses = clausesIn(String(press.value['clause'] ?? ''))
      const shown = act === 'computed.unit' ? ofUnit : answer
      return showInPlace(press, ctx, await shown(unit, clauses, 'names', ctx))
    },
  }),
)

/** Of a county or the city the sum over the units below, of others what was found for the unit itself. */
async function answer(unit: Unit, clauses: readonly string[], people: People, ctx: Ctx): Promise<Card> {
  if (!isSummed(unit)) return ofUnit(unit, clauses, people, ctx)
  const all = await ctx.store.findings.counts(unit.id)
  const wanted = clauses.length === 0 ? all : all.filter((one) => clauses.includes(one.obligationId))
  const [only, ...others] = wanted
  if (only !== undefined && others.length === 0) return summedCard(unit, only, ctx)
  const shown = (wanted.length === 0 ? all : wanted).map(({ obligationId }) => obligationId)
  return choiceCard(unit, shown, wanted.length === 0 ? 'none' : 'several')
}

async function ofUnit(unit: Unit, clauses: readonly string[], people: People, ctx: Ctx): Promise<Card> {
  const all = (await ctx.store.findings.of([unit.id])).filter(({ status }) => status !== 'notApplicable')
  const wanted = clauses.length === 0 ? all : all.filter(({ obligation }) => clauses.includes(obligation))
  const [only, ...others] = wanted
  if (only !== undefined && others.length === 0) return findingCard(unit, only, people, ctx)
  const shown = (wanted.length === 0 ? all : wanted).map(({ obligation }) => obligation)
  return choiceCard(unit, shown, wanted.length === 0 ? 'none' : 'several')
}

function choiceCard(unit: Unit, clauses: readonly string[], found: 'none' | 'several'): Card {
  if (clauses.length === 0)
    return notice('没有可以说明的数', [
      md`${unit.name}还没有自动计算的条款。报了人员和培训，这里就会算出来。`,
    ])
  const line = found === 'none' ? '这个条款没有这个单位的数。可以看的是：' : '要看哪一条是怎么算的？'
  const choices = clauses.map((clause): BodyElement => {
    const act = { act: 'computed.show', unit: unit.id, clause }
    return buttonRow([button({ text: clauseName(clause), style: 'default', act })])
  })
  return notice(`${unit.name} 怎么算`, [line], { elements: choices })
}

async function findingCard(unit: Unit, finding: Finding, people: People, ctx: Ctx): Promise<Card> {
  const { obligation, status, force, asOf } = finding
  const readings = (finding.readings ?? []).map(readingLine)
  return card({
    title: `怎么算：${clauseName(obligation)}`,
    subtitle: unit.name,
    state: 'info',
    icon: 'info_outlined',
    summary: `${unit.name}：${clauseName(obligation)}怎么算`,
    elements: [
      text(md`${statusTag(status, force)} ${findingLine(finding)}`),
      text(md`${bold('依据和口径')}\n${bullets(finding.used.map((used) => parameterLine(used, asOf)))}`),
      readings.length === 0 ? [] : text(md`${bold('换一种理解')}\n${bullets(readings)}`),
      text(await behind(finding, people, ctx)),
      note(
        md`${articleName(obligation)}，晋市政办〔2021〕10号。截至${asOf}。数字不对就报一条变动，立即重算。`,
      ),
    ],
  })
}

async function behind(finding: Finding, people: People, ctx: Ctx): Promise<Md> {
  if (finding.rows.length === 0) return md`${bold('用到的记录')}\n没有记录。`
  if (people === 'counts') return md`${bold('用到的记录')} ${finding.rows.length}条。姓名在单聊里问才显示。`
  const rows = await ctx.store.findings.behind(finding)
  const more = finding.rows.length - Math.min(rows.length, mostRows)
  const rest = more === 0 ? [] : [md`另有${more}条没有列出。`]
  const names = await namesBehind(finding, ctx)
  const todo = names.length === 0 ? [] : [md`${bold('要处理的')}\n${bullets(names)}`]
  const lines = rows.length === 0 ? [] : [bullets(rows.slice(0, mostRows).map(rowLine))]
  return join([md`${bold('用到的记录')} ${finding.rows.length}条`, ...lines, ...rest, ...todo])
}
