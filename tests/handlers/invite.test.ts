// Invitations: who may make which, what is asked when something is missing, and that the code works.
import { describe, expect, test } from 'vitest'
import { bind } from '../../handlers/bind.ts'
import { invite, inviteByForm } from '../../handlers/invite.ts'
import { actsOf, asked, cardsOf, expectHarmless, hostile, message, press, wordsOf } from '../support/ctx.ts'
import { addUnit, type TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

const typed = (database: TestDatabase, openId: string, rest: string) =>
  asked(database, { openId }, (ctx) => invite.run(rest, message(openId, `邀请 ${rest}`), ctx))

const submitted = (database: TestDatabase, openId: string, form: Record<string, string>) =>
  asked(database, { openId }, (ctx) => inviteByForm.run(press(openId, { act: 'bind.invite' }, { form }), ctx))

const made = (database: TestDatabase) => database.transact((tx) => tx.invitation.findMany())

describe('邀请 单位 角色 姓名', () => {
  test.each(['沁水县郑庄镇 报送员 吴十', '沁水县郑庄镇报送员吴十', ' 郑庄镇  报送员  吴十 '])(
    '%j by an administrator of the county makes a code that works once',
    async (rest) => {
      await using database = await memberCity()
      const outcome = await typed(database, 'ou_county_admin', rest)
      const code = /绑定 (\w{4}-\w{4})/.exec(wordsOf(outcome))?.[1] ?? ''
      expect(outcome.audit).toMatchObject({ action: 'member.invited', subject: 'unit:zhengzhuang' })
      await asked(database, { openId: 'ou_new' }, (ctx) => bind.run(code, message('ou_new', ''), ctx))
      const bound = await database.at('2024-03-20', (store) => store.members.of('ou_new'))
      expect(bound).toMatchObject([{ unitId: 'zhengzhuang', role: 'reporter', name: '吴十' }])
    },
  )

  test('the code holds for seven days', async () => {
    await using database = await memberCity()
    await typed(database, 'ou_county_admin', '郑庄镇 领导')
    const [row] = await made(database)
    expect(row).toMatchObject({ role: 'leader', name: null })
    expect(row?.expiresAt.toISOString()).toBe('2024-03-27T04:00:00.000Z')
  })

  test('a role that there is not is named as it was read, and the unit is kept', async () => {
    await using database = await memberCity()
    const cards = cardsOf(await typed(database, 'ou_county_admin', '沁水县郑庄镇 皇帝 吴十'))
    expect(JSON.stringify(cards)).toContain('没有“皇帝”这个角色，请选一个：报送员、经办人、领导、管理员。')
  })

  test.each(['ou_clerk', 'ou_officer', 'ou_county_leader', 'ou_stranger'])(
    'by %s, who is no administrator, is refused',
    async (openId) => {
      await using database = await memberCity()
      expect(wordsOf(await typed(database, openId, '郑庄镇 报送员'))).toContain('只有管理员')
      expect(await made(database)).toEqual([])
    },
  )

  test.each([
    ['巴公镇 报送员', '您不是泽州县巴公镇的管理员'],
    ['晋城市 管理员', '您不是晋城市的管理员'],
    ['郑装镇 报送员', '沁水县郑庄镇'],
    ['郑庄镇 局长', '没有'],
    ['报送员 吴十', '没有读到单位'],
    ['郑庄镇', '没有读到角色'],
    [`郑庄镇 报送员 ${'吴'.repeat(21)}`, '姓名太长'],
  ])('%s is asked again: %s', async (rest, sentence) => {
    await using database = await memberCity()
    const outcome = await typed(database, 'ou_county_admin', rest)
    expect(JSON.stringify(cardsOf(outcome))).toContain(sentence)
    expect(actsOf(outcome)).toEqual([{ act: 'bind.invite' }])
    expect(await made(database)).toEqual([])
  })

  test('alone opens an empty form without complaint', async () => {
    await using database = await memberCity()
    const outcome = await typed(database, 'ou_county_admin', '')
    expect(JSON.stringify(cardsOf(outcome))).not.toContain('请修改')
    expect(actsOf(outcome)).toEqual([{ act: 'bind.invite' }])
  })

  test('shows hostile text as typed, in the form and on the card of the code', async () => {
    await using database = await memberCity()
    expectHarmless(await typed(database, 'ou_county_admin', `${hostile} 报送员 ${hostile}`))
    expectHarmless(await typed(database, 'ou_county_admin', '郑庄镇 报送员 <at id=all></at>'))
  })
})

describe('the form', () => {
  test('offers the units of one name to choose from, and the choice makes the code', async () => {
    await using database = await memberCity()
    await database.transact(async (tx) => {
      await addUnit(tx, 'hexi-1', 'qinshui', { name: '沁水县河西镇', countyId: 'qinshui' })
      await addUnit(tx, 'hexi-2', 'zezhou', { name: '泽州县河西镇', countyId: 'zezhou' })
    })
    const form = { unit: '河西镇', role: 'reporter', name: '吴十' }
    const asking = await submitted(database, 'ou_city_admin', form)
    expect(JSON.stringify(asking.card)).toContain('"value":"hexi-2"')
    const done = await submitted(database, 'ou_city_admin', { ...form, unit: '', unit_id: 'hexi-2' })
    expect(wordsOf(done)).toContain('邀请码已生成')
    expect(await made(database)).toMatchObject([{ unitId: 'hexi-2', name: '吴十' }])
  })

  test('with a unit of somebody else is refused, whatever the card offered', async () => {
    await using database = await memberCity()
    const outcome = await submitted(database, 'ou_county_admin', {
      unit_id: 'bagong',
      role: 'reporter',
      name: '',
    })
    expect(JSON.stringify(outcome.card)).toContain('您不是泽州县巴公镇的管理员')
    expect(await made(database)).toEqual([])
  })

  test('by somebody who is no administrator any more is refused and the card stays', async () => {
    await using database = await memberCity()
    const outcome = await submitted(database, 'ou_clerk', { unit: '郑庄镇', role: 'admin', name: '' })
    expect(outcome.card).toBeUndefined()
    expect(outcome.toast?.type).toBe('warning')
    expect(await made(database)).toEqual([])
  })

  test.each([{ unit: '郑庄镇', role: 'king', name: '' }, {}])('with %j is asked again', async (form) => {
    await using database = await memberCity()
    const outcome = await submitted(database, 'ou_county_admin', form as Record<string, string>)
    expect(JSON.stringify(outcome.card)).toContain('请修改')
    expect(await made(database)).toEqual([])
  })
})
