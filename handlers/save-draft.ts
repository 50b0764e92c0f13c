// 保存 typed instead of pressed. Acts on the card that is replied to, else on the draft gone on with, else on what was
// being checked just now; several drafts are listed instead of guessed.
import type { Ctx, MessageIn, Outcome, Report } from '../bot/context.ts'
import { draftsCard } from './mine.ts'
import { aboutReport } from './reports/cards.ts'
import { confirmedType } from './reports/index.ts'
import { repliedTo } from './reports/meant.ts'
import { trySave } from './reports/press.ts'
import { goneOnWith } from './reports/whose.ts'
import type { Command } from './route.ts'

const justNowMs = 10 * 60_000

export const saveCommand: Command = {
  words: ['保存', '全部保存', '确认保存', '确认', '确认无误', '提交'],
  help: { name: '保存刚核对的草稿', example: '保存' },
  who: 'bound',
  inGroups: 'privately',
  async run(rest, message, ctx) {
    const to = { openId: message.openId }
    if (rest !== '')
      return { say: [{ to, text: '要保存草稿请只发“保存”两个字；要上报新的，直接发一句话，例子见“帮助”。' }] }
    const drafts = await meant(message, ctx)
    if (drafts.length === 0)
      return { say: [{ to, text: '没有等着保存的草稿。直接发一句话就能报；报过的发“我的上报”查看。' }] }
    const [draft, second] = drafts
    if (draft === undefined || second !== undefined) return { say: [{ to, card: await draftsCard(ctx) }] }
    return save(draft, message, ctx)
  },
}

async function save(report: Report, { openId }: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId }
  const type = confirmedType(report.kind)
  if (type === undefined) return { say: [{ to, text: '这份名单请在核对卡片上点“保存”。' }] }
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  const {
    card,
    toast,
    say = [],
    ...rest
  } = await trySave({ report, type, unitName: unit?.name ?? '' }, { form: {} }, ctx)
  const answer =
    card === undefined ? { to, text: toast?.content ?? '' } : { to, card, about: aboutReport(report.id) }
  return { ...rest, say: [...say, answer] }
}

/** The drafts that may be meant: the one replied to or gone on with, else those of just now, else all of one's own. */
async function meant(message: MessageIn, ctx: Ctx): Promise<readonly Report[]> {
  const replied = await repliedTo(message, ctx)
  const about = replied !== undefined && 'report' in replied ? replied.report : undefined
  if (about?.status === 'draft' && confirmedType(about.kind) !== undefined) return [about]
  const resumed = await goneOnWith(ctx, justNowMs)
  if (resumed !== undefined) return [resumed.report]
  const recent = await ctx.store.reports.ofSender(ctx.sender?.ref ?? '', 8, 'draft')
  const drafts = recent.filter(({ items }) => items.length > 0)
  const justNow = drafts.filter(({ createdAt }) => ctx.now - createdAt < justNowMs)
  return justNow.length > 0 ? justNow : drafts
}
