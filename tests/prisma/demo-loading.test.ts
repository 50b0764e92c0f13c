// Loading the demo city: twice, its units alone, and never over what somebody else put there.
import { describe, expect, test } from 'vitest'
import { loadDemo } from '../../prisma/demo/load.ts'
import { demoUnits } from '../../prisma/demo/units.ts'
import { env, now, rowsOf, today, useDemo } from './loaded-city.ts'

const demo = useDemo()

describe('loading the demo city', () => {
  test('a second time, even on a later day, changes nothing', async () => {
    const before = await rowsOf(demo.full)
    const again = await loadDemo(demo.full, env, {
      today: '2026-12-01',
      now: now + 8 * 86_400_000,
      onlyUnits: false,
    })
    expect(again.outcome).toBe('alreadyThere')
    expect(await rowsOf(demo.full)).toEqual(before)
  })

  test('the units alone, and the rest when it is asked for later', async () => {
    const database = await demo.emptyDatabase()
    const units = { today, now, onlyUnits: true } as const
    expect((await loadDemo(database, env, units)).invitation).toBeUndefined()
    expect(await rowsOf(database)).toMatchObject({
      units: demoUnits().filter((unit) => unit.kind !== 'village' && unit.kind !== 'enterprise').length,
      people: 0,
      bindings: 0,
      groups: 0,
    })
    expect((await loadDemo(database, env, units)).outcome).toBe('alreadyThere')

    expect((await loadDemo(database, env, { ...units, onlyUnits: false })).outcome).toBe('loaded')
    expect((await loadDemo(database, env, units)).outcome).toBe('alreadyThere')
    expect(await rowsOf(database)).toEqual(await rowsOf(demo.full))
  })

  test('is refused when somebody else is in the database, and nothing is added', async () => {
    const database = await demo.emptyDatabase()
    await database.at(today, (store) => store.people.create({ name: '某人', reportId: 1 }))
    const load = loadDemo(database, env, { today, now, onlyUnits: false })
    await expect(load).rejects.toMatchObject({ code: 'demo.notEmpty' })
    expect(await rowsOf(database)).toMatchObject({ people: 1, units: 0, settings: 0 })
  })

  test('is refused when people were bound to the demo units by hand', async () => {
    const database = await demo.emptyDatabase()
    await loadDemo(database, env, { today, now, onlyUnits: true })
    await database.at(today, (store) =>
      store.members.bind({ openId: 'ou_real', unitId: '140500', role: 'admin', createdBy: 'cli' }),
    )
    const load = loadDemo(database, env, { today, now, onlyUnits: false })
    await expect(load).rejects.toMatchObject({ code: 'demo.notEmpty' })
    expect(await rowsOf(database)).toMatchObject({ people: 0, bindings: 1 })
  })
})

describe('the units alone', () => {
  test('carry nothing that nobody reported: no township is judged to meet or miss anything', async () => {
    const database = await demo.emptyDatabase()
    await loadDemo(database, env, { today, now, onlyUnits: true })
    const townships = demo.city.units.filter((unit) => unit.kind === 'township').map((unit) => unit.id)
    const findings = await database.at(today, (store) => store.findings.judge(townships, today))
    const standings = new Set(findings.map((finding) => finding.status))
    expect([...standings].filter((status) => status !== 'noData' && status !== 'notApplicable')).toEqual([])
  })

  test('are still there, and nothing more, when they are asked for again after people were bound', async () => {
    const database = await demo.emptyDatabase()
    const load = { today, now, onlyUnits: true } as const
    await loadDemo(database, env, load)
    await database.at(today, (store) =>
      store.members.bind({ openId: 'ou_real', unitId: '140500', role: 'admin', createdBy: 'cli' }),
    )
    expect((await loadDemo(database, env, load)).outcome).toBe('alreadyThere')
  })
})
