// The buttons of tip cards. The handler's unit decides, the sender adds and withdraws; each step shows on both
// cards. Two people pressing at once: the second is told who was first by the card itself.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, Outgoing, PressIn, Tip } from '../../bot/context.ts'
import { may, refused } from '../access.ts'
import { fieldProblems } from '../reports/define.ts'
import { idOf, type Press } from '../route.ts'
import { refusalCard } from './cards.ts'
import { tipFields } from './fields.ts'
import { aboutHandler, aboutReceipt, currentHandlerCard, currentReceipt } from './file.ts'

async function tipOf(press: PressIn, ctx: Ctx): Promise<Tip | undefined> {
  const id = idOf(press, 'id')
  return id === undefined ? undefined : ctx.store.tips.byId(id)
}

const gone = refused('这条线索已不存在，或您没有权限查看。')

async function mayHandle(tip: Tip, ctx: Ctx): Promise<boolean> {
  return tip.handlerUnitId !== null && may(ctx, ['handler', 'admin'], tip.handlerUnitId)
}

/** Both cards as they are now: the pressed one in the answer, every other copy replaced. */
async function refreshed(
  tipId: number,
  ctx: Ctx,
  pressed: 'handler' | 'receipt',
  also: readonly Outgoing[] = [],
): Promise<Pick<Outcome, 'card' | 'say'>> {
  const tip = await ctx.store.tips.byId(tipId)
  if (tip === undefined) return {}
  const cards = { handler: await currentHandlerCard(tip, ctx), receipt: await currentReceipt(tip, ctx) }
  const say: Outgoing[] = [
    { replace: aboutReceipt(tipId), card: cards.receipt },
    { replace: aboutHandler(tipId), card: cards.handler },
    ...also,
  ]
  return { card: cards[pressed], say }
}

async function decide(
  press: PressIn,
  ctx: Ctx,
  to: { status: 'accepted' | 'refused'; reason?: string },
): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await mayHandle(tip, ctx))) return gone
  const first = await ctx.store.tips.decide(tip.id, { ...to, by: ctx.sender?.ref ?? '' })
  if (!first) {
    return {
      toast: { type: 'warning', content: '这条线索已经有人处理过了。' },
      card: await currentHandlerCard(tip, ctx),
    }
  }
  await ctx.store.tips.addStep(tip.id, {
    actor: ctx.sender?.ref ?? '',
    kind: to.status,
    ...(to.reason === undefined ? {} : { note: to.reason }),
  })
  await reevaluate(tip, ctx)
  const told = to.status === 'accepted' ? '已受理，正在安排核查。' : `不予受理：${to.reason ?? ''}`
  const notice: Outgoing[] =
    tip.replyTo === undefined ? [] : [{ to: { openId: tip.replyTo }, text: `您的举报 ${tip.number} ${told}` }]
  return {
    toast: {
      type: 'success',
      content: to.status === 'accepted' ? '已受理，举报人会收到通知。' : '已登记不予受理。',
    },
    ...(await refreshed(tip.id, ctx, 'handler', notice)),
    audit: { action: `tip.${to.status}`, subject: `tip:${tip.id}` },
  }
}

/** The clocks of A12-4 belong to the unit that handles the tip. */
async function reevaluate(tip: Tip, ctx: Ctx): Promise<void> {
  if (tip.handlerUnitId === null) return
  await ctx.store.findings.evaluate(await ctx.store.findings.affectedBy(tip.handlerUnitId), ctx.today)
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
  const typed = Object.entries(tipFields).flatMap(([name, field]) => {
    const value = field.fromForm(press.form[name])
    return value === undefined ? [] : [[name, value] as const]
  })
  if (typed.length === 0)
    return { toast: { type: 'warning', content: '没有填写内容。请至少补充一项，再点“补充”。' } }
  const content = { ...tip.content, ...Object.fromEntries(typed) }
  const [problem] = fieldProblems({ fields: tipFields }, content)
  if (problem !== undefined) return { toast: { type: 'warning', content: problem.sentence } }
  await ctx.store.tips.change(tip.id, { content })
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'added' })
  return {
    toast: { type: 'success', content: '已补充，经办人会看到。' },
    ...(await refreshed(tip.id, ctx, 'receipt')),
  }
}

async function withdraw(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await isSender(tip, ctx))) return gone
  if (tip.status !== 'received') {
    const why = tip.status === 'accepted' ? '已经受理的线索会继续核查，不能撤回。' : '这条举报已经结束。'
    return { toast: { type: 'warning', content: why }, card: await currentReceipt(tip, ctx) }
  }
  await ctx.store.tips.end(tip.id, 'withdrawn')
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'withdrawn' })
  const report = await ctx.store.reports.byId(tip.reportId)
  if (report !== undefined) await ctx.store.reports.end(report, 'withdrawn')
  await reevaluate(tip, ctx)
  return {
    toast: { type: 'success', content: `已撤回 ${tip.number}` },
    ...(await refreshed(tip.id, ctx, 'receipt')),
    audit: { action: 'tip.withdrawn', subject: `tip:${tip.id}` },
  }
}

/** Shows the handler another face of the card, without deciding anything. */
async function handlerFace(press: PressIn, ctx: Ctx, face: (tip: Tip) => Promise<Card>): Promise<Outcome> {
  const tip = await tipOf(press, ctx)
  if (tip === undefined || !(await mayHandle(tip, ctx))) return gone
  if (tip.status === 'received') return { card: await face(tip) }
  return {
    toast: { type: 'warning', content: '这条线索已经有人处理过了。' },
    card: await currentHandlerCard(tip, ctx),
  }
}

export const tipPresses: readonly Press[] = [
  { act: 'tip.refusal', run: (press, ctx) => handlerFace(press, ctx, async (tip) => refusalCard(tip)) },
  { act: 'tip.back', run: (press, ctx) => handlerFace(press, ctx, (tip) => currentHandlerCard(tip, ctx)) },
  { act: 'tip.accept', run: (press, ctx) => decide(press, ctx, { status: 'accepted' }) },
  { act: 'tip.refuse', run: refuse },
  { act: 'tip.add', run: add },
  { act: 'tip.withdraw', run: withdraw },
]
