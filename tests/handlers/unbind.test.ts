// Ending somebody's role: by administrators, within their units, never the last administrator.
import { describe, expect, test } from 'vitest'
import { unbind, unbindByPress } from '../../handlers/unbind.ts'
import { actsOf, asked, expectHarmless, hostile, message, press, wordsOf } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

const typed = (database: TestDatabase, openId: string, rest: string) =>
  asked(database, { openId }, (ctx) => unbind.run(rest, message(openId, ''), ctx))

const pressed = (database: TestDatabase, openId: string, id: number) =>
  asked(database, { openId }, (ctx) => unbindByPress.run(press(openId, { act: 'bind.end', id }), ctx))

const bindingOf = async (database: TestDatabase, openId: string): Promise<number> =>
  (await database.at('2024-03-20', (store) => store.members.of(openId)))[0]?.id ?? 0

describe('解除绑定', () => {
  test.each(['张三', '郑庄镇'])('%s lists the binding with a button', async (wanted) => {
    await using database = await memberCity()
    const id = await bindingOf(database, 'ou_clerk')
    const outcome = await typed(database, 'ou_county_admin', wanted)
    expect(wordsOf(outcome)).toContain('沁水县郑庄镇 · 报送员')
    expect(actsOf(outcome)).toEqual([{ act: 'bind.end', id }])
  })

  test.each(['李四', '巴公镇', '没有这人', hostile])(
    '%s, out of reach or unknown, is answered alike',
    async (wanted) => {
      await using database = await memberCity()
      const outcome = await typed(database, 'ou_county_admin', wanted)
      expect(wordsOf(outcome)).toContain('没有找到')
      expect(actsOf(outcome)).toEqual([])
      expectHarmless(outcome)
    },
  )

  test('without a name says how to write it', async () => {
    await using database = await memberCity()
    expect(wordsOf(await typed(database, 'ou_county_admin', ''))).toContain('解除绑定 张三')
  })

  test('by somebody who is no administrator is refused', async () => {
    await using database = await memberCity()
    expect(wordsOf(await typed(database, 'ou_county_leader', '张三'))).toContain('只有管理员')
  })
})

describe('the button', () => {
  test('ends the binding, tells the person and is noted', async () => {
    await using database = await memberCity()
    const outcome = await pressed(database, 'ou_county_admin', await bindingOf(database, 'ou_clerk'))
    expect(await bindingOf(database, 'ou_clerk')).toBe(0)
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_clerk' } }])
    expect(outcome.audit).toMatchObject({ action: 'member.unbound', subject: 'unit:zhengzhuang' })
  })

  test('pressed twice says that it is done', async () => {
    await using database = await memberCity()
    const id = await bindingOf(database, 'ou_clerk')
    await pressed(database, 'ou_county_admin', id)
    expect(wordsOf(await pressed(database, 'ou_county_admin', id))).toContain('已经解除')
  })

  test.each(['ou_clerk', 'ou_county_admin', 'ou_county_leader'])(
    'by %s for another county is refused',
    async (openId) => {
      await using database = await memberCity()
      const id = await bindingOf(database, 'ou_neighbour')
      expect(wordsOf(await pressed(database, openId, id))).toContain('不能解除')
      expect(await bindingOf(database, 'ou_neighbour')).toBe(id)
    },
  )

  test('does not end the last administrator of the city, but one of a county below', async () => {
    await using database = await memberCity()
    const last = await pressed(database, 'ou_city_admin', await bindingOf(database, 'ou_city_admin'))
    expect(wordsOf(last)).toContain('最后一位管理员')
    await pressed(database, 'ou_city_admin', await bindingOf(database, 'ou_county_admin'))
    expect(await bindingOf(database, 'ou_city_admin')).not.toBe(0)
    expect(await bindingOf(database, 'ou_county_admin')).toBe(0)
  })
})
