// The weekly picture: sums over each tree, corrected beside what was told, listed as a trend.
import { expect, test } from 'vitest'
import { before, city, joinLate, monday } from './pictured-city.ts'

test('a picture counts the unit and all below it, just as the findings of the day do', async () => {
  await using db = await city()

  const { pictures, tallies } = await db.at(monday, async (store, tx) => {
    await store.findings.evaluateAll(monday)
    await store.snapshots.write(monday)
    const ids = (await tx.unit.findMany()).map((unit) => unit.id)
    const pictures = await store.snapshots.of(monday, ids)
    const tallies = []
    for (const unitId of ids) {
      for (const tally of await store.findings.counts(unitId)) tallies.push({ ...tally, unitId, day: monday })
    }
    return { pictures, tallies }
  })

  expect(pictures.length).toBeGreaterThan(20)
  expect(pictures).toEqual(tallies)
})

test('a day corrected after a late report has its correction beside the picture as told, however often', async () => {
  await using db = await city()
  const staff = async (read: 'of' | 'corrected') => {
    const rows = await db.at(monday, (store) => store.snapshots[read](before, ['qinshui']))
    return rows.find((row) => row.obligationId === 'A05-5')
  }
  const rows = await db.at(monday, (store) => store.snapshots.write(before))
  const told = await staff('of')
  expect(told).toMatchObject({ met: 0, notMet: 1, noData: 1, gapHeads: 1 })
  expect(await staff('corrected')).toBeUndefined()
  await joinLate(db)

  for (const _ of ['once', 'twice'])
    expect(await db.at(monday, (store) => store.snapshots.correct(before))).toBe(rows)

  expect(await staff('of')).toEqual(told)
  expect(await staff('corrected')).toMatchObject({ met: 1, notMet: 0, noData: 1, gapHeads: 0 })
  expect(await db.transact((tx) => tx.snapshotCorrection.count())).toBe(rows)
})

test('a trend is the pictures of one unit, oldest first, of the obligations asked for', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    for (const day of [monday, before, '2024-03-04'] as const) await store.snapshots.write(day)
  })
  const series = (from: '2024-03-04' | typeof before) =>
    db.at(monday, (store) =>
      store.snapshots.series({ unitId: 'qinshui', from, to: monday, obligationIds: ['A05-5', 'A05-4'] }),
    )

  const days = (await series(before)).map((row) => `${row.day} ${row.obligationId}`)

  expect(days).toEqual([`${before} A05-4`, `${before} A05-5`, `${monday} A05-4`, `${monday} A05-5`])
  expect(await series('2024-03-04')).toHaveLength(6)
})

test('the day before is the newest earlier picture of the unit', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    for (const day of ['2024-03-04', before, monday] as const) await store.snapshots.write(day)
  })
  const dayBefore = (day: typeof monday | '2024-03-04') =>
    db.at(monday, (store) => store.snapshots.dayBefore(day, 'qinshui'))

  expect(await dayBefore(monday)).toBe(before)
  expect(await dayBefore('2024-03-04')).toBeUndefined()
})

test('the summary of a county needs only its own picture and those of its children', async () => {
  await using db = await city()
  await db.at(monday, async (store) => {
    await store.findings.evaluateAll(monday)
    for (const day of [before, monday] as const) await store.snapshots.write(day)
  })
  const summary = () =>
    db.at(monday, async (store) => [
      await store.snapshots.of(monday, ['qinshui']),
      await store.snapshots.compare(monday, before, 'qinshui'),
    ])
  const whole = await summary()

  await db.transact(async (tx) => {
    const needed = ['qinshui', 'zhengzhuang', 'duanshi', 'bureau', 'housing']
    await tx.snapshot.deleteMany({ where: { unitId: { notIn: needed } } })
    await tx.finding.deleteMany()
    await tx.post.deleteMany()
  })

  expect(await summary()).toEqual(whole)
})
