// What becomes of a message that the platform did not take, by what it said and how often it was tried.
import { describe, expect, test } from 'vitest'
import { FeishuError } from '../../bot/errors.ts'
import { mendOf } from '../../bot/mend.ts'
import type { WaitingOutgoing } from '../../bot/store/outgoing-sending.ts'

const now = Date.parse('2026-03-06T10:00:00+08:00')
const hour = 3_600_000

const row = (changes: Partial<WaitingOutgoing> = {}): WaitingOutgoing => ({
  seq: 1,
  id: 'id-1',
  lane: 'ou_1',
  target: { openId: 'ou_1' },
  kind: 'text',
  body: new Uint8Array(),
  attempts: 0,
  firstTryAt: now,
  ...changes,
})

const failed = (code: string, fate: 'refused' | 'unknown' = 'refused', more: object = {}) =>
  new FeishuError({ code: `feishu.${code}`, method: 'message.create', platformCode: 0, fate, ...more })

const mended = (error: unknown, changes: Partial<WaitingOutgoing> = {}) =>
  mendOf(error, { row: row(changes), now, random: () => 0 })
const waits = (notBefore: number, fresh: 'yes' | 'no') => ({
  do: 'settle',
  to: { status: 'waiting', notBefore, fresh },
})
const parked = { do: 'settle', to: { status: 'parked' } }

describe('a send', () => {
  test('that reached nobody is tried for as long as it takes, as if for the first time', () => {
    for (const attempts of [20, 2000])
      expect(mended(failed('network'), { attempts, firstTryAt: now - 9 * hour })).toMatchObject(
        waits(now + 300_000, 'yes'),
      )
  })

  test('of unknown fate keeps its first moment, and is looked up after 50 minutes', () => {
    expect(mended(failed('network', 'unknown'))).toMatchObject(waits(now + 1000, 'no'))
    expect(mended(failed('server', 'unknown'), { firstTryAt: now - hour })).toMatchObject({
      do: 'settle',
      to: { status: 'uncertain' },
    })
  })

  test('of unknown fate that only replaces a card is simply tried again', () => {
    const target = { patch: 'om_1' }

    expect(mended(failed('server', 'unknown'), { target, firstTryAt: now - hour })).toMatchObject(
      waits(now + 1000, 'no'),
    )
  })

  test('that came too fast waits as long as the platform says, and all of its method with it', () => {
    expect(mended(failed('rate_limited', 'refused', { retryAfterMs: 7000 }))).toMatchObject({
      ...waits(now + 7000, 'yes'),
      pauseUntil: now + 7000,
    })
    expect(mended(failed('rate_limited'), { attempts: 50 })).toMatchObject(waits(now + 300_000, 'yes'))
  })

  test('that is refused for good is parked at once, a fault of ours after eight tries', () => {
    expect(mended(failed('unreachable_user'))).toMatchObject(parked)
    expect(mended(new Error('ours'), { attempts: 6 })).toMatchObject(waits(now + 64_000, 'yes'))
    expect(mended(new Error('ours'), { attempts: 7 })).toMatchObject(parked)
  })

  test('of a card that cannot be shown is said as text, a replaced one is not', () => {
    const photo = new FeishuError({ ...failed('bad_request'), method: 'image.create', fate: 'refused' })

    for (const error of [failed('card_refused'), photo])
      expect(mended(error, { kind: 'interactive' })).toMatchObject({ do: 'asText' })
    expect(mended(new Error('no such file'), { kind: 'interactive', attempts: 7 })).toMatchObject({
      do: 'asText',
    })
    expect(mended(failed('card_refused'), { kind: 'interactive', target: { patch: 'om_1' } })).toMatchObject(
      parked,
    )
  })
})
