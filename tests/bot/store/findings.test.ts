// What every unit's obligations come to, kept up to date: what changes, what stays, what is not kept at all.
import { expect, test } from 'vitest'
import { obligationById } from '../../../policy/index.ts'
import {
  addReport,
  addSmallCity,
  addStaff,
  freshDatabase,
  noon,
  type TestDatabase,
} from '../../support/database.ts'

const today = '2024-03-20'
const recordedAt = new Date(noon('2024-03-10'))

test('a third person brings a township from not met to met, and the change says both', async () => {
  await using db = await cityOfTwo()
  await db.at(today, (store) => store.findings.evaluateAll(today))

  const changes = await db.at(today, async (store, tx) => {
    await addStaff(tx, 'zhengzhuang', 1, { recordedAt })
    return store.findings.evaluate(await store.findings.affectedBy('zhengzhuang'), today)
  })

  const staff = changes.filter((change) => change.obligationId === 'A05-5')
  expect(staff).toHaveLength(1)
  expect(staff[0]).toMatchObject({
    unitId: 'zhengzhuang',
    unitName: '沁水县郑庄镇',
    before: { status: 'notMet', measured: { value: 2 }, gap: { value: 1 } },
    after: { status: 'met', measured: { value: 3 }, asOf: today },
  })
})

test('evaluating twice changes nothing the second time and writes nothing', async () => {
  await using db = await cityOfTwo()
  await db.at(today, (store) => store.findings.evaluateAll(today))
  const before = await rows(db)

  const changes = await db.at('2024-03-21', (store) =>
    store.findings.evaluate(['zhengzhuang', 'city'], today),
  )

  expect(changes).toEqual([])
  expect(await rows(db)).toEqual(before)
})

test('on a new day what still holds is marked with the day without being written anew', async () => {
  await using db = await cityOfTwo()
  await db.at(today, (store) => store.findings.evaluateAll(today))
  const [before] = await db.at(today, (store) => store.findings.of(['zhengzhuang'], ['A05-5']))

  await db.at('2024-03-21', (store) => store.findings.evaluateAll('2024-03-21'))

  const [after] = await db.at('2024-03-21', (store) => store.findings.of(['zhengzhuang'], ['A05-5']))
  expect(after).toEqual({ ...before, asOf: '2024-03-21' })
  const row = { unitId_obligationId: { unitId: 'zhengzhuang', obligationId: 'A05-5' } }
  const kept = await db.transact((tx) => tx.finding.findUniqueOrThrow({ where: row }))
  expect(kept.evaluatedAt).toEqual(new Date(noon(today)))
})

test('time alone makes a finding stale, and the daily run sees it', async () => {
  await using db = await cityOfTwo()
  await db.transact((tx) => addStaff(tx, 'zhengzhuang', 1, { recordedAt }))
  await db.at(today, (store) => store.findings.evaluateAll(today))

  const changed = await db.at('2024-05-01', (store) => store.findings.evaluateAll('2024-05-01'))

  const [staff] = await db.at('2024-05-01', (store) => store.findings.of(['zhengzhuang'], ['A05-5']))
  expect(changed).toBeGreaterThan(0)
  expect(staff?.status).toBe('stale')
})

test('only obligations that have a rule and apply are kept', async () => {
  await using db = await cityOfTwo()

  await db.at(today, (store) => store.findings.evaluateAll(today))

  const kept = await db.at(today, (store) =>
    store.findings.of(['zhengzhuang', 'bureau', 'housing', 'village-1']),
  )
  const implemented = kept.map((finding) => obligationById(finding.obligation)?.implementation)
  expect(new Set(implemented)).toEqual(new Set(['done']))
  expect(kept.filter((finding) => finding.status === 'notApplicable')).toEqual([])
  const withSafetyStaff = kept.filter((finding) => finding.obligation === 'A04-3')
  expect(withSafetyStaff.map((finding) => finding.unit)).toEqual(['housing'])
})

