// Report type: a training that took place, and certificates (第七条).
import type { Ctx, HeldPost, Report } from '../../bot/context.ts'
import { addDays, daysBetween, type LocalDate } from '../../policy/calendar.ts'
import { defineReport, type Item, ofItem, type Problem } from './define.ts'
import { choice, count, day, people, text, words } from './fields.ts'
import { names, resultOf, scoreProblems, withExam } from './training-exam.ts'
import { followTraining } from './training-follow.ts'

const kinds = [
  { text: '轮训', value: 'rotation' },
  { text: '执法资格（初任）培训', value: 'initialQualification' },
  { text: '继续教育', value: 'continuing' },
  { text: '专题班', value: 'special' },
  { text: '应急管理大讲堂', value: 'lecture' },
  { text: '网络培训', value: 'online' },
  { text: '领导干部培训', value: 'leader' },
  { text: '警示教育', value: 'warningEducation' },
  { text: '村（居）干部培训', value: 'villageCadre' },
  { text: '网格员培训', value: 'gridMember' },
  { text: '企业再培训', value: 'enterpriseRetraining' },
  { text: '特种作业复审', value: 'specialOperationReview' },
  { text: '其他', value: 'other' },
]
/** Trainings that count for named people; the others may be filed with a head-count alone. */
const perPerson = new Set(['rotation', 'initialQualification', 'continuing', 'online', 'special'])

export const training = defineReport({
  storing: 'confirmed',
  kind: 'training',
  title: '培训情况',
  prefix: 'PX',
  words: ['登记培训', '培训登记', '报培训'],
  hint: '人员、学时、考试',
  example: '李四3月4日至17日参加执法资格培训，80学时，考试合格',
  itemTypes: ['trainingRecord'],
  who: ['reporter'],
  clauses: ['A07-2', 'A07-3', 'A07-4', 'A07-5'],
  fields: {
    trainingType: choice({ label: '培训类型', required: 'yes', expect: '从列表中选一项', options: kinds }),
    participants: people({ label: '参训人员', expect: '姓名，多人用顿号隔开' }),
    startDate: day({ label: '开始日期', required: 'yes', expect: '日期，如 2026-03-04' }),
    endDate: day({ label: '结束日期', required: 'yes', expect: '日期，如 2026-03-17' }),
    days: count({ label: '天数', rare: 'yes', expect: '1到366的整数', most: 366, unit: '天' }),
    hours: count({ label: '学时', expect: '1到2000的整数', most: 2000, unit: '学时' }),
    participantCount: count({ label: '人数', rare: 'yes', expect: '整数', most: 100_000, unit: '人' }),
    passed: choice({
      label: '考试',
      expect: '从列表中选一项',
      options: [
        { text: '合格', value: 'pass' },
        { text: '不合格', value: 'fail' },
        { text: '没有考试', value: 'none' },
      ],
    }),
    topic: words({ label: '主题', rare: 'yes', expect: '如 执法文书制作', most: 60 }),
    organizer: words({ label: '主办单位', rare: 'yes', expect: '如 山西省应急管理厅', most: 40 }),
    venue: words({ label: '地点', rare: 'yes', expect: '如 县委党校', most: 40 }),
  },
  headline: (item) => {
    const what = kinds.find((kind) => kind.value === item['trainingType'])?.text ?? '培训'
    const who = names(item)
    const first = who.length > 3 ? `${who.slice(0, 3).join('、')}等${who.length}人` : who.join('、')
    return [first, what, [item['startDate'], item['endDate']].filter(Boolean).join('至')]
      .filter(Boolean)
      .join(' ')
  },
  complete: async (item) => withExam(item),
  check,
  save,
  follow: (items, _report, ctx) => followTraining(items, ctx),
})

async function check(items: readonly Item[], ctx: Ctx, unitId: string): Promise<readonly Problem[]> {
  const roster = await rosterOf(ctx, unitId)
  return items.flatMap((item, index) => {
    return ofItem(index, [
      ...dateProblems(item, ctx.today),
      ...scoreProblems(item),
      ...peopleProblems(item, roster),
    ])
  })
}

function peopleProblems(item: Item, roster: ReadonlyMap<string, HeldPost>): Problem[] {
  if (!perPerson.has(String(item['trainingType']))) return []
  const kind = kinds.find(({ value }) => value === item['trainingType'])?.text ?? '培训'
  if (names(item).length === 0) {
    const sentence = `${kind}按人计算，读到的是人数没有姓名。请写上参训人员的姓名。`
    return [{ field: 'participants', sentence }]
  }
  const strangers = names(item).filter((name) => !roster.has(name))
  if (strangers.length === 0) return []
  const sentence = `在岗名单里没有：${strangers.join('、')}。请核对姓名；如刚到岗，请先报人员变动。`
  return [{ field: 'participants', sentence }]
}

const longestDays = 184

function dateProblems(item: Item, today: LocalDate): Problem[] {
  const { startDate: start, endDate: end, days } = item
  if (typeof start !== 'string' || typeof end !== 'string') return []
  const said = `${start} 至 ${end}`
  if (end < start) return [{ field: 'endDate', sentence: `读到的日期是 ${said}，结束早于开始，请核对。` }]
  if (end > addDays(today, 366))
    return [
      {
        field: 'endDate',
        sentence: `读到的日期是 ${said}，在一年以后；最晚只能报到 ${addDays(today, 366)}。请核对年份后改正。`,
      },
    ]
  const span = daysBetween(start as LocalDate, end as LocalDate) + 1
  // 3月17日至3月4日 reads as a year later.
  if (span > longestDays)
    return [
      { field: 'endDate', sentence: `读到的日期是 ${said}，共${span}天，超过半年。请核对先后和年份后改正。` },
    ]
  if (typeof days === 'number' && days > span) {
    return [{ field: 'days', sentence: `读到 ${days} 天，但 ${said} 只有 ${span} 天，请核对。` }]
  }
  return []
}

async function rosterOf(ctx: Ctx, unitId: string): Promise<Map<string, HeldPost>> {
  const tree = await ctx.store.units.tree(unitId)
  const posts = await ctx.store.people.inPost(
    tree.map((unit) => unit.id),
    ctx.today,
  )
  return new Map(posts.map((post) => [post.name, post]))
}

async function save(items: readonly Item[], report: Report, ctx: Ctx): Promise<void> {
  if (report.unitId === null) throw new Error('a training report needs a unit')
  const roster = await rosterOf(ctx, report.unitId)
  for (const item of items) {
    const sessionId = await ctx.store.trainings.addSession({
      unitId: report.unitId,
      kind: String(item['trainingType']),
      topic: text(item['topic']),
      organizer: text(item['organizer']),
      venue: text(item['venue']),
      startDate: text(item['startDate']) as LocalDate | undefined,
      endDate: text(item['endDate']) as LocalDate | undefined,
      days: number(item['days']),
      hours: number(item['hours']),
      examHeld: item['passed'] === undefined ? undefined : item['passed'] !== 'none',
      headcount: number(item['participantCount']),
      reportId: report.id,
    })
    for (const name of names(item)) {
      const post = roster.get(name)
      if (post === undefined) continue
      const result = resultOf(item, name)
      await ctx.store.trainings.addRecord({
        sessionId,
        personId: post.personId,
        ...result,
        reportId: report.id,
      })
    }
  }
}

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
