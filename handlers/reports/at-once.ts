// Reports that are stored as soon as they are said or sent as a form: number first, questions after. Whoever wrote in
// a group is answered in private.
import { type Card, card, form, md, note, text } from '../../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, Outgoing, PressIn } from '../../bot/context.ts'
import { refused } from '../access.ts'
import { privately } from '../in-group.ts'
import type { Press } from '../route.ts'
import { suggestedNote } from './cards.ts'
import { type AtOnceReport, fieldProblems, type Item, missingFields } from './define.ts'
import { reportType } from './index.ts'

export function openAtOnce(type: AtOnceReport, to: { openId: string }): Outcome {
  return { say: [{ to, card: atOnceForm(type, {}, []) }] }
}

/** @param by who filled in what stands in it already */
export function atOnceForm(
  type: AtOnceReport,
  item: Item,
  problems: readonly string[],
  by: 'sender' | 'suggested' = 'sender',
): Card {
  return card({
    title: type.words[0] ?? type.title,
    subtitle: '任何人都可以报，提交即编号存档',
    state: 'info',
    stateText: '填写中',
    summary: `填写${type.title}`,
    elements: [
      by === 'suggested' ? text(suggestedNote) : [],
      form({
        name: 'atOnce',
        elements: Object.entries(type.fields).map(([name, field]) => field.control(name, item[name])),
        submit: { text: '提交', act: { act: 'report.file', kind: type.kind } },
        reset: { text: '还原' },
        problems,
      }),
      note(md`${type.statement}`),
    ],
  })
}

/** What was typed into a form with the fields' own names; fields left empty are left out. */
export function typedInto(type: Pick<AtOnceReport, 'fields'>, typed: PressIn['form']): Item {
  return Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, field]) => {
      const value = field.fromForm(typed[name])
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

async function submit(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const type = reportType(String(press.value['kind']))
  if (type?.storing !== 'atOnce') return refused('没有这种上报。请发“帮助”看看有哪些。')
  const item = typedInto(type, press.form)
  const missing = missingFields(type, item).map((name) => {
    const field = type.fields[name]
    return `“${field?.label ?? name}”没有填。请写上再提交，${field?.expect ?? ''}。`
  })
  const problems = [...missing, ...fieldProblems(type, item).map(({ sentence }) => sentence)]
  const [first] = problems
  if (first !== undefined)
    return { toast: { type: 'warning', content: first }, card: atOnceForm(type, item, problems) }
  return {
    toast: { type: 'success', content: '已收到并编号，每一步都会告诉您。' },
    say: await fileOne(type, item, { text: '', messageId: undefined, chatId: press.chatId }, ctx),
    audit: { action: `${type.kind}.filed`, subject: 'items:1' },
  }
}

/** Stores every item of a message. */
export async function fileAtOnce(
  type: AtOnceReport,
  items: readonly Item[],
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome> {
  const say: Outgoing[] = []
  for (const item of items) say.push(...(await fileOne(type, item, message, ctx)))
  const audit = { action: `${type.kind}.filed`, subject: `items:${items.length}` }
  return privately({ say, audit }, message, 'tip')
}

/** A message, or the chat in which a form was sent. */
type Told = Pick<MessageIn, 'text' | 'chatId'> & { readonly messageId: string | undefined }

async function fileOne(
  type: AtOnceReport,
  said: Item,
  message: Told,
  ctx: Ctx,
): Promise<readonly Outgoing[]> {
  const item = type.tidy(said)
  const draft = await ctx.store.reports.create({
    kind: type.kind,
    unitId: undefined,
    senderRef: ctx.sender?.ref ?? '',
    senderName: undefined,
    rawText: message.text,
    items: [item],
    messageId: message.messageId,
    chatId: message.chatId,
  })
  const number = await ctx.store.records.nextNumber(type.prefix, ctx.today)
  await ctx.store.reports.save(draft, number)
  const report = await ctx.store.reports.byId(draft.id)
  if (report === undefined) throw new Error('a report that was just saved is gone')
  return type.save(item, report, ctx)
}

export const atOncePresses: readonly Press[] = [{ act: 'report.file', run: submit }]
