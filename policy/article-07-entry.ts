// Article 7: new officers are examined and trained (A07-2), and nobody works without a certificate (A07-5).
// Imported by article-07.ts. Readings: docs/decisions/0103, 0113, 0114.

import { everyone } from './article-07-everyone.ts'
import { addDays, daysBetween, type LocalDate, yearOf } from './calendar.ts'
import type { CertificateFacts, PersonFacts, UnitFacts } from './facts.ts'
import { cite, dated, type Item, notApplicable, type Verdict, valueAt } from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'
import { type Holder, inPost, onDuty, rosterKnown, unlessStale } from './staff.ts'

export const newOfficersTrained = dated('newOfficersTrained', 'percent', [
  { from: '2021-04-20', value: 100, cite: cite(7, '新录用执法人员凡进必考必训') },
])

export const officersCertified = dated('officersCertified', 'percent', [
  { from: '2021-04-20', value: 100, cite: cite(7, '所有人员经执法资格培训考试合格后方可持证上岗') },
])

type Facts = Pick<UnitFacts, 'unit' | 'posts' | 'people' | 'acts' | 'lastReportOn'>

/**
 * Every officer who joined under the document passed the qualification training, within the time allowed and before the
 * first act. Done late counts as done. A unit whose officers all came earlier has nobody to answer for.
 *
 * @see article 7, A07-2
 */
export function newOfficersAreTrained(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const share = valueAt(newOfficersTrained, asOf)
  if (share === undefined) return notApplicable
  const used = [share, ...usedSettings(settings, 'entryTrainingDays', 'entryExamReading', 'staleMonthlyDays')]
  const officers = rosterKnown(facts, asOf) ? inPost(facts, 'enforcementOfficer', asOf) : []
  if (officers.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'staffing' }
  const people = officers.filter((officer) => joinedOn(facts, officer) >= share.from)
  if (people.length === 0) return notApplicable

  const items = people.flatMap((officer) => openEntry(facts, officer, asOf, settings))
  const rows = people.flatMap((officer) => {
    return (facts.people.get(officer.personId)?.trainings ?? []).map((training) => training.rowId)
  })
  const verdict = everyone({ people, done: people.length - items.length, items, used, rows, asOf })
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

/**
 * Every enforcement officer on duty holds a certificate valid on the day, and nobody acted this year without one. In a
 * township this binds where enforcement power was delegated.
 *
 * @see article 7, A07-5
 */
export function officersAreCertified(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const share = valueAt(officersCertified, asOf)
  const bound = facts.unit.kind !== 'township' || facts.unit.delegatedEnforcement === true
  if (share === undefined || !bound) return notApplicable
  const used = [
    share,
    ...usedSettings(settings, 'certificateWarningDays', 'leaveExcludedDays', 'staleMonthlyDays'),
  ]
  const people = rosterKnown(facts, asOf) ? onDuty(facts, 'enforcementOfficer', asOf, settings) : []
  if (people.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'staffing' }

  const uncertified = people.flatMap((officer) => {
    return certificateItem(facts, officer.personId, asOf, settings.certificateWarningDays.value)
  })
  const items = [...uncertified, ...actsWithout(facts, asOf)]
  const done = people.length - uncertified.filter((item) => item.why !== 'dueSoon').length
  const rows = people.flatMap((officer) => certificatesOf(facts, officer.personId).map((row) => row.rowId))
  const verdict = everyone({ people, done, items, used, rows, asOf })
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleMonthlyDays.value)
}

function joinedOn(facts: Facts, officer: Holder): LocalDate {
  return facts.people.get(officer.personId)?.joinedOn ?? officer.since
}

function openEntry(facts: Facts, officer: Holder, asOf: LocalDate, settings: Settings): readonly Item[] {
  const person = facts.people.get(officer.personId)
  if (person !== undefined && hasPassed(person, asOf, settings)) return []
  const dueOn = addDays(joinedOn(facts, officer), settings.entryTrainingDays.value)
  const acted = facts.acts.some((act) => act.personId === officer.personId && act.on <= asOf)
  const why = acted ? 'actedWithout' : dueOn < asOf ? 'overdue' : 'dueSoon'
  return [{ id: officer.personId, kind: 'person', why, dueOn }]
}

function hasPassed(person: PersonFacts, asOf: LocalDate, settings: Settings): boolean {
  const trained = person.trainings.some((training) => {
    return training.type === 'initialQualification' && training.passed === true && training.endDate <= asOf
  })
  if (settings.entryExamReading.value === 'combined') return trained
  return trained && (person.entryExams ?? []).some((exam) => exam.passed && exam.on <= asOf)
}

function certificatesOf(facts: Facts, personId: string): readonly CertificateFacts[] {
  const certificates = facts.people.get(personId)?.certificates ?? []
  return certificates.filter((certificate) => certificate.kind === 'enforcement')
}

function isValid(certificate: CertificateFacts, day: LocalDate): boolean {
  const { issuedOn, expiresOn } = certificate
  return (issuedOn === undefined || issuedOn <= day) && (expiresOn === undefined || day <= expiresOn)
}

function certificateItem(
  facts: Facts,
  personId: string,
  asOf: LocalDate,
  warningDays: number,
): readonly Item[] {
  const certificates = certificatesOf(facts, personId)
  const valid = certificates.filter((certificate) => isValid(certificate, asOf))
  const pool = valid.length > 0 ? valid : certificates
  // Without an end the certificate is the last to fall due.
  const lastDay = pool
    .map((row) => row.expiresOn ?? '9999-12-31')
    .sort()
    .at(-1) as LocalDate | undefined
  const item = { id: personId, kind: 'person' } as const
  if (valid.length === 0) {
    return [
      lastDay !== undefined && lastDay < asOf
        ? { ...item, why: 'overdue', dueOn: lastDay }
        : { ...item, why: 'missing' },
    ]
  }
  if (lastDay === undefined || daysBetween(asOf, lastDay) > warningDays) return []
  return [{ ...item, why: 'dueSoon', dueOn: lastDay }]
}

/** Acts of this year on days without a certificate, one item a person. */
function actsWithout(facts: Facts, asOf: LocalDate): readonly Item[] {
  const acts = facts.acts.filter((act) => act.on <= asOf && yearOf(act.on) === yearOf(asOf))
  const bare = acts.filter((act) => !certificatesOf(facts, act.personId).some((row) => isValid(row, act.on)))
  return [...new Set(bare.map((act) => act.personId))].map((id) => ({
    id,
    kind: 'person',
    why: 'actedWithout',
  }))
}
