// Which waiting triggers may be taken up, against the rule said row by row.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimTriggers } from '../../../bot/store/triggers.ts'
import { freshDatabase, noon } from '../../support/database.ts'

const now = noon('2026-03-06')
const moment = fc.constantFrom(now - 1000, now, now + 1000)

const anyTrigger = fc.record({
  lane: fc.constantFrom('a', 'b', 'c', 'd'),
  status: fc.constantFrom('waiting', 'waiting', 'waiting', 'done', 'parked'),
  dueMs: fc.oneof(fc.constant(now - 1000), moment),
  leaseMs: fc.option(moment, { nil: undefined, freq: 3 }),
})

type Trigger = { seq: number; lane: string; status: string; dueMs: number; leaseMs: number | undefined }

test('a trigger is claimed when it is due, free, and nothing earlier of its lane is held, oldest first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyTrigger, { maxLength: 25 }),
      fc.integer({ min: 1, max: 20 }),
      fc.subarray([1, 2, 3, 4, 5]),
      async (given, limit, working) => {
        await using db = await freshDatabase()
        const all = given.map((one, index): Trigger => ({ ...one, seq: index + 1 }))
        const except = working.filter((seq) => seq <= all.length)
        await db.transact((tx) => tx.trigger.createMany({ data: all.map(rowOf) }))

        const claimed = await db.transact((tx) =>
          claimTriggers(tx, { now, leaseUntil: now + 60_000, owner: 'me', limit, except }),
        )

        const expected = all.filter((one) => isFree(one, all, except)).slice(0, limit)
        expect(claimed.map(({ seq }) => seq)).toEqual(expected.map(({ seq }) => seq))
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

function isFree(one: Trigger, all: readonly Trigger[], except: readonly number[]): boolean {
  const isHeld = ({ dueMs, leaseMs }: Trigger) => dueMs > now || (leaseMs !== undefined && leaseMs > now)
  const lane = all.filter((other) => other.lane === one.lane)
  if (lane.some(({ seq }) => except.includes(seq))) return false
  return (
    one.status === 'waiting' &&
    !lane.some((other) => other.status === 'waiting' && other.seq <= one.seq && isHeld(other))
  )
}

function rowOf({ seq, lane, status, dueMs, leaseMs }: Trigger) {
  const leaseUntil = leaseMs === undefined ? null : new Date(leaseMs)
  const rest = { kind: 'message', receivedAt: new Date(now), dueAt: new Date(dueMs), leaseUntil }
  return { seq, key: `message:${seq}`, lane, status, ...rest }
}
