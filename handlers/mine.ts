// What somebody filed and what is still a draft. Private only; each line leads to the report's own buttons.
import {
  type Act,
  type BodyElement,
  type Button,
  bold,
  button,
  type Card,
  type ColumnElement,
  card,
  columns,
  grey,
  join,
  type Md,
  md,
  note,
  tag,
  text,
} from '../bot/cards/index.ts'
import type { Ctx, Report, Tip } from '../bot/context.ts'
import { listHeadline, partsOf } from './files/head.ts'
import { listType } from './files/lists.ts'
import { inPrivate, notice, sendTo } from './notice.ts'
import { short } from './reports/fields.ts'
import { confirmedType, reportType, reportTypes } from './reports/index.ts'
import type { Command, Press } from './route.ts'
import { clockTime } from './time.ts'
import { notWithdrawable } from './tips/withdraw.ts'

const mostShown = 8

/** 我的上报: the newest eight that were saved or withdrawn, with number, state and date. */
export const myReports: Command = {
  words: ['我的上报', '我的', '我报的', '上报记录'],
  help: { name: '查看、改正、撤回自己报的', example: '我的上报' },
  who: 'anyone',
  inGroups: 'privately',
  run: async (_rest, message, ctx) => inPrivate(message, await reportsCard(ctx)),
}

/** 草稿: what was begun and not saved, by oneself or by colleagues for the same unit. */
export const myDrafts: Command = {
  words: ['草稿', '我的草稿', '继续'],
  help: { name: '接着填没有保存的', example: '草稿' },
  who: 'anyone',
  inGroups: 'privately',
  run: async (_rest, message, ctx) => inPrivate(message, await draftsCard(ctx)),
}

/** The tiles of the menu with the same names; the answer is always private. */
export const minePresses: readonly Press[] = [
  { act: 'mine.reports', run: async (press, ctx) => sendTo(press, ctx, await reportsCard(ctx)) },
  { act: 'mine.drafts', run: async (press, ctx) => sendTo(press, ctx, await draftsCard(ctx)) },
]

/** What 我的上报 lists, in its order. */
export async function listed(ctx: Ctx): Promise<readonly Report[]> {
  const ref = ctx.sender?.ref ?? ''
  const saved = await ctx.store.reports.ofSender(ref, mostShown, 'saved')
  const withdrawn = await ctx.store.reports.ofSender(ref, mostShown, 'withdrawn')
  return [...saved, ...withdrawn].sort((one, other) => other.id - one.id).slice(0, mostShown)
}

/** The newest of what the sender filed, with how far each is. */
export async function reportsCard(ctx: Ctx): Promise<Card> {
  const newest = await listed(ctx)
  if (newest.length === 0) return notice('我的上报', ['您还没有上报过。直接发一句话就能报，发“帮助”看例子。'])
  const lines: BodyElement[] = []
  for (const report of newest) lines.push(...(await reportLine(report, ctx)))
  return card({
    title: '我的上报',
    state: 'info',
    icon: 'list-check_outlined',
    summary: '我的上报',
    elements: [
      ...lines,
      newest.length < mostShown ? [] : note(md`只显示最近${mostShown}条；更早的发“进度 编号”查看。`),
    ],
  })
}

/** One of them with its buttons. */
export async function reportLine(report: Report, ctx: Ctx): Promise<readonly BodyElement[]> {
  const { id, number, revision, savedAt, createdAt } = report
  const tip = await ctx.store.tips.ofReport(id)
  const head = md`${bold(number ?? '（没有编号）')} ${stateTag(report, tip)}`
  const what = contentOf(report)
  const when = grey(`${titleOf(report)} · ${clockTime(savedAt ?? createdAt)}`)
  const said = text(join(what === '' ? [head, when] : [head, md`${what}`, when]))
  const details = detailsOf(report)
  const show = button({ text: '看详情', style: 'default', act: details })
  if (!canWithdraw(report, tip)) return [beside(said, [show])]
  const back = button({
    text: '撤回',
    style: 'danger',
    act: tip === undefined ? { act: undoOf(report), id, rev: revision } : { act: 'tip.withdraw', id: tip.id },
    confirm: { title: `撤回 ${number ?? ''}？`, text: '撤回后这条上报不再计算，记录会保留。' },
  })
  return [beside(said, [show, back])]
}

