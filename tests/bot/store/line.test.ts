// Work on the database in line: one at a time, nobody stuck behind somebody who fails, the network heard in between.
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { makeLine } from '../../../bot/store/line.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('one piece of work ends before the next begins, in the order of asking', async () => {
  const line = makeLine(1000)
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await turn()
    seen.push(`${name} ends`)
    return name
  }

  const done = await Promise.all(['a', 'b', 'c'].map((name) => line(work(name), 'last')))

  expect(done).toEqual(['a', 'b', 'c'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('what goes first passes all that wait, but not the one under way', async () => {
  const line = makeLine(1000)
  const seen: string[] = []
  const note = (name: string) => async () => {
    seen.push(name)
  }

  const urgent: Promise<void>[] = []
  const begun = line(async () => {
    seen.push('under way')
    urgent.push(line(note('urgent'), 'first'))
    await turn()
    seen.push('ends')
  }, 'last')
  await Promise.all([begun, line(note('waits'), 'last'), line(note('waits longer'), 'last')])
  await Promise.all(urgent)

  expect(seen).toEqual(['under way', 'ends', 'urgent', 'waits', 'waits longer'])
})

test('who fails fails alone', async () => {
  const line = makeLine(1000)

  const failing = line(() => Promise.reject(new Error('no')), 'last')
  const next = line(async () => 'done', 'last')

  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('a long row of work that never waits lets everything else have its turn in between', async () => {
  const line = makeLine(1000)
  let turns = 0
  let working = true
  const beside = async () => {
    for (; working; turns += 1) await turn()
  }

  const counted = beside()
  await Promise.all(Array.from({ length: 50 }, () => line(async () => undefined, 'last')))
  working = false
  await counted

  expect(turns).toBeGreaterThanOrEqual(49)
})

test('work that waits for other work inside itself fails after the longest wait, and the line goes on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const line = makeLine(1000)

  let ran = false
  const inside = async () => {
    ran = true
  }
  const nested = line(() => line(inside, 'last'), 'last')
  const failed = expect(nested).rejects.toMatchObject({ code: 'store.busy' })
  await turn()
  await turn()
  vi.advanceTimersByTime(1000)

  await failed
  expect(await line(async () => 'done', 'last')).toBe('done')
  expect(ran).toBe(false)
})
