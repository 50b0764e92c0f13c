// 查轮训 李四: the day by which one person must be retrained. For those who may read the person's unit, and for oneself.
import { bullets, type Card, md, note } from '../../bot/cards/index.ts'
import type { Ctx, HeldPost } from '../../bot/context.ts'
import { addMonths, type LocalDate } from '../../policy/calendar.ts'
import { notice } from '../notice.ts'
import type { Command } from '../route.ts'
import { dueWords } from './due.ts'
import { personQuery } from './person-query.ts'

const rotation = 'A07-3'
const between = 36

export const personDue: Command = personQuery({
  words: ['查轮训'],
  help: { name: '查某人哪天该轮训', example: '查轮训 李四' },
  asks: '查谁的轮训？请写上姓名，如“查轮训 李四”。',
  card: dueCard,
})

async function dueCard(name: string, posts: readonly HeldPost[], ctx: Ctx): Promise<Card> {
  const lines: string[] = []
  for (const [personId, units] of byPerson(posts)) lines.push(await lineOf(personId, units, ctx))
  const elements = [note(md`第七条：在岗人员原则上每3年轮训一次，不少于两周。截至${ctx.today}。`)]
  return notice(`${name}的轮训`, [bullets(lines)], { elements })
}

type Units = ReadonlyMap<string, string>

function byPerson(posts: readonly HeldPost[]): ReadonlyMap<string, Units> {
  const found = new Map<string, Map<string, string>>()
  for (const { personId, unitId, unitName } of posts)
    found.set(personId, (found.get(personId) ?? new Map<string, string>()).set(unitId, unitName))
  return found
}

async function lineOf(personId: string, units: Units, ctx: Ctx): Promise<string> {
  const where = [...units.values()].join('、')
  const dueOn = await dueOf(personId, [...units.keys()], ctx)
  return dueOn === undefined
    ? `${where}：这个岗位不要求轮训，或者还没有报过人员。`
    : `${where}：${dueWords(dueOn, ctx.today)}`
}

/** Findings list who is due within days; judged as of three years on they list everybody. */
async function dueOf(personId: string, unitIds: readonly string[], ctx: Ctx): Promise<LocalDate | undefined> {
  for (const day of [ctx.today, addMonths(ctx.today, between)]) {
    const findings = await ctx.store.findings.judge(unitIds, day)
    const found = findings
      .filter(({ obligation }) => obligation === rotation)
      .flatMap(({ items }) => items ?? [])
      .find(({ id }) => id === personId)
    if (found?.dueOn !== undefined) return found.dueOn
  }
  return undefined
}
