// What the optional language model makes of a message that no rule understood: one report, as a form that its sender
// submits or leaves. Such a text may be a tip, so it is asked about on this host only.
import { z } from 'zod'
import type { Ctx, MessageIn, Outcome, Question } from '../../bot/context.ts'
import { bindingOf } from '../access.ts'
import { maskText } from '../mask.ts'
import { atOnceForm } from './at-once.ts'
import { aboutReport, formCard } from './cards.ts'
import type { Item, ReportType } from './define.ts'
import { reportType, reportTypes } from './index.ts'
import { isInText, jsonIn, longestAsked } from './model-answer.ts'

const shortest = 6

/** Undefined for what is too short or too long to be a report, and in groups. */
export function questionOf(message: MessageIn, ctx: Ctx): Question | undefined {
  const length = [...message.text].length
  if (message.chatType === 'group' || length < shortest || length > longestAsked) return undefined
  const types = reportTypes.filter((type) => mayFile(type, ctx))
  const lines = [
    `今天是${ctx.today}。下面是一条规则没有看懂的消息。如果它是下列上报之一，输出{"kind":"种类","fields":{"栏目":"读到的内容"}}；都不是就输出{}。`,
    ...types.map(described),
    '日期写YYYY-MM-DD；有选项的写选项的代码；原文没有的栏目不要写。原文：',
    maskText(message.text, []),
  ]
  const about = { of: 'message' as const, text: message.text }
  return { openId: message.openId, about, text: lines.join('\n'), holds: 'maybeTip' }
}

function mayFile(type: ReportType, ctx: Ctx): boolean {
  return type.storing === 'atOnce' || bindingOf(ctx.sender, type.who) !== undefined
}

function described({ kind, title, fields }: ReportType): string {
  const all = Object.entries(fields).map(([name, { label, expect, options }]) => {
    const codes =
      options === undefined ? expect : options.map(({ text, value }) => `${value}=${text}`).join(' ')
    return `${name}（${label}：${codes}）`
  })
  return `种类 ${kind}（${title}）：${all.join('；')}`
}

const answerSchema = z.object({ kind: z.string(), fields: z.record(z.string(), z.unknown()) })

/** Nothing when no field is fit to be shown, or the sender may not file such a report. */
export async function messageAdvised(
  { openId, answer, text }: { openId: string; answer: string; text: string },
  ctx: Ctx,
): Promise<Outcome> {
  const read = answerSchema.safeParse(jsonIn(answer))
  const type = read.success ? reportType(read.data.kind) : undefined
  if (!read.success || type === undefined || !mayFile(type, ctx)) return {}
  const item = fitting(type, read.data.fields, text)
  if (Object.keys(item).length === 0) return {}
  const to = { openId }
  if (type.storing === 'atOnce') return { say: [{ to, card: atOnceForm(type, item, [], 'suggested') }] }
  const binding = bindingOf(ctx.sender, type.who)
  if (binding === undefined || ctx.sender === undefined) return {}
  const report = await ctx.store.reports.create({
    kind: type.kind,
    unitId: binding.unitId,
    senderRef: ctx.sender.ref,
    senderName: ctx.sender.name,
    rawText: text,
    // The guess stands in the form alone: what is typed next must not be saved together with it.
    items: [],
    messageId: undefined,
    chatId: undefined,
  })
  const draft = { type, report: { ...report, items: [item] }, unitName: binding.unitName, problems: [] }
  return { say: [{ to, card: formCard(draft, 0, 'suggested'), about: aboutReport(report.id) }] }
}

/** The values that their schema takes and that were said. */
function fitting(type: ReportType, fields: Item, text: string): Item {
  return Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, { schema }]) => {
      const value = fields[name]
      const taken = value !== undefined && schema.safeParse(value).success && isInText(value, text)
      return taken ? [[name, value] as const] : []
    }),
  )
}
