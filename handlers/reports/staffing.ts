// Report type: a change of staff (第三至六条). What each kind of change writes is in staffing-save.ts.
import type { Ctx } from '../../bot/context.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import { defineReport, type Item, ofItem, type Problem } from './define.ts'
import { choice, count, day, people, person, words, yesNo } from './fields.ts'
import { saveStaffing } from './staffing-save.ts'
import { type Change, changeOptions, changes, isChange, onDay, roleOptions } from './staffing-words.ts'

export const staffing = defineReport({
  storing: 'confirmed',
  kind: 'staffing',
  title: '人员变动',
  prefix: 'RY',
  words: ['报人员变动', '人员变动', '报人员'],
  hint: '到岗、调动、离岗',
  example: '张三3月5日从农业办调到应急办，专职，有注安师证',
  itemTypes: ['staffingChange'],
  who: ['reporter'],
  clauses: ['A03-3', 'A04-3', 'A05-3', 'A05-5', 'A05-7', 'A06-5', 'A07-2', 'A07-3', 'A07-5'],
  fields: {
    person: person({ label: '姓名', required: 'yes', expect: '一个人的全名，如 张三' }),
    changeType: choice({ label: '变动', required: 'yes', expect: '从列表中选一项', options: changeOptions }),
    effectiveDate: day({ label: '生效日期', required: 'yes', expect: '日期，如 2026-03-05' }),
    roleCode: choice({ label: '岗位类别', expect: '从列表中选一项', options: roleOptions }),
    role: words({ label: '职务', rare: 'yes', expect: '如 站长', most: 30 }),
    department: words({ label: '到哪个科室', expect: '如 应急办', most: 30 }),
    fromDepartment: words({ label: '原科室', rare: 'yes', expect: '如 农业办', most: 30 }),
    fromUnit: words({ label: '原单位', rare: 'yes', expect: '如 沁水县交通局', most: 40 }),
    toUnit: words({ label: '去向单位', rare: 'yes', expect: '如 晋城市应急管理局', most: 40 }),
    endDate: day({ label: '到期日期', rare: 'yes', expect: '借调、离岗的最后一天' }),
    fullTime: yesNo({ label: '专职', expect: '是或否' }),
    certificates: people({ label: '证书', expect: '如 注册安全工程师' }),
    experienceYears: count({
      label: '从事安全监管年数',
      rare: 'yes',
      expect: '0到60的整数，单位年',
      most: 60,
      unit: '年',
    }),
    emergencyBackground: yesNo({ label: '有应急管理专业背景', rare: 'yes', expect: '是或否' }),
    phone: words({ label: '电话', rare: 'yes', expect: '手机号', most: 20 }),
  },
  headline: (item) => {
    const what = isChange(item['changeType']) ? changes[item['changeType']].text : '变动'
    return [item['person'] ?? item['nickname'] ?? '（姓名未填）', what, item['effectiveDate'] ?? '']
      .join(' ')
      .trim()
  },
  complete: async (item, ctx, unitId) => ({ ...(await defaults(item, ctx, unitId)), ...item }),
  check,
  save: saveStaffing,
  follow: async () => [],
})

async function defaults(item: Item, ctx: Ctx, unitId: string): Promise<Item> {
  const change = item['changeType']
  if (change === 'secondExtend') return { effectiveDate: ctx.today }
  if (!isChange(change) || changes[change].does !== 'enter') return {}
  const unit = await ctx.store.units.byId(unitId)
  const roleCode =
    unit?.kind === 'township' ? 'townshipStaff' : unit?.kind === 'village' ? 'villageCadre' : 'safetyStaff'
  return { roleCode }
}

async function check(items: readonly Item[], ctx: Ctx, unitId: string): Promise<readonly Problem[]> {
  const problems = twice(items)
  for (const [index, item] of items.entries()) {
    const roster = await rosterProblem(item, ctx, unitId)
    const found = [...dateProblems(item, ctx.today), ...(roster === undefined ? [] : [roster])]
    problems.push(...ofItem(index, found))
  }
  return problems
}

function twice(items: readonly Item[]): Problem[] {
  const seen = new Set<unknown>()
  const repeated = items
    .map((item) => item['person'])
    .filter((name) => name !== undefined && (seen.has(name) || !seen.add(name)))
  return repeated.map((name) => ({
    field: 'person',
    sentence: `“${String(name)}”在这条消息里出现了两次。同一个人请只报一次；如是同名的两个人，请分两条发并写上科室。`,
  }))
}

function dateProblems(item: Item, today: LocalDate): Problem[] {
  const date = item['effectiveDate']
  if (typeof date !== 'string') return []
  if (date > addDays(today, 366)) {
    return [
      {
        field: 'effectiveDate',
        sentence: `生效日期读到的是 ${date}，在一年以后；最晚只能报到 ${addDays(today, 366)}。请核对年份后改正。`,
      },
    ]
  }
  const end = item['endDate']
  return typeof end === 'string' && end < date
    ? [{ field: 'endDate', sentence: `到期日期 ${end} 早于生效日期 ${date}，请核对先后。` }]
    : []
}

/** Who leaves must be in post; who enters the same role must not be there already. */
async function rosterProblem(item: Item, ctx: Ctx, unitId: string): Promise<Problem | undefined> {
  const { person: name, changeType } = item
  if (typeof name !== 'string' || !isChange(changeType)) return undefined
  const unit = await ctx.store.units.byId(unitId)
  const held = await ctx.store.people.holding(name, [unitId], onDay(item, ctx.today))
  if (changes[changeType].does === 'enter') return alreadyThere(held, item, unit?.name ?? '')
  if (held.length > 0) return undefined
  const known = await ctx.store.people.inPost([unitId], ctx.today)
  const near = nearNames(name, [...new Set(known.map((post) => post.name))])
  const hint = near.length === 0 ? '' : `在岗的相近姓名有：${near.join('、')}。`
  return {
    field: 'person',
    sentence: `${unit?.name ?? ''}的在岗名单里没有“${name}”，无法登记${changes[changeType].text}。${hint}请核对姓名，或先报他到岗。`,
  }
}

function alreadyThere(
  held: readonly { roleCode: string; from: string }[],
  item: Item,
  unitName: string,
): Problem | undefined {
  const change = item['changeType'] as Change
  const same = held.find((post) => post.roleCode === item['roleCode'])
  // Somebody in post may change department or title, and may be appointed to something more.
  if (same === undefined || change === 'reassign' || change === 'appoint' || change === 'acting')
    return undefined
  return {
    field: 'person',
    sentence: `“${String(item['person'])}”自 ${same.from} 起已在${unitName}的名单里，不必再报到岗。如是另一位同名的人，请在姓名后写科室。`,
  }
}

function nearNames(name: string, known: readonly string[]): string[] {
  const shared = (other: string) => [...other].filter((letter) => name.includes(letter)).length
  return known.filter((other) => shared(other) >= Math.min(2, name.length - 1)).slice(0, 3)
}
