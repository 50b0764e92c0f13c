// Exports that are no lists to import again: what one filed, whose training is due, who lacks people, tips to handle.
import { findingLine } from '../../bot/cards/index.ts'
import type { Ctx, NewSheet, Tip, Unit } from '../../bot/context.ts'
import { maskText } from '../mask.ts'
import { contentOf, titleOf } from '../mine.ts'
import { clockTime } from '../time.ts'
import { sectorName, tipHeadline } from '../tips/fields.ts'

const most = 5000

/** The asker's own, of whatever unit. */
export async function mineSheet(ctx: Ctx): Promise<NewSheet> {
  const ref = ctx.sender?.ref ?? ''
  const saved = await ctx.store.reports.ofSender(ref, most, 'saved')
  const withdrawn = await ctx.store.reports.ofSender(ref, most, 'withdrawn')
  const all = [...saved, ...withdrawn].sort((one, other) => other.id - one.id)
  return {
    name: '我的上报',
    header: ['编号', '种类', '内容', '状态', '时间'],
    rows: all.map((report) => [
      report.number ?? '',
      titleOf(report),
      contentOf(report),
      report.status === 'withdrawn' ? '已撤回' : '已保存',
      clockTime(report.savedAt ?? report.createdAt),
    ]),
  }
}

export async function dueSheet(units: readonly Unit[], ctx: Ctx): Promise<NewSheet> {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const findings = await ctx.store.findings.of([...names.keys()], ['A07-3'])
  const due = findings
    .flatMap(({ unit, items }) =>
      (items ?? []).flatMap(({ id, dueOn }) => (dueOn === undefined ? [] : [{ id, dueOn, unit }])),
    )
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  const people = await ctx.store.people.names(due.map(({ id }) => id))
  return {
    name: '轮训到期',
    header: ['姓名', '单位', '轮训到期日', '状态'],
    rows: due.map(({ id, unit, dueOn }) => [
      people.get(id) ?? '',
      names.get(unit) ?? '',
      dueOn,
      dueOn < ctx.today ? '已逾期' : '快到期',
    ]),
  }
}

export async function shortageSheet(units: readonly Unit[], ctx: Ctx): Promise<NewSheet> {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const findings = await ctx.store.findings.of([...names.keys()], ['A04-3', 'A05-5'])
  return {
    name: '缺人单位',
    header: ['单位', '缺几人', '现状', '截至'],
    rows: findings.flatMap((finding) =>
      finding.status === 'notMet' && finding.gap?.unit === 'heads' && finding.gap.value > 0
        ? [[names.get(finding.unit) ?? '', finding.gap.value, findingLine(finding), finding.asOf]]
        : [],
    ),
  }
}

export const statusWords = {
  received: '待受理',
  accepted: '已受理',
  refused: '不予受理',
  closed: '已办结',
  withdrawn: '已撤回',
} as const

/** Tips that the asker's units handle, and the units the asker handles tips for. */
export async function handledTips(
  ctx: Ctx,
): Promise<{ readonly tips: readonly Tip[]; readonly handled: ReadonlySet<string> }> {
  const treeOf = async (role: 'handler' | 'leader') => {
    const own = (ctx.sender?.bindings ?? []).filter((binding) => binding.role === role)
    const trees = await Promise.all(own.map(({ unitId }) => ctx.store.units.tree(unitId)))
    return new Set(trees.flat().map(({ id }) => id))
  }
  const [handled, led] = [await treeOf('handler'), await treeOf('leader')]
  return { tips: await ctx.store.tips.handledBy([...new Set([...handled, ...led])], most), handled }
}

/** The same as a sheet. Never who said it; a leader gets nothing of what a confidential one says. */
export async function tipsSheet(ctx: Ctx): Promise<NewSheet> {
  const { tips, handled } = await handledTips(ctx)
  return {
    name: '举报线索',
    header: ['编号', '收到时间', '状态', '行业', '内容'],
    rows: tips.map((tip) => {
      const isOpen = !tip.confidential || handled.has(tip.handlerUnitId ?? tip.unitId ?? '')
      return [
        tip.number,
        clockTime(tip.receivedAt),
        statusWords[tip.status],
        sectorName(tip.sector),
        isOpen ? maskText(tipHeadline(tip.content), []) : '保密举报，内容只有经办人能看',
      ]
    }),
  }
}
