// The meaning of the platform's numbers, where it depends on the method or on what is not in the body.
import { describe, expect, test } from 'vitest'
import { failureOf, type Method } from '../../../bot/feishu/failures.ts'
import { HttpFailure, ofAnswer, ofAxios } from '../../../bot/feishu/http-failure.ts'

const refusedWith = (platformCode: number, status = 400) => new HttpFailure({ status, platformCode })

test.each<[Method, number, string]>([
  ['message.create', 230054, 'feishu.not_allowed'],
  ['message.reply', 230054, 'feishu.target_gone'],
  ['message.create', 230075, 'feishu.not_allowed'],
  ['message.reply', 230071, 'feishu.not_allowed'],
  ['message.reply', 230072, 'feishu.target_gone'],
  ['message.create', 230072, 'feishu.bad_request'],
  ['message.reply', 230011, 'feishu.target_gone'],
  ['message.reply', 230050, 'feishu.target_gone'],
  ['message.reply', 230110, 'feishu.target_gone'],
  ['message.patch', 230031, 'feishu.target_gone'],
  ['message.patch', 230020, 'feishu.rate_limited'],
  ['message.delete', 230009, 'feishu.not_allowed'],
  ['message.delete', 230026, 'feishu.not_allowed'],
  ['resource.get', 234037, 'feishu.too_large'],
  ['resource.get', 234038, 'feishu.not_allowed'],
  ['resource.get', 234004, 'feishu.not_in_chat'],
  ['image.create', 234006, 'feishu.too_large'],
  ['members.get', 232011, 'feishu.not_in_chat'],
  ['user.get', 41050, 'feishu.unreachable_user'],
  ['bot.info', 99991543, 'feishu.credentials'],
  ['bot.info', 99991662, 'feishu.app_blocked'],
  ['bot.info', 99991403, 'feishu.quota_used_up'],
  ['message.create', 987654, 'feishu.bad_request'],
])('%s refused with %i is %s', (method, platformCode, code) => {
  expect(failureOf(method, refusedWith(platformCode))).toMatchObject({
    method,
    code,
    platformCode,
    fate: 'refused',
  })
})

describe('without a number of the platform the status decides', () => {
  test.each([
    [500, 'feishu.server', 'unknown'],
    [502, 'feishu.server', 'unknown'],
    [504, 'feishu.server', 'unknown'],
    [429, 'feishu.rate_limited', 'refused'],
    [413, 'feishu.too_large', 'refused'],
    [404, 'feishu.bad_request', 'refused'],
  ])('%i is %s, fate %s', (status, code, fate) => {
    expect(failureOf('message.create', refusedWith(0, status))).toMatchObject({ code, fate })
  })

  test.each([
    ['ECONNRESET', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['ECONNABORTED', 'unknown'],
    [undefined, 'unknown'],
    ['ECONNREFUSED', 'refused'],
    ['ENOTFOUND', 'refused'],
    ['EAI_AGAIN', 'refused'],
  ])('no answer at all (%s) is the network, fate %s', (reason, fate) => {
    const lost = new HttpFailure({ status: undefined, platformCode: 0, reason })

    expect(failureOf('message.create', lost)).toMatchObject({ code: 'feishu.network', fate })
  })
})

describe('how long to wait', () => {
  test.each([
    [99991400, 429, 37_000, 37_000],
    [99991400, 400, undefined, 1000],
    [99991400, 429, 0, 1000],
    [0, 429, undefined, 1000],
    [230020, 400, undefined, undefined],
    [11232, 400, undefined, 60_000],
    [11233, 400, undefined, undefined],
  ])('%i with HTTP %i and reset %s: %s ms', (platformCode, status, resetMs, expected) => {
    const error = failureOf('message.create', new HttpFailure({ status, platformCode, resetMs }))

    expect(error).toMatchObject({ code: 'feishu.rate_limited', retryAfterMs: expected })
  })

  test('a uuid that is under way may still succeed', () => {
    expect(failureOf('message.create', refusedWith(230049))).toMatchObject({
      code: 'feishu.busy',
      fate: 'unknown',
    })
  })
})

test('an error that is not of the wire keeps its cause', () => {
  const cause = new TypeError('x')

  expect(failureOf('bot.info', cause)).toMatchObject({ code: 'feishu.bad_request', cause })
})

describe('what is kept of an answer', () => {
  test('code 0 is no failure, another code is, no code is', () => {
    expect(ofAnswer({ code: 0, data: {} })).toBeUndefined()
    expect(ofAnswer({ code: 230001, msg: 'x' })?.answer).toMatchObject({ status: 200, platformCode: 230001 })
    expect(ofAnswer('<html>')?.answer).toMatchObject({ platformCode: 0, reason: 'notJson' })
    expect(ofAnswer(undefined)?.answer.reason).toBe('notJson')
  })

  test.each([[undefined], [null], ['x'], [7], [{}], [{ response: null }], [{ response: { status: '500' } }]])(
    'of %j thrown nothing is known, and nothing breaks',
    async (thrown) => {
      expect((await ofAxios(thrown)).answer).toMatchObject({ status: undefined, platformCode: 0 })
    },
  )
})