test('a finding that no longer applies is forgotten, and the change says so', async () => {
  await using db = await cityOfTwo()
  await db.at(today, async (store, tx) => {
    await addStaff(tx, 'housing', 2, { roleCode: 'safetyStaff', recordedAt })
    await store.findings.evaluateAll(today)
  })

  const changes = await db.at(today, async (store, tx) => {
    await tx.unit.update({ where: { id: 'housing' }, data: { keySector: false, safetyDuty: true } })
    return store.findings.evaluate(['housing'], today)
  })

  expect(changes).toMatchObject([
    { obligationId: 'A04-3', before: { status: 'met' }, after: { status: 'notApplicable' } },
  ])
  expect(await db.at(today, (store) => store.findings.of(['housing'], ['A04-3']))).toEqual([])
})

test('a unit that has ended has no findings any more', async () => {
  await using db = await cityOfTwo()
  await db.at(today, (store) => store.findings.evaluateAll(today))

  await db.at('2024-04-01', async (store, tx) => {
    await tx.unit.update({ where: { id: 'duanshi' }, data: { activeTo: '2024-03-31' } })
    await store.findings.evaluateAll('2024-04-01')
  })

  const kept = await db.at('2024-04-01', (store) => store.findings.of(['duanshi', 'zhengzhuang']))
  expect(new Set(kept.map((finding) => finding.unit))).toEqual(new Set(['zhengzhuang']))
})

test('a setting that the city changed counts from its day', async () => {
  await using db = await cityOfTwo()
  const staleOn = async (day: '2024-03-20' | '2024-03-25') =>
    (await db.at(day, (store) => store.findings.judge(['zhengzhuang'], day))).some(
      (finding) => finding.status === 'stale',
    )
  await db.at(today, (store) =>
    store.records.changeSetting({ id: 'staleMonthlyDays', from: '2024-03-25', value: 5 }, 'admin'),
  )

  expect(await staleOn('2024-03-20')).toBe(false)
  expect(await staleOn('2024-03-25')).toBe(true)
})

test('a late report changes what an earlier day comes to, and judging that day keeps nothing', async () => {
  await using db = await cityOfTwo()
  const staffOn = async () =>
    (await db.at(today, (store) => store.findings.judge(['zhengzhuang'], '2024-02-15'))).find(
      (finding) => finding.obligation === 'A05-5',
    )
  expect(await staffOn()).toMatchObject({ status: 'notMet', measured: { value: 2 }, asOf: '2024-02-15' })

  await db.at(today, async (store) => {
    const reportId = await addReport(store, 'zhengzhuang')
    const personId = await store.people.create({ name: '张三', reportId })
    const post = { personId, unitId: 'zhengzhuang', roleCode: 'townshipStaff', from: '2024-02-01' } as const
    await store.people.addPost({ ...post, reportId })
  })

  expect(await staffOn()).toMatchObject({ status: 'met', measured: { value: 3 } })
  expect(await rows(db)).toEqual([])
})

test('findings come in the order of the units asked for, then of the document', async () => {
  await using db = await cityOfTwo()
  await db.at(today, (store) => store.findings.evaluateAll(today))

  const found = await db.at(today, (store) =>
    store.findings.of(['zhengzhuang', 'bagong'], ['A05-7', 'A05-5']),
  )

  expect(found.map((finding) => `${finding.unit} ${finding.obligation}`)).toEqual([
    'zhengzhuang A05-5',
    'zhengzhuang A05-7',
    'bagong A05-5',
    'bagong A05-7',
  ])
})

/** The small city; two people at 郑庄镇, recorded ten days ago. */
async function cityOfTwo(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact(async (tx) => {
    await addSmallCity(tx)
    await addStaff(tx, 'zhengzhuang', 2, { recordedAt })
  })
  return db
}

function rows(db: TestDatabase): Promise<unknown[]> {
  return db.transact((tx) => tx.finding.findMany({ orderBy: [{ unitId: 'asc' }, { obligationId: 'asc' }] }))
}
