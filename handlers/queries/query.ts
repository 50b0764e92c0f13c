// A question about one unit, answered with one card: typed with or without the unit's name, or pressed on a card that
// offered units. One shape, so that rights, groups and unknown names are the same for every question.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, Unit } from '../../bot/context.ts'
import { mayRead, refused } from '../access.ts'
import { type Again, askedUnit } from '../asked-unit.ts'
import { meantIn, toldIn } from '../in-group.ts'
import { inPrivate, showInPlace } from '../notice.ts'
import { answerTo, type Command, type Press } from '../route.ts'

type UnitQuery = Pick<Command, 'words' | 'help' | 'inGroups'> & {
  /** what a button carries to ask it about the unit it names */
  readonly act: string
  /** the unit that is meant when none is named */
  readonly own: (ctx: Ctx) => Promise<Unit | undefined>
  readonly card: (unit: Unit, ctx: Ctx) => Promise<Card>
}

/** The command and the press of one question. Only for people who belong to a unit. */
export function unitQuery({ act, own, card, ...shown }: UnitQuery): {
  readonly command: Command
  readonly press: Press
} {
  const again: Again = {
    act: (unit) => ({ act, unit: unit.id }),
    example: `${shown.words[0] ?? ''} 沁水县郑庄镇`,
  }
  const command: Command = {
    ...shown,
    who: 'bound',
    async run(rest, message, ctx) {
      if (shown.inGroups === 'privately') {
        const asked = await askedUnit(rest, await own(ctx), again, ctx)
        return inPrivate(message, 'card' in asked ? asked.card : await card(asked.unit, ctx))
      }
      const asked = await askedUnit(rest, await meantIn(message, await own(ctx), ctx), again, ctx)
      if ('card' in asked) return { say: [{ to: answerTo(message), card: asked.card }] }
      return toldIn(message, asked.unit, await card(asked.unit, ctx), ctx)
    },
  }
  const press: Press = {
    act,
    async run(pressed, ctx) {
      const unit = await ctx.store.units.byId(String(pressed.value['unit'] ?? ''))
      if (unit === undefined || !(await mayRead(ctx, unit.id)))
        return refused('您不能查看这个单位，只能看本单位和下级。')
      return showInPlace(pressed, ctx, await card(unit, ctx))
    },
  }
  return { command, press }
}
