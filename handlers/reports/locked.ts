// Records that leaders have already read: once a weekly summary has counted a report, it is corrected or withdrawn only
// with a reason, and the groups that got the summary are told in one line, a count and a unit, never a name.
import { type Act, type Card, card, form, md, multilineInput, text } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, Outgoing, PressIn, Report } from '../../bot/context.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import { maskText } from '../mask.ts'
import { chineseDay, dayAndHour } from '../time.ts'
import type { ConfirmedReport, Item } from './define.ts'

/** The summary is made at this hour of its day; what was saved earlier that day is in it. */
const summaryHour = 9
const shortest = 2
const longest = 100

/** The day of the newest summary that counted this saved report; undefined when none did. */
export async function summarisedOn(report: Report, ctx: Ctx): Promise<LocalDate | undefined> {
  if (report.status !== 'saved' || report.savedAt === null || report.unitId === null) return undefined
  const newest = await ctx.store.snapshots.dayBefore(addDays(ctx.today, 1), report.unitId)
  const { day, hour } = dayAndHour(report.savedAt)
  if (newest === undefined || newest < day) return undefined
  return newest > day || hour < summaryHour ? newest : undefined
}

/** The same for the report that a draft corrects. */
export async function correctsSummarised(draft: Report, ctx: Ctx): Promise<LocalDate | undefined> {
  const old = draft.correctsId === null ? undefined : await ctx.store.reports.byId(draft.correctsId)
  return old === undefined ? undefined : summarisedOn(old, ctx)
}

/** What was typed as the reason; undefined when that is none. */
export function reasonOf(typed: unknown): string | undefined {
  const reason = typeof typed === 'string' ? typed.trim() : ''
  const length = [...reason].length
  return length < shortest || length > longest ? undefined : reason
}

export const reasonIn = (press: Pick<PressIn, 'form'>): string | undefined => reasonOf(press.form['reason'])

/** Said to whoever sent the form with what is no reason; nothing when it was only opened. */
export function reasonToast({ form }: Pick<PressIn, 'form'>): Pick<Outcome, 'toast'> {
  const content = `请写明原因（${shortest}到${longest}个字）。`
  return form['reason'] === undefined ? {} : { toast: { type: 'warning', content } }
}

/** Asks for the reason; submitting it presses `act` again, now with the reason. */
export function reasonCard(props: {
  readonly type: ConfirmedReport
  readonly unitName: string
  readonly day: LocalDate
  readonly act: Act
  readonly does: '更正' | '撤回'
}): Card {
  const { type, unitName, day, act, does } = props
  return card({
    title: `${does}${type.title}：请写原因`,
    subtitle: unitName,
    state: 'waiting',
    stateText: '待填原因',
    summary: `${does}要写原因`,
    elements: [
      text(
        md`这条上报已经算进${chineseDay(day)}的周报，发给了领导。${does}要写原因，并告知收到周报的群（只说单位和条数，不说姓名）。`,
      ),
      form({
        name: 'why',
        elements: [
          multilineInput({
            name: 'reason',
            label: md`原因`,
            required: true,
            placeholder: '如：日期写错；不要写身份证号和电话',
            maxLength: longest,
            rows: 2,
          }),
        ],
        submit: { text: `写好了，${does}`, act },
      }),
    ],
  })
}

/** One line to every group that got the summary, from the unit up to the city. */
export async function tellReaders(
  report: Report,
  { day, does }: { readonly day: LocalDate; readonly does: '更正' | '撤回' },
  { type, ctx }: { readonly type: ConfirmedReport; readonly ctx: Ctx },
): Promise<readonly Outgoing[]> {
  const above = report.unitId === null ? [] : await ctx.store.units.upwards(report.unitId)
  const unitName = above[0]?.name ?? ''
  const groups = await ctx.store.members.groupsOf(
    above.map(({ id }) => id),
    'summary',
  )
  const line = `${unitName}${does}了${report.items.length}项${type.title}，${chineseDay(day)}周报里的数字随之变化，最新数字发“达标 ${unitName}”查看。`
  return groups.map(({ chatId }) => ({
    to: { chatId },
    text: line,
    key: `${does === '更正' ? 'corrected' : 'withdrawn'}:${report.id}:${chatId}`,
  }))
}

/** The reason as the audit keeps it: without the names of the report and without numbers of people. */
export function reasonDetail(
  reason: string | undefined,
  items: readonly Item[],
): { readonly reason?: string } {
  const names = items.flatMap((item) => (typeof item['person'] === 'string' ? [item['person']] : []))
  return reason === undefined ? {} : { reason: maskText(reason, names) }
}
