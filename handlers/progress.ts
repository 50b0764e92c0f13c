// How far a report or tip is, by its number. Who may not see it learns nothing, not even that it exists.
import {
  type BodyElement,
  bullets,
  button,
  buttonRow,
  type Card,
  card,
  labelled,
  md,
  text,
} from '../bot/cards/index.ts'
import type { Ctx, Outcome, Outgoing, Report, Tip } from '../bot/context.ts'
import { may, mayRead } from './access.ts'
import { listHeadline, partsOf } from './files/head.ts'
import { listType } from './files/lists.ts'
import { reportsCard, titleOf } from './mine.ts'
import { notice } from './notice.ts'
import { numbersIn } from './report-number.ts'
import { reportType } from './reports/index.ts'
import type { Command, Press } from './route.ts'
import { clockTime } from './time.ts'
import { aboutHandler, aboutReceipt, currentHandlerCard, currentReceipt } from './tips/file.ts'

/** Numbers of one message that are answered. */
const mostAsked = 5

/**
 * 进度 YH-20261123-007; without a number, what one filed oneself. A tip: to its sender, to handlers and leaders of the handling unit and above. Other reports: to
 * their sender and to everybody bound at the unit or above. Always in private; an unknown number and one that is not
 * for the asker get the same answer.
 */
export const progress: Command = {
  words: ['进度', '查进度', '办到哪了'],
  help: { name: '按编号查办到哪一步', example: '进度 YH-20261123-001' },
  who: 'anyone',
  inGroups: 'privately',
  run: async (rest, { openId }, ctx) =>
    rest === '' ? { say: [{ to: { openId }, card: await reportsCard(ctx) }] } : progressOf(rest, openId, ctx),
}

/** The same from a list. */
export const progressPress: Press = {
  act: 'progress.show',
  run: (press, ctx) => progressOf(String(press.value['number'] ?? ''), press.openId, ctx),
}

async function progressOf(typed: string, openId: string, ctx: Ctx): Promise<Outcome> {
  const numbers = numbersIn(typed).slice(0, mostAsked)
  if (numbers.length === 0) return { say: [{ to: { openId }, card: unknownCard(typed) }] }
  const say: Outgoing[] = []
  for (const number of numbers) {
    const report = await ctx.store.reports.byNumber(number)
    const shown = report === undefined ? undefined : await shownTo(report, openId, ctx)
    say.push(shown ?? { to: { openId }, card: unknownCard(number) })
  }
  return { say }
}

function unknownCard(typed: string): Card {
  return notice('没有查到', [
    md`读到的编号是“${typed.trim().slice(0, 40)}”。`,
    '没有这个编号，或者您不能查看它。',
    '编号在回执卡片上，形如 YH-20261123-001。自己报的也可以发“我的上报”查看。',
  ])
}

type Reader = { readonly is: 'sender' | 'other'; readonly openId: string }

async function shownTo(report: Report, openId: string, ctx: Ctx): Promise<Outgoing | undefined> {
  const reader: Reader = { is: report.senderRef === ctx.sender?.ref ? 'sender' : 'other', openId }
  const tip = await ctx.store.tips.ofReport(report.id)
  if (tip !== undefined) return tipFor(tip, reader, ctx)
  const readable = report.unitId !== null && (await mayRead(ctx, report.unitId))
  if (reader.is === 'other' && !readable) return undefined
  return { to: { openId }, card: await reportCard(report, reader, ctx) }
}

/** The sender gets the receipt, who handles it the handler's card; a leader sees of a confidential tip only its steps. */
async function tipFor(tip: Tip, { is, openId }: Reader, ctx: Ctx): Promise<Outgoing | undefined> {
  const to = { openId }
  if (is === 'sender') return { to, card: await currentReceipt(tip, ctx), about: aboutReceipt(tip) }
  const unitId = tip.handlerUnitId ?? tip.unitId
  if (unitId === null) return undefined
  const handles = await may(ctx, ['handler'], unitId)
  const leads = handles || (await may(ctx, ['leader'], unitId))
  if (!leads) return undefined
  if (tip.confidential && !handles) return { to, card: stepsCard(tip) }
  return { to, card: await currentHandlerCard(tip, ctx), about: aboutHandler(tip) }
}

const tipWords: Readonly<Record<Tip['status'], string>> = {
  received: '待受理',
  accepted: '已受理，核查中',
  refused: '不予受理',
  closed: '已办结',
  withdrawn: '已撤回',
}

function stepsCard(tip: Tip): Card {
  const decided = tip.decidedAt === null ? [] : [`${clockTime(tip.decidedAt)} 决定是否受理`]
  return notice(`举报进度 ${tip.number}`, [
    md`现在：${tipWords[tip.status]}`,
    bullets([`${clockTime(tip.receivedAt)} 收到并编号`, ...decided]),
    '这是保密举报，内容只有经办人能看。',
  ])
}

async function reportCard(report: Report, { is }: Reader, ctx: Ctx): Promise<Card> {
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  const type = reportType(report.kind)
  const what = type === undefined ? listLine(report) : report.items.slice(0, 10).map(type.headline)
  const withdrawn = report.status === 'withdrawn'
  return card({
    title: `进度 ${report.number ?? ''}`,
    state: withdrawn ? 'ended' : 'done',
    stateText: withdrawn ? '已撤回' : '已保存',
    summary: `进度 ${report.number ?? ''}`,
    elements: [
      labelled([
        { label: '上报', value: md`${titleOf(report)}` },
        { label: '单位', value: md`${unit?.name ?? ''}` },
      ]),
      what.length === 0 ? [] : text(bullets(what)),
      text(bullets(stepsOf(report))),
      is === 'sender' && type !== undefined ? ownButtons(report.id) : [],
    ],
  })
}

function listLine(report: Report): readonly string[] {
  return listType(report.kind) === undefined ? [] : [listHeadline(partsOf(report).head)]
}

function stepsOf({ createdAt, savedAt, endedAt, status }: Report): readonly string[] {
  return [
    `${clockTime(createdAt)} 填写`,
    ...(savedAt === null ? [] : [`${clockTime(savedAt)} 保存，计入达标情况`]),
    ...(status === 'withdrawn' && endedAt !== null ? [`${clockTime(endedAt)} 撤回`] : []),
  ]
}

function ownButtons(id: number): readonly BodyElement[] {
  return [buttonRow([button({ text: '看详情', style: 'default', act: { act: 'report.show', id } })])]
}
