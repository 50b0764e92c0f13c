// A local Feishu for each test, the long connection to it, and what came over it.
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type ConnectInit, type Connection, connect } from '../../../bot/feishu/connection.ts'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'
import type { FeishuLog } from '../../../bot/feishu/sdk-log.ts'
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts'
import type { World } from '../../../simulator/world.ts'

const world: World = {
  bot: { name: '安监通', menu: [{ name: '帮助', eventKey: 'help' }] },
  users: [{ name: '张三', title: '演示', openId: 'ou_zhang' }],
  groups: [{ name: '县安委会', chatId: 'oc_group', memberOpenIds: ['ou_zhang'], hasBot: false }],
}

export type Link = {
  simulator: Simulator
  connection: Connection | undefined
  /** what was logged, a line each */
  lines: string[]
  /** the envelopes that arrived, oldest first */
  bodies: unknown[]
  log: FeishuLog
  /** Opens the connection under test; `more` is where it differs. */
  open(more?: Partial<ConnectInit>): Connection
  eventually(check: () => void): Promise<void>
  until(state: string): Promise<void>
  say(text: string): { messageId: string }
  read(body: unknown): ReturnType<typeof readEnvelope>
}

/** A local Feishu for each test of a file, and one connection to it at a time. */
export function useLongConnection(): Link {
  const note = (fields: object, message: string) =>
    void link.lines.push(`${message} ${JSON.stringify(fields)}`)
  const log = { debug: note, info: note, warn: note, error: note }
  const eventually = (check: () => void) => vi.waitFor(check, 5000)
  const link = {
    log,
    eventually,
    open(more: Partial<ConnectInit> = {}) {
      const { appId, appSecret } = link.simulator.app
      const onEnvelope = async (body: unknown) => void link.bodies.push(body)
      const init = { appId, appSecret, domain: link.simulator.url, log, onEnvelope, delayMs: () => 1 }
      link.connection = connect({ ...init, ...more })
      return link.connection
    },
    until: (state: string) => eventually(() => expect(link.connection?.state()).toBe(state)),
    say: (text: string) =>
      link.simulator.say({ as: 'ou_zhang', chatId: link.simulator.botChat('ou_zhang'), text }),
    read: (body: unknown) => readEnvelope(body, link.simulator.app.botOpenId),
  } as Link
  beforeEach(async () => {
    link.lines = []
    link.bodies = []
    link.simulator = await startSimulator({
      port: 0,
      host: '127.0.0.1',
      now: Date.now,
      world,
      clientConfig: { ReconnectInterval: 0, ReconnectNonce: 0 },
      answerWithinMs: 1000,
    })
  })
  afterEach(async () => {
    link.connection?.close()
    await link.simulator.close()
  })
  return link
}
