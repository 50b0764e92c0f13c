import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../bot/context.ts'
import { summaryPresses } from '../../handlers/summary.ts'
import { actsOf, asked, press, sentPrivately, wordsOf } from '../support/ctx.ts'
import {
  addSmallCity,
  addStaff,
  addUnit,
  freshDatabase,
  noon,
  type TestDatabase,
} from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await database.at('2024-01-08', async (store, tx) => {
    await addSmallCity(tx)
    for (let index = 1; index <= 12; index += 1) {
      await addUnit(tx, `t${index}`, 'qinshui', { name: `沁水县第${index}镇` })
      await addStaff(tx, `t${index}`, 3)
    }
    await addStaff(tx, 'zhengzhuang', 2)
    await addStaff(tx, 'bagong', 5)
    await store.findings.evaluateAll('2024-01-08')
    const bind = (openId: string, unitId: string) =>
      store.members.bind({ openId, unitId, role: 'leader', createdBy: 'test' })
    await bind('ou_city', 'city')
    await bind('ou_county', 'qinshui')
  })
  await database.transact(async (tx) => {
    await sentPrivately(tx, 'ou_city', 'om_city')
    await sentPrivately(tx, 'ou_county', 'om_county')
  })
})
afterAll(() => database.close())

const [list] = summaryPresses
function listed(
  openId: string,
  value: Record<string, string | number>,
  messageId = 'om_group',
): Promise<Outcome> {
  return asked(database, { openId, now: noon('2024-01-08') }, async (ctx) => {
    if (list === undefined) throw new Error('no press')
    return list.run(press(openId, { act: 'summary.list', ...value }, { messageId }), ctx)
  })
}

describe('the list of all units', () => {
  test('of a county names each with its state, the broken first, ten on a page', async () => {
    const first = await listed('ou_county', { unit: 'qinshui', page: 1 }, 'om_county')
    const lines = wordsOf(first).split('\n')
    expect(lines.findIndex((line) => line.includes('郑庄镇 不达标'))).toBeGreaterThan(0)
    expect(wordsOf(first)).toContain('专职应急管理人员还差1人')
    expect(wordsOf(first)).toMatch(/达标 12\/1\d 家/)
    expect(lines.filter((line) => /镇 (达标|不达标|缺数据)|局 /.test(line))).toHaveLength(10)
    const second = await listed('ou_county', { unit: 'qinshui', page: 2 }, 'om_county')
    expect(wordsOf(second)).not.toContain('郑庄镇 不达标')
  })

  test('turns from the first page on, to the last and back', async () => {
    const pagesOf = async (page: number) =>
      actsOf(await listed('ou_county', { unit: 'qinshui', page }, 'om_county'))
        .filter(({ act }) => act === 'summary.list')
        .map((act) => act['page'])
    expect(await pagesOf(1)).toEqual([2])
    expect(await pagesOf(2)).toEqual([1])
    expect(await pagesOf(99)).toEqual([1])
    expect(await pagesOf(-3)).toEqual([2])
  })

  test('of a city leads to the list of each county', async () => {
    const shown = await listed('ou_city', { unit: 'city', page: 1 }, 'om_city')
    expect(wordsOf(shown)).toMatch(/沁水县 达标 12\/1\d 家/)
    expect(actsOf(shown)).toContainEqual({ act: 'summary.list', unit: 'zezhou', page: 1 })
  })

  test('pressed in a group comes in private and leaves the card of the group as it is', async () => {
    const shown = await listed('ou_county', { unit: 'qinshui', page: 1 })
    expect(shown.card).toBeUndefined()
    expect(shown.say).toMatchObject([{ to: { openId: 'ou_county' } }])
    expect(shown.toast?.content).toContain('私信')
  })

  test.each([
    ['ou_county', { unit: 'city', page: 1 }],
    ['ou_county', { unit: 'zezhou', page: 1 }],
    ['ou_stranger', { unit: 'qinshui', page: 1 }],
    ['ou_city', { unit: 'nowhere', page: 1 }],
    ['ou_city', { page: 1 }],
  ])('is refused to %s for %j with a sentence and no card', async (openId, value) => {
    const refused = await listed(openId, value as Record<string, string | number>)
    expect(refused.toast?.type).toBe('warning')
    expect(refused.say).toBeUndefined()
    expect(refused.card).toBeUndefined()
  })
})
