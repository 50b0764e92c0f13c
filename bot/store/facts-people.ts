// What people bring with them, as the rules see it: qualifications, certificates, trainings they took part in.
// Imported by bot/store/facts.ts.
import type { LocalDate } from '../../policy/calendar.ts'
import type {
  CertificateFacts,
  PersonFacts,
  QualificationFacts,
  TrainingFacts,
  TrainingType,
} from '../../policy/facts.ts'
import type { Tx } from './database.ts'
import { grouped, inChunks } from './lists.ts'

type CertificateRow = NonNullable<Awaited<ReturnType<Tx['certificate']['findUnique']>>>
type QualificationRow = NonNullable<Awaited<ReturnType<Tx['qualification']['findUnique']>>>
type RecordRow = Awaited<ReturnType<typeof readTrainings>>[number]

/** Article 6 knows professional qualifications by their Chinese names; a kind not listed here is its own name. */
const qualificationNames: Readonly<Record<string, string>> = {
  safetyEngineer: '注册安全工程师',
  fireEngineer: '注册消防工程师',
  safetyAssessor: '安全评价师',
}

const trainingTypes: readonly TrainingType[] = [
  'rotation',
  'initialQualification',
  'continuing',
  'special',
  'lecture',
  'online',
  'leader',
  'warningEducation',
  'villageCadre',
  'gridMember',
  'enterpriseRetraining',
  'specialOperationReview',
]

/** One entry for each of the ids. Of several answers to the same question the last recorded one counts. */
export async function personFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
  const ofPart = (part: string[]) => ({ where: { voidedAt: null, personId: { in: part } } })
  const order = { orderBy: { id: 'asc' } } as const
  const certificates = await inChunks(ids, (part) => tx.certificate.findMany({ ...ofPart(part), ...order }))
  const answers = await inChunks(ids, (part) => tx.qualification.findMany({ ...ofPart(part), ...order }))
  const trainings = await inChunks(ids, (part) => readTrainings(tx, part))

  const certificatesOf = grouped(certificates, (row) => row.personId)
  const answersOf = grouped(answers, (row) => row.personId)
  const trainingsOf = grouped(trainings, (row) => row.personId)
  return new Map(
    [...new Set(ids)].map((id) => {
      const held = certificatesOf.get(id) ?? []
      const facts: PersonFacts = {
        id,
        ...answered(answersOf.get(id) ?? []),
        certificates: held.filter(isEnforcement).map(toCertificate),
        qualifications: held.filter((row) => !isEnforcement(row)).map(toQualification),
        trainings: (trainingsOf.get(id) ?? []).flatMap(toTraining),
      }
      return [id, facts]
    }),
  )
}

function readTrainings(tx: Tx, personIds: string[]) {
  return tx.trainingRecord.findMany({
    where: { voidedAt: null, personId: { in: personIds } },
    include: { session: true },
    orderBy: { id: 'asc' },
  })
}

function answered(rows: readonly QualificationRow[]): Partial<PersonFacts> {
  const last = (kind: string) => rows.findLast((row) => row.kind === kind)?.value
  const emergencyBackground = last('emergencyBackground')
  const relevantMajor = last('relevantMajor')
  const since = last('experienceSince')
  return {
    ...(emergencyBackground !== undefined && { emergencyBackground: emergencyBackground === 'yes' }),
    ...(relevantMajor !== undefined && { relevantMajor: relevantMajor === 'yes' }),
    ...(since !== undefined && { experienceSince: since === 'no' ? null : (since as LocalDate) }),
  }
}

function isEnforcement(row: CertificateRow): boolean {
  return row.kind === 'enforcementCertificate'
}

function toCertificate({ id, issueDate, expiryDate }: CertificateRow): CertificateFacts {
  return {
    rowId: `certificate:${id}`,
    kind: 'enforcement',
    ...(issueDate !== null && { issuedOn: issueDate as LocalDate }),
    ...(expiryDate !== null && { expiresOn: expiryDate as LocalDate }),
  }
}

function toQualification({ id, kind, issueDate }: CertificateRow): QualificationFacts {
  const name = qualificationNames[kind] ?? kind
  return { rowId: `certificate:${id}`, name, ...(issueDate !== null && { since: issueDate as LocalDate }) }
}

/** Only finished trainings count; whoever was absent took no part. With one day known it is taken to be of that day. */
function toTraining({ id, result, absentDays, session }: RecordRow): TrainingFacts[] {
  if (session.voidedAt !== null || session.status !== 'done') return []
  const startDate = session.startDate ?? session.endDate
  const endDate = session.endDate ?? session.startDate
  if (result === 'absent' || startDate === null || endDate === null) return []
  const { days, hours, onlineHours } = session
  return [
    {
      rowId: `trainingRecord:${id}`,
      type: trainingTypes.find((type) => type === session.kind) ?? 'other',
      startDate: startDate as LocalDate,
      endDate: endDate as LocalDate,
      ...(days !== null && { days }),
      ...(hours !== null && { hours }),
      ...(onlineHours !== null && { onlineHours }),
      ...(absentDays !== null && { absentDays }),
      ...(result !== null && { passed: result === 'pass' }),
    },
  ]
}
