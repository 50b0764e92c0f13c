// What the dispatcher promises about any work: order per person, one worker at a time, nothing done twice.
import { describe, expect, test } from 'vitest'
import { count, counted, gate, startCorridor } from './corridor.ts'

const minute = 60_000

describe('one lane', () => {
  test('is worked on in the order in which it came', async () => {
    await using corridor = await startCorridor()
    for (const key of ['a:1', 'b:1', 'a:2', 'b:2', 'a:3']) await corridor.take(key)

    await corridor.dispatcher.drain()

    expect(corridor.done.filter((key) => key.startsWith('a'))).toEqual(['a:1', 'a:2', 'a:3'])
    expect(corridor.done.filter((key) => key.startsWith('b'))).toEqual(['b:1', 'b:2'])
  })

  test('waits behind a failure and keeps its order, while others go on', async () => {
    let broken = true
    const handle = async (key: string) => {
      if (key === 'a:1' && broken) throw new Error('not now')
      return undefined
    }
    await using corridor = await startCorridor({ handle })
    for (const key of ['a:1', 'a:2', 'b:1']) await corridor.take(key)

    await corridor.dispatcher.drain()
    expect(corridor.done).toEqual(['b:1'])
    await corridor.take('a:3')
    await corridor.dispatcher.drain()
    expect(corridor.done).toEqual(['b:1'])

    broken = false
    corridor.clock.ms += 1000
    await corridor.dispatcher.drain()
    expect(corridor.done).toEqual(['b:1', 'a:1', 'a:2', 'a:3'])
  })

  test('that was only held up by another is not counted as tried', async () => {
    const handle = async (key: string) => {
      if (key === 'a:1') throw new Error('never')
      return undefined
    }
    await using corridor = await startCorridor({ handle })
    await corridor.take('a:1')
    await corridor.take('a:2')

    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await corridor.dispatcher.drain()
      corridor.clock.ms += 10 * minute
    }
    await corridor.dispatcher.drain()

    const rows = await corridor.database.transact((tx) => tx.trigger.findMany({ orderBy: { seq: 'asc' } }))
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['parked', 8],
      ['done', 1],
    ])
  })

  test('that is slow keeps no other lane waiting', async () => {
    const slow = gate()
    const prepare = (key: string) => (key === 'a:1' ? slow.passed : Promise.resolve())
    await using corridor = await startCorridor({ prepare })
    for (const key of ['a:1', 'a:2', 'b:1']) await corridor.take(key)

    const drained = corridor.dispatcher.drain()
    await corridor.take('c:1')
    void corridor.dispatcher.drain()
    await expect.poll(() => [...corridor.done].sort()).toEqual(['b:1', 'c:1'])
    slow.open()
    await drained

    expect(corridor.done.slice(2)).toEqual(['a:1', 'a:2'])
  })
})

describe('a lease', () => {
  test('keeps others away while it lasts', async () => {
    const slow = gate()
    await using corridor = await startCorridor({ prepare: () => slow.passed, handle: count })
    const other = corridor.another({ handle: count })
    await corridor.take('a:1')

    const drained = corridor.dispatcher.drain()
    await expect.poll(() => corridor.begun).toEqual(['a:1'])
    corridor.clock.ms += minute
    await other.drain()
    expect(corridor.done).toEqual([])
    slow.open()
    await drained

    expect(await counted(corridor, 'a:1')).toBe(1)
  })

  test('that ran out gives the work to another, and the first result does not count', async () => {
    const slow = gate()
    const own = { prepare: () => slow.passed, handle: count }
    await using corridor = await startCorridor(own)
    const other = corridor.another({ handle: count })
    await corridor.take('a:1')

    const drained = corridor.dispatcher.drain()
    await expect.poll(() => corridor.begun).toEqual(['a:1'])
    corridor.clock.ms += 4 * minute
    await other.drain()
    slow.open()
    await drained

    expect(corridor.begun).toEqual(['a:1', 'a:1'])
    expect(corridor.done).toEqual(['a:1'])
    expect(await counted(corridor, 'a:1')).toBe(1)
    expect(await corridor.state()).toMatchObject({ triggers: 0, parked: 0 })
  })

  test('that ran out is not taken by the process that still works on it', async () => {
    const slow = gate()
    await using corridor = await startCorridor({ prepare: () => slow.passed, handle: count })
    await corridor.take('a:1')

    const drained = corridor.dispatcher.drain()
    await expect.poll(() => corridor.begun).toEqual(['a:1'])
    corridor.clock.ms += 4 * minute
    await corridor.take('a:2')
    void corridor.dispatcher.drain()
    await corridor.take('b:1')
    slow.open()
    await drained
    await corridor.dispatcher.drain()

    expect(corridor.begun.filter((key) => key === 'a:1')).toHaveLength(1)
    expect(corridor.done.filter((key) => key.startsWith('a'))).toEqual(['a:1', 'a:2'])
  })

  test('of a process that died is free at the next start', async () => {
    const never = gate()
    await using corridor = await startCorridor({ prepare: () => never.passed })
    const next = corridor.another({ handle: count })
    await corridor.take('a:1')
    void corridor.dispatcher.drain()
    await expect.poll(() => corridor.begun).toEqual(['a:1'])

    await next.recover()
    await next.drain()

    expect(await counted(corridor, 'a:1')).toBe(1)
  })
})

test('what comes together is stored together, a repeated key once', async () => {
  await using corridor = await startCorridor({ handle: count })

  const results = await Promise.all(['a:1', 'a:2', 'a:1', 'b:1', 'a:1'].map((key) => corridor.take(key)))
  expect(results).toEqual(['new', 'new', 'known', 'new', 'known'])
  expect(await corridor.take('a:1')).toBe('known')
  await corridor.dispatcher.drain()

  expect(await counted(corridor, 'a:1')).toBe(1)
  expect(corridor.done).toHaveLength(3)
})
