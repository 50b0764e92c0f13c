// What the rules get to know about a unit itself: flags, villages, tips, when it was last heard of.
import { expect, test } from 'vitest'
import type { Store } from '../../../bot/store/index.ts'
import { addPost, addReport, addUnit, freshDatabase } from '../../support/database.ts'
import { cityWithZhang, factsOf, recordedAt } from './facts-of.ts'

test('flags and class come from the unit itself, its organisation from what is believed of it', async () => {
  await using db = await cityWithZhang()
  const [bureau, township, zone] = await db.transact(async (tx) => {
    await tx.unit.update({ where: { id: 'duanshi' }, data: { townshipClass: 'A' } })
    const told = { unitId: 'duanshi', recordedAt, documentNo: '端政发〔2022〕1号' }
    await tx.organisation.create({ data: { ...told, from: '2022-01-01' } })
    await tx.organisation.create({ data: { ...told, from: '2021-01-01', voidedAt: recordedAt } })
    await addUnit(tx, 'zone', 'city', { kind: 'zone' })
    return factsOf(tx, 'bureau', 'duanshi', 'zone')
  })

  expect(bureau.unit).toMatchObject({ kind: 'department', emergencyBureau: true, keySector: false })
  expect(township.unit.townshipClass).toBe('A')
  expect(township.organisations).toEqual([
    { rowId: 'organisation:1', from: '2022-01-01', fullTime: true, documentNo: '端政发〔2022〕1号' },
  ])
  expect(zone.unit.kind).toBe('zone')
})

test('a township knows its villages, their cadres and when anybody last confirmed them', async () => {
  await using db = await cityWithZhang()
  await db.transact(async (tx) => {
    await addPost(tx, 'zhang', 'village-1', { roleCode: 'villageCadre', to: '2024-02-29', recordedAt })
    await addPost(tx, 'zhang', 'village-1', { roleCode: 'leader', recordedAt })
  })
  await db.at('2024-03-05', async (store) => {
    const reportId = await addReport(store, 'zhengzhuang')
    const nil = {
      unitId: 'village-2',
      topic: 'staffing',
      period: '2024-W10',
      onDate: '2024-03-05',
    } as const
    await store.records.addNilReport({ ...nil, reportId })
  })

  const [township] = await db.transact((tx) => factsOf(tx, 'zhengzhuang'))

  const cadre = { rowId: 'post:1', personId: 'zhang', from: '2020-01-01', to: '2024-02-29' }
  expect(township.villages).toEqual([
    { unitId: 'village-1', cadres: [cadre], confirmedOn: '2024-03-01' },
    { unitId: 'village-2', cadres: [], confirmedOn: '2024-03-05' },
  ])
})

test('the last report is the last of import, staffing, training and nil reports; hazards and drafts are none', async () => {
  await using db = await cityWithZhang()
  const lastOn = async () => (await db.transact((tx) => factsOf(tx, 'duanshi')))[0].lastReportOn

  expect(await lastOn()).toBeNull()
  await db.at('2024-03-05', (store) => addReport(store, 'duanshi', 'hazard'))
  expect(await lastOn()).toBeNull()
  await db.transact((tx) => addPost(tx, 'zhang', 'duanshi', { recordedAt }))
  expect(await lastOn()).toBe('2024-03-01')
  const filed = await db.at('2024-03-05', (store) => addReport(store, 'duanshi', 'training'))
  expect(await lastOn()).toBe('2024-03-05')
  await db.at('2024-03-06', async (store) => {
    const report = await store.reports.byId(filed)
    if (report !== undefined) await store.reports.end(report, 'withdrawn')
  })
  expect(await lastOn()).toBe('2024-03-01')
})

test('tips belong to who must handle them, with the day of every step', async () => {
  await using db = await cityWithZhang()
  await db.at('2024-03-05', async (store) => {
    const tip = await store.tips.create(await aTip(store, 'TS-1'))
    await store.tips.decide(tip.id, { status: 'accepted', by: 'wang' })
    const withdrawn = await store.tips.create(await aTip(store, 'TS-2'))
    await store.tips.end(withdrawn.id, 'withdrawn')
  })
  await db.at('2024-03-25', (store) => store.tips.end(1, 'closed'))

  const [bureau, township] = await db.transact((tx) => factsOf(tx, 'bureau', 'zhengzhuang'))

  expect(township.tips).toEqual([])
  expect(bureau.tips).toEqual([
    {
      rowId: 'tip:1',
      receivedOn: '2024-03-05',
      receiptedOn: '2024-03-05',
      decision: { on: '2024-03-05', outcome: 'accepted' },
      closedOn: '2024-03-25',
    },
  ])
})

test('more units than fit into one query come back whole and in order', async () => {
  await using db = await freshDatabase()
  const ids = Array.from({ length: 1203 }, (_, index) => `t${index}`)

  const facts = await db.transact(async (tx) => {
    await addUnit(tx, 'county', null, { kind: 'county' })
    const unit = { kind: 'township', parentId: 'county' }
    await tx.unit.createMany({
      data: ids.map((id) => ({ ...unit, id, code: id, name: id, path: `/county/${id}/` })),
    })
    await tx.person.createMany({ data: ids.map((id) => ({ id, name: id, recordedAt })) })
    const post = { roleCode: 'townshipStaff', from: '2020-01-01', recordedAt }
    await tx.post.createMany({ data: ids.map((id) => ({ ...post, personId: id, unitId: id })) })
    return factsOf(tx, ...ids)
  })

  expect(facts.map((unit) => [unit.unit.id, unit.posts.length, unit.people.size])).toEqual(
    ids.map((id) => [id, 1, 1]),
  )
})

async function aTip(store: Store, number: string) {
  return {
    reportId: await addReport(store, 'zhengzhuang', 'hazard'),
    number,
    unitId: 'zhengzhuang',
    handlerUnitId: 'bureau',
    sector: undefined,
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    content: {},
    replyTo: undefined,
    confidential: false,
  }
}
