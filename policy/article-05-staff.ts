// Article 5, people: the three to five of a township (A05-5) and enforcement posts that nobody may divert (A05-3).
// Imported by article-05.ts. Readings: docs/decisions/0101, 0102, 0104, 0105.

import { addDays, daysBetween, type LocalDate } from './calendar.ts'
import type { PostFacts, UnitFacts } from './facts.ts'
import {
  cite,
  dated,
  deadline,
  dueDays,
  gapOf,
  type Item,
  notApplicable,
  type Verdict,
  valueAt,
} from './kernel.ts'
import { type SettingId, type Settings, usedSettings } from './settings.ts'
import { covers, headCount, onDuty, rosterKnown, rowsOf, runAround, unlessStale } from './staff.ts'

/** The floor of 3—5. The upper number is advice, by class of township, and a setting. */
export const minimumTownshipStaff = dated('minimumTownshipStaff', 'heads', [
  { from: '2021-04-20', value: 3, cite: cite(5, '至少配备3—5名专业应急管理人员') },
])

/** Enforcement posts that may be occupied or diverted: none. */
export const divertedPostsAllowed = dated('divertedPostsAllowed', 'heads', [
  { from: '2021-04-20', value: 0, cite: cite(5, '严禁挪用挤占监管执法人员编制') },
])

type StaffFacts = Pick<UnitFacts, 'unit' | 'posts' | 'lastReportOn'>

const targets = {
  A: 'townshipTargetA',
  B: 'townshipTargetB',
  C: 'townshipTargetC',
} as const satisfies Record<string, SettingId>

/**
 * A township has at least three professional emergency staff on duty; between three and the target of its class it is at
 * risk. Part-timers, auxiliaries, the lent and long leaves do not count.
 *
 * @see article 5, A05-5
 */
export function townshipHasEnoughStaff(facts: StaffFacts, asOf: LocalDate, settings: Settings): Verdict {
  const floor = valueAt(minimumTownshipStaff, asOf)
  if (floor === undefined) return notApplicable
  const targetId = targets[facts.unit.townshipClass ?? 'C']
  const target = Math.max(settings[targetId].value, floor.value)
  const wanted = {
    required: { value: floor.value, unit: 'heads' },
    target: { value: target, unit: 'heads' },
    used: [
      floor,
      ...usedSettings(settings, targetId, 'partTimePercent', 'leaveExcludedDays', 'staleMonthlyDays'),
    ],
  } as const
  if (!rosterKnown(facts, asOf)) return { ...wanted, status: 'noData', rows: [], waitsFor: 'staffing' }

  const people = onDuty(facts, 'townshipStaff', asOf, settings)
  const heads = headCount(people, settings.partTimePercent.value)
  const missing = (heads < floor.value ? floor.value : target) - heads
  const verdict: Verdict = {
    ...wanted,
    status: heads < floor.value ? 'notMet' : missing > 0 ? 'atRisk' : 'met',
    measured: { value: heads, unit: 'heads' },
    rows: rowsOf(people),
    ...gapOf(missing, 'heads'),
  }
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

/**
 * Nobody on an enforcement post of the unit does other work: known to, or lent out for longer than allowed. Being lent
 * for longer than the warning period is at risk. The post stays with the lender, so the lender answers.
 *
 * @see article 5, A05-3
 */
export function enforcementPostsAreNotDiverted(
  facts: StaffFacts,
  asOf: LocalDate,
  settings: Settings,
): Verdict {
  const allowed = valueAt(divertedPostsAllowed, asOf)
  if (allowed === undefined) return notApplicable
  const used = [
    allowed,
    ...usedSettings(settings, 'diversionDays', 'diversionWarningDays', 'staleMonthlyDays'),
  ]
  const posts = facts.posts.filter((post) => isEnforcementPost(post, facts.unit.id) && covers(post, asOf))
  if (!rosterKnown(facts, asOf) || posts.length === 0) {
    return { status: 'noData', used, rows: [], waitsFor: 'staffing' }
  }
  const items = posts.flatMap((post) => diversionOf(post, asOf, settings))
  const diverted = items.filter((item) => item.why === 'diverted').length
  const excess = diverted - allowed.value
  const verdict: Verdict = {
    status: excess > 0 ? 'notMet' : items.length > diverted ? 'atRisk' : 'met',
    measured: { value: diverted, of: posts.length, unit: 'heads' },
    required: { value: allowed.value, of: posts.length, unit: 'heads' },
    ...gapOf(excess, 'heads'),
    used,
    rows: posts.map((post) => post.rowId),
    items,
    ...deadline(dueDays(items), asOf),
  }
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

function isEnforcementPost(post: PostFacts, unitId: string): boolean {
  if (post.unitId !== unitId) return false
  return post.postKind === undefined
    ? post.roleCode === 'enforcementOfficer'
    : post.postKind === 'enforcement'
}

function diversionOf(post: PostFacts, asOf: LocalDate, settings: Settings): readonly Item[] {
  if (post.actualDuty === 'other') return [{ id: post.personId, kind: 'person', why: 'diverted' }]
  const away = runAround(post.secondments, asOf)
  if (away === undefined) return []
  const days = daysBetween(away.from, asOf) + 1
  if (days <= settings.diversionWarningDays.value) return []
  const dueOn = addDays(away.from, settings.diversionDays.value - 1)
  const why = days > settings.diversionDays.value ? 'diverted' : 'dueSoon'
  return [{ id: post.personId, kind: 'person', why, dueOn }]
}
