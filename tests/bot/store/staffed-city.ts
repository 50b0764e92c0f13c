// A small city with one person in post at 郑庄镇, and reports about it as a clerk files them.
import type { Tx } from '../../../bot/store/database.ts'
import type { Store } from '../../../bot/store/index.ts'
import type { LocalDate } from '../../../policy/calendar.ts'
import {
  addPerson,
  addPost,
  addReport,
  addSmallCity,
  freshDatabase,
  type TestDatabase,
} from '../../support/database.ts'

export const township = 'zhengzhuang'

/** `zhang` is in post at the township since 2020, imported without a report. */
export async function staffedCity(): Promise<TestDatabase> {
  const db = await freshDatabase()
  await db.transact(async (tx: Tx) => {
    await addSmallCity(tx)
    await addPerson(tx, 'zhang')
    await addPost(tx, 'zhang', township)
  })
  return db
}

/** Somebody new joins the township on 18 March 2024; answers the report. */
export async function join(store: Store, name: string): Promise<number> {
  const reportId = await addReport(store, township)
  const personId = await store.people.create({ name, reportId })
  const post = {
    personId,
    unitId: township,
    roleCode: 'townshipStaff',
    from: '2024-03-18',
    reportId,
  } as const
  await store.people.addPost(post)
  return reportId
}

/** The post ends on its last day `to`; answers the report. */
export async function leave(store: Store, name: string, to: LocalDate): Promise<number> {
  const reportId = await addReport(store, township)
  await store.people.endPost(await postOf(store, name), { to, reason: 'retire', reportId })
  return reportId
}

/** The id of the post that somebody holds at the township on 20 March 2024. */
export async function postOf(store: Store, name: string): Promise<number> {
  const [post] = await store.people.holding(name, [township], '2024-03-20')
  if (post === undefined) throw new Error(`${name} is not in post`)
  return post.postId
}

/** Who is in post at the township on the day, by name. */
export async function namesInPost(db: TestDatabase, day: LocalDate): Promise<string[]> {
  const posts = await db.at(day, (store) => store.people.inPost([township], day))
  return posts.map((post) => post.name)
}
