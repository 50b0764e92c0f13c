// Which unit a typed name means: exact names, aliases, the sender's own place, several, none.
import { describe, expect, test } from 'vitest'
import { type NamedUnit, unitMentioned, unitNamed } from '../../handlers/unit-name.ts'
import { asked } from '../support/ctx.ts'
import { addSmallCity, addUnit, freshDatabase, type TestDatabase } from '../support/database.ts'

async function city(): Promise<TestDatabase> {
  const database = await freshDatabase()
  await database.transact(async (tx) => {
    await addSmallCity(tx)
    await addUnit(tx, 'xihe-1', 'qinshui', { name: '沁水县河西镇', countyId: 'qinshui' })
    await addUnit(tx, 'xihe-2', 'zezhou', { name: '泽州县河西镇', countyId: 'zezhou' })
    for (const id of ['qinshui', 'zhengzhuang', 'duanshi', 'bureau', 'housing']) {
      await tx.unit.update({ where: { id }, data: { countyId: 'qinshui' } })
    }
    await tx.unit.update({ where: { id: 'zezhou' }, data: { countyId: 'zezhou' } })
    await tx.unitAlias.createMany({
      data: [
        { unitId: 'qinshui', alias: '沁水' },
        { unitId: 'zezhou', alias: '泽州' },
      ],
    })
  })
  return database
}

const idsOf = (named: NamedUnit): readonly string[] =>
  named.found === 'one' ? [named.unit.id] : named.found === 'several' ? named.units.map(({ id }) => id) : []

describe('a typed unit', () => {
  test.each([
    ['沁水县郑庄镇', ['zhengzhuang']],
    ['郑庄镇', ['zhengzhuang']],
    ['郑庄', ['zhengzhuang']],
    [' 沁水 郑庄镇 ', ['zhengzhuang']],
    ['沁水县应急管理局', ['bureau']],
    ['沁水应急局', ['bureau']],
    ['沁水县', ['qinshui']],
  ])('%s is found', async (typed, ids) => {
    await using database = await city()
    const named = await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed(typed, ctx))
    expect(idsOf(named)).toEqual(ids)
  })

  test('that several units are called by is asked back', async () => {
    await using database = await city()
    const named = await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed('河西镇', ctx))
    expect(named.found).toBe('several')
    expect(idsOf(named)).toEqual(['xihe-1', 'xihe-2'])
  })

  test('means the one in the own county of somebody bound there', async () => {
    await using database = await city()
    await database.at('2024-03-01', (store) =>
      store.members.bind({ openId: 'ou_1', unitId: 'zezhou', role: 'reporter', createdBy: 'test' }),
    )
    const named = await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed('河西镇', ctx))
    expect(idsOf(named)).toEqual(['xihe-2'])
  })

  test('县应急局 is the bureau of the own county', async () => {
    await using database = await city()
    await database.at('2024-03-01', (store) =>
      store.members.bind({ openId: 'ou_1', unitId: 'zhengzhuang', role: 'reporter', createdBy: 'test' }),
    )
    const named = await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed('县应急局', ctx))
    expect(idsOf(named)).toEqual(['bureau'])
  })

  test.each(['郑装镇', '郑庄镇张三'])('%s is unknown, and the nearest are offered', async (typed) => {
    await using database = await city()
    const named = await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed(typed, ctx))
    expect(named.found === 'none' && named.nearest.map(({ id }) => id)).toContain('zhengzhuang')
  })

  test('of no characters is unknown and near nothing', async () => {
    await using database = await city()
    expect(await asked(database, { openId: 'ou_1' }, (ctx) => unitNamed(' ', ctx))).toEqual({
      found: 'none',
      nearest: [],
    })
  })
})

test('a unit is found in the name of a group', async () => {
  await using database = await city()
  const found = await asked(database, { openId: 'ou_1' }, (ctx) => unitMentioned('沁水县安全生产工作群', ctx))
  expect(found?.id).toBe('qinshui')
})
