// 达标: how a unit stands, by name or by pressing through from one card to the next.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, PressIn, Unit } from '../../bot/context.ts'
import { mayRead, refused } from '../access.ts'
import { type Again, askedUnit, ownUnit } from '../asked-unit.ts'
import { meantIn, toldIn } from '../in-group.ts'
import { showInPlace } from '../notice.ts'
import { answerTo, type Command, type Press } from '../route.ts'
import { treeCard } from './tree-card.ts'
import { unitCard } from './unit-card.ts'

/** 达标, of one's own unit; 达标 沁水县, of a unit at or below one's own. In a group counts only, no names. */
export const standing: Command = {
  words: ['达标', '达标情况', '是否达标', '缺什么', '差什么'],
  help: { name: '看单位达标没有、还差什么', example: '达标 沁水县' },
  who: 'bound',
  inGroups: 'here',
  async run(rest, message, ctx) {
    const own = await meantIn(message, await ownUnit(ctx), ctx)
    const asked = await askedUnit(rest.trim(), own, again, ctx)
    if ('card' in asked) return { say: [{ to: answerTo(message), card: asked.card }] }
    const people = message.chatType === 'p2p' ? 'names' : 'counts'
    return toldIn(message, asked.unit, await standingCard(asked.unit, ctx, people), ctx)
  },
}

const again: Again = {
  act: (unit) => ({ act: 'standing.show', unit: unit.id }),
  example: '达标 沁水县郑庄镇',
}

/** The way down and up. What a form chose or a button carried is an id like any other: the right is checked again. */
export const standingPress: Press = {
  act: 'standing.show',
  async run(press, ctx) {
    const unitId = unitOf(press) ?? ctx.sender?.bindings[0]?.unitId
    const unit = unitId === undefined ? undefined : await ctx.store.units.byId(unitId)
    if (unit === undefined) return refused('没有这个单位，或者您还没有绑定单位。请发“我是谁”看看。')
    if (!(await mayRead(ctx, unit.id))) return refused(`您不能查看${unit.name}，只能看本单位和下级。`)
    return showInPlace(press, ctx, await standingCard(unit, ctx, 'names'))
  },
}

function standingCard(unit: Unit, ctx: Ctx, people: 'names' | 'counts'): Promise<Card> {
  const isTree = unit.kind === 'city' || unit.kind === 'county' || unit.kind === 'zone'
  return isTree ? treeCard(unit, ctx) : unitCard(unit, ctx, people)
}

function unitOf(press: PressIn): string | undefined {
  const chosen = press.form['unit'] ?? press.value['unit']
  return typeof chosen === 'string' && chosen !== '' ? chosen : undefined
}
