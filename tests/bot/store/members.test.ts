// Who may do what where: bindings, one-time invitations, and which group belongs to which unit.
import { expect, test } from 'vitest'
import type { LocalDate } from '../../../policy/calendar.ts'
import { addSmallCity, freshDatabase, noon, type TestDatabase } from '../../support/database.ts'

const day = '2024-03-20'

test('an invitation makes one member, however many type it at once', async () => {
  await using db = await city()
  await invite(db, 'ABCD-EFGH', '2024-03-27')

  const answers = await Promise.all([redeem(db, 'ABCD-EFGH', day), redeem(db, 'ABCD-EFGH', day)])

  expect(answers.filter((answer) => answer !== undefined)).toEqual([
    { unitId: 'zhengzhuang', role: 'reporter', name: '王芳' },
  ])
})

test('an invitation is typed in any case, with or without its dash, and only as long as it holds', async () => {
  await using db = await city()
  await invite(db, 'ABCD-EFGH', '2024-03-27')
  await invite(db, 'JKLM-NPQR', '2024-03-27')

  expect(await redeem(db, 'WXYZ-WXYZ', day)).toBeUndefined()
  expect(await redeem(db, ' abcdｅｆｇｈ ', '2024-03-26')).toMatchObject({ unitId: 'zhengzhuang' })
  expect(await redeem(db, 'JKLM-NPQR', '2024-03-27')).toBeUndefined()
})

test('an invitation is kept without its code', async () => {
  await using db = await city()
  await invite(db, 'ABCD-EFGH', '2024-03-27')

  const [row] = await db.transact((tx) => tx.invitation.findMany())

  expect(JSON.stringify(row)).not.toMatch(/ABCD|abcd/)
})

test('a binding gives unit, name and role until it ends, and binding twice is binding once', async () => {
  await using db = await city()
  await bind(db, 'ou_1', 'zhengzhuang')
  await bind(db, 'ou_1', 'zhengzhuang')

  const bound = await db.at(day, (store) => store.members.of('ou_1'))
  expect(bound).toMatchObject([
    { unitId: 'zhengzhuang', unitName: '沁水县郑庄镇', unitKind: 'township', role: 'reporter' },
  ])

  expect(await unbind(db, 'ou_1')).toBe(true)
  expect(await unbind(db, 'ou_1')).toBe(false)
  expect(await db.at(day, (store) => store.members.of('ou_1'))).toEqual([])
  await bind(db, 'ou_1', 'zhengzhuang')
  expect(await db.at(day, (store) => store.members.of('ou_1'))).toHaveLength(1)
})

test('holders of a role are those of exactly the unit, oldest binding first', async () => {
  await using db = await city()
  await bind(db, 'ou_2', 'zhengzhuang')
  await bind(db, 'ou_1', 'zhengzhuang')
  await bind(db, 'ou_3', 'qinshui')

  const holders = await db.at(day, (store) => store.members.holders('zhengzhuang', 'reporter'))
  const leaders = await db.at(day, (store) => store.members.holders('zhengzhuang', 'leader'))

  expect(holders.map((holder) => holder.openId)).toEqual(['ou_2', 'ou_1'])
  expect(leaders).toEqual([])
})

test('a group gets what its unit takes only once it is bound, and only its topics', async () => {
  await using db = await city()
  const group = { chatId: 'oc_1', unitId: 'qinshui', topics: ['weekly'] } as const
  await db.at(day, (store) => store.members.setGroup({ ...group, name: '沁水安监群', status: 'asked' }))
  const groupsOf = (topic: string) =>
    db.at(day, (store) => store.members.groupsOf(['qinshui', 'zezhou'], topic))

  expect(await groupsOf('weekly')).toEqual([])
  await db.at(day, (store) => store.members.setGroup({ chatId: 'oc_1', status: 'bound' }))

  expect(await groupsOf('weekly')).toEqual([{ chatId: 'oc_1', unitId: 'qinshui' }])
  expect(await groupsOf('monthly')).toEqual([])
  expect(await db.at(day, (store) => store.members.group('oc_1'))).toMatchObject({ name: '沁水安监群' })
})

async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact((tx) => addSmallCity(tx))
  return db
}

function invite(db: TestDatabase, code: string, until: LocalDate): Promise<void> {
  const expiresAt = noon(until)
  const unit = { unitId: 'zhengzhuang', role: 'reporter', name: '王芳' } as const
  return db.at(day, (store) => store.members.invite({ code, ...unit, expiresAt, createdBy: 'admin' }))
}

function redeem(db: TestDatabase, code: string, on: LocalDate) {
  return db.at(on, (store) => store.members.redeem(code))
}

function bind(db: TestDatabase, openId: string, unitId: string): Promise<void> {
  return db.at(day, (store) => store.members.bind({ openId, unitId, role: 'reporter', createdBy: 'admin' }))
}

function unbind(db: TestDatabase, openId: string): Promise<boolean> {
  return db.at(day, (store) => store.members.unbind(openId, 'zhengzhuang', 'reporter'))
}
