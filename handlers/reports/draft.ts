// From a message to a draft: which unit it is for, what was understood, and the card to confirm it.
import type { Ctx, MessageIn, Outcome, Unit } from '../../bot/context.ts'
import type { Parsed } from '../../bot/text/index.ts'
import { bindingOf, may } from '../access.ts'
import { openingOf } from '../opening-unit.ts'
import { aboutReport, confirmCard } from './cards.ts'
import type { ConfirmedReport, Item, Problem } from './define.ts'
import { headCountAnswer } from './head-count.ts'
import { typeOfItem } from './index.ts'
import { namedTwice } from './named-twice.ts'
import { mayNotFile } from './open.ts'
import { problemsOf } from './save.ts'
import { questionAbout } from './suggest.ts'
import { sentenceOf } from './text-problems.ts'

/**
 * Drafts for what was understood, one per report type in the message; each is answered in private with a card.
 * Undefined when nothing of it belongs to a report type.
 */
export async function draftFromMessage(
  parsed: Parsed,
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome | undefined> {
  const byType = new Map<ConfirmedReport, Item[]>()
  for (const { type: itemType, ...item } of parsed.items) {
    const type = typeOfItem(itemType)
    if (type?.storing === 'confirmed') byType.set(type, [...(byType.get(type) ?? []), item])
  }
  if (byType.size === 0) return headCountAnswer(parsed, message, ctx)
  const outcomes: Outcome[] = []
  for (const [type, items] of byType) outcomes.push(await draftOf(type, items, { parsed, message, ctx }))
  const ask = outcomes.find((outcome) => outcome.ask !== undefined)?.ask
  return { say: outcomes.flatMap((outcome) => outcome.say ?? []), ...(ask !== undefined && { ask }) }
}

type Said = { parsed: Parsed; message: MessageIn; ctx: Ctx }

async function draftOf(
  type: ConfirmedReport,
  items: readonly Item[],
  { parsed, message, ctx }: Said,
): Promise<Outcome> {
  const to = { openId: message.openId }
  const unit = await unitOf(items, type, ctx)
  if ('sentence' in unit) return { say: [{ to, text: unit.sentence }] }
  const opening = await openingOf(message.text, items, { own: unit.name, roles: type.who, ctx })
  if (opening !== undefined && 'refused' in opening) return { say: [{ to, text: opening.refused }] }
  const completed = await Promise.all(items.map((item) => type.complete(item, ctx, unit.id)))
  const report = await ctx.store.reports.create({
    kind: type.kind,
    unitId: unit.id,
    senderRef: ctx.sender?.ref ?? '',
    senderName: ctx.sender?.name,
    rawText: message.text,
    items: completed,
    messageId: message.messageId,
    chatId: message.chatId,
  })
  const problems = [
    ...saidProblems(parsed, message, { items: completed, own: unit.name, opening: opening?.unknown }),
    ...(await problemsOf(type, report, ctx)),
  ]
  const others = parsed.items.some((item) => typeOfItem(item.type)?.storing !== 'confirmed') ? 'some' : 'none'
  const ask = questionAbout(type, report, { openId: message.openId, today: ctx.today, others })
  return {
    ...(ask !== undefined && { ask }),
    say: [
      {
        to,
        card: confirmCard({ type, report, unitName: unit.name, problems }),
        about: aboutReport(report.id),
      },
    ],
  }
}

/** The unit that was named, else the sender's own; or the sentence why it cannot be filed there. */
async function unitOf(
  items: readonly Item[],
  type: ConfirmedReport,
  ctx: Ctx,
): Promise<Unit | { sentence: string }> {
  const own = bindingOf(ctx.sender, type.who)
  if (own === undefined) return { sentence: mayNotFile(ctx) }
  const named = items.map((item) => item['unit']).find((name) => typeof name === 'string')
  const unit =
    typeof named === 'string' ? await ctx.store.units.byName(named) : await ctx.store.units.byId(own.unitId)
  if (unit === undefined) {
    return {
      sentence: `没有找到单位“${String(named)}”。请写全称，如“沁水县郑庄镇”；本单位的变动不必写单位名。`,
    }
  }
  if (await may(ctx, type.who, unit.id)) return unit
  return {
    sentence: `您绑定的是${own.unitName}，不能替${unit.name}上报。请由${unit.name}的报送员上报，或联系管理员。`,
  }
}

/** What the text itself got wrong, as sentences. */
export function textProblems(parsed: Parsed): Problem[] {
  return (parsed.problems ?? []).map(sentenceOf)
}

/** The same for a draft: a day too far ahead is said by its field already, and two of one name are one item here. */
function saidProblems(
  parsed: Parsed,
  message: MessageIn,
  { items, own, opening }: { items: readonly Item[]; own: string; opening: string | undefined },
): Problem[] {
  const rest = (parsed.problems ?? []).filter(
    ({ kind }) => kind !== 'futureBeyondYear' && kind !== 'duplicatePerson' && kind !== 'unknownUnit',
  )
  const strange = (parsed.problems ?? []).flatMap((problem) =>
    problem.kind === 'unknownUnit' && opening?.includes(problem.read) !== true ? [problem.read] : [],
  )
  const unknown = [...(opening === undefined ? [] : [opening]), ...strange]
  const names = items.flatMap((item) => [item['person'], ...listOf(item['participants'])])
  const twice = namedTwice(
    message.text,
    names.filter((name) => typeof name === 'string'),
  )
  return [
    ...unknown.map((name) => unknownUnit(name, own)),
    ...rest.map(sentenceOf),
    ...twice.map((name) => ({
      field: undefined,
      sentence: `“${name}”出现了两次，这里只登记卡片上的这一次。如是同名的两个人，请分两条发并写上科室。`,
    })),
  ]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function unknownUnit(read: string, own: string): Problem {
  return {
    field: undefined,
    sentence: `没有找到单位“${read}”，这份按您绑定的${own}登记。不对的话请取消，写全称再发，如“沁水县郑庄镇”。`,
  }
}
