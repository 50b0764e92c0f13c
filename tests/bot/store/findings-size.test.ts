// How long judging takes in a base of Jincheng's size. Printed, not asserted: machines differ. Budgets: a full run
// within 1 s, one saved report within 10 ms, a county's summary within 100 ms (npm run bench compares ratios).
import { expect, test } from 'vitest'
import { addBigCity } from '../../support/big-base.ts'
import { freshDatabase } from '../../support/database.ts'

const monday = '2024-03-18'
const before = '2024-03-11'

test('a base of 1,490 units is judged, kept up to date and summed up', async () => {
  await using db = await freshDatabase()
  await db.transact((tx) => addBigCity(tx, 'jc'))

  await db.at(monday, async (store, tx) => {
    await measured('full run, first', 1, () => store.findings.evaluateAll(monday))
    await measured('full run, nothing new', 3, () => store.findings.evaluateAll(monday))
    await measured('snapshot', 2, () => store.snapshots.write(monday))
    await store.snapshots.write(before)
    await measured('one report: township and above', 20, async () => {
      const ids = await store.findings.affectedBy('jc-3-5')
      expect(ids).toHaveLength(3)
      await store.findings.evaluate(ids, monday)
    })
    await measured('summary of a county', 10, async () => {
      await store.snapshots.of(monday, ['jc-3'])
      await store.snapshots.compare(monday, before, 'jc-3')
      await store.snapshots.series({ unitId: 'jc-3', from: '2024-01-01', to: monday })
    })
    await measured('counts and worst of the city', 10, async () => {
      await store.findings.counts('jc')
      await store.findings.worst('jc', 5)
    })
    expect(await tx.unit.count()).toBe(1490)
    expect(await tx.finding.count()).toBeGreaterThan(2000)
  })
}, 120_000)

/** Prints the median of some runs in milliseconds. */
async function measured(what: string, runs: number, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  process.stdout.write(`${what}: ${(times[Math.floor(runs / 2)] ?? 0).toFixed(1)} ms\n`)
}
