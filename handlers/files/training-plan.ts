// Compares the lines of a training list with what people are known to have taken part in, and writes what differs.
import type { Ctx, KnownPerson, Unit } from '../../bot/context.ts'
import { addDays, daysBetween, type LocalDate } from '../../policy/calendar.ts'
import { text } from '../reports/fields.ts'
import { type Line, number, type Planned } from './define.ts'
import { type UnitOfLine, unitFinder } from './units.ts'

type Item = Readonly<Record<string, unknown>>
type Known = Awaited<ReturnType<Ctx['store']['imports']['trainings']>>[number]
type Books = {
  unitOf: UnitOfLine
  byName: ReadonlyMap<string, readonly KnownPerson[]>
  records: ReadonlyMap<string, Known>
  today: LocalDate
}

export async function planTrainings(
  lines: readonly Line[],
  root: Unit,
  ctx: Ctx,
): Promise<readonly Planned[]> {
  const finder = await unitFinder(root, ctx)
  const people = await ctx.store.imports.roster(
    finder.units.map((unit) => unit.id),
    ctx.today,
  )
  const byName = new Map<string, KnownPerson[]>()
  for (const post of people) byName.set(post.name, [...(byName.get(post.name) ?? []), post])
  const named = [...new Set(lines.map((line) => String(line.values['person'])))]
  const ids = named.flatMap((name) => (byName.get(name) ?? []).map((post) => post.personId))
  const records = new Map(
    (await ctx.store.imports.trainings(ids)).map((one) => [
      keyOf(one.personId, one.session.kind, one.session.startDate, one.session.endDate),
      one,
    ]),
  )
  const books: Books = { unitOf: finder.of, byName, records, today: ctx.today }
  const seen = new Map<string, number>()
  return lines.map((line) => plannedLine(line, books, seen))
}

const keyOf = (...parts: readonly (string | null)[]) => parts.join('|')

function plannedLine(line: Line, books: Books, seen: Map<string, number>): Planned {
  const refused = (why: string): Planned => ({ line: line.line, what: 'refused', why })
  const unit = books.unitOf(line)
  if ('why' in unit || line.wrong.length > 0)
    return refused([...line.wrong, ...('why' in unit ? [unit.why] : [])].join(' '))
  const wrong = dateProblem(line.values, books.today)
  if (wrong !== undefined) return refused(wrong)
  const person = personOf(line, unit, books)
  if ('why' in person) return refused(person.why)
  const { trainingType: kind, startDate: start, endDate: end } = line.values
  const key = keyOf(person.personId, String(kind), String(start), String(end))
  const first = seen.get(key)
  if (first !== undefined) return refused(`与第${first}行重复：同一个人的同一次培训只写一行。`)
  seen.set(key, line.line)
  return compared(line, person, unit, books.records.get(key))
}

function dateProblem(values: Item, today: LocalDate): string | undefined {
  const start = String(values['startDate']) as LocalDate
  const end = String(values['endDate']) as LocalDate
  const days = number(values['days'])
  if (end < start) return `读到的日期是 ${start} 至 ${end}，结束早于开始，请核对。`
  if (end > addDays(today, 366)) return `读到的日期是 ${start} 至 ${end}，已超出一年以后，请核对年份。`
  const span = daysBetween(start, end) + 1
  return days !== undefined && days > span
    ? `读到 ${days} 天，但 ${start} 至 ${end} 只有 ${span} 天，请核对。`
    : undefined
}

function personOf(line: Line, unit: Unit, books: Books): KnownPerson | { why: string } {
  const name = String(line.values['person'])
  const all = books.byName.get(name) ?? []
  const posts = line.values['unit'] === undefined ? all : all.filter((post) => post.unitId === unit.id)
  const [first] = posts
  if (first === undefined)
    return { why: `${unit.name}的在岗名单里没有“${name}”。请核对姓名；如刚到岗，请先报人员变动。` }
  if (new Set(posts.map((post) => post.personId)).size === 1) return first
  const where = [...new Set(posts.map((post) => post.unitName))].slice(0, 3)
  return { why: `有${posts.length}个“${name}”（${where.join('、')}），请在“单位”列写明。` }
}

function compared(line: Line, person: KnownPerson, unit: Unit, known: Known | undefined): Planned {
  const { personId } = person
  const record = { personId, ...resultOf(line.values, known) }
  const session = sessionOf(line.values, unit, known)
  if (known === undefined) return { line: line.line, what: 'new', why: '新增', item: { session, record } }
  if ((known.result ?? undefined) === record.result && (known.score ?? undefined) === record.score)
    return { line: line.line, what: 'same', why: '' }
  const item = { session, record, replaces: known.recordId }
  return { line: line.line, what: 'changed', why: '考试结果或成绩已更新', item }
}

/** What the line does not say stays as it is known. */
function resultOf(values: Item, known: Known | undefined): { result?: string; score?: number } {
  const said = text(values['passed']) ?? known?.result ?? undefined
  const score = number(values['score']) ?? known?.score ?? undefined
  return {
    ...(said === undefined || said === 'none' ? {} : { result: said }),
    ...(score === undefined ? {} : { score }),
  }
}

const sessionFields = ['topic', 'organizer', 'venue', 'days', 'hours'] as const

function sessionOf(values: Item, unit: Unit, known: Known | undefined): Item {
  const exam = text(values['passed'])
  const rest = sessionFields.map((field) => [field, values[field] ?? known?.session[field] ?? undefined])
  return {
    unitId: unit.id,
    kind: values['trainingType'],
    startDate: values['startDate'],
    endDate: values['endDate'],
    ...Object.fromEntries(rest),
    ...(exam === undefined ? {} : { examHeld: exam !== 'none' }),
  }
}

type Staged = {
  session: Parameters<Ctx['store']['imports']['stageSession']>[0]
  record: { personId: string; result?: string; score?: number }
  replaces?: number
}

/** People of one training share its session, also across the parts of a long list. */
export async function stageTrainings(items: readonly Item[], reportId: number, ctx: Ctx): Promise<void> {
  const known = await ctx.store.imports.stagedSessions(reportId)
  const ids = new Map(known.map((session) => [sessionKey(session), session.id]))
  const records = []
  for (const { session, record } of items as readonly Item[] as readonly Staged[]) {
    const key = sessionKey(session)
    const sessionId = ids.get(key) ?? (await ctx.store.imports.stageSession({ ...session, reportId }))
    ids.set(key, sessionId)
    records.push({ ...record, sessionId })
  }
  await ctx.store.imports.stageRecords(records, reportId)
}

function sessionKey(session: object): string {
  const fields = ['unitId', 'kind', 'topic', 'organizer', 'venue', 'startDate', 'endDate', 'days', 'hours']
  return fields.map((field) => Reflect.get(session, field) ?? '').join('|')
}

export async function trainingsOvertaken(items: readonly Item[], ctx: Ctx): Promise<boolean> {
  const added = (items as readonly Item[] as readonly Staged[]).filter((one) => one.replaces === undefined)
  const known = await ctx.store.imports.trainings(added.map((one) => one.record.personId))
  const keys = new Set(
    known.map(({ personId, session }) => keyOf(personId, session.kind, session.startDate, session.endDate)),
  )
  return added.some(({ record, session }) =>
    keys.has(keyOf(record.personId, session.kind, session.startDate ?? null, session.endDate ?? null)),
  )
}

export function replacedRecords(items: readonly Item[]) {
  const recordIds = (items as readonly Item[] as readonly Staged[]).flatMap((item) => item.replaces ?? [])
  return { postIds: [], recordIds }
}
