// What the dispatcher promises about work that fails: nothing half done, tried again, given up in the end.
import { describe, expect, test } from 'vitest'
import { StoreError } from '../../bot/errors.ts'
import type { Tx } from '../../bot/store/database.ts'
import { count, counted, startCorridor } from './corridor.ts'

const minute = 60_000

describe('a trigger that fails', () => {
  test('leaves nothing of what it wrote, and is tried again after a growing pause', async () => {
    let broken = true
    const handle = async (key: string, tx: Tx) => {
      await count(key, tx)
      if (broken) throw new Error('after writing')
      return undefined
    }
    await using corridor = await startCorridor({ handle })
    await corridor.take('a:1')

    for (const waitMs of [0, 999, 1, 1999, 1]) {
      corridor.clock.ms += waitMs
      await corridor.dispatcher.drain()
    }
    expect(corridor.begun).toHaveLength(3)
    expect(await counted(corridor, 'a:1')).toBe(0)

    broken = false
    corridor.clock.ms += 4000
    await corridor.dispatcher.drain()
    expect(await counted(corridor, 'a:1')).toBe(1)
  })

  test('is given up after eight tries, told once with its code, and blocks nobody', async () => {
    const handle = async (key: string) => {
      if (key === 'a:1') throw new StoreError('store.odd', 'what it was')
      return undefined
    }
    await using corridor = await startCorridor({ handle })
    await corridor.take('a:1')

    for (let tried = 1; tried <= 12; tried += 1) {
      await corridor.dispatcher.drain()
      await corridor.take(`b:${tried}`)
      corridor.clock.ms += 10 * minute
    }

    expect(corridor.begun.filter((key) => key === 'a:1')).toHaveLength(8)
    expect(corridor.parked).toEqual(['a:1 store.odd'])
    expect(corridor.done).toHaveLength(11)
    expect(await corridor.state()).toMatchObject({ parked: 1 })
  })

  test('is given up even when nobody can be told', async () => {
    const fail = () => {
      throw new Error('never')
    }
    await using corridor = await startCorridor({ handle: fail, tell: fail })
    await corridor.take('a:1')

    for (let tried = 1; tried <= 10; tried += 1) {
      await corridor.dispatcher.drain()
      corridor.clock.ms += 10 * minute
    }

    expect(corridor.begun).toHaveLength(8)
    expect(await corridor.state()).toMatchObject({ triggers: 0, parked: 1 })
  })

  test('whose body cannot be opened is given up like any other', async () => {
    await using corridor = await startCorridor()
    await corridor.take('a:1')
    await corridor.take('b:1')
    const body = new Uint8Array([1, 2, 3])
    await corridor.database.transact((tx) => tx.trigger.update({ where: { key: 'a:1' }, data: { body } }))

    for (let tried = 1; tried <= 9; tried += 1) {
      await corridor.dispatcher.drain()
      corridor.clock.ms += 10 * minute
    }

    expect(corridor.done).toEqual(['b:1'])
    expect(await corridor.state()).toMatchObject({ triggers: 0, parked: 1 })
  })
})
