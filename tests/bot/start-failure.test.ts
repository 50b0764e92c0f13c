// What an operator reads when the program does not start: a sentence that says what to do, and no trace.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { startFailure } from '../../bot/start-failure.ts'

test('a port that is taken is named, and the way out', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  const { port } = first.address() as { port: number }
  const [error] = await once(createServer().listen(port, '127.0.0.1'), 'error')
  first.close()

  expect(startFailure(error)).toBe(
    `启动失败：端口 ${port} 已被占用。请先停掉占用它的程序，或换一个端口再来：PORT=${port + 1} npm start`,
  )
})

test('a database of another kind is a setting that cannot be read', () => {
  const SEAL_KEYS = Buffer.alloc(32, 7).toString('base64')
  const read = () => readConfig({ SEAL_KEYS, DATABASE_URL: 'postgres://localhost/anjian' })

  expect(read).toThrow('DATABASE_URL: must begin with file:')
})

test('a fault of ours shows its trace', () => {
  expect(startFailure(new Error('unexpected'))).toMatch(/^启动失败：Error: unexpected\n +at /)
})
