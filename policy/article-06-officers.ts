// Article 6: three quarters of the enforcement officers qualified since the end of 2022 (A06-5).
// Imported by article-06.ts. Readings: docs/decisions/0103, 0107, 0110.

import { addMonths, type LocalDate } from './calendar.ts'
import type { PersonFacts, UnitFacts } from './facts.ts'
import { cite, dated, deadline, notApplicable, type Verdict, valueAt } from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'
import { type Answer, allOf, answerOf, anyOf, shareVerdict } from './share.ts'
import { type Holder, inPost, rosterKnown, unlessStale } from './staff.ts'

const words =
  '到2022年底，具有应急管理、安全生产相关学历、职业资格和实践经验的执法人员比例不低于在职执法人员的75%'

export const qualifiedOfficers = dated('qualifiedOfficers', 'percent', [
  { from: '2021-04-20', value: 75, cite: cite(6, words) },
])

/** The last day without a breach. It has passed, so a shortfall today is overdue. */
export const qualifiedOfficersDueOn = dated<LocalDate>('qualifiedOfficersDueOn', 'date', [
  { from: '2021-04-20', value: '2022-12-31', cite: cite(6, '到2022年底') },
])

/** A qualification counts when its name contains one of these; the enforcement certificate is no qualification here. */
const relevantNames = ['安全工程师', '安全评价', '消防工程师', '应急救援', '应急管理', '安全生产'] as const

type Facts = Pick<UnitFacts, 'unit' | 'posts' | 'people' | 'lastReportOn'>

/**
 * At least three quarters of the officers in post have a relevant degree, professional qualification or practical
 * experience; the setting `officerReading` decides between any one of them and all three. Both measures are shown.
 *
 * @see article 6, A06-5
 */
export function officersAreQualified(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const percent = valueAt(qualifiedOfficers, asOf)
  const dueOn = valueAt(qualifiedOfficersDueOn, asOf)
  if (percent === undefined || dueOn === undefined) return notApplicable
  const officers = rosterKnown(facts, asOf) ? inPost(facts, 'enforcementOfficer', asOf) : []
  const traits = officers.map((officer) => ({
    officer,
    has: traitsOf(facts.people, officer, asOf, settings),
  }))
  const byReading = { any: anyOf, all: allOf } as const
  const shares = (['any', 'all'] as const).map((reading) => {
    const people = traits.map(({ officer, has }) => ({ ...officer, answer: byReading[reading](has) }))
    return { reading, verdict: shareVerdict(people, percent) }
  })
  const chosen = shares.find((share) => share.reading === settings.officerReading.value) ?? shares[0]
  if (chosen === undefined) return notApplicable
  const readings = shares.flatMap(({ reading, verdict: { measured } }) =>
    measured === undefined ? [] : [{ reading, measured }],
  )
  const used = [
    percent,
    dueOn,
    ...usedSettings(settings, 'officerReading', 'officerExperienceMonths', 'staleQuarterlyDays'),
  ]
  const verdict: Verdict = { ...chosen.verdict, used, readings }
  if (verdict.status !== 'notMet') {
    return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleQuarterlyDays.value)
  }
  // Until the deadline a shortfall breaks nothing yet.
  return { ...verdict, status: asOf <= dueOn.value ? 'atRisk' : 'notMet', ...deadline([dueOn.value], asOf) }
}

/** Relevant degree, professional qualification, practical experience, in this order. */
function traitsOf(
  people: Facts['people'],
  officer: Holder,
  asOf: LocalDate,
  settings: Settings,
): readonly Answer[] {
  const person = people.get(officer.personId)
  if (person === undefined) return ['unknown', 'unknown', 'unknown']
  const experience = experienced(person, asOf, settings.officerExperienceMonths.value)
  return [answerOf(person.relevantMajor), answerOf(isQualified(person, asOf)), experience]
}

function isQualified(person: PersonFacts, asOf: LocalDate): boolean {
  return person.qualifications.some(({ name, since }) => {
    return (since === undefined || since <= asOf) && relevantNames.some((relevant) => name.includes(relevant))
  })
}

function experienced(person: PersonFacts, asOf: LocalDate, months: number): Answer {
  if (person.experienceSince === undefined) return 'unknown'
  return answerOf(person.experienceSince !== null && addMonths(person.experienceSince, months) <= asOf)
}
