// The buttons of tip cards. The handler's unit decides, the sender adds and withdraws; each step shows on both
// cards. Of two who decide at once the second is told who was first.
import { bold, type Card, md } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, Outgoing, PressIn, Tip } from '../../bot/context.ts'
import { may, refused } from '../access.ts'
import { notice } from '../notice.ts'
import { typedInto } from '../reports/at-once.ts'
import { fieldProblems } from '../reports/define.ts'
import { reasonIn } from '../reports/locked.ts'
import { idOf, type Press } from '../route.ts'
import { clockTime } from '../time.ts'
import { changeTip } from './change.ts'
import { isOver, phoneFor, tipFields } from './fields.ts'
import { currentHandlerCard, currentReceipt, judgeHandler, refreshed } from './file.ts'
import { refusalCard } from './forms.ts'
import { handlersOf } from './routing.ts'
import { notWithdrawable, takeBackTip } from './withdraw.ts'

const hazardFields = { fields: tipFields }

async function tipOf(press: PressIn, ctx: Ctx): Promise<Tip | undefined> {
  const id = idOf(press, 'id')
  return id === undefined ? undefined : ctx.store.tips.byId(id)
}

const gone = refused('这条线索已不存在，或您没有权限查看。')

/** Handlers and administrators of the unit, and who was sent the tip because it has no handler. */
async function mayHandle(tip: Tip, ctx: Ctx): Promise<boolean> {
  if (tip.handlerUnitId !== null && (await may(ctx, ['handler', 'admin'], tip.handlerUnitId))) return true
  return ctx.sender !== undefined && (await handlersOf(tip, ctx)).includes(ctx.sender.openId)
}

/** Somebody decided before, or the sender took it back: says who and when, and shows how it stands now. */
async function overtaken(tip: Tip, ctx: Ctx): Promise<Outcome> {
  return {
    toast: { type: 'warning', content: await wasFirst(tip, ctx) },
    card: await currentHandlerCard(tip, ctx),
  }
}

async function wasFirst(tip: Tip, ctx: Ctx): Promise<string> {
  if (tip.status === 'withdrawn') return '举报人已撤回这条线索，不用再办理。'
  const did = tip.status === 'refused' ? '不予受理' : '受理了'
  if (tip.decidedBy === ctx.sender?.ref) return `您已经${did}这条线索。`
  const who = (await ctx.store.tips.decider(tip)) ?? '同事'
  return `${who} ${clockTime(tip.decidedAt ?? ctx.now)} 先${did}这条线索，已换成现在的状态。`
}

async function decide(
  press: PressIn,
  ctx: Ctx,
  to: { status: 'accepted' | 'refused'; reason?: string },
): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await mayHandle(tip, ctx))) return gone
  const first = await ctx.store.tips.decide(tip.id, { ...to, by: ctx.sender?.ref ?? '' })
  if (!first) return overtaken(tip, ctx)
  await ctx.store.tips.addStep(tip.id, {
    actor: ctx.sender?.ref ?? '',
    kind: to.status,
    ...(to.reason === undefined ? {} : { detail: to.reason }),
  })
  await judgeHandler(tip, ctx)
  const { cards, say } = await refreshed((await ctx.store.tips.byId(tip.id)) ?? tip, ctx)
  const told = to.status === 'accepted' ? '已受理，正在安排核查。' : `不予受理：${to.reason ?? ''}`
  const notice: Outgoing[] =
    tip.replyTo === undefined ? [] : [{ to: { openId: tip.replyTo }, text: `您的举报 ${tip.number} ${told}` }]
  return {
    toast: {
      type: 'success',
      content: to.status === 'accepted' ? '已受理，举报人会收到通知。' : '已记为不予受理，理由已告诉举报人。',
    },
    card: cards.handler,
    say: [...say, ...notice],
    audit: { action: `tip.${to.status}`, subject: `tip:${tip.id}` },
  }
}

async function refuse(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const reason = typeof press.form['reason'] === 'string' ? press.form['reason'].trim() : ''
  if (reason.length < 2)
    return { toast: { type: 'warning', content: '请写明不予受理的理由（至少2个字），举报人会看到。' } }
  return decide(press, ctx, { status: 'refused', reason: reason.slice(0, 200) })
}

async function isSender(tip: Tip, ctx: Ctx): Promise<boolean> {
  const report = await ctx.store.reports.byId(tip.reportId)
  return report !== undefined && report.senderRef === ctx.sender?.ref
}

