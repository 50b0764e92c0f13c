// Nil reports and head-counts: "本周无人员变动", "编制4 在岗4 无变化".

import { isoWeek } from './calendar.ts'
import { type Intent, type Item, makeItem, type Slots } from './parsed.ts'
import type { Reading } from './reading.ts'

const NIL =
  /(?:与|和|跟|同)上(?:一|个)?(?:周|月|期|次|季度)(?:的?情况)?(?:一致|相同|一样)|没(?:有)?人?进[^。;]{0,4}没(?:有)?人?出|人员?(?:都|也)?没(?:有)?[动变]|老样子|(?:没有?|无)(?:新进|新增|调入|调出|进出|流动|离职)[^,。;]{0,4}人员|人员?(?:无|没有)(?:进出|流动|增减)|无人员?(?:进出|流动|调[入出]|离职|增减)|还是[^,。;]{1,8},?(?:没变|不变|没换)|(?:变动|调整|变化)(?:情况)?(?::|为|是)?(?:无|没有|零)$|(?:没啥|没什么|没有什么)(?:变动|变化)|(?:无|没有|没|未发生|暂无|均无|未)(?:任何)?(?:人员|岗位|机构|队伍)?(?:的)?(?:变动|变化|调整|异动|调动|流动|变更|新增|增减)|零报告|(?:零|(?<!\d)0)(?:变动|变化|异动|事故|隐患|举报|增减)|(?:培训|轮训|事故|举报|投诉|线索)(?:情况)?(?::|为|是)?(?:无|零|没有)$|(?:人员|岗位|人手)[^,。;]{0,6}(?:稳定|不变|无变|没变|照旧)|隐患[^,。;]{0,8}(?::|为|是)?(?:无|零|0(?:条|处|个|项)?)$|(?:未|没有?)(?:发现|排查出|查出)(?:任何|新的|安全|事故)*(?:隐患|问题)|(?:无|没有?)(?:任何|新增|事故|安全)*隐患(?!的)|隐患为?零|(?:未|没有?|无)(?:怎么)?(?:组织|开展|安排|举办|搞|办|进行|弄|开|参加)?(?:过|什么|任何|一次|新的)*(?:人员|业务|集中)?(?:培训|(?<=[搞办织展排开]过?|集中)轮训)(?!就|的|过的|班|、)|(?:培训|轮训)(?:一次)?(?:也|都)?没(?:有)?(?:组织|开展|安排|举办|搞|办|进行|弄|开)(?:过|成)?(?=$|[,。;])|无(?:任何)?(?:生产|安全)*事故|(?:没有?|未)(?:出|有|出过|发生)?(?:任何|什么)*(?:生产|安全)*事故(?!隐患)|(?:隐患|培训|事故|举报|人员变动)(?:也|都)没(?:有)?(?=$|[,。;])|未发生(?:任何|生产安全|安全生产|安全)*事故|无(?:举报|投诉|线索)|(?:未|没有?)(?:接到|收到)[^,。;]{0,10}(?:举报|投诉|线索|隐患)/

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['hazard', /隐患|排查/],
  ['accident', /事故/],
  ['training', /培训|轮训/],
  ['tip', /举报|投诉|线索/],
  ['staffing', /人员|岗位|机构|队伍|变动|变化|调整/],
]

/** The reporting period of the message: the week of today unless it says otherwise. */
function periodOf(reading: Reading): string {
  const week = /第(\d{1,2})周/.exec(reading.text)?.[1]
  if (week !== undefined) return `${isoWeek(reading.today).slice(0, 4)}-W${week.padStart(2, '0')}`
  // 与上周一致 compares; the week reported on is this one.
  const span = reading.dates.find(
    ({ kind, start }) => kind === 'range' && !/[与和跟同]$/.test(reading.text.slice(0, start)),
  )
  const from = span?.from ?? reading.today
  if (span?.precision === 'month') return from.slice(0, 7)
  if (span?.precision === 'halfYear') return `${from.slice(0, 4)}-H${from.slice(5, 7) === '01' ? 1 : 2}`
  if (span?.precision === 'quarter') return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
  if (span?.precision === 'year') return from.slice(0, 4)
  return isoWeek(
    span?.precision === 'week'
      ? from
      : (reading.dates.find(({ kind }) => kind === 'day')?.from ?? reading.today),
  )
}

export const isNil = (text: string): boolean => NIL.test(text) && !/,但|但是|除了|除.{1,10}外/.test(text)

/** The topics a clause says nothing happened in: 人员、隐患均无变化 are two. */
function topicsIn(clause: string): string[] {
  if (!NIL.test(clause)) return []
  const named = TOPICS.filter(([, pattern]) => pattern.test(clause)).map(([topic]) => topic)
  if (named.length < 2) return named.length === 0 ? ['staffing'] : named
  const listed = /[、和及]/.test(clause)
  return named.filter(
    (topic, index) => index === 0 || (listed && (topic !== 'staffing' || PEOPLE.test(clause))),
  )
}

const PEOPLE = /人员|岗位|机构|队伍|人事/

/** Topics whose nil report is a report of that kind. */
const KIND: Readonly<Record<string, Intent>> = {
  hazard: 'hazard',
  tip: 'hazard',
  accident: 'accident',
  training: 'training',
}

/** What kind of report a nil report is; several kinds make a mixed one. */
export function nilIntent(reading: Reading): Intent {
  const kinds = new Set(nilReports(reading).map((item) => KIND[String(item['topic'])] ?? 'staffing'))
  const [only] = kinds
  return kinds.size > 1 ? 'mixed' : (only ?? 'staffing')
}

/** The nil reports of the message: one per topic its clauses name. */
export function nilReports(reading: Reading): Item[] {
  if (!isNil(reading.text)) return []
  const clauses = reading.text.split(/[,。;\n]/)
  const named = clauses.filter((clause) => TOPICS.some(([, pattern]) => pattern.test(clause)))
  const told = (named.some((clause) => NIL.test(clause)) ? named : clauses).flatMap(topicsIn)
  const list = told.length > 0 ? told : topicsIn(reading.text)
  const slots: Slots = { unit: reading.sender.unit, period: periodOf(reading) }
  return [...new Set(list)].map((topic) => makeItem('nilReport', { topic, ...slots }))
}
