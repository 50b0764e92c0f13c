// The weekly summary: every bound group gets the week of its own level on the first working day at 09:00. Asked every
// day, because Monday may be a holiday and the program may have been off; the first time in a week is the only one.
import type { Card } from '../bot/cards/index.ts'
import type { Ctx, Job, Outgoing, Unit } from '../bot/context.ts'
import type { LocalDate } from '../policy/calendar.ts'
import { groupsWith } from './groups.ts'
import { correctPictures } from './late-reports.ts'
import type { Timing } from './summary/parts.ts'
import { pictureOf } from './summary/picture.ts'
import { treeSummaryCard } from './summary/tree-card.ts'
import { unitSummaryCard } from './summary/unit-card.ts'
import { firstWorkingDay, outOfQuiet } from './when.ts'

/**
 * Groups with the topic `summary`. Key of each message: `weekly:<first working day>:<chat>`, so a week is told once. After
 * days of downtime the card says 补发 and shows the day of the slot that was caught up.
 */
export const weekly: Job = {
  name: 'weekly',
  at: '0 9 * * *',
  async run(slot, ctx) {
    const due = firstWorkingDay(slot.day, ctx.isWorkingDay)
    const root = await ctx.store.units.root()
    if (due === undefined || slot.day < due || root === undefined) return {}
    const key = `weekly:${due}`
    if (!(await ctx.store.records.firstReminder({ key, unitId: root.id, topic: 'weekly', slot: slot.at })))
      return {}
    await ctx.store.findings.evaluateAll(ctx.today)
    await correctPictures(root, slot.day, ctx)
    await ctx.store.snapshots.write(slot.day)
    const say = await summaries(key, slot.day, { late: slot.late || slot.day > due }, ctx)
    return { say, audit: { action: 'weekly.told', subject: key, detail: { groups: say.length } } }
  },
}

async function summaries(
  key: string,
  day: LocalDate,
  timing: Timing,
  ctx: Ctx,
): Promise<readonly Outgoing[]> {
  const notBefore = outOfQuiet(ctx.now, ctx.isWorkingDay)
  const cards = new Map<string, Card>()
  const say: Outgoing[] = []
  for (const { chatId, unit } of await groupsWith('summary', ctx)) {
    const shown = cards.get(unit.id) ?? (await summaryCard(unit, day, timing, ctx))
    cards.set(unit.id, shown)
    say.push({ to: { chatId }, card: shown, key: `${key}:${chatId}`, notBefore })
  }
  return say
}

async function summaryCard(unit: Unit, day: LocalDate, timing: Timing, ctx: Ctx): Promise<Card> {
  const picture = await pictureOf(unit, day, ctx)
  const isTree = unit.kind === 'city' || unit.kind === 'county' || unit.kind === 'zone'
  return isTree ? treeSummaryCard(picture, timing) : unitSummaryCard(picture, timing)
}
