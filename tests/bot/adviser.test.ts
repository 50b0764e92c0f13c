// The client of the optional language model: off unless configured, bounded in time and size, and never a reason to fail.
import { describe, expect, test } from 'vitest'
import { makeAdviser, placeOf } from '../../bot/adviser.ts'
import { readConfig } from '../../bot/config.ts'
import { makeLog } from '../../bot/log.ts'
import { startModel } from '../support/model.ts'

const log = makeLog('silent')
const adviser = (url: string | undefined, limitMs?: number) =>
  makeAdviser({ LLM_BASE_URL: url, LLM_API_KEY: 'key-1', LLM_MODEL: 'small' }, log, limitMs)

test('without an address there is no model', () => {
  expect(adviser(undefined)).toBeUndefined()
})

test('an address without a model, or one that is no http address, ends the start with its name', () => {
  const sealKeys = { SEAL_KEYS: Buffer.alloc(32, 7).toString('base64') }

  expect(() => readConfig({ ...sealKeys, LLM_BASE_URL: 'http://127.0.0.1:8000/v1' })).toThrow('LLM_MODEL')
  expect(() => readConfig({ ...sealKeys, LLM_BASE_URL: 'file:///etc', LLM_MODEL: 'small' })).toThrow(
    'LLM_BASE_URL',
  )
  expect(readConfig(sealKeys).LLM_BASE_URL).toBeUndefined()
})

test('the question goes to chat/completions with the key and the model, the answer comes back as text', async () => {
  await using model = await startModel('{"0.person":"张三"}')

  expect(await adviser(`${model.url}/`)?.ask('问题')).toBe('{"0.person":"张三"}')
  expect(model.asked).toMatchObject([{ path: '/v1/chat/completions', authorization: 'Bearer key-1' }])
  expect(JSON.parse(model.asked[0]?.body ?? '{}')).toMatchObject({
    model: 'small',
    messages: [{ role: 'system' }, { role: 'user', content: '问题' }],
  })
})

test.each([
  ['a fault of the server', 500],
  ['an answer longer than any can be', '长'.repeat(70_000)],
] as const)('%s is no answer', async (_, answer) => {
  await using model = await startModel(answer)

  expect(await adviser(model.url)?.ask('问题')).toBeUndefined()
})

test('a redirect, which could lead a tip off this host, is not followed', async () => {
  await using other = await startModel('{}')
  await using model = await startModel(new URL(`${other.url}/chat/completions`))

  expect(await adviser(model.url)?.ask('问题')).toBeUndefined()
  expect(other.asked).toEqual([])
})

test('a server that never answers is left after the limit', async () => {
  await using model = await startModel('silent')

  expect(await adviser(model.url, 50)?.ask('问题')).toBeUndefined()
  expect(model.asked).toHaveLength(1)
})

test('an address nobody listens at is no answer', async () => {
  expect(await adviser('http://127.0.0.1:1/v1')?.ask('问题')).toBeUndefined()
})

describe('only a loopback name is on this host', () => {
  test.each(['http://127.0.0.1:11434/v1', 'http://localhost:8000', 'http://[::1]:8000/v1'])(
    '%s is here',
    (url) => {
      expect(placeOf(url)).toBe('here')
    },
  )
  test.each([
    'https://api.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'http://localhost.example.com',
    'http://10.0.0.8:8000',
    'http://user:127.0.0.1@example.com',
  ])('%s is elsewhere', (url) => {
    expect(placeOf(url)).toBe('elsewhere')
  })
})
