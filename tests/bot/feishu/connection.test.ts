// The long connection against the local Feishu: the real SDK over a real socket.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FeishuApi, makeFeishu } from '../../../bot/feishu/client.ts'
import { type ConnectInit, type Connection, connect } from '../../../bot/feishu/connection.ts'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts'
import type { World } from '../../../simulator/world.ts'

const world: World = {
  bot: { name: '安监通', menu: [{ name: '帮助', eventKey: 'help' }] },
  users: [{ name: '张三', title: '演示', openId: 'ou_zhang' }],
  groups: [{ name: '县安委会', chatId: 'oc_group', memberOpenIds: ['ou_zhang'], hasBot: false }],
}

let simulator: Simulator
let connection: Connection | undefined
let lines: string[]
let bodies: unknown[]

const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`)
const log = { debug: note, info: note, warn: note, error: note }

beforeEach(async () => {
  lines = []
  bodies = []
  simulator = await startSimulator({
    port: 0,
    host: '127.0.0.1',
    now: Date.now,
    world,
    clientConfig: { ReconnectInterval: 0, ReconnectNonce: 0 },
    answerWithinMs: 1000,
  })
})
afterEach(async () => {
  connection?.close()
  await simulator.close()
})

function open(more: Partial<ConnectInit> = {}): Connection {
  const { appId, appSecret } = simulator.app
  const onEnvelope = async (body: unknown) => void bodies.push(body)
  connection = connect({
    appId,
    appSecret,
    domain: simulator.url,
    log,
    onEnvelope,
    delayMs: () => 1,
    ...more,
  })
  return connection
}

const eventually = (check: () => void) => vi.waitFor(check, 5000)
const until = (state: string) => eventually(() => expect(connection?.state()).toBe(state))
const say = (text: string) => simulator.say({ as: 'ou_zhang', chatId: simulator.botChat('ou_zhang'), text })
const read = (body: unknown) => readEnvelope(body, simulator.app.botOpenId)

describe('what is pushed', () => {
  test('arrives as the envelope itself, which the reader of both transports understands', async () => {
    open()
    await simulator.connected()

    const { messageId } = say('达标 沁水县')
    simulator.menu({ as: 'ou_zhang', eventKey: 'help' })
    simulator.openBot({ as: 'ou_zhang' })
    simulator.addBot({ as: 'ou_zhang', chatId: 'oc_group' })
    simulator.recall({ as: 'ou_zhang', messageId })
    await simulator.settled()

    const events = bodies.map(read).map((one) => ('ignore' in one ? one : one.event))
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'message', messageId, text: '达标 沁水县', openId: 'ou_zhang' }),
        { kind: 'menu', openId: 'ou_zhang', eventKey: 'help' },
        expect.objectContaining({ kind: 'entered', openId: 'ou_zhang' }),
        { kind: 'botAdded', chatId: 'oc_group', chatName: '县安委会', openId: 'ou_zhang' },
        expect.objectContaining({ kind: 'recalled', messageId }),
      ]),
    )
    expect(events.length).toBe(5)
  })

  test('in shuffled fragments arrives whole', async () => {
    simulator.setFaults({ fragments: 5 })
    open()
    await simulator.connected()

    say('一二三四五')
    await simulator.settled()

    expect(read(bodies[0])).toMatchObject({ event: { text: '一二三四五' } })
  })

  test('is not acknowledged while it is worked on, and comes again when the work fails', async () => {
    const failing = vi.fn(async (body: unknown) => {
      bodies.push(body)
      if (bodies.length === 1) throw new Error('张三: the database is away')
    })
    open({ onEnvelope: failing })
    await simulator.connected()

    say('再来')
    await simulator.settled()
    await simulator.moveClock(Date.now() + 20_000)

    expect(failing).toHaveBeenCalledTimes(2)
    expect(read(bodies[1])).toEqual(read(bodies[0]))
    expect(lines.join('\n')).not.toContain('张三')
  })
})

describe('a press on a card', () => {
  async function cardId(feishu: FeishuApi): Promise<string> {
    const button = {
      tag: 'button',
      text: { tag: 'plain_text', content: '保存' },
      behaviors: [{ type: 'callback', value: { act: 'save', draft: 7 } }],
    }
    const card = { schema: '2.0', config: { update_multi: true }, body: { elements: [button] } }
    const sent = await feishu.send({ openId: 'ou_zhang' }, 'interactive', JSON.stringify(card), 'u1')
    return sent.messageId
  }
  const press = (messageId: string) =>
    simulator.press({
      as: 'ou_zhang',
      messageId,
      action: { tag: 'button', value: { act: 'save', draft: 7 } },
    })

  test('is answered with what the work resolves with', async () => {
    const { appId, appSecret } = simulator.app
    const toast = { type: 'success', content: '已保存' }
    open({
      async onEnvelope(body) {
        bodies.push(body)
        return { toast }
      },
    })
    await simulator.connected()

    const messageId = await cardId(makeFeishu({ appId, appSecret, domain: simulator.url, log }))
    const result = await press(messageId)

    expect(result).toMatchObject({ toast })
    expect(read(bodies[0])).toMatchObject({
      kind: 'press',
      lane: 'ou_zhang',
      event: { act: 'save', value: { act: 'save', draft: 7 }, messageId },
    })
  })

  test('may be answered with nothing', async () => {
    const { appId, appSecret } = simulator.app
    open()
    await simulator.connected()

    const messageId = await cardId(makeFeishu({ appId, appSecret, domain: simulator.url, log }))

    expect(await press(messageId)).toEqual({})
  })
})

describe('a line that breaks', () => {
  test('is taken up again', async () => {
    open()
    await simulator.connected()
    await until('connected')

    simulator.cutSockets()
    await eventually(() =>
      expect(lines.some((line) => line.startsWith('connected to Feishu again'))).toBe(true),
    )
    await simulator.connected()
    say('还在吗')
    await simulator.settled()

    expect(connection?.state()).toBe('connected')
    expect(read(bodies.at(-1))).toMatchObject({ event: { text: '还在吗' } })
  })
})

describe('where the SDK gives up', () => {
  test.each([
    [1, 'object'],
    [1000040350, 'object'],
    [514, 'null'],
    [1000040350, 'null'],
  ] as const)('after code %i with data %s a new client is started until it connects', async (code, data) => {
    simulator.setFaults({ refuseDiscovery: { times: 3, code, data } })
    const delays: number[] = []

    open({
      delayMs(failures) {
        delays.push(failures)
        return 1
      },
    })
    await simulator.connected()
    await until('connected')

    expect(delays).toEqual([1, 2, 3])
    expect(lines.filter((line) => line.startsWith('connection to Feishu refused')).length).toBe(3)
    expect(lines.join('\n')).toContain(`"code":${code}`)
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
      simulator.setFaults({ refuseDiscovery: { times: 2, code: 1, data: 'object' } })
      simulator.cutSockets()
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
    await eventually(() => expect(lines.some((line) => line.includes('refused'))).toBe(true))

    connection?.close()
    const asked = () => simulator.log().filter((line) => line.name.includes('/callback/ws/endpoint')).length
    const before = asked()
    await makeFeishu({ ...simulator.app, domain: simulator.url, log }).bot()

    expect(connection?.state()).toBe('closed')
    expect(asked() - before).toBeLessThanOrEqual(1)
  })

  test('it leaves nothing pushed to it unanswered for ever: the event comes again over the next one', async () => {
    open({ onEnvelope: () => new Promise(() => undefined) })
    await simulator.connected()
    say('一次')
    await eventually(() => expect(simulator.events().length).toBe(1))

    connection?.close()
    open()
    await simulator.connected()
    await simulator.settled()
    await simulator.moveClock(Date.now() + 20_000)

    expect(read(bodies[0])).toMatchObject({ event: { text: '一次' } })
  })
})

test('nothing that is logged has the secret, a ticket, an address or content in it', async () => {
  open({
    async onEnvelope() {
      throw new Error('张三')
    },
  })
  await simulator.connected()
  say('张三')
  await simulator.settled()
  simulator.cutSockets()
  await until('connected')

  const all = lines.join('\n')
  expect(all).toContain('connected to Feishu')
  for (const secret of [simulator.app.appSecret, '张三', 'ticket', 'ws://', 'http://', '127.0.0.1']) {
    expect(all).not.toContain(secret)
  }
})
