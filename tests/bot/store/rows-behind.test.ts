// The rows a number was read from, as people can read them.
import { expect, test } from 'vitest'
import type { Finding } from '../../../policy/kernel.ts'
import { addPerson, addPost, addSmallCity, freshDatabase } from '../../support/database.ts'

test('posts, certificates and trainings come with name and dates, in the order of the finding; the rest is left out', async () => {
  await using database = await freshDatabase()
  const rows = await database.transact(async (tx) => {
    await addSmallCity(tx)
    await addPerson(tx, 'p', { name: '张三' })
    const post = await addPost(tx, 'p', 'zhengzhuang', { from: '2023-03-01', to: '2024-02-29' })
    const recordedAt = new Date('2024-01-01')
    const paper = { personId: 'p', kind: 'safetyEngineer', issueDate: '2022-05-01', recordedAt }
    const certificate = await tx.certificate.create({ data: paper })
    const course = {
      unitId: 'zhengzhuang',
      kind: 'rotation',
      startDate: '2023-04-01',
      endDate: '2023-04-14',
      recordedAt,
    }
    const session = await tx.trainingSession.create({ data: course })
    const record = await tx.trainingRecord.create({
      data: { sessionId: session.id, personId: 'p', recordedAt },
    })
    return [
      `trainingRecord:${record.id}`,
      `post:${post}`,
      `certificate:${certificate.id}`,
      'tip:1',
      'post:999',
    ]
  })
  const finding = { rows } as unknown as Finding

  const behind = await database.at('2024-03-20', (store) => store.findings.behind(finding))

  expect(behind).toEqual([
    { kind: 'trainingRecord', person: '张三', what: 'rotation', from: '2023-04-01', to: '2023-04-14' },
    { kind: 'post', person: '张三', what: 'townshipStaff', from: '2023-03-01', to: '2024-02-29' },
    { kind: 'certificate', person: '张三', what: 'safetyEngineer', from: '2022-05-01', to: null },
  ])
})
