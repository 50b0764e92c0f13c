// Writes what a roster says that is not known yet. The items are those that roster-plan.ts made.
import type { Ctx, StagedPerson } from '../../bot/context.ts'

type Item = Readonly<Record<string, unknown>>

export function stageRoster(items: readonly Item[], reportId: number, ctx: Ctx): Promise<void> {
  return ctx.store.imports.stagePeople(items as readonly Item[] as readonly StagedPerson[], reportId)
}

export async function rosterOvertaken(items: readonly Item[], ctx: Ctx): Promise<boolean> {
  const added = (items as readonly Item[] as readonly StagedPerson[]).filter(
    (one) => one.personId === undefined,
  )
  const unitIds = [...new Set(added.flatMap((one) => one.post?.unitId ?? []))]
  const names = await ctx.store.imports.namesInPost(unitIds, ctx.today)
  return added.some((one) => names.has(`${one.post?.unitId} ${one.name}`))
}

export function replacedPosts(items: readonly Item[]) {
  const posts = (items as readonly Item[] as readonly StagedPerson[]).flatMap(
    (item) => item.post?.replaces ?? [],
  )
  return { postIds: posts, recordIds: [] }
}
