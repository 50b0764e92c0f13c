// What is told about a tip by its number (整改完毕，请复查; 申请延期), and retaliation against whoever reported. The first
// becomes a step of that tip, its words sealed as all of it; the second a confidential tip of its own.
import type { Ctx, MessageIn, Outcome, Tip } from '../../bot/context.ts'
import { may } from '../access.ts'
import { privately } from '../in-group.ts'
import { maskText } from '../mask.ts'
import { notice } from '../notice.ts'
import { numbersIn, withoutNumbers } from '../report-number.ts'
import { fileAtOnce } from '../reports/at-once.ts'
import { reportType } from '../reports/index.ts'
import type { Said } from '../said.ts'
import { refreshed } from './file.ts'
import { handlersOf } from './routing.ts'

const longest = 300
const told = /整改|改完|改好|修好|解决|复查|复核|延期|宽限|展期|报复|开除|辞退|穿小鞋|没改|又犯|反弹/u
const question = /吗|呢|没有?$|了没|怎么|咋|如何|会不会|谁|什么|怕|担心|[?？]/u
const retaliation = /(?:打击)?报复|穿小鞋/u
const happened = /被|遭|受到|我|他|她|开除|辞退|调岗|停职|扣/u

/** Undefined when nothing of the kind is told. */
export async function toldAboutTip({ message, ctx }: Said): Promise<Outcome | undefined> {
  const text = message.text.trim()
  if ([...text].length > longest || question.test(withoutNumbers(text))) return undefined
  const number = numbersIn(text).find((one) => one.startsWith('YH-'))
  if (number !== undefined)
    return told.test(text) ? privately(await keepStep(number, message, ctx), message) : undefined
  const type = reportType('hazard')
  const complains = retaliation.test(text) && /举报|反映|投诉/u.test(text) && happened.test(text)
  if (!complains || type?.storing !== 'atOnce') return undefined
  return fileAtOnce(type, [{ description: text, category: 'violation', confidential: true }], message, ctx)
}

/** Somebody else's tip is answered like one that is not there. */
async function keepStep(number: string, { text, openId }: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId }
  const tip = await ctx.store.tips.byNumber(number)
  const by = tip === undefined ? undefined : await tellerOf(tip, ctx)
  if (tip === undefined || by === undefined) {
    const lines = [
      '没有这个编号，或者它不归您办。这句话没有保存。',
      '请核对编号；由经办单位或举报人本人来说明。',
    ]
    return { say: [{ to, card: notice('没有查到', lines) }] }
  }
  await ctx.store.tips.addStep(tip.id, { actor: by, kind: 'told', detail: maskText(text.trim(), []) })
  const { say } = await refreshed(tip, ctx)
  const others = (await handlersOf(tip, ctx)).filter((one) => one !== openId)
  const news = `线索 ${tip.number} 有新的说明，请看卡片的办理过程。`
  const lines = [
    others.length === 0 ? '已记进办理过程。' : '已记进办理过程，已告诉经办人。',
    '是否复查、能否延期由经办单位决定，我不能代为批准，原来的期限不变。',
  ]
  return {
    say: [
      ...say,
      ...others.map((one) => ({ to: { openId: one }, text: news })),
      { to, card: notice(`已记录 ${tip.number}`, lines, { state: 'done', stateText: '已保存' }) },
    ],
    audit: { action: 'tip.told', subject: `tip:${tip.id}` },
  }
}

/** The sender, or somebody of the handling unit by reference; undefined for everybody else. */
async function tellerOf({ reportId, handlerUnitId }: Tip, ctx: Ctx): Promise<string | undefined> {
  const report = await ctx.store.reports.byId(reportId)
  if (report?.senderRef === ctx.sender?.ref) return 'sender'
  const handles = handlerUnitId !== null && (await may(ctx, ['handler'], handlerUnitId))
  return handles ? ctx.sender?.ref : undefined
}
