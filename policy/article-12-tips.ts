// Article 12: tips are receipted, decided and closed in time (A12-4). The clocks are the city's settings.
// Imported by article-12.ts and by whoever sets the dates of a tip. Reading: docs/decisions/0115.

import { addDays, daysBetween, type LocalDate } from './calendar.ts'
import type { TipFacts, UnitFacts } from './facts.ts'
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
  type Why,
} from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'

export const tipsInTime = dated('tipsInTime', 'percent', [
  { from: '2021-04-20', value: 100, cite: cite(12, '创新风险隐患举报机制') },
])

type Facts = Pick<UnitFacts, 'tips' | 'isWorkingDay'>

export type TipDeadlines = {
  readonly receiptDueOn: LocalDate
  readonly decisionDueOn: LocalDate
  /** Only for an accepted tip; with the extension when it was granted in time. */
  readonly closingDueOn?: LocalDate
}

/**
 * Until when the receipt, the decision and the closing are in time; the day itself still is. The day a clock starts does
 * not count.
 *
 * @throws RangeError when no working day follows within two months: the calendar of the caller is broken
 */
export function tipDeadlines(
  tip: TipFacts,
  settings: Settings,
  isWorkingDay: UnitFacts['isWorkingDay'],
): TipDeadlines {
  const receiptDueOn = workingDaysAfter(tip.receivedOn, settings.tipReceiptWorkingDays.value, isWorkingDay)
  const decisionDueOn = addDays(tip.receivedOn, settings.tipDecisionDays.value)
  if (tip.decision?.outcome !== 'accepted') return { receiptDueOn, decisionDueOn }
  const closingDueOn = addDays(tip.decision.on, settings.tipClosingDays.value)
  const { extension } = tip
  if (extension === undefined || extension.grantedOn > closingDueOn)
    return { receiptDueOn, decisionDueOn, closingDueOn }
  const extra = Math.min(extension.days, settings.tipExtensionDays.value)
  return { receiptDueOn, decisionDueOn, closingDueOn: addDays(closingDueOn, extra) }
}

/**
 * Every tip received within the window, or older and still open, took each of its steps in time. A step overdue or done
 * late breaks it, one due within the warning is at risk. No tips is no data: it may also mean that nobody can report.
 *
 * @see article 12, A12-4
 */
export function tipsAreHandledInTime(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const share = valueAt(tipsInTime, asOf)
  if (share === undefined) return notApplicable
  const used = [share, ...usedSettings(settings, ...tipSettings)]
  const tips = facts.tips.map((tip) => knownOn(tip, asOf)).filter((tip) => concerns(tip, asOf, settings))
  if (tips.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'hazard' }

  const items = tips.flatMap((tip) =>
    stepsToMind(tip, tipDeadlines(tip, settings, facts.isWorkingDay), asOf, settings),
  )
  const late = new Set(items.filter((item) => !item.why.endsWith('Due')).map((item) => item.id))
  const open = items.filter((item) => item.why !== 'wasLate')
  return {
    status: late.size > 0 ? 'notMet' : items.length > 0 ? 'atRisk' : 'met',
    measured: { value: tips.length - late.size, of: tips.length, unit: 'tips' },
    required: { value: tips.length, of: tips.length, unit: 'tips' },
    ...gapOf(late.size, 'tips'),
    used,
    rows: tips.map((tip) => tip.rowId),
    items,
    ...deadline(dueDays(open), asOf),
  }
}

const tipSettings = [
  'tipWindowDays',
  'tipReceiptWorkingDays',
  'tipDecisionDays',
  'tipClosingDays',
  'tipExtensionDays',
  'tipWarningDays',
] as const

function workingDaysAfter(day: LocalDate, count: number, isWorkingDay: UnitFacts['isWorkingDay']): LocalDate {
  let current = day
  let left = count
  for (let step = 0; step < 62 && left > 0; step += 1) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  if (left > 0) throw new RangeError(`no ${count} working days in the two months after ${day}`)
  return current
}

/** The tip as it stood on the day: what happened later had not happened. */
function knownOn(tip: TipFacts, asOf: LocalDate): TipFacts {
  const { rowId, receivedOn, receiptedOn, decision, extension, closedOn } = tip
  return {
    rowId,
    receivedOn,
    ...(receiptedOn !== undefined && receiptedOn <= asOf && { receiptedOn }),
    ...(decision !== undefined && decision.on <= asOf && { decision }),
    ...(extension !== undefined && extension.grantedOn <= asOf && { extension }),
    ...(closedOn !== undefined && closedOn <= asOf && { closedOn }),
  }
}

function concerns(tip: TipFacts, asOf: LocalDate, settings: Settings): boolean {
  if (tip.receivedOn > asOf) return false
  const ended =
    tip.closedOn !== undefined || (tip.decision !== undefined && tip.decision.outcome !== 'accepted')
  return !ended || daysBetween(tip.receivedOn, asOf) < settings.tipWindowDays.value
}

function stepsToMind(tip: TipFacts, due: TipDeadlines, asOf: LocalDate, settings: Settings): readonly Item[] {
  const steps: readonly (readonly [LocalDate | undefined, LocalDate | undefined, Why, Why])[] = [
    [due.receiptDueOn, tip.receiptedOn, 'receiptDue', 'receiptLate'],
    [due.decisionDueOn, tip.decision?.on, 'decisionDue', 'decisionLate'],
    [due.closingDueOn, tip.closedOn, 'closingDue', 'closingLate'],
  ]
  return steps.flatMap(([dueOn, doneOn, soon, late]): readonly Item[] => {
    if (dueOn === undefined) return []
    const item = { id: tip.rowId, kind: 'tip', dueOn } as const
    if (doneOn !== undefined) return doneOn > dueOn ? [{ ...item, why: 'wasLate' }] : []
    if (dueOn < asOf) return [{ ...item, why: late }]
    return daysBetween(asOf, dueOn) <= settings.tipWarningDays.value ? [{ ...item, why: soon }] : []
  })
}
