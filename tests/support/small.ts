// The bot at work in a city of two counties, for tests that want the machine and not the crowd: it starts in no time.
import type { World } from '../../simulator/world.ts'
import { startApp, type TestApp, type TestAppInit } from './app.ts'
import { addPerson, addPost, addSmallCity, addUnit, freshDatabase, type TestDatabase } from './database.ts'

/** Who is in the chat: two clerks of 郑庄镇, one of 巴公镇, the officer of 泽州县, an administrator, one of the public. */
export const people = {
  clerk: 'ou_clerk',
  second: 'ou_second',
  bagong: 'ou_bagong',
  officer: 'ou_officer',
  admin: 'ou_admin',
  public: 'ou_public',
} as const

/** One sentence each that is understood without a question. */
export const sentences = {
  staffing: '张三3月5日调入应急办，专职',
  hazard: '泽州县子丑煤业三号皮带机没有护罩',
} as const

const seats = [
  [people.clerk, 'zhengzhuang', 'reporter', '宋敏'],
  [people.second, 'zhengzhuang', 'reporter', '孟芳'],
  [people.bagong, 'bagong', 'reporter', '韩强'],
  [people.officer, 'zezhou-bureau', 'handler', '陈志'],
  [people.admin, 'city', 'admin', '孙晓'],
] as const

const users = [
  ...seats.map(([openId, , , name]) => ({ openId, name })),
  { openId: people.public, name: '田雨' },
]

export const smallWorld: World = {
  bot: { name: '安监通', menu: [{ name: '帮助', eventKey: 'help' }] },
  users: users.map((user) => ({ ...user, title: '测试' })),
  groups: [],
}

/** A database of its own with the city, two professionals in 郑庄镇, and everybody bound. */
export async function smallCity(): Promise<TestDatabase> {
  const database = await freshDatabase()
  await database.at('2026-01-05', async (store, tx) => {
    await addSmallCity(tx)
    const bureau = { kind: 'department', emergencyBureau: true, safetyDuty: true }
    await addUnit(tx, 'zezhou-bureau', 'zezhou', { ...bureau, name: '泽州县应急管理局' })
    for (const countyId of ['qinshui', 'zezhou'])
      await tx.unit.updateMany({ where: { path: { startsWith: `/city/${countyId}/` } }, data: { countyId } })
    for (const name of ['侯一', '侯二']) {
      await addPerson(tx, name)
      await addPost(tx, name, 'zhengzhuang')
    }
    for (const [openId, unitId, role, name] of seats)
      await store.members.bind({ openId, unitId, role, name, createdBy: 'test' })
  })
  return database
}

/** The bot in the small city, on Friday 6 March 2026 at ten unless told otherwise. */
export function startSmall(init: Partial<TestAppInit> = {}): Promise<TestApp> {
  return startApp({ at: '2026-03-06T10:00', open: smallCity, world: smallWorld, ...init })
}
