// 编制5人，实有4人: a count without names. Who is in post is known by name here, so a count is stored nowhere; it is said
// what was read, what does not agree in it, and how the names are reported.
import { bullets, md, menuTiles } from '../../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome } from '../../bot/context.ts'
import type { Parsed } from '../../bot/text/index.ts'
import { bindingOf } from '../access.ts'
import { roster } from '../files/roster.ts'
import { templateTile } from '../files/template.ts'
import { notice } from '../notice.ts'
import type { Item } from './define.ts'

const labels: readonly (readonly [string, string])[] = [
  ['authorized', '编制'],
  ['total', '共'],
  ['actual', '实有'],
  ['onDuty', '在岗'],
  ['fullTime', '专职'],
  ['partTime', '兼职'],
  ['secondedOut', '借调在外'],
  ['partlyDiverted', '被抽调'],
  ['emergencyBackground', '有应急管理专业背景'],
  ['registeredSafetyEngineers', '注册安全工程师'],
  ['newHires', '新进'],
]

/** The answer to a message that only counts people; undefined for any other. */
export async function headCountAnswer(
  parsed: Parsed,
  { openId }: MessageIn,
  ctx: Ctx,
): Promise<Outcome | undefined> {
  const counted = parsed.items.find(({ type }) => type === 'staffingSnapshot')
  const read = counted === undefined ? [] : readIn(counted)
  const own = bindingOf(ctx.sender, ['reporter'])
  if (counted === undefined || read.length === 0 || own === undefined) return undefined
  const known = await ctx.store.people.inPost([own.unitId], ctx.today)
  const people = new Set(known.map(({ name }) => name)).size
  const lines = [
    md`读到的是人数：${read.map(([label, count]) => `${label}${count}人`).join('、')}。`,
    ...disagreements(counted).map((line) => md`${line}`),
    md`只有人数、没有姓名，所以这条没有保存，也不改变统计：达标情况按在岗名单里的姓名算。${own.unitName}的名单现在有${people}人。`,
    md`请报姓名，任选一种：`,
    bullets([
      '下载人员名单模板，填好后把 Excel 发给我',
      '一个人的，直接发一句话，如“张三3月5日调入应急办，专职”',
    ]),
  ]
  const card = notice('没有姓名，没有保存', lines, {
    elements: menuTiles([templateTile(roster)]),
  })
  return { say: [{ to: { openId }, card }] }
}

function readIn(item: Item): readonly (readonly [string, number])[] {
  return labels.flatMap(([name, label]) => {
    const count = item[name]
    return typeof count === 'number' ? [[label, count] as const] : []
  })
}

/** Asked, never settled: which of two counts is right is known to the sender alone. */
function disagreements(item: Item): readonly string[] {
  const of = (name: string) => (typeof item[name] === 'number' ? item[name] : undefined)
  const [full, part] = [of('fullTime'), of('partTime')]
  const whole = (['actual', 'onDuty', 'total'] as const).find((name) => of(name) !== undefined)
  const all = whole === undefined ? undefined : of(whole)
  if (all === undefined) return []
  const label = labels.find(([name]) => name === whole)?.[1] ?? ''
  if (full !== undefined && part !== undefined && full + part !== all)
    return [
      `人数对不上：专职${full}人加兼职${part}人是${full + part}人，${label}是${all}人。哪个数对？请核对。`,
    ]
  return [
    ['专职', full] as const,
    ['兼职', part] as const,
    ['有应急管理专业背景的', of('emergencyBackground')] as const,
  ].flatMap(([words, count]) =>
    count !== undefined && count > all
      ? [`人数对不上：${words}${count}人，多于${label}${all}人。哪个数对？请核对。`]
      : [],
  )
}
