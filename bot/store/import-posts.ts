// The posts of an imported list: a changed one is the old one with what the list says. Imported by
// bot/store/imports.ts.
import type { Tx } from './database.ts'
import type { StagedPerson } from './imports.ts'
import { inChunks } from './lists.ts'

type Staged = { reportId: number; recordedAt: Date; voidedAt: Date; voidedBy: number }
type PostRow = NonNullable<Awaited<ReturnType<Tx['post']['findUnique']>>>

/** @throws Error when a post to replace does not exist */
export async function stagedPosts(
  tx: Tx,
  people: readonly (StagedPerson & { id: string })[],
  staged: Staged,
): Promise<Omit<PostRow, 'id'>[]> {
  const replaced = people.flatMap((one) => one.post?.replaces ?? [])
  const rows = await inChunks(replaced, (part) => tx.post.findMany({ where: { id: { in: part } } }))
  const old = new Map(rows.map((row) => [row.id, row]))
  return people.flatMap(({ id, post }) =>
    post === undefined ? [] : [{ ...postRow(id, post, old), ...staged }],
  )
}

function postRow(
  personId: string,
  post: NonNullable<StagedPerson['post']>,
  old: ReadonlyMap<number, PostRow>,
): Omit<PostRow, 'id' | keyof Staged> {
  const { replaces, department, title, fullTime, unitId, roleCode, from } = post
  const postKind = roleCode === 'enforcementOfficer' ? 'enforcement' : 'public'
  const { id: _, ...before } = replaces === undefined ? newPost : (old.get(replaces) ?? missing(replaces))
  return {
    ...before,
    postKind: before.roleCode === roleCode ? before.postKind : postKind,
    department: department ?? before.department,
    title: title ?? before.title,
    fullTime: fullTime ?? before.fullTime,
    unitId,
    roleCode,
    from,
    personId,
  }
}

const newPost = {
  id: 0,
  roleCode: '',
  department: null,
  title: null,
  fullTime: true,
  postKind: '',
  actualDuty: null,
  acting: false,
  to: null,
  endReason: null,
}

function missing(postId: number): never {
  throw new Error(`there is no post ${postId}`)
}

/** Secondments and leaves stay under the reports that told of them, now of the post in the old one's place. */
export async function copyAbsencesOf(tx: Tx, posts: readonly PostRow[], reportId: number): Promise<void> {
  if (posts.length === 0) return
  const next = await tx.post.findMany({ where: { reportId, voidedBy: reportId } })
  const idOf = new Map(next.map((post) => [`${post.personId}/${post.unitId}`, post.id]))
  const target = new Map(posts.map((post) => [post.id, idOf.get(`${post.personId}/${post.unitId}`)]))
  const ids = [...target.keys()]
  const live = (part: number[]) => ({ where: { voidedAt: null, postId: { in: part } } })
  for (const { id: _, ...row } of await inChunks(ids, (part) => tx.secondment.findMany(live(part))))
    await tx.secondment.create({ data: { ...row, postId: target.get(row.postId) ?? row.postId } })
  for (const { id: _, ...row } of await inChunks(ids, (part) => tx.leave.findMany(live(part))))
    await tx.leave.create({ data: { ...row, postId: target.get(row.postId) ?? row.postId } })
}
