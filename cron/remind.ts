// Reminders: every working day at 08:30 one digest for each person with something new to mind, and counts for groups. Not
// more often: each stage of a thing is told to a holder once, and what comes at night waits for the morning.
import { digestCard } from '../bot/cards/index.ts'
import type { Ctx, Job, Outgoing, Unit } from '../bot/context.ts'
import { settingsAt } from '../policy/settings.ts'
import { groupsWith } from './groups.ts'
import { groupReminderCard } from './reminders/group-card.ts'
import { laddersFor } from './reminders/ladder.ts'
import { keysOf, planReminders, type Reminder, reminderKey } from './reminders/plan.ts'
import { type Thing, thingsOfFindings, thingsOfTips } from './reminders/things.ts'
import { outOfQuiet } from './when.ts'

/**
 * To posts with a current holder, up the ladder of plan.ts; groups with the topic `reminder` get counts. Stops when the
 * thing is done. Keys: `remind:<day>:<person or chat>` for messages, those of plan.ts for things. After downtime one run
 * makes up for all: a stage that was reached meanwhile has not been told yet.
 */
export const remind: Job = {
  name: 'remind',
  at: '30 8 * * *',
  async run(slot, ctx) {
    await ctx.store.findings.evaluateAll(ctx.today)
    const things = await thingsToday(ctx)
    const ladderOf = await laddersFor(things, ctx)
    const given = await ctx.store.reminders.given(things.flatMap((thing) => keysOf(thing, ladderOf(thing))))
    const { today, isWorkingDay } = ctx
    const plan = planReminders({ things, ladderOf, given, today, isWorkingDay })
    const digests = await tellPeople(plan, slot.at, ctx)
    const groups = isWorkingDay(today) ? await tellGroups(things, slot.at, ctx) : []
    const detail = { people: digests.length, groups: groups.length }
    return {
      say: [...digests, ...groups],
      audit: { action: 'remind.told', subject: `remind:${today}`, detail },
    }
  },
}

async function thingsToday(ctx: Ctx): Promise<readonly Thing[]> {
  const root = await ctx.store.units.root()
  if (root === undefined) return []
  const units = await ctx.store.units.tree(root.id, ['county', 'zone', 'township', 'department'])
  const findings = await ctx.store.findings.of(units.map((unit) => unit.id))
  const settings = settingsAt(await ctx.store.records.settingChanges(), ctx.today)
  const { today, isWorkingDay } = ctx
  const tips = thingsOfTips(await ctx.store.tips.undecided(ctx.now), {
    today,
    settings,
    isWorkingDay,
    fallbackUnitId: root.id,
  })
  return [...tips, ...thingsOfFindings(findings, today)]
}

/** One card each; whoever had one today waits until tomorrow for the rest. */
async function tellPeople(plan: readonly Reminder[], slot: string, ctx: Ctx): Promise<readonly Outgoing[]> {
  const byPerson = new Map<string, Reminder[]>()
  for (const reminder of plan) {
    const { openId } = reminder.holder
    byPerson.set(openId, [...(byPerson.get(openId) ?? []), reminder])
  }
  const say: Outgoing[] = []
  for (const [openId, own] of byPerson) {
    if ((await ctx.store.reminders.toldTo(openId, ctx.today)).length > 0) continue
    for (const { key, thing } of own) await remember(key, thing, slot, ctx)
    const reminders = await ctx.store.reminders.toldTo(openId, ctx.today)
    const findings = await ctx.store.findings.of([...new Set(reminders.map((one) => one.unitId))], ['A05-5'])
    const card = digestCard({ reminders, findings, day: ctx.today, acknowledged: undefined })
    const urgent = own.some(({ thing }) => thing.urgency === 'immediate')
    const notBefore = urgent ? ctx.now : outOfQuiet(ctx.now, ctx.isWorkingDay)
    say.push({ to: { openId }, card, key: `remind:${ctx.today}:${openId}`, notBefore })
  }
  return say
}

/** What no group has heard of yet, to the groups of the units at and above it. */
async function tellGroups(things: readonly Thing[], slot: string, ctx: Ctx): Promise<readonly Outgoing[]> {
  const fresh: Thing[] = []
  for (const thing of things.filter(forGroups)) {
    if (await remember(reminderKey(thing, 0, 'group'), thing, slot, ctx)) fresh.push(thing)
  }
  const byId = await unitsOf(fresh, ctx)
  const notBefore = outOfQuiet(ctx.now, ctx.isWorkingDay)
  return (await groupsWith('reminder', ctx)).flatMap(({ chatId, unit }): readonly Outgoing[] => {
    const things = fresh.filter((thing) => byId.get(thing.unitId)?.path.startsWith(unit.path))
    if (things.length === 0) return []
    const nameOf = (unitId: string): string => {
      const own = byId.get(unitId)
      const shown = unit.kind === 'city' && own?.countyId ? byId.get(own.countyId) : own
      return shown?.name ?? ''
    }
    const card = groupReminderCard({ unit, things, nameOf, day: ctx.today })
    return [{ to: { chatId }, card, key: `remind:${ctx.today}:${chatId}`, notBefore }]
  })
}

/** The units of the things and their counties, by id. */
async function unitsOf(things: readonly Thing[], ctx: Ctx): Promise<ReadonlyMap<string, Unit>> {
  const units = await ctx.store.units.byIds([...new Set(things.map((thing) => thing.unitId))])
  const countyIds = new Set(units.flatMap((unit) => unit.countyId ?? []))
  const counties = await ctx.store.units.byIds([...countyIds])
  return new Map([...units, ...counties].map((unit) => [unit.id, unit]))
}

/** What is told daily to a person is told to groups by the week, with its weekly twin. */
function forGroups({ top }: Thing): boolean {
  return top > 0
}

function remember(key: string, { unitId, topic, dueOn }: Thing, slot: string, ctx: Ctx): Promise<boolean> {
  const row = { key, unitId, topic, slot }
  return ctx.store.records.firstReminder(dueOn === undefined ? row : { ...row, dueOn })
}
