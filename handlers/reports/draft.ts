// From a message to a draft: which unit it is for, what was understood, and the card to confirm it.
import type { Ctx, MessageIn, Outcome, Unit } from '../../bot/context.ts'
import type { Parsed } from '../../bot/text/index.ts'
import { bindingOf, may } from '../access.ts'
import { type OtherUnits, otherUnits } from '../other-units.ts'
import type { Said } from '../said.ts'
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
export async function draftFromMessage(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const parsed = await said.parsed()
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

type Read = { parsed: Parsed; message: MessageIn; ctx: Ctx }

async function draftOf(
  type: ConfirmedReport,
  items: readonly Item[],
  { parsed, message, ctx }: Read,
): Promise<Outcome> {
  const to = { openId: message.openId }
  const own = await unitOf(items, type, ctx)
  if ('sentence' in own) return { say: [{ to, text: own.sentence }] }
  const besides = await otherUnits(message.text, items, { own, roles: type.who, speaker: 'opening', ctx })
  if (besides.refused !== undefined) return { say: [{ to, text: besides.refused }] }
  const unit = besides.speaks ?? own
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
    ...saidProblems(parsed, message, { items: completed, own: unit.name, others: besides }),
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
  { items, own, others }: { items: readonly Item[]; own: string; others: OtherUnits },
): Problem[] {
  const rest = (parsed.problems ?? []).filter(
    ({ kind }) => kind !== 'futureBeyondYear' && kind !== 'duplicatePerson' && kind !== 'unknownUnit',
  )
  const strange = (parsed.problems ?? []).flatMap((problem) =>
    problem.kind === 'unknownUnit' && !others.unknown.some((name) => name.includes(problem.read))
      ? [problem.read]
      : [],
  )
  const unknown = [...others.unknown, ...strange]
  const names = items.flatMap((item) => [item['person'], ...listOf(item['participants'])])
  const twice = namedTwice(
    message.text,
    names.filter((name) => typeof name === 'string'),
  )
  return [
    ...unknown.map((name) => unknownUnit(name, own)),
    ...others.unkept.map((name) => unkeptUnit(name, own)),
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

function unkeptUnit(read: string, own: string): Problem {
  return {
    field: undefined,
    sentence: `读到“${read}”，不是您绑定的${own}，没有记进这份。从那里来或到那里去，请写“从${read}调入”或“调到${read}”；是那里的事，请由那里的报送员上报。`,
  }
}
