// The way up from a standing card.
import { type BodyElement, button } from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { mayRead } from '../access.ts'

/** A button to the unit above, for those who may read that one too. */
export async function backButton({ parentId }: Unit, ctx: Ctx): Promise<readonly BodyElement[]> {
  const parent = parentId === null ? undefined : await ctx.store.units.byId(parentId)
  if (parent === undefined || !(await mayRead(ctx, parent.id))) return []
  const act = { act: 'standing.show', unit: parent.id }
  return [button({ text: `返回${parent.name}`, style: 'text', act })]
}
