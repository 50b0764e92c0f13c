// Tips: decided once, readable by nobody with the file, told step by step.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Store, Tip } from '../../../bot/store/index.ts'
import { addReport, addSmallCity, freshDatabase, noon, type TestDatabase } from '../../support/database.ts'

const day = '2024-03-20'

test('a tip is accepted or refused once, whoever presses second', async () => {
  await using db = await city()
  const tip = await db.at(day, (store) => file(store, 'TS-1'))

  const answers = await Promise.all([
    db.at(day, (store) => store.tips.decide(tip.id, { status: 'accepted', by: 'wang' })),
    db.at(day, (store) => store.tips.decide(tip.id, { status: 'refused', by: 'li', reason: '不属实' })),
  ])

  expect(answers).toEqual([true, false])
  const decided = await db.at(day, (store) => store.tips.byNumber('TS-1'))
  expect(decided).toMatchObject({ status: 'accepted', decidedAt: noon(day) })
})

test('neither what a tip says nor who sent it can be read in the file', async () => {
  await using db = await city()
  await db.at(day, (store) => file(store, 'TS-1'))

  const bytes = ['', '-wal'].map((end) => readFileSync(`${db.url.slice('file:'.length)}${end}`))

  expect(Buffer.concat(bytes).includes(Buffer.from('子丑煤业'))).toBe(false)
  expect(Buffer.concat(bytes).includes(Buffer.from('ou_reporter'))).toBe(false)
  const tip = await db.at(day, (store) => store.tips.byNumber('TS-1'))
  expect(tip).toMatchObject({ content: { target: '子丑煤业' }, replyTo: 'ou_reporter' })
})

test('undecided tips are those received before the moment, oldest first', async () => {
  await using db = await city()
  await db.at('2024-03-10', (store) => file(store, 'TS-2'))
  await db.at('2024-03-12', (store) => file(store, 'TS-1'))
  await db.at('2024-03-15', (store) => file(store, 'TS-3'))
  await db.at('2024-03-15', async (store) => {
    const decided = await file(store, 'TS-4')
    await store.tips.decide(decided.id, { status: 'accepted', by: 'wang' })
  })

  const waiting = await db.at(day, (store) => store.tips.undecided(noon('2024-03-15')))

  expect(waiting.map((tip) => tip.number)).toEqual(['TS-2', 'TS-1'])
})

test('the steps of a tip are told in the order they were taken', async () => {
  await using db = await city()
  const tip = await db.at('2024-03-18', (store) => file(store, 'TS-1'))
  await db.at('2024-03-18', (store) => store.tips.addStep(tip.id, { actor: 'system', kind: 'received' }))
  await db.at(day, (store) => store.tips.addStep(tip.id, { actor: 'wang', kind: 'accepted', detail: '去看' }))

  const steps = await db.at(day, (store) => store.tips.steps(tip.id))

  expect(steps).toEqual([
    { at: noon('2024-03-18'), kind: 'received', note: null, detail: null },
    { at: noon(day), kind: 'accepted', note: null, detail: '去看' },
  ])
})

async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact((tx) => addSmallCity(tx))
  return db
}

async function file(store: Store, number: string): Promise<Tip> {
  return store.tips.create({
    reportId: await addReport(store, 'zhengzhuang', 'hazard'),
    number,
    unitId: 'zhengzhuang',
    handlerUnitId: 'bureau',
    sector: 'coalMine',
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    content: { target: '子丑煤业', description: '三号皮带机没有护罩' },
    replyTo: 'ou_reporter',
    confidential: true,
  })
}
