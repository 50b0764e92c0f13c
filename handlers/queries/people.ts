// 名单, 人数, 查电话: who is in post at a unit, how many they are, and how somebody can be reached. Counts may stand in a
// group; names and telephones are answered in private only, to those who may read the unit.
import {
  type BodyElement,
  bold,
  bullets,
  type Card,
  card,
  join,
  type Md,
  md,
  nameWithin,
  note,
  text,
} from '../../bot/cards/index.ts'
import type { Ctx, HeldPost, Unit } from '../../bot/context.ts'
import { ownUnit } from '../asked-unit.ts'
import { notice } from '../notice.ts'
import { roleOptions } from '../reports/staffing-words.ts'
import type { Command } from '../route.ts'
import { personQuery } from './person-query.ts'
import { unitQuery } from './query.ts'

const mostNames = 60
const mostOfOneName = 10

/** Of one's own unit and all below it, or of the one named. */
export const roster = unitQuery({
  act: 'query.roster',
  words: ['名单', '人员名单', '在岗名单', '花名册'],
  help: { name: '看本单位在岗的有谁', example: '名单' },
  inGroups: 'privately',
  own: ownUnit,
  card: rosterCard,
})

/** The same as counts. */
export const headCount = unitQuery({
  act: 'query.headCount',
  words: ['人数', '多少人', '几个人', '有多少人', '有几个人'],
  help: { name: '看本单位在岗几个人', example: '人数' },
  inGroups: 'here',
  own: ownUnit,
  card: headCountCard,
})

/** 查电话 李四; each look-up is noted. */
export const phone: Command = personQuery({
  words: ['查电话'],
  help: { name: '查名单上某人的电话', example: '查电话 李四' },
  asks: '查谁的电话？请写上姓名，如“查电话 李四”。',
  card: phoneCard,
  audit: 'person.phoneSeen',
})

async function phoneCard(name: string, posts: readonly HeldPost[], ctx: Ctx): Promise<Card> {
  const shown = posts.slice(0, mostOfOneName)
  const phones = await ctx.store.people.phones(shown.map(({ personId }) => personId))
  const lines = shown.map((post) => {
    const what = [post.unitName, post.title ?? roleText(post.roleCode)].join(' ')
    return md`${bold(phones.get(post.personId) ?? '没有登记电话')} ${what}`
  })
  return notice(`${name}的电话`, [bullets(lines)], { elements: [note(md`只供工作联系，请不要转到群里。`)] })
}

type Below = { readonly units: readonly Unit[]; readonly posts: readonly HeldPost[] }

async function inPostBelow(unit: Unit, ctx: Ctx): Promise<Below> {
  const units = await ctx.store.units.tree(unit.id)
  const ids = units.map(({ id }) => id)
  return { units, posts: await ctx.store.people.inPost(ids, ctx.today) }
}

/** Of so many people: 沁水县 在岗名单 12人. */
function headed(unit: Unit, what: string, people: number): Omit<Parameters<typeof card>[0], 'elements'> {
  return {
    title: `${unit.name} ${what}`,
    state: 'info',
    stateText: `${people}人`,
    icon: 'group_outlined',
    summary: `${unit.name} 在岗${people}人`,
  }
}

async function rosterCard(unit: Unit, ctx: Ctx): Promise<Card> {
  const { posts, units } = await inPostBelow(unit, ctx)
  const people = personsOf(posts)
  if (people === 0) return noPeople(unit, '在岗名单')
  const places = new Map(
    units.filter(({ id }) => id !== unit.id).map((one) => [one.id, nameWithin(one, unit)]),
  )
  return card({
    ...headed(unit, '在岗名单', people),
    elements: [
      ...(people > mostNames
        ? [text(md`人太多，这里只列人数。`), text(roleLines(posts))]
        : byRole(posts).map(([role, held]) => named(role, held, places))),
      note(
        md`含下级单位，截至${ctx.today}。要Excel，发“导出 名单”；要电话，发“查电话 姓名”；人变了，发“报人员变动”。`,
      ),
    ],
  })
}

function named(role: string, posts: readonly HeldPost[], places: ReadonlyMap<string, string>): BodyElement {
  const lines = posts.map(({ name, title, department, unitId, fullTime, roleCode }) => {
    const where = places.get(unitId)
    const full = fullTime && roleCode === 'townshipStaff' ? '专职' : ''
    return md`${[name, where, department, title, full].filter(Boolean).join(' ')}`
  })
  return text(join([md`${bold(roleText(role))} ${personsOf(posts)}人`, bullets(lines)]))
}

async function headCountCard(unit: Unit, ctx: Ctx): Promise<Card> {
  const { posts } = await inPostBelow(unit, ctx)
  const people = personsOf(posts)
  if (people === 0) return noPeople(unit, '在岗人数')
  return card({
    ...headed(unit, '在岗人数', people),
    elements: [
      text(roleLines(posts)),
      note(
        md`按已报的人员算，含下级单位；一人兼两岗的各算一次，合计算一人。截至${ctx.today}。看姓名发“名单”。`,
      ),
    ],
  })
}

const noPeople = (unit: Unit, what: string): Card =>
  notice(`${unit.name} ${what}`, ['还没有报过人员。发“报人员变动”逐个报，或发“模板 人员”用Excel一次报。'])

function roleLines(posts: readonly HeldPost[]): Md {
  return bullets(
    byRole(posts).map(([role, held]) => {
      const full = role === 'townshipStaff' ? `，其中专职${personsOf(held.filter(isFull))}人` : ''
      return md`${roleText(role)} ${bold(`${personsOf(held)}人`)}${full}`
    }),
  )
}

const isFull = ({ fullTime }: HeldPost) => fullTime

/** In the order in which roles are offered on the form. */
function byRole(posts: readonly HeldPost[]): readonly (readonly [string, readonly HeldPost[]])[] {
  const codes = [...roleOptions.map(({ value }) => value), ...posts.map(({ roleCode }) => roleCode)]
  return [...new Set(codes)]
    .map((code) => [code, posts.filter(({ roleCode }) => roleCode === code)] as const)
    .filter(([, held]) => held.length > 0)
}

const roleText = (code: string) => roleOptions.find(({ value }) => value === code)?.text ?? '其他'
const personsOf = (posts: readonly HeldPost[]) => new Set(posts.map(({ personId }) => personId)).size
