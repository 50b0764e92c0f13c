// A photo or file without words, and files that could not be kept. A photo belongs to the tip just filed, or
// waits ten minutes for the words.
import type { Ctx, MessageIn, Outcome, ReceivedFile } from '../bot/context.ts'
import { isBound } from './access.ts'
import { otherFileSentence, sheetSentences } from './files/refusals.ts'
import { tableSent } from './files/upload.ts'
import { answerTo } from './route.ts'
import {
  aboutHandler,
  aboutReceipt,
  currentHandlerCard,
  currentReceipt,
  keepFiles,
  photoWindowMs,
} from './tips/file.ts'

const problemWords = {
  empty: '是空的（0字节），没有存下来。请重新拍摄或选择后再发。',
  tooLarge: '超过30MB，没有存下来。请压缩、截图，或删去不用的列和图片后再发。',
  notAPhoto: '不是能打开的照片，没有存下来。请发JPG、PNG等格式的照片。',
  gone: '已经取不到了，没有存下来。请重新发送。',
  ...sheetSentences,
} as const

/** Sentences about files that could not be kept; empty when all could. */
export function fileProblems(files: readonly ReceivedFile[]): string[] {
  return files.flatMap((file) =>
    file.ok ? [] : [`您发的${file.name === '' ? '图片' : `“${file.name}”`}${problemWords[file.problem]}`],
  )
}

/** A message that is only files. */
export async function photoAlone(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId: message.openId }
  const problems = fileProblems(ctx.files)
  if (problems.length > 0) return { say: [{ to, text: problems.join('\n') }] }
  const table = ctx.files.find((file) => file.ok && file.kind === 'table')
  if (table?.ok === true && table.kind === 'table') return tableSent(table, message, ctx)
  await keepFiles(ctx.files, ctx)
  const added = await addToRecentTip(ctx)
  if (added !== undefined) return added
  const text = storedSentence(message, ctx)
  return { say: [{ to: message.chatType === 'p2p' ? to : answerTo(message), text }] }
}

/** What is stored and cannot be read is said so, with what to do instead. */
function storedSentence(message: MessageIn, ctx: Ctx): string {
  if (message.messageType === 'audio' || message.messageType === 'media')
    return '语音（视频）已收到并保存，但我听不懂里面说了什么。请打字说明，或发“报人员变动”“登记培训”“报隐患”用表单填。'
  const file = ctx.files.find((one) => one.ok && one.kind === 'file')
  if (file !== undefined) return otherFileSentence(file.name)
  const asked = '照片已收到。请用一句话说明在哪里、什么问题，例如：泽州县子丑煤业三号皮带机没有护罩。'
  // Only members send lists.
  return isBound(ctx) ? `${asked}如是名单，照片里的表格我读不了，请发Excel（发“模板 人员”拿模板）。` : asked
}

async function addToRecentTip(ctx: Ctx): Promise<Outcome | undefined> {
  const ref = ctx.sender?.ref ?? ''
  const [recent] = (await ctx.store.reports.ofSender(ref, 5, 'saved')).filter(
    (report) => report.kind === 'hazard',
  )
  if (recent === undefined || ctx.now - (recent.savedAt ?? 0) > photoWindowMs) return undefined
  const tip = await ctx.store.tips.ofReport(recent.id)
  if (tip === undefined || (tip.status !== 'received' && tip.status !== 'accepted')) return undefined
  const loose = await ctx.store.files.unattached(ref, ctx.now - photoWindowMs)
  await ctx.store.files.attach(
    loose.map((file) => file.id),
    recent.id,
  )
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'photo', note: `${loose.length}张` })
  return {
    say: [
      { replace: aboutReceipt(tip), card: await currentReceipt(tip, ctx) },
      { replace: aboutHandler(tip), card: await currentHandlerCard(tip, ctx) },
      { to: { openId: ctx.sender?.openId ?? '' }, text: `照片已加到举报 ${tip.number}。` },
    ],
  }
}
