// Random units with their people, for the properties of the policy tests.

import fc from 'fast-check'
import { addDays, type LocalDate, weekday } from '../../policy/calendar.ts'
import type {
  CertificateFacts,
  PersonFacts,
  PostFacts,
  RoleCode,
  Span,
  TipFacts,
  TrainingFacts,
  UnitFacts,
  UnitKind,
  UnitProfile,
} from '../../policy/facts.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** 2020 to 2027. */
export const day: fc.Arbitrary<LocalDate> = fc.nat(2900).map((days) => addDays('2020-01-01', days))

/** Leaves out what is undefined, as the facts do. */
function told<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

const span: fc.Arbitrary<Span> = fc
  .tuple(day, maybe(fc.nat(900)))
  .map(([from, days]) => told<Span>({ from, to: days === undefined ? undefined : addDays(from, days) }))

const kind: fc.Arbitrary<UnitKind> = fc.constantFrom(
  'city',
  'county',
  'zone',
  'township',
  'village',
  'department',
  'enterprise',
)

export const unitProfile: fc.Arbitrary<UnitProfile> = fc
  .record({
    kind,
    safetyDuty: maybe(fc.boolean()),
    keySector: maybe(fc.boolean()),
    emergencyBureau: maybe(fc.boolean()),
    delegatedEnforcement: maybe(fc.boolean()),
    townshipClass: maybe(fc.constantFrom('A', 'B', 'C')),
  })
  .map((profile) => told<UnitProfile>({ id: 'U1', ...profile }))

const post: fc.Arbitrary<PostFacts> = fc
  .record({
    rowId: fc.uuid(),
    personId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
    unitId: fc.constantFrom('U1', 'U1', 'U1', 'U2'),
    roleCode: fc.constantFrom('leader', 'enforcementOfficer', 'safetyStaff', 'townshipStaff', 'villageCadre'),
    postKind: maybe(fc.constantFrom('enforcement', 'administrative', 'auxiliary')),
    fullTime: maybe(fc.boolean()),
    secondments: fc.array(
      span.map((one) => ({ ...one, toUnitId: 'U1' })),
      { maxLength: 2 },
    ),
    leaves: fc.array(span, { maxLength: 1 }),
    span,
  })
  .map(({ span: { from, to }, ...rest }) => told<PostFacts>({ ...rest, from, to }))

const training: fc.Arbitrary<TrainingFacts> = fc
  .record({
    rowId: fc.uuid(),
    type: fc.constantFrom('rotation', 'initialQualification', 'continuing'),
    startDate: day,
    length: fc.nat(20),
    days: maybe(fc.integer({ min: 1, max: 15 })),
    hours: maybe(fc.nat(120)),
    onlineHours: maybe(fc.nat(120)),
    absentDays: maybe(fc.nat(5)),
    passed: maybe(fc.boolean()),
  })
  .map(({ length, ...rest }) => told<TrainingFacts>({ ...rest, endDate: addDays(rest.startDate, length) }))

const certificate: fc.Arbitrary<CertificateFacts> = fc
  .record({
    rowId: fc.uuid(),
    kind: fc.constantFrom('enforcement', 'other'),
    issuedOn: maybe(day),
    expiresOn: maybe(day),
  })
  .map((one) => told<CertificateFacts>(one))

function person(id: string): fc.Arbitrary<PersonFacts> {
  return fc
    .record({
      joinedOn: maybe(day),
      emergencyBackground: maybe(fc.boolean()),
      relevantMajor: maybe(fc.boolean()),
      experienceSince: maybe(fc.oneof(day, fc.constant(null))),
      certificates: fc.array(certificate, { maxLength: 2 }),
      qualifications: fc.constantFrom([], [{ rowId: 'q1', name: '注册安全工程师' }]),
      trainings: fc.array(training, { maxLength: 4 }),
    })
    .map((one) => told<PersonFacts>({ id, ...one }))
}

const tip: fc.Arbitrary<TipFacts> = fc
  .record({
    rowId: fc.uuid(),
    receivedOn: day,
    receiptedOn: maybe(day),
    decision: maybe(fc.record({ on: day, outcome: fc.constantFrom('accepted', 'refused', 'transferred') })),
    extension: maybe(fc.record({ grantedOn: day, days: fc.nat(40) })),
    closedOn: maybe(day),
  })
  .map((one) => told<TipFacts>(one))

export const unitFacts: fc.Arbitrary<UnitFacts> = fc
  .record({
    unit: unitProfile,
    posts: fc.array(post, { maxLength: 12 }),
    people: fc.tuple(...['p1', 'p2', 'p3', 'p4', 'p5'].map(person)),
    organisations: fc.array(
      fc.record({ rowId: fc.uuid(), from: day, fullTime: fc.boolean(), documentNo: fc.constant('1号') }),
      { maxLength: 2 },
    ),
    villages: fc.array(fc.record({ unitId: fc.uuid(), cadres: fc.array(cadre(), { maxLength: 2 }) }), {
      maxLength: 4,
    }),
    tips: fc.array(tip, { maxLength: 5 }),
    acts: fc.array(fc.record({ rowId: fc.uuid(), personId: fc.constantFrom('p1', 'p2', 'p9'), on: day }), {
      maxLength: 3,
    }),
    exceptions: fc.array(
      fc.record({ rowId: fc.uuid(), obligation: fc.constantFrom('A03-3', 'A07-3', 'A05-5'), from: day }),
      { maxLength: 1 },
    ),
    lastReportOn: fc.option(day),
  })
  .map((facts) => ({
    ...facts,
    people: new Map(facts.people.map((one) => [one.id, one])),
    isWorkingDay: (one: LocalDate) => weekday(one) <= 5,
  }))

/** A unit whose people p1 … are all in one role and on duty, some of them qualified in one way or another. */
export function team(unit: UnitProfile, roleCode: RoleCode): fc.Arbitrary<UnitFacts> {
  return fc
    .record({
      facts: unitFacts,
      people: fc.array(fc.oneof(person('any'), person('any').map(able)), { maxLength: 9 }),
    })
    .map(({ facts, people }) => {
      const ids = people.map((_, index) => `p${index + 1}`)
      const posts = ids.map((personId): PostFacts => {
        const row = {
          rowId: `post-${personId}`,
          unitId: unit.id,
          from: '2019-01-01',
          postKind: 'administrative',
        } as const
        return { ...row, personId, roleCode, secondments: [], leaves: [] }
      })
      const named = people.map((one, index) => [`p${index + 1}`, { ...one, id: `p${index + 1}` }] as const)
      return { ...facts, unit, posts, people: new Map(named), acts: [], lastReportOn: '2027-12-31' }
    })
}

/** The same person with everything the rules about people ask for. */
export function able(one: PersonFacts): PersonFacts {
  return {
    ...one,
    emergencyBackground: true,
    relevantMajor: true,
    experienceSince: '2000-01-01',
    joinedOn: '2019-01-01',
    qualifications: [{ rowId: 'q', name: '注册安全工程师' }],
    certificates: [{ rowId: 'c', kind: 'enforcement' }],
  }
}

function cadre() {
  return fc.tuple(span, fc.uuid()).map(([one, rowId]) => ({ ...one, rowId, personId: 'p1' }))
}
