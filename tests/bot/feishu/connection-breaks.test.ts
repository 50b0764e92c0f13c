// The long connection when the line breaks, where the SDK gives up, and after it was closed.
import { describe, expect, test } from 'vitest'
import { makeFeishu } from '../../../bot/feishu/client.ts'
import { useLongConnection } from './long-connection.ts'

const link = useLongConnection()
const { open, until, eventually, say, read } = link

describe('a line that breaks', () => {
  test('is taken up again', async () => {
    open()
    await link.simulator.connected()
    await until('connected')

    link.simulator.cutSockets()
    await eventually(() =>
      expect(link.lines.some((line) => line.startsWith('connected to Feishu again'))).toBe(true),
    )
    await link.simulator.connected()
    say('还在吗')
    await link.simulator.settled()

    expect(link.connection?.state()).toBe('connected')
    expect(read(link.bodies.at(-1))).toMatchObject({ event: { text: '还在吗' } })
  })
})

describe('where the SDK gives up', () => {
  test.each([
    [1, 'object'],
    [1000040350, 'object'],
    [514, 'null'],
    [1000040350, 'null'],
  ] as const)('after code %i with data %s a new client is started until it connects', async (code, data) => {
    link.simulator.setFaults({ refuseDiscovery: { times: 3, code, data } })
    const delays: number[] = []

    open({
      delayMs(failures) {
        delays.push(failures)
        return 1
      },
    })
    await link.simulator.connected()
    await until('connected')

    expect(delays).toEqual([1, 2, 3])
    expect(link.lines.filter((line) => line.startsWith('connection to Feishu refused')).length).toBe(3)
    expect(link.lines.join('\n')).toContain(`"code":${code}`)
  })

  test('the waits start short again after it was connected', async () => {
    const delays: number[] = []
    open({
      delayMs(failures) {
        delays.push(failures)
        return 1
      },
    })
    for (const round of [1, 2]) {
      await until('connected')
      link.simulator.setFaults({ refuseDiscovery: { times: 2, code: 1, data: 'object' } })
      link.simulator.cutSockets()
      await eventually(() => expect(delays.length).toBe(round * 2))
    }

    expect(delays).toEqual([1, 2, 1, 2])
  })

  test('it says so until it is time to try again', async () => {
    open({ appSecret: 'wrong', delayMs: () => 60_000 })

    await until('failed')
  })
})

describe('closed', () => {
  test('while it waits to try again it stays closed', async () => {
    open({ appSecret: 'wrong', delayMs: () => 1 })
    await eventually(() => expect(link.lines.some((line) => line.includes('refused'))).toBe(true))

    link.connection?.close()
    const asked = () =>
      link.simulator.log().filter((line) => line.name.includes('/callback/ws/endpoint')).length
    const before = asked()
    await makeFeishu({ ...link.simulator.app, domain: link.simulator.url, log: link.log }).bot()

    expect(link.connection?.state()).toBe('closed')
    expect(asked() - before).toBeLessThanOrEqual(1)
  })

  test('it leaves nothing pushed to it unanswered for ever: the event comes again over the next one', async () => {
    open({ onEnvelope: () => new Promise(() => undefined) })
    await link.simulator.connected()
    say('一次')
    await eventually(() => expect(link.simulator.events().length).toBe(1))

    link.connection?.close()
    open()
    await link.simulator.connected()
    await link.simulator.settled()
    await link.simulator.moveClock(Date.now() + 20_000)

    expect(read(link.bodies[0])).toMatchObject({ event: { text: '一次' } })
  })
})
