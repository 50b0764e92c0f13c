// The small books: numbers by day and series, settings with their days, and the audit chain.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addReport, addSmallCity, freshDatabase, noon } from '../../support/database.ts'

test('every series of every day counts for itself', async () => {
  await using db = await freshDatabase()

  const numbers = await db.at('2024-03-20', async ({ records }) => [
    await records.nextNumber('RY', '2024-03-20'),
    await records.nextNumber('RY', '2024-03-20'),
    await records.nextNumber('PX', '2024-03-20'),
    await records.nextNumber('RY', '2024-03-21'),
  ])

  expect(numbers).toEqual(['RY-20240320-001', 'RY-20240320-002', 'PX-20240320-001', 'RY-20240321-001'])
})

test('settings come back as they were changed, in the order they were, and kept words are none', async () => {
  await using db = await freshDatabase()
  await db.at('2024-03-20', async ({ records }) => {
    await records.keep('installedAt', 7)
    await records.changeSetting({ id: 'officerReading', from: '2024-04-01', value: 'all' }, 'admin')
    await records.changeSetting({ id: 'rotationHours', from: '2024-03-01', value: 72 }, 'admin')
  })

  const changes = await db.at('2024-03-20', ({ records }) => records.settingChanges())

  expect(changes).toEqual([
    { id: 'officerReading', from: '2024-04-01', value: 'all' },
    { id: 'rotationHours', from: '2024-03-01', value: 72 },
  ])
})

test('a word is kept once: the second one gets the first', async () => {
  await using db = await freshDatabase()

  const kept = await Promise.all(
    [5, 6].map((value) => db.at('2024-03-20', ({ records }) => records.keep('installedAt', value))),
  )

  expect(kept).toEqual([5, 5])
})

test('each audit line carries the hash of the one before, so that a changed or missing line shows', async () => {
  await using db = await freshDatabase()
  const detail = { items: 1 }
  await db.at('2024-03-20', async ({ records }) => {
    await records.audit({ actor: 'a1', action: 'report.saved', subject: 'report:1', detail })
    await records.audit({ subject: 'report:1', detail, action: 'report.withdrawn', actor: 'a2' })
    await records.audit({ actor: 'a1', action: 'report.saved', subject: 'report:2', detail })
  })

  const rows = await db.transact((tx) => tx.audit.findMany({ orderBy: { seq: 'asc' } }))

  let before = ''
  for (const { actor, action, subject, at, detail: text, hash } of rows) {
    const line = JSON.stringify({ actor, action, subject, at: at.toISOString(), detail: text })
    before = createHash('sha256').update(before).update(line).digest('hex')
    expect(hash).toBe(before)
  }
  expect(rows).toHaveLength(3)
})

test('the same training reported twice is found by its days, with the number it was saved under', async () => {
  await using db = await freshDatabase()
  await db.at('2024-03-20', async (store, tx) => {
    await addSmallCity(tx)
    const reportId = await addReport(store, 'zhengzhuang', 'training')
    const days = { startDate: '2024-03-04', endDate: '2024-03-15' } as const
    await store.trainings.addSession({ unitId: 'zhengzhuang', kind: 'rotation', ...days, reportId })
  })
  const overlapping = async (startDate: '2024-03-15' | '2024-03-16', kind: string) =>
    (
      await db.at('2024-03-20', (store) =>
        store.trainings.overlapping({ unitId: 'zhengzhuang', kind, startDate, endDate: '2024-03-29' }),
      )
    ).map((session) => session.number)

  expect(await overlapping('2024-03-15', 'rotation')).toEqual(['RY-20240320-001'])
  expect(await overlapping('2024-03-16', 'rotation')).toEqual([])
  expect(await overlapping('2024-03-15', 'lecture')).toEqual([])
})

test('photos and recordings wait for the report of their sender in their chat, oldest first, and then belong to it', async () => {
  await using db = await freshDatabase()
  const photo = { kind: 'photo', mime: 'image/jpeg', bytes: 10, sha256: '', chatId: 'here' } as const
  await db.at('2024-03-18', ({ files }) => files.add({ ...photo, id: 'old', senderRef: 'me' }))
  await db.at('2024-03-20', ({ files }) => files.add({ ...photo, id: 'b', senderRef: 'me' }))
  await db.at('2024-03-21', ({ files }) => files.add({ ...photo, id: 'a', senderRef: 'me' }))
  await db.at('2024-03-21', ({ files }) => files.add({ ...photo, id: 'c', senderRef: 'somebody else' }))
  await db.at('2024-03-21', ({ files }) => files.add({ ...photo, id: 'd', senderRef: 'me', chatId: 'there' }))
  const document = { ...photo, kind: 'file', mime: 'application/octet-stream', senderRef: 'me' } as const
  await db.at('2024-03-21', ({ files }) => files.add({ ...document, id: 'e' }))
  await db.at('2024-03-21', ({ files }) => files.add({ ...document, id: 'v', mime: 'audio/ogg' }))
  const waiting = async () =>
    (
      await db.at('2024-03-21', ({ files }) =>
        files.unattached({ senderRef: 'me', chatId: 'here' }, noon('2024-03-19')),
      )
    ).map((file) => file.id)

  expect(await waiting()).toEqual(['b', 'a', 'v'])
  await db.at('2024-03-21', ({ files }) => files.attach(['b'], 7))

  expect(await waiting()).toEqual(['a', 'v'])
  expect((await db.at('2024-03-21', ({ files }) => files.ofReport(7))).map((file) => file.id)).toEqual(['b'])
})
