// The small books: numbers, settings, nil reports, reminders sent, and the audit chain.
import { createHash } from 'node:crypto'
import type { LocalDate } from '../../policy/calendar.ts'
import type { SettingChange } from '../../policy/settings.ts'
import type { Tx } from './database.ts'

export type Records = {
  /** The next number of a series, such as RY-20261123-007; no number is given twice. */
  nextNumber(prefix: string, day: LocalDate): Promise<string>
  settingChanges(): Promise<SettingChange[]>
  changeSetting(change: SettingChange, by: string): Promise<void>
  addNilReport(row: {
    unitId: string
    topic: string
    period: string
    onDate: LocalDate
    reportId: number
  }): Promise<void>
  /** The nil report of that unit, topic and period that stands, with its number; undefined when there is none. */
  nilReport(of: {
    unitId: string
    topic: string
    period: string
  }): Promise<{ number: string | null } | undefined>
  /** True the first time a key is seen: a reminder that was given is never given again. */
  firstReminder(row: {
    key: string
    unitId: string
    topic: string
    dueOn?: string
    slot: string
  }): Promise<boolean>
  acknowledge(keys: readonly string[], by: string): Promise<number>
  audit(row: {
    actor: string
    action: string
    subject: string
    detail: Record<string, string | number>
  }): Promise<void>
  /** A word kept once for the whole installation, such as when it was set up. */
  keep(name: string, value: number): Promise<number>
}

async function nilReport(tx: Tx, of: Parameters<Records['nilReport']>[0]): ReturnType<Records['nilReport']> {
  const row = await tx.nilReport.findFirst({ where: { ...of, voidedAt: null } })
  if (row === null) return undefined
  const report = row.reportId === null ? null : await tx.report.findUnique({ where: { id: row.reportId } })
  return { number: report?.number ?? null }
}

export function records(tx: Tx, env: { now: number }): Records {
  const at = new Date(env.now)
  return {
    async nextNumber(prefix, day) {
      const name = `${prefix}-${day.replaceAll('-', '')}`
      const row = await tx.counter.upsert({
        where: { name },
        create: { name, value: 1 },
        update: { value: { increment: 1 } },
      })
      return `${name}-${String(row.value).padStart(3, '0')}`
    },
    async settingChanges() {
      const rows = await tx.setting.findMany({ where: { validFrom: { not: '' } }, orderBy: { id: 'asc' } })
      return rows.map((row) => ({
        id: row.name,
        from: row.validFrom as LocalDate,
        value: JSON.parse(row.value) as number | string,
      }))
    },
    async changeSetting({ id, from, value }, by) {
      await tx.setting.create({
        data: { name: id, value: JSON.stringify(value), validFrom: from, recordedAt: at, recordedBy: by },
      })
    },
    async addNilReport(row) {
      await tx.nilReport.create({ data: { ...row, recordedAt: at } })
    },
    nilReport: (of) => nilReport(tx, of),
    async firstReminder({ slot, dueOn, ...row }) {
      if ((await tx.reminder.count({ where: { key: row.key } })) > 0) return false
      await tx.reminder.create({ data: { ...row, dueOn: dueOn ?? null, firstSlot: slot, sentAt: at } })
      return true
    },
    async acknowledge(keys, by) {
      const done = await tx.reminder.updateMany({
        where: { key: { in: [...keys] }, ackAt: null },
        data: { ackBy: by, ackAt: at },
      })
      return done.count
    },
    async audit({ actor, action, subject, detail }) {
      const last = await tx.audit.findFirst({ orderBy: { seq: 'desc' }, select: { hash: true } })
      // The order of the fields is part of what is hashed, so it must not be the caller's.
      const line = { actor, action, subject, at: at.toISOString(), detail: JSON.stringify(detail) }
      const hash = createHash('sha256')
        .update(last?.hash ?? '')
        .update(JSON.stringify(line))
        .digest('hex')
      await tx.audit.create({ data: { ...line, at, hash } })
    },
    async keep(name, value) {
      const row = await tx.setting.findFirst({ where: { name, validFrom: '' } })
      if (row !== null) return Number(row.value)
      await tx.setting.create({
        data: { name, value: String(value), validFrom: '', recordedAt: at, recordedBy: 'system' },
      })
      return value
    },
  }
}
