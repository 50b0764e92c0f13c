// What people bring, as the rules get to know it from qualifications, certificates and trainings.
import { expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import type { PersonFacts } from '../../../policy/facts.ts'
import { addPost } from '../../support/database.ts'
import { addTraining, cityWithZhang, factsOf, recordedAt } from './facts-of.ts'

test('the last recorded answer to a question counts, and an unanswered one is absent', async () => {
  await using db = await cityWithZhang()
  const person = await db.transact(async (tx) => {
    for (const value of ['yes', 'no']) {
      await tx.qualification.create({
        data: { personId: 'zhang', kind: 'emergencyBackground', value, recordedAt },
      })
    }
    await tx.qualification.create({
      data: { personId: 'zhang', kind: 'experienceSince', value: '2019-03-01', recordedAt },
    })
    return personIn(tx)
  })

  expect(person).toMatchObject({ emergencyBackground: false, experienceSince: '2019-03-01' })
  expect(person).not.toHaveProperty('relevantMajor')
})

test('the enforcement certificate keeps its days; other certificates are qualifications by their names', async () => {
  await using db = await cityWithZhang()
  const person = await db.transact(async (tx) => {
    const own = { personId: 'zhang', recordedAt }
    await tx.certificate.create({
      data: { ...own, kind: 'enforcementCertificate', issueDate: '2022-05-01', expiryDate: '2027-04-30' },
    })
    await tx.certificate.create({ data: { ...own, kind: 'safetyEngineer', issueDate: '2020-01-01' } })
    await tx.certificate.create({ data: { ...own, kind: '建造师' } })
    return personIn(tx)
  })

  expect(person.certificates).toEqual([
    { rowId: 'certificate:1', kind: 'enforcement', issuedOn: '2022-05-01', expiresOn: '2027-04-30' },
  ])
  expect(person.qualifications).toEqual([
    { rowId: 'certificate:2', name: '注册安全工程师', since: '2020-01-01' },
    { rowId: 'certificate:3', name: '建造师' },
  ])
})

test('a finished training counts for who was there, with the result', async () => {
  await using db = await cityWithZhang()
  const person = await db.transact(async (tx) => {
    const done = await addTraining(tx, {
      startDate: '2024-03-04',
      endDate: '2024-03-17',
      days: 10,
      hours: 80,
    })
    const planned = await addTraining(tx, { startDate: '2024-05-06', status: 'planned' })
    const exam = await addTraining(tx, { endDate: '2023-12-01', kind: 'initialQualification' })
    const missed = await addTraining(tx, { startDate: '2022-03-04', endDate: '2022-03-17' })
    const own = { personId: 'zhang', recordedAt }
    await tx.trainingRecord.create({ data: { ...own, sessionId: done, absentDays: 1 } })
    await tx.trainingRecord.create({ data: { ...own, sessionId: planned } })
    await tx.trainingRecord.create({ data: { ...own, sessionId: exam, result: 'fail' } })
    await tx.trainingRecord.create({ data: { ...own, sessionId: missed, result: 'absent' } })
    return personIn(tx)
  })

  expect(person.trainings).toEqual([
    {
      rowId: 'trainingRecord:1',
      type: 'rotation',
      startDate: '2024-03-04',
      endDate: '2024-03-17',
      days: 10,
      hours: 80,
      absentDays: 1,
    },
    {
      rowId: 'trainingRecord:3',
      type: 'initialQualification',
      startDate: '2023-12-01',
      endDate: '2023-12-01',
      passed: false,
    },
  ])
})

async function personIn(tx: Tx): Promise<PersonFacts> {
  await addPost(tx, 'zhang', 'zhengzhuang')
  const [facts] = await factsOf(tx, 'zhengzhuang')
  const person = facts.people.get('zhang')
  if (person === undefined) throw new Error('zhang holds a post')
  return person
}
