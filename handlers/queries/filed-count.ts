// 上个月报了多少条: how much one filed oneself in a week, a month or a year.
import { bullets } from '../../bot/cards/index.ts'
import type { Outcome } from '../../bot/context.ts'
import { addDays, addMonths, earliest, type LocalDate, weekday } from '../../policy/calendar.ts'
import { titleOf } from '../mine.ts'
import { inPrivate, notice } from '../notice.ts'
import type { Said } from '../said.ts'
import { dayAndHour } from '../time.ts'

const asked =
  /^(?:请问)?(?:我们?)?(?<when>上个?月|这个?月|本月|今年|上周|这周|本周|今天)(?:我们?)?(?:一共|总共|共|都)?(?:上?报|填)[了过]?(?:多少|几)(?:条|次|个|份|件)?[?？]?$/u
const most = 1000

/** Undefined when something else is asked. */
export async function filedCount({ message, ctx }: Said): Promise<Outcome | undefined> {
  const when = asked.exec(message.text.trim())?.groups?.['when']
  if (when === undefined) return undefined
  const [from, before] = spanOf(when, ctx.today)
  const filed = (await ctx.store.reports.ofSender(ctx.sender?.ref ?? '', most, 'saved')).filter((report) => {
    const { day } = dayAndHour(report.savedAt ?? report.createdAt)
    return day >= from && day < before
  })
  const titles = filed.map(titleOf)
  const lines = [...new Set(titles)].map(
    (title) => `${title}${titles.filter((one) => one === title).length}条`,
  )
  const last = addDays(before, -1)
  return inPrivate(
    message,
    notice(`您${when}报了${filed.length}条`, [
      `${from} 至 ${earliest([last, ctx.today]) ?? last}，只算您本人保存、没有撤回的。`,
      ...(lines.length === 0 ? [] : [bullets(lines)]),
      '一条一条看发“我的上报”，要Excel发“导出 我的上报”。',
    ]),
  )
}

/** The first day, and the first one after it. */
function spanOf(when: string, today: LocalDate): readonly [LocalDate, LocalDate] {
  if (when === '今天') return [today, addDays(today, 1)]
  if (when === '今年') return [`${today.slice(0, 4)}-01-01` as LocalDate, addDays(today, 1)]
  if (when.endsWith('周')) {
    const monday = addDays(today, 1 - weekday(today))
    return when.startsWith('上') ? [addDays(monday, -7), monday] : [monday, addDays(monday, 7)]
  }
  const first = `${today.slice(0, 7)}-01` as LocalDate
  return when.startsWith('上') ? [addMonths(first, -1), first] : [first, addMonths(first, 1)]
}
