// A tip is stored first and asked about after: number, place, who must handle it, photos, the receipt and the
// handler's card, all in the transaction of the message. Anybody may file one.
import type {
  Ctx,
  MessageIn,
  Outcome,
  Outgoing,
  PressIn,
  ReceivedFile,
  Tip,
  Unit,
} from '../../bot/context.ts'
import type { Item } from '../reports/define.ts'
import { answerTo } from '../route.ts'
import { handlerCard, tipReceipt } from './cards.ts'
import { punctuated } from './fields.ts'

/** A photo sent this long before the words belongs to them, and words after it too. */
export const photoWindowMs = 10 * 60_000
export const aboutReceipt = (tipId: number) => `tip:${tipId}:receipt`
export const aboutHandler = (tipId: number) => `tip:${tipId}:handler`

type Source = { openId: string; message: MessageIn | undefined }

/** The same from the submitted form; the form gives way to the receipt. */
export async function fileFromForm(item: Item, press: PressIn, ctx: Ctx): Promise<Outcome> {
  const [receipt, ...handlers] = await fileOne(item, { openId: press.openId, message: undefined }, ctx)
  return {
    toast: { type: 'success', content: '已收到并编号，每一步都会告诉您。' },
    say: receipt === undefined ? handlers : [receipt, ...handlers],
    audit: { action: 'tip.filed', subject: 'tips:1' },
  }
}

/** Stores every tip of a message and answers its sender in private, in a group with one line that says so. */
export async function fileTips(items: readonly Item[], message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const say: Outgoing[] = []
  for (const item of items) say.push(...(await fileOne(item, { openId: message.openId, message }, ctx)))
  if (message.chatType === 'group')
    say.unshift({ to: answerTo(message), text: '已收到，为保密已私信您，请到与我的单聊里查看。' })
  return { say, audit: { action: 'tip.filed', subject: `tips:${items.length}` } }
}

async function fileOne(given: Item, source: Source, ctx: Ctx): Promise<Outgoing[]> {
  const item = punctuated(given)
  const place = await placeOf(item, ctx)
  const sector = typeof item['industry'] === 'string' ? item['industry'] : undefined
  const handler = await ctx.store.units.regulator(place.id, sector ?? 'other')
  const ref = ctx.sender?.ref ?? ''
  const draft = await ctx.store.reports.create({
    kind: 'hazard',
    unitId: undefined,
    senderRef: ref,
    senderName: undefined,
    rawText: source.message?.text ?? '',
    items: [item],
    messageId: source.message?.messageId,
    chatId: source.message?.chatId,
  })
  const number = await ctx.store.records.nextNumber('YH', ctx.today)
  await ctx.store.reports.save(draft, number)
  const tip = await ctx.store.tips.create({
    reportId: draft.id,
    number,
    unitId: place.id,
    handlerUnitId: handler?.id,
    sector,
    category: word(item['category'], 'hazard'),
    level: word(item['hazardLevel'], 'unknown'),
    urgency: word(item['urgency'], 'normal'),
    content: item,
    replyTo: source.openId,
    confidential: item['confidential'] === true || item['anonymous'] === true,
  })
  await ctx.store.tips.addStep(tip.id, { actor: 'system', kind: 'received' })
  if (handler !== undefined)
    await ctx.store.tips.addStep(tip.id, { actor: 'system', kind: 'routed', note: handler.name })
  await attachPhotos(tip, ctx)
  return [await receiptFor(tip, source.openId, ctx), ...(await tellHandlers(tip, handler, ctx))]
}

const word = (value: unknown, fallback: string) => (typeof value === 'string' ? value : fallback)

/** The smallest unit the words name; else the sender's own unit; else the city. */
async function placeOf(item: Item, ctx: Ctx): Promise<Unit> {
  const unit = (await namedPlace(item, ctx)) ?? (await homePlace(ctx)) ?? (await ctx.store.units.root())
  if (unit === undefined) throw new Error('there is no unit to file a tip under')
  return unit
}

async function namedPlace({ county, township }: Item, ctx: Ctx): Promise<Unit | undefined> {
  if (typeof county !== 'string') return undefined
  const full = typeof township === 'string' ? await ctx.store.units.byName(`${county}${township}`) : undefined
  return full ?? ctx.store.units.byName(county)
}

// A department is no place; what it stands below is.
async function homePlace(ctx: Ctx): Promise<Unit | undefined> {
  const own = ctx.sender?.bindings[0]
  if (own === undefined) return undefined
  const upwards = await ctx.store.units.upwards(own.unitId)
  return upwards.find((unit) => unit.kind !== 'department' && unit.kind !== 'enterprise')
}

/** Photos of this message and those the sender sent just before. */
async function attachPhotos(tip: Tip, ctx: Ctx): Promise<void> {
  await keepFiles(ctx.files, ctx)
  const loose = await ctx.store.files.unattached(ctx.sender?.ref ?? '', ctx.now - photoWindowMs)
  if (loose.length === 0) return
  await ctx.store.files.attach(
    loose.map((file) => file.id),
    tip.reportId,
  )
  await ctx.store.tips.addStep(tip.id, { actor: 'sender', kind: 'photo', note: `${loose.length}张` })
}

/** Notes the stored files of a message under its sender. A table is not stored. */
export async function keepFiles(files: readonly ReceivedFile[], ctx: Ctx): Promise<void> {
  for (const file of files) {
    if (!file.ok || file.kind === 'table') continue
    const { id, kind, mime, bytes, sha256 } = file
    await ctx.store.files.add({ id, kind, mime, bytes, sha256, senderRef: ctx.sender?.ref ?? '' })
  }
}

async function receiptFor(tip: Tip, openId: string, ctx: Ctx): Promise<Outgoing> {
  const card = await currentReceipt(tip, ctx)
  return { to: { openId }, card, about: aboutReceipt(tip.id) }
}

export async function currentReceipt(tip: Tip, ctx: Ctx) {
  const handler = tip.handlerUnitId === null ? undefined : await ctx.store.units.byId(tip.handlerUnitId)
  return tipReceipt({ tip, steps: await ctx.store.tips.steps(tip.id), handlerName: handler?.name })
}

export async function currentHandlerCard(tip: Tip, ctx: Ctx) {
  const place = tip.unitId === null ? undefined : await ctx.store.units.byId(tip.unitId)
  const photos = await ctx.store.files.ofReport(tip.reportId)
  return handlerCard({
    tip,
    steps: await ctx.store.tips.steps(tip.id),
    placeName: place?.name ?? '',
    photos: photos.filter((file) => file.kind === 'photo').map((file) => file.id),
  })
}

/** The handlers of the unit, else its leaders, else the administrators: a tip never lies unseen. */
async function tellHandlers(tip: Tip, handler: Unit | undefined, ctx: Ctx): Promise<Outgoing[]> {
  const card = await currentHandlerCard(tip, ctx)
  const people = handler === undefined ? [] : await ctx.store.members.holders(handler.id, 'handler')
  const leaders =
    handler === undefined || people.length > 0 ? [] : await ctx.store.members.holders(handler.id, 'leader')
  const known = [...people, ...leaders]
  const all = known.length > 0 ? known : await ctx.store.members.all('admin')
  const openIds = [...new Set(all.map((bound) => bound.openId))]
  return openIds.map((openId) => ({ to: { openId }, card, about: aboutHandler(tip.id) }))
}