async function add(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await isSender(tip, ctx))) return gone
  if (isOver(tip)) return over(tip, ctx)
  const to = typedInto(hazardFields, press.form)
  if (Object.keys(to).length === 0)
    return { toast: { type: 'warning', content: '没有填写内容。请至少补充一项，再点“补充”。' } }
  const [problem] = fieldProblems(hazardFields, to)
  if (problem !== undefined) return { toast: { type: 'warning', content: problem.sentence } }
  const { cards, say } = await changeTip(tip, { to, as: 'added' }, ctx)
  return {
    toast: { type: 'success', content: '已补充，经办人会看到。' },
    card: cards.receipt,
    say,
    audit: { action: 'tip.added', subject: `tip:${tip.id}` },
  }
}

async function over(tip: Tip, ctx: Ctx): Promise<Outcome> {
  const content = '这条举报已经结束。要更正，请直接发一句，如“地点写错了，是三号井口”。'
  return { toast: { type: 'warning', content }, card: await currentReceipt(tip, ctx) }
}

/** A correction of a tip whose handling is over, now with its reason. */
async function correct(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await isSender(tip, ctx))) return gone
  const reason = reasonIn(press)
  if (reason === undefined) return { toast: { type: 'warning', content: '请写明更正的原因（2到100个字）。' } }
  const to = typedInto(hazardFields, press.form)
  const [problem] = fieldProblems(hazardFields, to)
  if (problem !== undefined) return { toast: { type: 'warning', content: problem.sentence } }
  const { say } = await changeTip(tip, { to, as: 'corrected', reason }, ctx)
  return {
    toast: { type: 'success', content: '已更正，经办单位会收到通知。' },
    card: await currentReceipt((await ctx.store.tips.byId(tip.id)) ?? tip, ctx),
    say,
    audit: { action: 'tip.corrected', subject: `tip:${tip.id}` },
  }
}

async function withdraw(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await isSender(tip, ctx))) return gone
  const why = notWithdrawable(tip)
  if (why !== undefined)
    return { toast: { type: 'warning', content: why }, card: await currentReceipt(tip, ctx) }
  const { cards, say, audit } = await takeBackTip(tip, ctx)
  return { toast: { type: 'success', content: `已撤回 ${tip.number}` }, card: cards.receipt, say, audit }
}

/** Shows the handler another face of the card, without deciding anything. */
async function handlerFace(press: PressIn, ctx: Ctx, face: (tip: Tip) => Promise<Card>): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await mayHandle(tip, ctx))) return gone
  return tip.status === 'received' ? { card: await face(tip) } : overtaken(tip, ctx)
}

/** The telephone, once accepted, to who accepted; each time audited, the first time told to the sender. */
async function showPhone(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await mayHandle(tip, ctx))) return gone
  const phone = phoneFor(tip)
  if (tip.status !== 'accepted' || phone === undefined) return refused('这条线索没有可以看的联系电话。')
  if (tip.decidedBy !== ctx.sender?.ref) return refused('只有受理这条线索的人能看联系电话。')
  const seen = (await ctx.store.tips.steps(tip.id)).some(({ kind }) => kind === 'phoneSeen')
  if (!seen) await ctx.store.tips.addStep(tip.id, { actor: tip.decidedBy, kind: 'phoneSeen' })
  const lines = [
    md`${bold(phone)}`,
    '只用于核实情况和答复结果。不要记在别处，不要告诉被举报的单位和无关的人。',
  ]
  const { say } = await refreshed(tip, ctx)
  return {
    say: [...say, { to: { openId: press.openId }, card: notice(`${tip.number} 联系电话`, lines) }],
    audit: { action: 'tip.phoneSeen', subject: `tip:${tip.id}` },
  }
}

export const tipPresses: readonly Press[] = [
  { act: 'tip.refusal', run: (press, ctx) => handlerFace(press, ctx, async (tip) => refusalCard(tip)) },
  { act: 'tip.back', run: (press, ctx) => handlerFace(press, ctx, (tip) => currentHandlerCard(tip, ctx)) },
  { act: 'tip.accept', run: (press, ctx) => decide(press, ctx, { status: 'accepted' }) },
  { act: 'tip.refuse', run: refuse },
  { act: 'tip.phone', run: showPhone },
  { act: 'tip.add', run: add },
  { act: 'tip.correct', run: correct },
  { act: 'tip.withdraw', run: withdraw },
]
