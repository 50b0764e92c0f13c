// Binding by the phone number the contacts know: what the roster says now counts, not what the card said.
import { expect, test } from 'vitest'
import { bindByPhone, notMe, phoneOffer } from '../../handlers/bind-phone.ts'
import { asked, expectHarmless, hostile, press, wordsOf } from '../support/ctx.ts'
import { addPerson, addPost, type TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

const match = { personId: 'p1', name: '吴十' }

async function withPosts(
  posts: readonly [unitId: string, roleCode: string, to?: string][],
): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addPerson(tx, 'p1', { name: '吴十', phone: '13800000001' })
    for (const [unitId, roleCode, to = null] of posts) await addPost(tx, 'p1', unitId, { roleCode, to })
  })
  return database
}

const pressed = (database: TestDatabase, asker: object = { phoneMatch: match }) =>
  asked(database, { openId: 'ou_stranger', ...asker }, (ctx) =>
    bindByPhone.run(press('ou_stranger', { act: 'bind.phone' }), ctx),
  )

const bindingsOf = (database: TestDatabase) =>
  database.at('2024-03-20', (store) => store.members.of('ou_stranger'))

test.each([
  ['townshipStaff', 'reporter'],
  ['safetyStaff', 'reporter'],
  ['enforcementOfficer', 'handler'],
  ['leader', 'leader'],
])('a post of %s binds as %s', async (roleCode, role) => {
  await using database = await withPosts([['duanshi', roleCode]])
  const outcome = await pressed(database)
  expect(await bindingsOf(database)).toMatchObject([
    { unitId: 'duanshi', role, name: '吴十', personId: 'p1' },
  ])
  expect(outcome.audit).toMatchObject({ action: 'member.bound', detail: { by: 'phone' } })
})

test('each present post binds, a past one and one without a role of ours do not', async () => {
  await using database = await withPosts([
    ['duanshi', 'townshipStaff'],
    ['bureau', 'enforcementOfficer'],
    ['bagong', 'townshipStaff', '2024-03-19'],
    ['zhengzhuang', 'villageCadre'],
  ])
  await pressed(database)
  expect((await bindingsOf(database)).map(({ unitId }) => unitId)).toEqual(['duanshi', 'bureau'])
})

test('不是我 binds nothing, says what to do, and notes whose line of the roster may be wrong', async () => {
  await using database = await withPosts([['duanshi', 'townshipStaff']])
  const asker = { openId: 'ou_stranger', phoneMatch: match }
  const offer = await asked(database, asker, (ctx) => phoneOffer(ctx))
  const outcome = await asked(database, asker, (ctx) =>
    notMe.run(press('ou_stranger', { act: 'bind.notMe' }), ctx),
  )
  expect(JSON.stringify(offer)).toContain('bind.notMe')
  expect(wordsOf(outcome)).toContain('请向本单位管理员要邀请码')
  expect(outcome.audit).toEqual({ action: 'member.phoneDenied', subject: 'person:p1' })
  expect(await bindingsOf(database)).toEqual([])
})

test('a press without a match any more binds nothing and is noted', async () => {
  await using database = await withPosts([['duanshi', 'townshipStaff']])
  const outcome = await pressed(database, {})
  expect(wordsOf(outcome)).toContain('没有绑定')
  expect(outcome.audit?.action).toBe('member.phoneRefused')
  expect(await bindingsOf(database)).toEqual([])
})

test('a press by somebody already bound changes nothing', async () => {
  await using database = await withPosts([['duanshi', 'townshipStaff']])
  await pressed(database)
  expect(wordsOf(await pressed(database))).toContain('已经绑定')
  expect(await bindingsOf(database)).toHaveLength(1)
})

test('a press after the last post with a role ended binds nothing', async () => {
  await using database = await withPosts([['duanshi', 'townshipStaff', '2024-03-19']])
  expect(wordsOf(await pressed(database))).toContain('没有绑定')
  expect(await bindingsOf(database)).toEqual([])
})

test('nothing is offered to somebody whose posts give no role', async () => {
  await using database = await withPosts([['duanshi', 'gridMember']])
  expect(
    await asked(database, { openId: 'ou_stranger', phoneMatch: match }, (ctx) => phoneOffer(ctx)),
  ).toBeUndefined()
})

test('a hostile name of the roster is shown as typed', async () => {
  await using database = await withPosts([['duanshi', 'townshipStaff']])
  expectHarmless(await pressed(database, { phoneMatch: { personId: 'p1', name: hostile } }))
})
