// Keeping findings up to date report by report gives the same rows as judging everything anew.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tx } from '../../../bot/store/database.ts'
import { addDays, type LocalDate } from '../../../policy/calendar.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { type Act, addScene, anyActs, perform } from './random-acts.ts'

const start = '2024-03-20'

test('any sequence of reports, with days passing in between, leaves the same findings as a full run', async () => {
  await fc.assert(
    fc.asyncProperty(anyActs, anyActs, fc.nat({ max: 60 }), async (before, after, days) => {
      await using db = await freshDatabase()
      const later = addDays(start, days)
      await db.transact(addScene)
      await db.at(start, (store) => store.findings.evaluateAll(start))
      await carryOut(db, before, start)
      await db.at(later, (store) => store.findings.evaluateAll(later))
      await carryOut(db, after, later)

      const [kept, anew] = await db.at(later, async (store, tx) => {
        const incremental = await rows(tx)
        await tx.finding.deleteMany()
        await store.findings.evaluateAll(later)
        return [incremental, await rows(tx)]
      })
      expect(kept).toEqual(anew)
    }),
    { numRuns: 10 },
  )
}, 120_000)

/** Each act in its own transaction, and after it the units it reaches, as saving a report does. */
async function carryOut(db: TestDatabase, acts: readonly Act[], today: LocalDate): Promise<void> {
  for (const act of acts) {
    await db.at(today, async (store, tx) => {
      const reportId = await perform(act, store, tx, today)
      if (reportId === undefined) return
      await store.findings.evaluate(await store.findings.affectedByReport(reportId), today)
    })
  }
}

async function rows(tx: Tx): Promise<unknown[]> {
  const kept = await tx.finding.findMany({ orderBy: [{ unitId: 'asc' }, { obligationId: 'asc' }] })
  return kept.map(({ evaluatedAt: _, ...row }) => row)
}
