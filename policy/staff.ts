// Who counts as staff of a unit on a day: one person once, the lent at the borrower, auxiliaries and long leaves out.
// Shared by the articles that count people (3, 4, 5, 6, 7). Readings: docs/decisions/0102, 0103, 0116.

import { addDays, daysBetween, type LocalDate, laterOf } from './calendar.ts'
import type { PostFacts, RoleCode, Span, UnitFacts } from './facts.ts'
import type { Verdict } from './kernel.ts'
import type { Settings } from './settings.ts'

/** A person in a role at the unit, with the posts that say so. Full time when one of them is. */
export type Holder = {
  readonly personId: string
  readonly fullTime: boolean
  /** First day in the role, of the posts known here. */
  readonly since: LocalDate
  readonly rows: readonly string[]
}

type Roster = Pick<UnitFacts, 'unit' | 'posts' | 'lastReportOn'>

/** Whether anything is known about the unit's people on that day. Nothing known is never a shortfall. */
export function rosterKnown(facts: Roster, asOf: LocalDate): boolean {
  return facts.lastReportOn !== null && facts.posts.some((post) => post.from <= asOf)
}

/** People in post (在职): leave does not end it, a secondment moves it to the borrower. */
export function inPost(facts: Roster, role: RoleCode, asOf: LocalDate): readonly Holder[] {
  return holders(facts.posts.filter((post) => worksHere(post, facts.unit.id, role, asOf)))
}

/** People on duty (在岗): in post and not on a long leave. */
export function onDuty(
  facts: Roster,
  role: RoleCode,
  asOf: LocalDate,
  settings: Settings,
): readonly Holder[] {
  const limit = settings.leaveExcludedDays.value
  return holders(
    facts.posts.filter(
      (post) => worksHere(post, facts.unit.id, role, asOf) && !onLongLeave(post, asOf, limit),
    ),
  )
}

/** Whole heads: everybody full time, and the part-timers at the set percentage, cut down. */
export function headCount(people: readonly Holder[], partTimePercent: number): number {
  const fullTime = people.filter((person) => person.fullTime).length
  return fullTime + Math.floor(((people.length - fullTime) * partTimePercent) / 100)
}

export function rowsOf(people: readonly Holder[]): readonly string[] {
  return people.flatMap((person) => person.rows)
}

export function covers(span: Span, day: LocalDate): boolean {
  return span.from <= day && (span.to === undefined || day <= span.to)
}

/** The unbroken run of spans around the day; back to back they are one, so 89 days twice are 178. */
export function runAround(spans: readonly Span[], day: LocalDate): Span | undefined {
  let run: Span | undefined
  for (const span of [...spans].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const joined = run !== undefined && (run.to === undefined || span.from <= addDays(run.to, 1))
    if (run !== undefined && !joined && covers(run, day)) return run
    run = run !== undefined && joined ? merge(run, span) : span
  }
  return run !== undefined && covers(run, day) ? run : undefined
}

/** The verdict, or `stale` in place of a good one when the last report is older than allowed. A shortfall stays. */
export function unlessStale(
  verdict: Verdict,
  lastOn: LocalDate | null,
  asOf: LocalDate,
  days: number,
): Verdict {
  const kept = verdict.status === 'met' || verdict.status === 'atRisk'
  if (!kept || lastOn === null || daysBetween(lastOn, asOf) <= days) return verdict
  return { ...verdict, status: 'stale' }
}

function worksHere(post: PostFacts, unitId: string, role: RoleCode, day: LocalDate): boolean {
  if (post.postKind === 'auxiliary' || !covers(post, day)) return false
  const lent = post.secondments.find((secondment) => covers(secondment, day))
  if (lent === undefined) return post.unitId === unitId && post.roleCode === role
  return lent.toUnitId === unitId && (lent.roleCode ?? post.roleCode) === role
}

/** Long by all its days when its end is known, else by those up to the day; the first and the last are days of it. */
function onLongLeave(post: PostFacts, day: LocalDate, limit: number): boolean {
  const leave = runAround(post.leaves, day)
  return leave !== undefined && daysBetween(leave.from, leave.to ?? day) + 1 > limit
}

function holders(posts: readonly PostFacts[]): readonly Holder[] {
  const byPerson = new Map<string, Holder>()
  for (const post of posts) {
    const known = byPerson.get(post.personId)
    byPerson.set(post.personId, {
      personId: post.personId,
      fullTime: post.fullTime !== false || known?.fullTime === true,
      since: known !== undefined && known.since < post.from ? known.since : post.from,
      rows: [...(known?.rows ?? []), post.rowId],
    })
  }
  return [...byPerson.values()]
}

function merge(run: Span, next: Span): Span {
  if (run.to === undefined || next.to === undefined) return { from: run.from }
  return { from: run.from, to: laterOf(run.to, next.to) }
}