/** A line of the list with its buttons at the right, so that eight of them fit on a screen. */
function beside(said: ColumnElement, buttons: readonly Button[]): BodyElement {
  return columns([
    { width: 3, elements: [said] },
    { width: 1, elements: buttons },
  ])
}

/** What was reported, in one line. */
export function contentOf(report: Report): string {
  const { kind, items } = report
  const [first] = items
  if (first === undefined || kind === 'nil') return ''
  if (listType(kind) !== undefined) return listHeadline(partsOf(report).head)
  const line = reportType(kind)?.headline(first) ?? ''
  return short(line, 40) + (items.length > 1 ? ` 等${items.length}项` : '')
}

/** Tips and nil reports have no card of the report kind. */
function detailsOf({ id, kind, number }: Report): Act {
  if (listType(kind) !== undefined) return { act: 'list.show', id }
  return confirmedType(kind) === undefined
    ? { act: 'progress.show', number: number ?? '' }
    : { act: 'report.show', id }
}

function undoOf({ kind }: Report): string {
  if (kind === 'nil') return 'nil.undo'
  return listType(kind) === undefined ? 'report.undo' : 'list.undo'
}

function canWithdraw(report: Report, tip: Tip | undefined): boolean {
  if (report.status !== 'saved') return false
  if (tip === undefined)
    return report.kind === 'nil' || (reportType(report.kind) ?? listType(report.kind)) !== undefined
  return notWithdrawable(tip) === undefined
}

function stateTag(report: Report, tip: Tip | undefined): Md {
  if (report.status === 'withdrawn') return tag('grey', '已撤回')
  switch (tip?.status) {
    case undefined:
      return tag('green', '已保存')
    case 'received':
      return tag('orange', '待受理')
    case 'accepted':
      return tag('blue', '已受理')
    case 'closed':
      return tag('green', '已办结')
    case 'refused':
      return tag('grey', '不予受理')
    case 'withdrawn':
      return tag('grey', '已撤回')
  }
}

export function titleOf({ kind }: Pick<Report, 'kind'>): string {
  if (kind === 'nil') return '零报告'
  return (reportType(kind) ?? listType(kind))?.title ?? '上报'
}

/** What one may go on with, each with its button. */
export async function draftsCard(ctx: Ctx): Promise<Card> {
  const ref = ctx.sender?.ref ?? ''
  const types = reportTypes.flatMap((type) => (type.storing === 'confirmed' ? [type] : []))
  const own = (ctx.sender?.bindings ?? []).filter(({ role }) => types.some(({ who }) => who.includes(role)))
  const unitIds = own.map(({ unitId }) => unitId)
  const kinds = types.map(({ kind }) => kind)
  const all = await ctx.store.reports.drafts({ senderRef: ref, unitIds, kinds }, 50)
  // A form that was opened and left is nothing to go on with.
  const drafts = all.filter(({ items }) => items.length > 0).slice(0, mostShown)
  if (drafts.length === 0) return notice('草稿', ['没有没保存的草稿。'])
  return card({
    title: `草稿（${drafts.length}）`,
    state: 'waiting',
    stateText: '未保存',
    icon: 'edit_outlined',
    summary: '没有保存的草稿',
    elements: drafts.flatMap((draft) =>
      draftLine(draft, draft.senderRef === ref ? '' : ` ${draft.senderName ?? '同事'}起草`),
    ),
  })
}

export function draftLine(draft: Report, by: string): readonly BodyElement[] {
  const type = reportType(draft.kind)
  const isList = listType(draft.kind) !== undefined
  const what = isList
    ? contentOf(draft)
    : draft.items
        .slice(0, 3)
        .map((item) => type?.headline(item) ?? '')
        .join('；') || '（还没有填）'
  const said = md`${bold(titleOf(draft))} ${clockTime(draft.createdAt)}${by}\n${what}`
  const act = isList ? 'list.show' : 'report.resume'
  const resume = { act, id: draft.id, rev: draft.revision }
  return [beside(text(said), [button({ text: '继续', style: 'default', act: resume })])]
}
