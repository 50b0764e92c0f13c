// One message on its way to its answer: the one value that every sense of senses.ts is handed.
import type { Ctx, MessageIn } from '../bot/context.ts'
import { type Parsed, parse } from '../bot/text/index.ts'

export type Said = {
  readonly message: MessageIn
  readonly ctx: Ctx
  /** What the text understanding makes of it; worked out when the first sense asks, and once. */
  readonly parsed: () => Promise<Parsed>
}

export function saidIn(message: MessageIn, ctx: Ctx): Said {
  let parsed: Promise<Parsed> | undefined
  return {
    message,
    ctx,
    parsed() {
      parsed ??= understood(message.text, ctx)
      return parsed
    },
  }
}

async function understood(text: string, ctx: Ctx): Promise<Parsed> {
  const own = ctx.sender?.bindings[0]
  const roster = own === undefined ? [] : await ctx.store.people.inPost([own.unitId], ctx.today)
  return parse(text, {
    today: ctx.today,
    sender: { unit: own?.unitName ?? null, role: null },
    gazetteer: ctx.gazetteer,
    roster: [...new Set(roster.map(({ name }) => name))],
  })
}
