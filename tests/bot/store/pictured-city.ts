// A small city short of one head in one township, and two Mondays on which pictures of it are taken.
import {
  addReport,
  addSmallCity,
  addStaff,
  freshDatabase,
  noon,
  type TestDatabase,
} from '../../support/database.ts'

export const monday = '2024-03-18'
export const before = '2024-03-11'
export const recordedAt = new Date(noon('2024-03-01'))

/** The small city with two of three people at 郑庄镇 and three at 巴公镇; nothing known of 端氏镇. */
export async function city(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact(async (tx) => {
    await addSmallCity(tx)
    await addStaff(tx, 'zhengzhuang', 2, { recordedAt })
    await addStaff(tx, 'bagong', 3, { recordedAt })
  })
  return db
}

/** On Monday somebody reports a third person at 郑庄镇, who has been there since 1 March. */
export async function joinLate(db: TestDatabase): Promise<void> {
  await db.at(monday, async (store) => {
    const reportId = await addReport(store, 'zhengzhuang')
    const personId = await store.people.create({ name: '张三', reportId })
    const post = { personId, unitId: 'zhengzhuang', roleCode: 'townshipStaff', from: '2024-03-01' } as const
    await store.people.addPost({ ...post, reportId })
  })
}
