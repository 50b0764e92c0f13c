// Who is to be told what today: the ladder from the person to the head of the unit to the level above. Pure; holds every
// decision of the reminder job. Imported by remind.ts and its tests.
import type { LocalDate } from '../../policy/calendar.ts'
import { workingDaysSince } from '../when.ts'
import type { Rung, Thing } from './things.ts'

/** Somebody who holds a post today: the binding it is told through, and the chat account behind it. */
export type Holder = { readonly bindingId: number; readonly openId: string }

/** The holders for a thing by rung; an empty rung is passed to the next. */
export type Ladder = Readonly<Record<Rung, readonly Holder[]>>

export type Reminder = {
  readonly key: string
  readonly thing: Thing
  readonly rung: Rung
  readonly holder: Holder
}

/** What was given before, by key: the day and whether it was acknowledged. */
export type Given = ReadonlyMap<string, { readonly on: LocalDate; readonly acknowledged: boolean }>

/** So many working days without acknowledgement, and the next rung is told: Monday, Wednesday, Friday. */
const climbAfterWorkingDays = 2

const rungs: readonly Rung[] = [0, 1, 2]

/**
 * The reminders not given yet that the day calls for, thing by thing, rung by rung. Nothing on days off but immediate
 * danger. Nobody is told one thing twice, whatever number of bindings they have.
 */
export function planReminders(of: {
  readonly things: readonly Thing[]
  readonly ladderOf: (thing: Thing) => Ladder
  readonly given: Given
  readonly today: LocalDate
  readonly isWorkingDay: (day: LocalDate) => boolean
}): readonly Reminder[] {
  const working = of.isWorkingDay(of.today)
  return of.things
    .filter((thing) => working || thing.urgency === 'immediate')
    .flatMap((thing) => {
      const due = rungsDue(thing, of.ladderOf(thing), of)
      return due.filter(({ key }) => !of.given.has(key))
    })
}

/** Every key that decides about a thing: the reminders of all rungs, given or not. */
export function keysOf(thing: Thing, ladder: Ladder): readonly string[] {
  return rungs.flatMap((rung) => remindersOn(thing, rung, ladder[rung]).map(({ key }) => key))
}

/** The key by which a stage of a thing is told to a holder once for ever; the store reads its parts back. */
export function reminderKey(thing: Thing, rung: Rung, holder: number | 'group'): string {
  const { topic, kind, subjectId, stage } = thing
  return [topic, kind, subjectId, stage, rung, holder].join(':')
}

type Past = {
  readonly given: Given
  readonly today: LocalDate
  readonly isWorkingDay: (day: LocalDate) => boolean
}

function rungsDue(thing: Thing, ladder: Ladder, past: Past): readonly Reminder[] {
  const due: Reminder[] = []
  let reached = Math.max(...thing.rungs)
  for (const rung of rungs) {
    if (!thing.rungs.includes(rung) && rung !== reached) continue
    const already = new Set(due.map(({ holder }) => holder.openId))
    const told = remindersOn(thing, rung, ladder[rung]).filter(({ holder }) => !already.has(holder.openId))
    due.push(...told)
    const climbs = told.length === 0 || (thing.ladder === 'climbs' && unanswered(told, past))
    if (climbs && rung === reached && rung < thing.top) reached += 1
  }
  return due
}

/** Given long enough ago and acknowledged by nobody. */
function unanswered(told: readonly Reminder[], { given, today, isWorkingDay }: Past): boolean {
  const before = told.flatMap(({ key }) => given.get(key) ?? [])
  const [first] = before.map(({ on }) => on).sort()
  if (first === undefined || before.some(({ acknowledged }) => acknowledged)) return false
  return workingDaysSince(first, today, isWorkingDay) >= climbAfterWorkingDays
}

/** One for each person, whatever number of bindings they have here. */
function remindersOn(thing: Thing, rung: Rung, holders: readonly Holder[]): readonly Reminder[] {
  const first = new Map<string, Holder>()
  for (const holder of holders) if (!first.has(holder.openId)) first.set(holder.openId, holder)
  return [...first.values()].map((holder) => {
    return { key: reminderKey(thing, rung, holder.bindingId), thing, rung, holder }
  })
}
