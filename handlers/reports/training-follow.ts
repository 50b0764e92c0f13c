// What the document asks next of people who were trained (第七条): the next rotation, the certificate. Lines of the
// receipt of a training report.
import type { Ctx } from '../../bot/context.ts'
import { rotationsOf } from '../../policy/article-07-two-weeks.ts'
import { addMonths, isLocalDate, type LocalDate } from '../../policy/calendar.ts'
import { type Settings, settingsAt } from '../../policy/settings.ts'
import type { Item } from './define.ts'

/** One or two lines per training; none for kinds of which nothing follows. */
export async function followTraining(items: readonly Item[], ctx: Ctx): Promise<readonly string[]> {
  const settings = settingsAt(await ctx.store.records.settingChanges(), ctx.today)
  return items.flatMap((item) => [...certificateLine(item), ...rotationLine(item, settings)])
}

function certificateLine({ trainingType, passed }: Item): readonly string[] {
  if (trainingType !== 'initialQualification') return []
  return passed === 'fail'
    ? ['考试未合格，合格前不能上岗执法（第七条）。补考后请再报一次。']
    : ['拿到执法证后请再发一句登记，到期前会提醒换证，例如：李四执法证2026.3.20发证，有效期到2031.3.19']
}

function rotationLine(item: Item, settings: Settings): readonly string[] {
  const { trainingType: type, startDate, endDate, passed } = item
  if (type !== 'rotation' && type !== 'initialQualification') return []
  if (!isDay(startDate) || !isDay(endDate) || passed === 'fail') return []
  const one = {
    rowId: '',
    type,
    startDate,
    endDate,
    ...amount('days', item),
    ...amount('hours', item),
  } as const
  if (rotationsOf([one], endDate, settings).completedOn.length > 0) {
    const also = type === 'rotation' ? '' : '这次也算一次轮训，'
    return [`${also}下次轮训应在 ${addMonths(endDate, 36)} 前完成（第七条：原则上每3年轮训一次）。`]
  }
  if (type !== 'rotation') return []
  return settings.rotationAccumulates.value === 'yes'
    ? ['这一次不满两周，同一年内的几次可以累计（第七条：轮训不少于两周）。']
    : ['这一次不满两周，不算完成一次轮训（第七条：轮训不少于两周）。']
}

function amount(name: 'days' | 'hours', item: Item): { readonly [name: string]: number } {
  const value = item[name]
  return typeof value === 'number' ? { [name]: value } : {}
}

function isDay(value: unknown): value is LocalDate {
  return typeof value === 'string' && isLocalDate(value)
}
