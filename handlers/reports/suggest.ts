// What the optional language model may add: values for the required fields that the rules left open in a draft. Its
// answer passes the same schemas as a form, and stands in a form that the sender submits or leaves: nothing is saved
// and the draft is not touched without a tap.
import { z } from 'zod'
import { type Card, card, form, grey, md, note, tag, text } from '../../bot/cards/index.ts'
import type { Advice, Ctx, Outcome, Question, Report } from '../../bot/context.ts'
import { mayTellOnSomebody } from '../../bot/text/index.ts'
import { maskText } from '../mask.ts'
import { controlName } from './cards.ts'
import { type ConfirmedReport, type Item, missingFields } from './define.ts'
import { confirmedType } from './index.ts'
import { isInText, jsonIn, longestAsked } from './model-answer.ts'
import { messageAdvised } from './suggest-report.ts'

/** A value the model proposes for a field that is still empty. */
type Proposal = { readonly index: number; readonly name: string; readonly value: unknown }

/** So many fields are asked about and shown; a form of more would be no help. */
const mostFields = 3

/**
 * The question about what a draft lacks; undefined when it lacks nothing. `others`: whether the message held anything
 * besides reports, which may be a tip.
 */
export function questionAbout(
  type: ConfirmedReport,
  report: Report,
  { openId, today, others }: { openId: string; today: string; others: 'some' | 'none' },
): Question | undefined {
  const open = openFields(type, report.items)
  if (open.length === 0 || report.rawText === '' || [...report.rawText].length > longestAsked)
    return undefined
  const wanted = open.map(({ index, name }) => {
    const field = type.fields[name]
    return `${index}.${name}：第${index + 1}项（${type.headline(report.items[index] ?? {})}）的${field?.label ?? ''}，${field?.expect ?? ''}`
  })
  const lines = [
    `今天是${today}。下面是一条“${type.title}”消息的原文，规则没有读出这些栏目，请从原文里找：`,
    ...wanted,
    '输出JSON，键是“序号.栏目”，值是读到的内容；日期写YYYY-MM-DD；原文没有的不要写。原文：',
    maskText(report.rawText, []),
  ]
  const holds = others === 'none' && !mayTellOnSomebody(report.rawText) ? 'report' : 'maybeTip'
  const about = { of: 'draft' as const, reportId: report.id, revision: report.revision }
  return { openId, about, text: lines.join('\n'), holds }
}

/** The model's answer as a card; nothing when no value of it is fit to be shown. */
export async function advised({ openId, about, answer }: Advice, ctx: Ctx): Promise<Outcome> {
  return about.of === 'draft'
    ? draftAdvised({ openId, answer, ...about }, ctx)
    : messageAdvised({ openId, answer, text: about.text }, ctx)
}

/** Below the draft; nothing when it moved on. */
async function draftAdvised(
  {
    openId,
    reportId,
    revision,
    answer,
  }: { openId: string; reportId: number; revision: number; answer: string },
  ctx: Ctx,
): Promise<Outcome> {
  const report = await ctx.store.reports.byId(reportId)
  const type = report === undefined ? undefined : confirmedType(report.kind)
  if (report === undefined || type === undefined || report.senderRef !== ctx.sender?.ref) return {}
  if (report.status !== 'draft' || report.revision !== revision) return {}
  const proposals = fitProposals(type, report, answer)
  if (proposals.length === 0) return {}
  const shown = suggestionCard(type, report, proposals)
  return {
    say: [
      { to: { openId }, card: shown, about: `report:${report.id}`, key: `advice:${report.id}:${revision}` },
    ],
  }
}

function openFields(type: ConfirmedReport, items: readonly Item[]): readonly Omit<Proposal, 'value'>[] {
  return items
    .flatMap((item, index) => missingFields(type, item).map((name) => ({ index, name })))
    .slice(0, mostFields)
}

function fitProposals(type: ConfirmedReport, report: Report, answer: string): readonly Proposal[] {
  const said = z.record(z.string(), z.unknown()).safeParse(jsonIn(answer))
  if (!said.success) return []
  return openFields(type, report.items).flatMap(({ index, name }) => {
    const value = said.data[`${index}.${name}`]
    const fits = type.fields[name]?.schema.safeParse(value).success === true
    return fits && isInText(value, report.rawText) ? [{ index, name, value }] : []
  })
}

function suggestionCard(type: ConfirmedReport, report: Report, proposals: readonly Proposal[]): Card {
  const { id, revision: rev } = report
  const fields = proposals.flatMap(({ index, name, value }) => {
    const control = type.fields[name]?.control(controlName(index, name), value)
    if (control === undefined) return []
    const item = md`${tag('blue', '建议')} ${grey(type.headline(report.items[index] ?? {}))}`
    return [text(item), control]
  })
  return card({
    title: `${type.title}：建议补上`,
    state: 'waiting',
    stateText: '未保存',
    summary: '有几栏的建议，请核对',
    elements: [
      text(md`下面是语言模型从您的原话里猜的，可能不对。请核对、改好再点；不点就不会保存。`),
      form({
        name: 'advice',
        elements: fields,
        submit: { text: '核对无误，采用', act: { act: 'report.fill', id, rev } },
      }),
      note(md`也可以不理它，在上面那张卡片上自己填。`),
    ],
  })
}
