// All that a test calls "the same end": what stands in everybody's chat, and what was stored.
import type { TestApp } from './app.ts'

/** Chats in words, by person; reports, tips, posts and refusals as rows without ids and moments. */
export async function endState(bot: TestApp): Promise<unknown> {
  const rows = await bot.database.transact(async (tx) => ({
    reports: await tx.report.findMany({
      select: { kind: true, unitId: true, senderRef: true, status: true, number: true },
      orderBy: [{ senderRef: 'asc' }, { kind: 'asc' }, { messageId: 'asc' }],
    }),
    tips: await tx.tip.findMany({ select: { number: true, status: true }, orderBy: { number: 'asc' } }),
    posts: await tx.post.count(),
    steps: await tx.tipStep.count(),
    audits: await tx.audit.groupBy({ by: ['action'], _count: true, orderBy: { action: 'asc' } }),
    unfinished: await tx.trigger.count({ where: { status: { not: 'done' } } }),
    unsent: await tx.outgoing.count({ where: { status: { notIn: ['sent', 'superseded'] } } }),
  }))
  const chats = bot.feishu
    .people()
    .map(({ openId }) => [openId, bot.all(openId).map(({ text, recalled }) => ({ text, recalled }))])
  return { ...rows, chats: Object.fromEntries(chats) }
}
