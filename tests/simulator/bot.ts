// A minimal bot on the unmodified SDK, for the simulator's own tests: client, long connection, what it received.

import * as lark from '@larksuiteoapi/node-sdk'
import { type Simulator, type SimulatorStart, startSimulator } from '../../simulator/simulator.ts'
import type { World } from '../../simulator/world.ts'

export const clerk = 'ou_00000000000000000000000000000001'
export const leader = 'ou_00000000000000000000000000000002'
export const group = 'oc_000000000000000000000000000000aa'
export const startMs = Date.parse('2026-11-23T09:00:00+08:00')

export const world: World = {
  bot: { name: '安监通', menu: [{ name: '帮助', eventKey: 'help' }] },
  users: [
    { name: '张三', title: '郑庄镇 · 报送员', openId: clerk, mobile: '13800000001' },
    { name: '李四', title: '沁水县 · 分管领导', openId: leader },
  ],
  groups: [{ name: '沁水县安监群', chatId: group, memberOpenIds: [clerk, leader], hasBot: true }],
}

/** For tests of what happens when no answer comes: they need not wait the platform's 3 s. */
export const impatient = { answerWithinMs: 200 }

/** A simulator with the world above and a stopped clock. */
export function simulate(start: Partial<SimulatorStart> = {}): Promise<Simulator> {
  return startSimulator({
    port: 0,
    host: '127.0.0.1',
    now: () => startMs,
    world,
    ...start,
  })
}

const silence = () => undefined
const silent = { error: silence, warn: silence, info: silence, debug: silence, trace: silence }

/** The SDK's client against a simulator, with a token cache of its own. */
export function clientFor(simulator: Simulator): lark.Client {
  const { appId, appSecret } = simulator.app
  return new lark.Client({
    appId,
    appSecret,
    domain: simulator.url,
    logger: silent,
    cache: new lark.DefaultCache(),
  })
}

type Received = Record<string, unknown> & { event_id: string; event_type: string }
export type Answer = (event: Received) => unknown

export type TestBot = {
  received: Received[]
  client: lark.WSClient
  [Symbol.dispose]: () => void
}

/** Connects a bot by the long connection; `answer` is called for every event and press. */
export async function connectBot(simulator: Simulator, answer: Answer): Promise<TestBot> {
  const received: Received[] = []
  const handle = (event: Received) => {
    received.push(event)
    return answer(event)
  }
  const types = [
    'im.message.receive_v1',
    'im.message.recalled_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'application.bot.menu_v6',
    'card.action.trigger',
  ]
  const eventDispatcher = new lark.EventDispatcher({ logger: silent })
  eventDispatcher.register(Object.fromEntries(types.map((type) => [type, handle])))
  const client = new lark.WSClient({
    appId: simulator.app.appId,
    appSecret: simulator.app.appSecret,
    domain: simulator.url,
    logger: silent,
  })
  await client.start({ eventDispatcher })
  await simulator.connected()
  return { received, client, [Symbol.dispose]: () => client.close({ force: true }) }
}

/** A small card with one button. */
export function buttonCard(title: string, value: Record<string, unknown>): string {
  return JSON.stringify({
    schema: '2.0',
    config: { update_multi: true },
    header: { title: { tag: 'plain_text', content: title }, template: 'blue' },
    body: {
      elements: [
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '保存' },
          behaviors: [{ type: 'callback', value }],
        },
      ],
    },
  })
}

/** The inner parts of an error the SDK's client threw. */
export function errorOf(error: unknown): {
  status: number
  code: number
  msg: string
  headers: Record<string, string>
} {
  const response = (
    error as {
      response: { status: number; data: { code: number; msg: string }; headers: Record<string, string> }
    }
  ).response
  return { status: response.status, ...response.data, headers: response.headers }
}

/** Awaits a call that must fail and gives back the platform's code and HTTP status. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; code: number; msg: string }> {
  try {
    await call
  } catch (error) {
    const { status, code, msg } = errorOf(error)
    return { status, code, msg }
  }
  throw new Error('the call was expected to be refused')
}
