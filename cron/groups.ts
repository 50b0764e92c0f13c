// The groups a job speaks to, with their units. Imported by the jobs.
import type { Ctx, Unit } from '../bot/context.ts'

/** Databases take only so many ids at once. */
const idsAtOnce = 1000

/** Every bound group that takes the topic, units from above to below. */
export async function groupsWith(
  topic: string,
  ctx: Ctx,
): Promise<readonly { readonly chatId: string; readonly unit: Unit }[]> {
  const root = await ctx.store.units.root()
  const units = root === undefined ? [] : await ctx.store.units.tree(root.id)
  const found: { chatId: string; unit: Unit }[] = []
  for (let start = 0; start < units.length; start += idsAtOnce) {
    const part = units.slice(start, start + idsAtOnce)
    const byId = new Map(part.map((unit) => [unit.id, unit]))
    for (const { chatId, unitId } of await ctx.store.members.groupsOf([...byId.keys()], topic)) {
      const unit = byId.get(unitId)
      if (unit !== undefined) found.push({ chatId, unit })
    }
  }
  return found.sort((one, other) => one.unit.path.length - other.unit.path.length)
}
