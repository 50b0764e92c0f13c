// 达标率, 排名, 谁没报, 持证人数: how the share of a summary is counted, which units are behind, which have not reported, and
// how many hold a certificate. Counts and names of units only, so they may stand in a group.
import { bullets, type Card, md, nameWithin, note, share } from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { dutiesKept, standingsOf } from '../../policy/unit-standing.ts'
import { ownLevel } from '../asked-unit.ts'
import { notice } from '../notice.ts'
import { listCard, rowsBelow } from '../summary.ts'
import { unitQuery } from './query.ts'

const mostUnits = 30

/** How many of how many, and what counts as one. */
export const rate = unitQuery({
  act: 'query.rate',
  words: ['达标率'],
  help: { name: '看达标率是怎么算的', example: '达标率' },
  inGroups: 'here',
  own: ownLevel,
  card: rateCard,
})

/** The list behind a summary: what is behind stands first. */
export const ranking = unitQuery({
  act: 'query.ranking',
  words: ['排名'],
  help: { name: '看哪些单位不达标、哪个县最差', example: '排名' },
  inGroups: 'here',
  own: ownLevel,
  card: (root, ctx) => listCard(root, 1, ctx),
})

/** Which units have not reported in time, or never did. */
export const unreported = unitQuery({
  act: 'query.unreported',
  words: ['谁没报', '没报的单位'],
  help: { name: '看哪些单位没报或过期没报', example: '谁没报' },
  inGroups: 'here',
  own: ownLevel,
  card: unreportedCard,
})

/** How many officers of all hold a valid certificate. */
export const certified = unitQuery({
  act: 'query.certified',
  words: ['持证人数'],
  help: { name: '看几个执法人员持证', example: '持证人数 沁水县' },
  inGroups: 'here',
  own: ownLevel,
  card: certifiedCard,
})

async function certifiedCard(root: Unit, ctx: Ctx): Promise<Card> {
  const units = await ctx.store.units.tree(root.id)
  const measured = (
    await ctx.store.findings.of(
      units.map(({ id }) => id),
      ['A07-5'],
    )
  ).flatMap(({ measured }) => measured ?? [])
  const sum = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((all, one) => all + of(one), 0)
  const [valid, all] = [sum(({ value }) => value), sum(({ of }) => of ?? 0)]
  const line =
    all === 0
      ? md`${root.name}还没有报过执法人员，没有可以数的。`
      : md`${root.name}在岗执法人员${all}人，持有效执法证的${valid}人（${share(valid, all)}）。`
  return notice(`${root.name} 持证人数`, [line, '哪些证快到期发“证件到期”，怎么算的发“怎么算 持证”。'], {
    elements: [note(md`含下级单位，截至${ctx.today}。第七条：合格后方可持证上岗。`)],
  })
}

async function rateCard(root: Unit, ctx: Ctx): Promise<Card> {
  return notice(`${root.name} 达标率`, [
    '达标率＝达标的单位数÷有条款要考核的单位数，单位是乡镇（街道）和部门。',
    '一个单位必须做到的条款都没有缺口、没有过期未报，就算达标；从没报过的不算达标。',
    await numbersOf(root, ctx),
    '发“排名”看每个单位；一条一条怎么算，发“怎么算 第五条”。',
  ])
}

async function numbersOf(root: Unit, ctx: Ctx) {
  const rows = await rowsBelow(root, ctx)
  const [only, ...others] = rows
  if (only === undefined) return md`现在${root.name}还没有可以算的单位。`
  if (only.unit.id === root.id && others.length === 0) {
    const { kept, of } = dutiesKept(standingsOf(only.findings))
    return md`现在${root.name}有${of}条要考核，达到${kept}条；不达标的发“达标”看。`
  }
  const kept = rows.filter(({ standing }) => standing === 'kept').length
  return md`现在${root.name}：${kept}÷${rows.length}＝${share(kept, rows.length)}，截至${ctx.today}。`
}

async function unreportedCard(root: Unit, ctx: Ctx): Promise<Card> {
  const rows = await rowsBelow(root, ctx)
  const late = rows.filter(({ standing }) => standing === 'outdated' || standing === 'unknown')
  const lines = late
    .slice(0, mostUnits)
    .map(
      ({ unit, standing }) =>
        `${nameWithin(unit, root)}：${standing === 'unknown' ? '从没报过' : '过期未报'}`,
    )
  const more = late.length > mostUnits ? [`另有${late.length - mostUnits}家，发“排名”看。`] : []
  const said = late.length === 0 ? ['没有：该报的都报过，也没有过期。'] : [bullets(lines), ...more]
  return notice(`${root.name} 没报的单位`, said, {
    stateText: `${late.length}家`,
    elements: [note(md`没有按周必报的要求；按文件规定的时间没有更新的算过期。截至${ctx.today}。`)],
  })
}
