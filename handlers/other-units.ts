// The units a message names besides the one it is stored for: "郑庄镇：张三3月5日退休", "泽州县本周无变动". What one unit
// says for another must never be stored under the wrong one, and no name is dropped, without a word.
import type { Ctx, Role, Unit } from '../bot/context.ts'
import { normalise } from '../bot/text/index.ts'
import { namesLikeUnits } from '../bot/text/names/named.ts'
import type { UnitSpan } from '../bot/text/names/units.ts'
import { type Reading, read } from '../bot/text/reading.ts'
import { may } from './access.ts'

/**
 * `refused`: a unit of others speaks, and the sender may not for it. `speaks`: a unit the sender may file for.
 * `unknown`: names like those of units that no book knows. `unkept`: units that stand nowhere in what was understood.
 */
export type OtherUnits = {
  readonly refused?: string
  readonly speaks?: Unit
  readonly unknown: readonly string[]
  readonly unkept: readonly string[]
}

type Item = Readonly<Record<string, unknown>>
type Own = { readonly name: string; readonly above: readonly string[] }

/**
 * @param own the unit the sender files for
 * @param speaker in a nil report every unit is one that nothing happened in; elsewhere only who opens the message speaks
 */
export async function otherUnits(
  text: string,
  items: readonly Item[],
  { own, roles, speaker, ctx }: { own: Unit; roles: readonly Role[]; speaker: 'every' | 'opening'; ctx: Ctx },
): Promise<OtherUnits> {
  const sender = { unit: ctx.sender?.bindings[0]?.unitName ?? null, role: null }
  const reading = read(normalise(text), { today: ctx.today, sender, gazetteer: ctx.gazetteer })
  const kept = JSON.stringify(items.map(({ unit: _, ...item }) => item))
  const unknown = namesLikeUnits(reading.text, reading).filter((name) => !kept.includes(name))
  const above = (await ctx.store.units.upwards(own.id)).slice(1).map(({ name }) => name)
  const others = reading.units.filter(
    (unit) =>
      isOther(unit, reading, { name: own.name, above }) &&
      !kept.includes(unit.name) &&
      !kept.includes(unit.text) &&
      !unknown.some((name) => name.includes(unit.text)),
  )
  const speaking = others.find((unit) => speaker === 'every' || opens(unit, reading))
  const unkept = others.filter((unit) => unit !== speaking && !above.includes(unit.name))
  const rest = { unknown, unkept: [...new Set(unkept.map((unit) => unit.text))] }
  if (speaking === undefined) return rest
  const [name = '', ...more] = speaking.candidates ?? [speaking.name]
  const unit = more.length === 0 ? await ctx.store.units.byName(name) : undefined
  if (unit !== undefined && (await may(ctx, roles, unit.id))) return { ...rest, speaks: unit }
  return { ...rest, refused: refusal([name, ...more].join('或'), own.name) }
}

const refusal = (unit: string, own: string): string =>
  `读到的单位是${unit}，您绑定的是${own}，不能替它上报，没有登记。请由${unit}的报送员上报，或联系管理员。`

/** Who asks for a report, is reported to or compared with, or has somebody on loan, does not report: 按县应急局要求. */
const TOLD =
  /(?:向|报|按|按照|根据|依据|据|照|接|接到|对|与|经|由于|配合|落实|(?:上级|发)至|(?:借调|抽调|借用)在)$/
const ASKS = /^(?:的)?(?:要求|通知|安排|部署|文件|统一|领导|检查|来电|[,:]?[您你]好)/
const OURS = /[我本](?:镇|乡|街道|局|县|区|市|办|站|单位|中心)/
/** 公安局 without a place is a bureau of the county; other desks without one (安委办) are the sender's own. */
const DESK = /^(?![省市县区]).*(?<!局)$/

function isOther(unit: UnitSpan, { text, units }: Reading, own: Own): boolean {
  if (unit.name.startsWith(own.name) || unit.candidates?.includes(own.name) === true) return false
  if (unit.kind === 'department' && DESK.test(unit.text) && !unit.text.startsWith(unit.name.slice(0, 2)))
    return false
  const after = text.slice(unit.end)
  const leads = units.some((next) => next.start === unit.end && isAbove(unit, next))
  if (leads || TOLD.test(text.slice(0, unit.start)) || ASKS.test(after)) return false
  const named = OURS.test(after) || units.some(({ name }) => name.startsWith(own.name))
  return !(after.startsWith(':') && named)
}

/** 晋城市 before 沁水县郑庄镇 is part of its name. */
const isAbove = (unit: UnitSpan, below: UnitSpan): boolean =>
  /^(?:province|city)$/.test(unit.kind) || below.county === unit.name

/** 郑庄镇张三…, 泽州县应急局张三…, 泽州县:…; a bureau may also open the message as who holds a course. */
function opens(unit: UnitSpan, { text, units, people }: Reading): boolean {
  const leading = units.filter(({ end }) => end <= unit.start).map((one) => one.text)
  if (
    !/^[替代帮给为]?$/.test(leading.reduce((rest, name) => rest.replace(name, ''), text.slice(0, unit.start)))
  )
    return false
  const township = /^(?:township|subdistrict|village)$/.test(unit.kind)
  return township || text[unit.end] === ':' || people.some(({ start }) => start === unit.end)
}
