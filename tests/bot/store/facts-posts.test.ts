// Who is where on a day, as the rules get to know it from posts, secondments and leaves.
import { expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import type { LocalDate } from '../../../policy/calendar.ts'
import type { UnitFacts } from '../../../policy/facts.ts'
import { settingsAt } from '../../../policy/settings.ts'
import { onDuty } from '../../../policy/staff.ts'
import { addPerson, addPost } from '../../support/database.ts'
import { addTraining, cityWithZhang, factsOf, recordedAt, voided } from './facts-of.ts'

test('somebody lent to another unit appears at both, and counts only where the work is', async () => {
  await using db = await cityWithZhang()
  const [lender, borrower] = await db.transact(async (tx) => {
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    await lend(tx, postId, 'duanshi', '2024-02-01')
    return factsOf(tx, 'zhengzhuang', 'duanshi')
  })

  expect(lender.posts).toEqual(borrower.posts)
  expect(lender.posts[0]?.secondments).toEqual([{ from: '2024-02-01', toUnitId: 'duanshi' }])
  expect([lender, borrower].map((facts) => counted(facts, '2024-03-20'))).toEqual([[], ['zhang']])
  expect([lender, borrower].map((facts) => counted(facts, '2024-01-31'))).toEqual([['zhang'], []])
  expect(borrower.people.has('zhang')).toBe(true)
})

test('somebody lent to a place that is no unit is away all the same', async () => {
  await using db = await cityWithZhang()
  const [lender] = await db.transact(async (tx) => {
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    await lend(tx, postId, null, '2024-02-01')
    return factsOf(tx, 'zhengzhuang')
  })

  expect(counted(lender, '2024-03-20')).toEqual([])
})

test('a long leave does not count and a short one does', async () => {
  await using db = await cityWithZhang()
  const [facts] = await db.transact(async (tx) => {
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    const leave = { postId, kind: 'sick', from: '2024-01-01', recordedAt }
    await tx.leave.create({ data: { ...leave, to: '2024-06-30' } })
    await addPerson(tx, 'li')
    const other = await addPost(tx, 'li', 'zhengzhuang')
    await tx.leave.create({ data: { ...leave, postId: other, to: '2024-01-31' } })
    return factsOf(tx, 'zhengzhuang')
  })

  expect(counted(facts, '2024-01-15')).toEqual(['li'])
  expect(counted(facts, '2024-07-01')).toEqual(['zhang', 'li'])
})

test('a retirement in the future ends nothing before its day', async () => {
  await using db = await cityWithZhang()
  const [facts] = await db.transact(async (tx) => {
    await addPost(tx, 'zhang', 'zhengzhuang', { to: '2024-04-30' })
    return factsOf(tx, 'zhengzhuang')
  })

  expect(counted(facts, '2024-03-20')).toEqual(['zhang'])
  expect(counted(facts, '2024-04-30')).toEqual(['zhang'])
  expect(counted(facts, '2024-05-01')).toEqual([])
})

test('rows that are no longer believed are not seen', async () => {
  await using db = await cityWithZhang()
  const [facts] = await db.transact(async (tx) => {
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    await addPost(tx, 'zhang', 'zhengzhuang', { roleCode: 'leader', ...voided })
    const away = { postId, from: '2024-01-01', recordedAt, ...voided }
    await tx.secondment.create({ data: { ...away, toUnitId: 'duanshi' } })
    await tx.leave.create({ data: { ...away, kind: 'sick' } })
    await tx.certificate.create({
      data: { personId: 'zhang', kind: 'enforcementCertificate', recordedAt, ...voided },
    })
    await tx.qualification.create({
      data: { personId: 'zhang', kind: 'relevantMajor', value: 'yes', recordedAt, ...voided },
    })
    const sessionId = await addTraining(tx, { startDate: '2023-05-08', endDate: '2023-05-19' })
    await tx.trainingRecord.create({ data: { sessionId, personId: 'zhang', recordedAt, ...voided } })
    const gone = await addTraining(tx, { startDate: '2023-06-08', ...voided })
    await tx.trainingRecord.create({ data: { sessionId: gone, personId: 'zhang', recordedAt } })
    return factsOf(tx, 'zhengzhuang', 'duanshi')
  })

  expect(facts.posts).toHaveLength(1)
  expect(facts.posts[0]).toMatchObject({ roleCode: 'townshipStaff', secondments: [], leaves: [] })
  expect(facts.people.get('zhang')).toEqual({
    id: 'zhang',
    certificates: [],
    qualifications: [],
    trainings: [],
  })
})

test('a voided secondment does not bring the post to the borrower', async () => {
  await using db = await cityWithZhang()
  const [borrower] = await db.transact(async (tx) => {
    const postId = await addPost(tx, 'zhang', 'zhengzhuang')
    const away = { postId, toUnitId: 'duanshi', from: '2024-01-01', recordedAt, ...voided }
    await tx.secondment.create({ data: away })
    return factsOf(tx, 'duanshi')
  })

  expect(borrower.posts).toEqual([])
})

/** The ids of the township staff on duty, as the rules count them. */
function counted(facts: UnitFacts, day: LocalDate): string[] {
  return onDuty(facts, 'townshipStaff', day, settingsAt([], day)).map((holder) => holder.personId)
}

async function lend(tx: Tx, postId: number, toUnitId: string | null, from: LocalDate): Promise<void> {
  await tx.secondment.create({ data: { postId, toUnitId, toText: '别处', from, recordedAt } })
}
