// A tip is stored first and asked about after: place, who must handle it, photos, the receipt and the handler's card,
// all in the transaction of the message.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, MessageIn, Outgoing, ReceivedFile, Report, Tip } from '../../bot/context.ts'
import type { Item } from '../reports/define.ts'
import { handlerCard, tipReceipt } from './cards.ts'
import { handlersOf, routeOf } from './routing.ts'

/** A photo sent this long before the words belongs to them, and words after it too. */
export const photoWindowMs = 10 * 60_000
export const aboutReceipt = ({ id }: Pick<Tip, 'id'>) => `tip:${id}:receipt`
/** Of one handling unit: when another gets the tip, the cards of the former one are replaced by a notice. */
export const aboutHandler = ({ id, handlerUnitId }: Pick<Tip, 'id' | 'handlerUnitId'>) =>
  `tip:${id}:handler:${handlerUnitId ?? 'none'}`

/** Writes the tip of a saved report; the sender gets the receipt, who handles it the handler's card. */
export async function storeTip(item: Item, report: Report, ctx: Ctx): Promise<readonly Outgoing[]> {
  const { place, handler, sector } = await routeOf(item, ctx)
  const replyTo = ctx.sender?.openId
  const tip = await ctx.store.tips.create({
    reportId: report.id,
    number: report.number ?? '',
    unitId: place.id,
    handlerUnitId: handler?.id,
    sector,
    category: word(item['category'], 'hazard'),
    level: word(item['hazardLevel'], 'unknown'),
    urgency: word(item['urgency'], 'normal'),
    content: item,
    replyTo,
    confidential: item['confidential'] === true || item['anonymous'] === true,
  })
  await ctx.store.tips.addStep(tip.id, { actor: 'system', kind: 'received' })
  if (handler !== undefined)
    await ctx.store.tips.addStep(tip.id, { actor: 'system', kind: 'routed', note: handler.name })
  await attachPhotos(tip, report.chatId, ctx)
  await judgeHandler(tip, ctx)
  const receipt = { card: await currentReceipt(tip, ctx), about: aboutReceipt(tip) }
  return [
    ...(replyTo === undefined ? [] : [{ to: { openId: replyTo }, ...receipt }]),
    ...(await tellHandlers(tip, ctx)),
  ]
}

const word = (value: unknown, fallback: string) => (typeof value === 'string' ? value : fallback)

/** Photos and recordings of this message and those the sender sent just before in the same chat. */
async function attachPhotos(tip: Tip, chatId: string | null, ctx: Ctx): Promise<void> {
  if (chatId === null) return
  await keepFiles(ctx.files, { chatId, messageType: 'text' }, ctx)
  await attachLoose(tip, await looseIn(chatId, ctx), ctx)
}

/** What the sender sent in this chat lately and what no report has yet. Documents never belong to a tip. */
export function looseIn(chatId: string, ctx: Ctx): Promise<Loose> {
  return ctx.store.files.unattached({ senderRef: ctx.sender?.ref ?? '', chatId }, ctx.now - photoWindowMs)
}

type Loose = Awaited<ReturnType<Ctx['store']['files']['unattached']>>

/** The files become part of the tip; its steps tell photos, which the handler sees, from recordings that are only kept. */
export async function attachLoose(tip: Tip, loose: Loose, ctx: Ctx): Promise<void> {
  const photos = loose.filter((file) => file.kind === 'photo').length
  const others = loose.length - photos
  await ctx.store.files.attach(
    loose.map((file) => file.id),
    tip.reportId,
  )
  if (photos > 0)
    await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'photo', note: `${photos}张` })
  if (others > 0) await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'file', note: `${others}个` })
}

/** Notes the stored files of a message under its sender. A table is not stored. */
export async function keepFiles(
  files: readonly ReceivedFile[],
  { chatId, messageType }: Pick<MessageIn, 'chatId' | 'messageType'>,
  ctx: Ctx,
): Promise<void> {
  for (const file of files) {
    if (!file.ok || file.kind === 'table') continue
    const { id, kind, bytes, sha256 } = file
    const told = recorded[messageType] ?? namedAs.find(([name]) => name.test(file.name))?.[1]
    const mime = /^(?:image|audio|video)\//.test(file.mime) ? file.mime : (told ?? file.mime)
    await ctx.store.files.add({ id, kind, mime, bytes, sha256, chatId, senderRef: ctx.sender?.ref ?? '' })
  }
}

/** Recordings may come as files, too. */
const namedAs: readonly (readonly [RegExp, string])[] = [
  [/\.(?:mp4|mov|avi|mkv|3gp|wmv|webm)$/iu, 'video/mp4'],
  [/\.(?:m4a|mp3|wav|amr|opus|ogg|aac|flac)$/iu, 'audio/ogg'],
]

/** What the platform's recordings are, whatever it says when they are fetched. */
const recorded: Readonly<Record<string, string>> = { audio: 'audio/ogg', media: 'video/mp4' }

export async function currentReceipt(tip: Tip, ctx: Ctx): Promise<Card> {
  const handler = tip.handlerUnitId === null ? undefined : await ctx.store.units.byId(tip.handlerUnitId)
  return tipReceipt({ tip, steps: await ctx.store.tips.steps(tip.id), handlerName: handler?.name })
}

export async function currentHandlerCard(tip: Tip, ctx: Ctx): Promise<Card> {
  const place = tip.unitId === null ? undefined : await ctx.store.units.byId(tip.unitId)
  const photos = await ctx.store.files.ofReport(tip.reportId)
  return handlerCard({
    tip,
    steps: await ctx.store.tips.steps(tip.id),
    placeName: place?.name ?? '',
    decider: await ctx.store.tips.decider(tip),
    photos: photos.filter((file) => file.kind === 'photo').map((file) => file.id),
  })
}

/** Both cards of a tip as they are now, in the place of every copy. */
export async function refreshed(tip: Tip, ctx: Ctx) {
  const cards = { handler: await currentHandlerCard(tip, ctx), receipt: await currentReceipt(tip, ctx) }
  const say: Outgoing[] = [
    { replace: aboutReceipt(tip), card: cards.receipt },
    { replace: aboutHandler(tip), card: cards.handler },
  ]
  return { cards, say }
}

export async function tellHandlers(tip: Tip, ctx: Ctx): Promise<Outgoing[]> {
  const card = await currentHandlerCard(tip, ctx)
  const openIds = await handlersOf(tip, ctx)
  return openIds.map((openId) => ({ to: { openId }, card, about: aboutHandler(tip) }))
}

/** The clocks of A12-4 belong to the unit that handles the tip. */
export async function judgeHandler({ handlerUnitId }: Pick<Tip, 'handlerUnitId'>, ctx: Ctx): Promise<void> {
  if (handlerUnitId === null) return
  await ctx.store.findings.evaluate(await ctx.store.findings.affectedBy(handlerUnitId), ctx.today)
}
