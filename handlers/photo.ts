// A photo, recording or file without words, and files that could not be kept. It belongs to the tip just filed, or
// waits ten minutes for the words; the forms are one tap away.
import { type Card, card, md, menuTiles, text } from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, ReceivedFile } from '../bot/context.ts'
import { isBound } from './access.ts'
import { listTypes } from './files/lists.ts'
import { otherFileSentence, sheetSentences } from './files/refusals.ts'
import { templateTile } from './files/template.ts'
import { tableSent } from './files/upload.ts'
import { formTiles, type HelpBook } from './help.ts'
import { answerTo } from './route.ts'
import {
  aboutHandler,
  aboutReceipt,
  attachLoose,
  currentHandlerCard,
  currentReceipt,
  keepFiles,
  looseIn,
  photoWindowMs,
} from './tips/file.ts'

const problemWords = {
  empty: '是空的（0字节），没有存下来。请重新拍摄或选择后再发。',
  tooLarge: '超过30MB，没有存下来。请把照片压缩或截图后再发；表格请删去不用的列和图片。',
  notAPhoto: '不是能打开的照片，没有存下来。请发JPG、PNG等格式的照片。',
  wrongType:
    '是我不能接收的文件类型，没有保存。我能收的是：Excel 或 CSV 名单（.xlsx、.csv）、照片、视频和语音。文档里的内容请直接发一句话，或发“模板 人员”“模板 培训”拿表格填。',
  gone: '已经取不到了，没有存下来。请重新发送。',
  ...sheetSentences,
} as const

/** Sentences about files that could not be kept; empty when all could. */
export function fileProblems({ messageType }: MessageIn, files: readonly ReceivedFile[]): string[] {
  const what = recordings[messageType] ?? '图片'
  return files.flatMap((file) =>
    file.ok ? [] : [`您发的${file.name === '' ? what : `“${file.name}”`}${problemWords[file.problem]}`],
  )
}

const recordings: Readonly<Record<string, string>> = { audio: '语音', media: '视频' }

/** A message that is only files. */
export async function photoAlone(message: MessageIn, ctx: Ctx, book: HelpBook): Promise<Outcome> {
  const to = { openId: message.openId }
  const problems = fileProblems(message, ctx.files)
  if (problems.length > 0) return { say: [{ to, text: problems.join('\n') }] }
  const table = ctx.files.find((file) => file.ok && file.kind === 'table')
  if (table?.ok === true && table.kind === 'table') return tableSent(table, message, ctx)
  await keepFiles(ctx.files, message, ctx)
  const added = await addToRecentTip(message, ctx)
  if (added !== undefined) return added
  const { title, words } = stored(message, ctx)
  // In a group the forms would be open to everybody; the words are enough there.
  return message.chatType === 'group'
    ? { say: [{ to: answerTo(message), text: words }] }
    : { say: [{ to, card: offerCard(title, words, ctx, book) }] }
}

/** What is stored and cannot be read is said so. */
function stored({ messageType }: MessageIn, ctx: Ctx): { title: string; words: string } {
  const recording = recordings[messageType]
  if (recording !== undefined)
    return {
      title: `${recording}已保存，但听不懂`,
      words: `${recording}已收到并加密保存，但里面说了什么我听不懂。请用一句话打字说明，或用表单填报。`,
    }
  const file = ctx.files.find((one) => one.ok && one.kind === 'file')
  if (file !== undefined)
    return {
      title: '文件已保存，但读不了',
      words: `${otherFileSentence(file.name)}请直接发一句话，或用表单填报。`,
    }
  return {
    title: '照片已收到',
    words: '照片已收到。请用一句话说明在哪里、什么问题，例如：泽州县子丑煤业三号皮带机没有护罩。',
  }
}

/** The forms the sender may open, one tap each; members also get the workbooks to fill in. */
function offerCard(title: string, words: string, ctx: Ctx, book: HelpBook): Card {
  const templates = isBound(ctx) ? listTypes.map(templateTile) : []
  return card({
    title,
    state: 'info',
    summary: title,
    elements: [
      text(md`${words}`),
      templates.length === 0
        ? []
        : text(md`照片、语音、文档里的名单我读不了：请点下面的表单填，或下载模板填好 Excel 再发。`),
      menuTiles([...formTiles(book, ctx), ...templates]),
    ],
  })
}

/** To the tip just told here; who told one in a group is answered in private and may send its photos there. */
async function addToRecentTip(message: MessageIn, ctx: Ctx): Promise<Outcome | undefined> {
  const ref = ctx.sender?.ref ?? ''
  const [recent] = (await ctx.store.reports.ofSender(ref, 5, 'saved')).filter(
    ({ kind, chatId }) => kind === 'hazard' && (message.chatType === 'p2p' || chatId === message.chatId),
  )
  if (recent === undefined || ctx.now - (recent.savedAt ?? 0) > photoWindowMs) return undefined
  const tip = await ctx.store.tips.ofReport(recent.id)
  if (tip === undefined || (tip.status !== 'received' && tip.status !== 'accepted')) return undefined
  const loose = await looseIn(message.chatId, ctx)
  if (loose.length === 0) return undefined
  await attachLoose(tip, loose, ctx)
  const what = recordings[message.messageType] ?? '文件'
  const added = loose.every((file) => file.kind === 'photo')
    ? `照片已加到举报 ${tip.number}。`
    : `${what}已随举报 ${tip.number} 保存，但经办人在卡片上打不开，要点请再用文字说明。`
  return {
    say: [
      { replace: aboutReceipt(tip), card: await currentReceipt(tip, ctx) },
      { replace: aboutHandler(tip), card: await currentHandlerCard(tip, ctx) },
      { to: { openId: ctx.sender?.openId ?? '' }, text: added },
    ],
  }
}
