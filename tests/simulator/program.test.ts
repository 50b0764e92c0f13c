// The simulator as a program of its own: what it says to its parent, and when it does not start.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { localAppId, localAppSecret } from '../../simulator/simulator.ts'

const program = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url))

function start(environment: Record<string, string>): ChildProcess {
  const { FEISHU_APP_ID: _id, FEISHU_APP_SECRET: _secret, ...rest } = process.env
  return fork(program, {
    execArgv: ['--import', 'tsx'],
    env: { ...rest, SIM_PORT: '0', ...environment },
    silent: true,
  })
}

function message(child: ChildProcess, type: string): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    child.on('message', (sent: Record<string, unknown>) => {
      if (sent['type'] === type) resolve(sent)
    })
  })
}

const exit = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))

test('it tells its parent address and credentials, every move of the clock, and ends with the channel', async () => {
  const child = start({})
  const ready = await message(child, 'ready')
  const moved = message(child, 'clock')
  const ended = exit(child)

  await fetch(`${ready['url']}/sim/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: 3_600_000 }),
  })

  expect(ready).toMatchObject({ appId: localAppId, appSecret: localAppSecret })
  expect(localAppId).toMatch(/^cli_[0-9a-f]{16}$/)
  expect((await moved)['offsetMs']).toBeGreaterThan(3_590_000)
  child.disconnect()
  expect(await ended).toBe(0)
})

test.each([
  ['an app id', { FEISHU_APP_ID: 'cli_0123456789abcdef' }],
  ['a secret alone', { FEISHU_APP_SECRET: 'real' }],
])('with %s of a real app in its environment it does not start', async (_name, environment) => {
  const child = start(environment)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })

  expect(await exit(child)).toBe(1)
  expect(said).toContain('The simulator does not start')
})
