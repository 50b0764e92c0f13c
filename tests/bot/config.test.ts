// Settings that follow from each other.
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../bot/config.ts'

const SEAL_KEYS = Buffer.alloc(32, 7).toString('base64')

describe('the database', () => {
  test('lies in DATA_DIR, so that one folder is all there is to back up', () => {
    expect(readConfig({ SEAL_KEYS, DATA_DIR: '/srv/anjian' }).DATABASE_URL).toBe('file:/srv/anjian/anjian.db')
    expect(readConfig({ SEAL_KEYS }).DATABASE_URL).toBe('file:data/anjian.db')
  })

  test('lies where DATABASE_URL says when it is given', () => {
    const { DATABASE_URL } = readConfig({ SEAL_KEYS, DATA_DIR: '/srv/a', DATABASE_URL: 'file:/srv/b.db' })
    expect(DATABASE_URL).toBe('file:/srv/b.db')
  })
})
