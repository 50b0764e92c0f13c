// Becoming a member by a code, and asking who one is.
import { describe, expect, test } from 'vitest'
import { bind, whoAmI } from '../../handlers/bind.ts'
import { actsOf, asked, expectHarmless, hostile, message, wordsOf } from '../support/ctx.ts'
import { addPerson, addPost, noon, type TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

const week = noon('2024-03-27')

async function invite(database: TestDatabase, changes: object = {}): Promise<void> {
  await database.at('2024-03-20', (store) =>
    store.members.invite({
      code: 'ABCD2345',
      unitId: 'duanshi',
      role: 'reporter',
      name: '吴十',
      expiresAt: week,
      createdBy: 'test',
      ...changes,
    }),
  )
}

const typed = (database: TestDatabase, rest: string, asker: object = {}) =>
  asked(database, { openId: 'ou_stranger', ...asker }, (ctx) =>
    bind.run(rest, message('ou_stranger', `绑定 ${rest}`), ctx),
  )

const bindingsOf = (database: TestDatabase, openId = 'ou_stranger') =>
  database.at('2024-03-20', (store) => store.members.of(openId))

describe('绑定 CODE', () => {
  test.each(['ABCD2345', 'abcd-2345', ' ab cd 23 45 ', 'ＡＢＣＤ２３４５'])('%s binds', async (code) => {
    await using database = await memberCity()
    await invite(database)
    const outcome = await typed(database, code)
    expect(wordsOf(outcome)).toContain('吴十')
    expect(await bindingsOf(database)).toMatchObject([{ unitId: 'duanshi', role: 'reporter', name: '吴十' }])
    expect(outcome.audit).toEqual({
      action: 'member.bound',
      subject: 'unit:duanshi',
      detail: { role: 'reporter', by: 'invitation' },
    })
  })

  test('without a name on the code, who the roster knows by the telephone keeps the name', async () => {
    await using database = await memberCity()
    await invite(database, { name: undefined })
    const outcome = await typed(database, 'ABCD2345', { phoneMatch: { personId: 'p1', name: '何文静' } })
    expect(wordsOf(outcome)).toContain('何文静，绑定好了')
    expect(await bindingsOf(database)).toMatchObject([{ unitId: 'duanshi', name: '何文静' }])
  })

  test('links the person of that name in post at the unit', async () => {
    await using database = await memberCity()
    await invite(database)
    await database.transact(async (tx) => {
      await addPerson(tx, 'p1', { name: '吴十' })
      await addPost(tx, 'p1', 'duanshi')
    })
    await typed(database, 'ABCD2345')
    expect((await bindingsOf(database))[0]?.personId).toBe('p1')
  })

  test('leaves two people of one name unlinked', async () => {
    await using database = await memberCity()
    await invite(database)
    await database.transact(async (tx) => {
      for (const id of ['p1', 'p2']) {
        await addPerson(tx, id, { name: '吴十' })
        await addPost(tx, id, 'duanshi')
      }
    })
    await typed(database, 'ABCD2345')
    expect((await bindingsOf(database))[0]?.personId).toBeNull()
  })

  test('counts once: the second person gets the answer for a wrong code', async () => {
    await using database = await memberCity()
    await invite(database)
    await typed(database, 'ABCD2345')
    const second = await asked(database, { openId: 'ou_second' }, (ctx) =>
      bind.run('ABCD2345', message('ou_second', ''), ctx),
    )
    expect(wordsOf(second)).toContain('没有绑定成功')
    expect(await bindingsOf(database, 'ou_second')).toEqual([])
  })

  test('on its last moment counts, after it no more', async () => {
    await using database = await memberCity()
    await invite(database)
    expect(wordsOf(await typed(database, 'ABCD2345', { now: week }))).toContain('没有绑定成功')
    expect(wordsOf(await typed(database, 'ABCD2345', { now: week - 1 }))).toContain('已绑定')
  })

  test.each(['ABCD2346', '1'.repeat(5000), hostile])(
    'with a wrong code is refused and noted',
    async (code) => {
      await using database = await memberCity()
      await invite(database)
      const outcome = await typed(database, code)
      expect(wordsOf(outcome)).toContain('没有绑定成功')
      expect(outcome.audit).toEqual({ action: 'member.codeRefused', subject: 'invitation' })
      expectHarmless(outcome)
    },
  )

  test('claims the first administrator by the same way', async () => {
    await using database = await memberCity()
    await invite(database, { unitId: 'city', role: 'admin', name: undefined })
    const outcome = await typed(database, 'ABCD2345')
    expect(bind.words).toContain('认领')
    expect(wordsOf(outcome)).toContain('晋城市 · 管理员')
    expect(await bindingsOf(database)).toMatchObject([{ unitId: 'city', role: 'admin', name: undefined }])
  })

  test('shows a hostile name as typed', async () => {
    await using database = await memberCity()
    await invite(database, { name: hostile })
    expectHarmless(await typed(database, 'ABCD2345'))
  })

  test('no code is kept as it is typed', async () => {
    await using database = await memberCity()
    await invite(database)
    const rows = await database.transact((tx) => tx.invitation.findMany())
    expect(JSON.stringify(rows)).not.toContain('ABCD2345')
  })

  test('without a code says where codes come from', async () => {
    await using database = await memberCity()
    expect(wordsOf(await typed(database, ''))).toContain('邀请码')
  })

  test('answers a code typed in a group in private', async () => {
    await using database = await memberCity()
    await invite(database)
    const outcome = await asked(database, { openId: 'ou_stranger' }, (ctx) =>
      bind.run('ABCD2345', message('ou_stranger', '', { chatType: 'group' }), ctx),
    )
    expect(outcome.say).toMatchObject([{ to: { openId: 'ou_stranger' } }])
  })
})

describe('我是谁', () => {
  const who = (database: TestDatabase, openId: string, phoneMatch?: { personId: string; name: string }) =>
    asked(database, { openId, phoneMatch }, (ctx) => whoAmI.run('', message(openId, '我是谁'), ctx))

  test('tells a member unit and role', async () => {
    await using database = await memberCity()
    expect(wordsOf(await who(database, 'ou_clerk'))).toContain('沁水县郑庄镇 · 报送员')
  })

  test('tells a stranger how to become a member', async () => {
    await using database = await memberCity()
    expect(wordsOf(await who(database, 'ou_stranger'))).toContain('您还没有绑定单位')
  })

  test('offers a stranger whose phone the roster knows the posts held there', async () => {
    await using database = await memberCity()
    await database.transact(async (tx) => {
      await addPerson(tx, 'p1', { name: '吴十', phone: '13800000001' })
      await addPost(tx, 'p1', 'duanshi')
    })
    const outcome = await who(database, 'ou_stranger', { personId: 'p1', name: '吴十' })
    expect(wordsOf(outcome)).toContain('沁水县端氏镇 · 报送员')
    expect(actsOf(outcome)).toEqual([{ act: 'bind.phone' }, { act: 'bind.notMe' }])
  })
})
