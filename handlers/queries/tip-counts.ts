// 举报情况: how many tips one's units have to handle and which are not done. Numbers and steps, nothing of what they say
// or who said it, and only for those who handle them or lead the unit.
import { bullets, type Card, md, note } from '../../bot/cards/index.ts'
import type { Ctx, Tip } from '../../bot/context.ts'
import { handledTips, statusWords } from '../files/export-others.ts'
import { inPrivate, notice } from '../notice.ts'
import type { Command } from '../route.ts'
import { clockTime } from '../time.ts'

const mostShown = 15

export const tipCounts: Command = {
  words: ['举报情况', '举报件数'],
  help: { name: '看收到多少举报、哪些没办', example: '举报情况' },
  who: 'bound',
  inGroups: 'privately',
  async run(_rest, message, ctx) {
    const reads = ctx.sender?.bindings.some(({ role }) => role === 'handler' || role === 'leader')
    return inPrivate(message, reads ? await countsCard(ctx) : notForYou)
  },
}

const notForYou = notice('举报件数', [
  '举报的件数只有受理单位的经办人和领导能看。',
  '您自己报的发“我的上报”，一件的进度发“进度 编号”。',
])

async function countsCard(ctx: Ctx): Promise<Card> {
  const { tips } = await handledTips(ctx)
  const open = tips.filter(({ status }) => status === 'received' || status === 'accepted')
  const counts = (Object.keys(statusWords) as Tip['status'][]).flatMap((status) => {
    const count = tips.filter((tip) => tip.status === status).length
    return count === 0 ? [] : [`${statusWords[status]}${count}件`]
  })
  const lines = open
    .slice(0, mostShown)
    .map((tip) => `${tip.number} ${statusWords[tip.status]}，${clockTime(tip.receivedAt)}收到`)
  return notice(
    '举报件数',
    [
      tips.length === 0 ? '还没有收到过举报。' : md`一共${tips.length}件：${counts.join('，')}。`,
      ...(open.length === 0 ? ['没有还没办完的。'] : [md`还没办完的${open.length}件：\n${bullets(lines)}`]),
    ],
    { elements: [note(md`您的单位和下级受理的。看一件发“进度 编号”，要Excel发“导出 举报”。`)] },
  )
}
