// Puts the local Feishu together: state, REST, long connection, webhook, page. A program of its own starts it
// through main.ts, tests call startSimulator.

import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import Fastify from 'fastify'
import { type Acts, makeActs } from './acts.ts'
import { privateChat } from './chats.ts'
import { makeClock } from './clock.ts'
import { pageRoutes } from './control/page-routes.ts'
import { staticPage } from './control/static-page.ts'
import { transportRoute } from './control/transport-route.ts'
import { makeIds, type RandomBytes } from './ids.ts'
import { mergeWorld } from './merge-world.ts'
import { messagesOf } from './messages.ts'
import type { PageLogLine } from './page-api.ts'
import { openLongConnection } from './push/long-connection.ts'
import { makePresses } from './push/presses.ts'
import { makeQueue, type PushedEvent } from './push/queue.ts'
import { makeSwitch, type TransportChoice } from './push/switch.ts'
import { type ClientConfig, localClientConfig } from './push/tickets.ts'
import type { UrlRefusal } from './push/webhook.ts'
import { discoveryRoute } from './rest/discovery-route.ts'
import { makeRates, platformRates, type RateLimits } from './rest/rates.ts'
import { restRoutes } from './rest/routes.ts'
import { makeTokens } from './rest/tokens.ts'
import { type Message, makeTenant, type Person, type Tenant } from './tenant.ts'
import { smallWorld, type World } from './world.ts'

/** Credentials of the app every simulator has unless told otherwise; they open nothing but a simulator. */
export const localAppId = 'cli_a5a5a5a5a5a5a5a5'
export const localAppSecret = 'local-simulator-secret-0000000000'

export type SimulatorStart = {
  /** 0 takes a free port */
  port: number
  host: string
  /** real time, ms since 1970; simulated time is this plus what the clock was moved */
  now: () => number
  world?: World
  app?: { appId: string; appSecret: string }
  random?: RandomBytes
  /** monotonic ms by which rates and durations are measured; performance.now when absent */
  rateNow?: () => number
  /** the platform's rates when absent */
  rates?: Partial<RateLimits>
  /** how long the bot has to answer a push; the platform's 3000 when absent */
  answerWithinMs?: number
  clientConfig?: Partial<ClientConfig>
}

export type Simulator = Acts & {
  /** such as http://127.0.0.1:18080 */
  url: string
  app: { appId: string; appSecret: string; botOpenId: string }
  /** everybody in the tenant */
  people: () => readonly Person[]
  /** the private chat of a person with the bot, without the bot being told */
  botChat: (openId: string) => string
  /** simulated now, ms since 1970 */
  now: () => number
  /** messages of a chat, oldest first, recalled ones included */
  messages: (chatId: string) => readonly Message[]
  /** every event since the start with its state */
  events: () => PushedEvent[]
  log: () => PageLogLine[]
  /** Resolves with the first message, old or new, that fits; rejects after `withinMs` (default 5000). */
  messageWhere: (fits: (message: Message) => boolean, withinMs?: number) => Promise<Message>
  /** Resolves when no event is being delivered. */
  settled: () => Promise<void>
  /** Resolves when the bot is connected. */
  connected: () => Promise<void>
  setTransport: (choice: TransportChoice) => Promise<'verified' | UrlRefusal>
  /** Calls `listener` with the new offset, ms, after every move of the clock. */
  onClockMove: (listener: (offsetMs: number) => void) => void
  /** Breaks all sockets of the long connection. */
  cutSockets: () => void
  close: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

const redeliveryCheckMs = 1000

/** Starts a simulator and listens. @throws when the port is taken. */
export async function startSimulator(start: SimulatorStart): Promise<Simulator> {
  const stopwatch = start.rateNow ?? (() => performance.now())
  const clock = makeClock(start.now)
  const ids = makeIds(start.random ?? randomBytes)
  const { appId, appSecret } = start.app ?? { appId: localAppId, appSecret: localAppSecret }
  const tenant = makeTenant({ appId, appSecret, clock, stopwatch, ids })
  mergeWorld(tenant, start.world ?? smallWorld)

  const server = Fastify({ bodyLimit: 256 * 1024 * 1024, forceCloseConnections: true })
  const withinMs = start.answerWithinMs ?? 3000
  const config = { ...localClientConfig, ...start.clientConfig }
  const line = openLongConnection(tenant, server.server, config, withinMs)
  const transports = makeSwitch(tenant, line, withinMs)
  const queue = makeQueue(tenant, transports.current)
  const presses = makePresses(tenant, transports.current)
  const acts = makeActs(tenant, queue, presses, transports.link)

  const limits = { ...platformRates, ...start.rates }
  const gate = { tenant, tokens: makeTokens(tenant), rates: makeRates(stopwatch), limits }
  discoveryRoute(server, tenant, line, config)
  restRoutes(server, gate, presses.tokens)
  pageRoutes(server, tenant, acts)
  transportRoute(server, transports)
  staticPage(server, import.meta.url)
  const url = await server.listen({ port: start.port, host: start.host })
  const redelivery = setInterval(() => void queue.deliverDue(), redeliveryCheckMs)
  redelivery.unref()

  const close = async () => {
    clearInterval(redelivery)
    line.close()
    await server.close()
  }
  return {
    ...acts,
    ...watching(tenant),
    url,
    app: { appId, appSecret, botOpenId: tenant.bot.openId },
    events: queue.events,
    settled: queue.settled,
    connected: () => untilConnected(tenant, acts),
    setTransport: transports.choose,
    onClockMove: clock.onMove,
    cutSockets: line.cutSockets,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function watching(
  tenant: Tenant,
): Pick<Simulator, 'people' | 'botChat' | 'now' | 'messages' | 'log' | 'messageWhere'> {
  return {
    people: () => [...tenant.people.values()],
    botChat: (openId) => privateChat(tenant, openId).chatId,
    now: tenant.clock.now,
    messages: (chatId) => messagesOf(tenant, chatId),
    log: tenant.log.lines,
    messageWhere: (fits, withinMs = 5000) => {
      const find = () => [...tenant.messages.values()].find(fits)
      return until(tenant, find, withinMs, 'no such message came')
    },
  }
}

async function untilConnected(tenant: Tenant, acts: Acts): Promise<void> {
  await until(tenant, () => (acts.link.connected() ? true : undefined), 10_000, 'the bot did not connect')
}

function until<Value>(
  tenant: Tenant,
  find: () => Value | undefined,
  withinMs: number,
  failure: string,
): Promise<Value> {
  const found = find()
  if (found !== undefined) return Promise.resolve(found)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`${failure} within ${withinMs} ms`))
    }, withinMs)
    const stop = tenant.changes.subscribe(() => {
      const value = find()
      if (value === undefined) return
      clearTimeout(timer)
      stop()
      resolve(value)
    })
  })
}
