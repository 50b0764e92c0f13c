// Files the reports of the demo's history through the store, each at its own moment, as the bot would have.
// Imported by prisma/demo/load.ts.
import { msOfMinute } from '../../bot/clock.ts'
import type { Tx } from '../../bot/store/database.ts'
import { makeStore, type Report, type Store, type StoreEnv } from '../../bot/store/index.ts'
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import type { DemoReport } from './history.ts'

/** What begins the numbers of each kind of report. */
const prefixes = { staffing: 'RY', training: 'PX', nil: 'LB' } as const

/** The moment, ms since 1970, of a minute of a day in Asia/Shanghai. */
export function momentOf(day: LocalDate, minute: number): number {
  return msOfMinute(`${day}T00:00`) + minute * 60_000
}

export async function writeReports(
  tx: Tx,
  env: Omit<StoreEnv, 'now'>,
  reports: readonly DemoReport[],
): Promise<void> {
  for (const filed of reports) {
    const store = makeStore(tx, { ...env, now: momentOf(filed.day, filed.minute) })
    const report = await fileReport(store, env, filed)
    if (filed.kind === 'nil') await writeNil(store, filed, report.id)
    if (filed.kind === 'staffing') await writeStaffing(store, filed, report.id)
    if (filed.kind === 'training') await writeTraining(store, filed, report.id)
  }
}

async function fileReport(store: Store, env: Omit<StoreEnv, 'now'>, filed: DemoReport): Promise<Report> {
  const report = await store.reports.create({
    kind: filed.kind,
    unitId: filed.unitId,
    senderRef: env.vault.ref(filed.senderOpenId),
    senderName: filed.senderName,
    rawText: filed.rawText,
    items: filed.kind === 'nil' ? [{ topic: 'staffing', period: filed.period }] : [filed.item],
    messageId: undefined,
    chatId: undefined,
  })
  await store.reports.save(report, await store.records.nextNumber(prefixes[filed.kind], filed.day))
  return report
}

function writeNil(store: Store, filed: DemoReport & { kind: 'nil' }, reportId: number): Promise<void> {
  const { unitId, period, day } = filed
  return store.records.addNilReport({ unitId, topic: 'staffing', period, onDate: day, reportId })
}

async function writeStaffing(
  store: Store,
  { unitId, item, leaver }: DemoReport & { kind: 'staffing' },
  reportId: number,
): Promise<void> {
  const from = item['effectiveDate'] as LocalDate
  if (leaver !== undefined) {
    const held = await store.people.holding(leaver.name, [unitId], addDays(from, -1))
    for (const post of held) {
      await store.people.endPost(post.postId, { to: addDays(from, -1), reason: 'retire', reportId })
    }
    return
  }
  const personId = await store.people.create({ name: String(item['person']), reportId })
  const { role: title, department, roleCode } = item as Record<string, string>
  await store.people.addPost({
    personId,
    unitId,
    roleCode: roleCode ?? 'other',
    title,
    department,
    fullTime: true,
    postKind: 'public',
    from,
    reportId,
  })
}

async function writeTraining(
  store: Store,
  { unitId, item, people }: DemoReport & { kind: 'training' },
  reportId: number,
): Promise<void> {
  const sessionId = await store.trainings.addSession({
    unitId,
    kind: String(item['trainingType']),
    topic: String(item['topic']),
    startDate: item['startDate'] as LocalDate,
    endDate: item['endDate'] as LocalDate,
    days: Number(item['days']),
    hours: Number(item['hours']),
    examHeld: true,
    headcount: people.length,
    reportId,
  })
  for (const { id: personId } of people) {
    await store.trainings.addRecord({ sessionId, personId, result: 'pass', reportId })
  }
}
