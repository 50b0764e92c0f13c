// A small city with findings, and two ways to ask it how a unit stands.
import { standing, standingPress } from '../../handlers/standing/index.ts'
import { asked, message, press } from '../support/ctx.ts'
import { addPerson, addPost, addStaff, type TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'

/** 郑庄镇 with two of three, 端氏镇 with four and nothing new this week; an officer of the bureau whose certificate is unknown. */
export async function judgedCity(): Promise<TestDatabase> {
  const database = await memberCity()
  await database.transact(async (tx) => {
    await addStaff(tx, 'zhengzhuang', 2)
    await addStaff(tx, 'duanshi', 4)
    await addPerson(tx, 'officer', { name: '郑十一' })
    await addPost(tx, 'officer', 'bureau', {
      roleCode: 'enforcementOfficer',
      postKind: 'enforcement',
      from: '2023-01-01',
    })
  })
  await database.at('2024-03-18', async (store) => {
    const news = { topic: 'staffing', period: '2024-W12', onDate: '2024-03-18', reportId: 1 } as const
    await store.records.addNilReport({ ...news, unitId: 'duanshi' })
  })
  await database.at('2024-03-20', (store) => store.findings.evaluateAll('2024-03-20'))
  return database
}

export const ask = (
  database: TestDatabase,
  openId: string,
  rest: string,
  chatType: 'p2p' | 'group' = 'p2p',
) => asked(database, { openId }, (ctx) => standing.run(rest, message(openId, '', { chatType }), ctx))

export const pressed = (database: TestDatabase, openId: string, unit: string, changes: object = {}) =>
  asked(database, { openId }, (ctx) =>
    standingPress.run(press(openId, { act: 'standing.show', unit }, changes), ctx),
  )
