// The long connection: Feishu pushes over a WebSocket that we open, so no public address is needed. The SDK keeps
// the socket; this file hands on what comes and starts a new client where the SDK gives up. bot/app.ts imports it.
import { DefaultCache, EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk'
import type { FeishuApp } from './call.ts'
import { type FeishuLog, sdkLogger } from './sdk-log.ts'
import { makeDiscoveryWire, withoutSlash } from './wire.ts'

/** `failed`: the SDK gave up, a new client is started later. */
type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'closed'

export type Connection = {
  state(): ConnectionState
  /** Cuts at once. What was being worked on is delivered again by the platform. */
  close(): void
}

export type ConnectInit = FeishuApp & {
  /**
   * Gets the schema 2.0 envelope as it came. What it resolves with is the answer to a card press; undefined
   * for events. Nothing is acknowledged before it settles; when it rejects the platform delivers again.
   */
  onEnvelope: (body: unknown) => Promise<unknown>
  /** ms before the next client, after so many failures in a row; grows from 5 s to 5 min when absent */
  delayMs?: (failures: number) => number
}

/** A pong must come so soon after a ping, seconds; without it a half-open socket after sleep would go unnoticed. */
const pingTimeout = 10
const handshakeTimeoutMs = 15_000
const discoveryTimeoutMs = 15_000

/** Starts at once and keeps trying until closed. */
export function connect(init: ConnectInit): Connection {
  let client: WSClient | undefined
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let closed = false
  const dispatcher = envelopeDispatcher(init)

  function start(): void {
    client = makeClient(init, {
      onReady() {
        failures = 0
        init.log.info({}, 'connected to Feishu')
      },
      onError: restartLater,
    })
    void client.start({ eventDispatcher: dispatcher })
  }

  // The SDK ends for good on answers such as "busy" or "too many connections", which pass, and on a wrong secret,
  // which somebody may mend on the platform's side.
  function restartLater(error: Error): void {
    failures += 1
    const waitMs = (init.delayMs ?? growingDelayMs)(failures)
    init.log.error({ code: codeIn(error), failures, waitMs }, 'connection to Feishu refused')
    timer = setTimeout(() => {
      client?.close({ force: true })
      start()
    }, waitMs)
    timer.unref()
  }

  start()
  return {
    state: () => (closed ? 'closed' : stateOf(client)),
    close() {
      closed = true
      clearTimeout(timer)
      client?.close({ force: true })
    },
  }
}

/**
 * The SDK's dispatcher flattens header and event into one object, in which a card's token hides the header's and
 * the order of fields decides. So it is passed by: both transports give our reader the same envelope, and which
 * types are known is decided in one place (inbound.ts).
 */
function envelopeDispatcher({ log, onEnvelope }: ConnectInit): EventDispatcher {
  const dispatcher = new EventDispatcher({
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.info,
    cache: new DefaultCache(),
  })
  dispatcher.invoke = async (body: unknown) => onEnvelope(body)
  return dispatcher
}

function makeClient(
  init: ConnectInit,
  on: { onReady: () => void; onError: (error: Error) => void },
): WSClient {
  const { appId, appSecret, log } = init
  const domain = withoutSlash(init.domain)
  return new WSClient({
    appId,
    appSecret,
    domain,
    httpInstance: makeDiscoveryWire(domain, discoveryTimeoutMs),
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.info,
    autoReconnect: true,
    handshakeTimeoutMs,
    wsConfig: { pingTimeout },
    ...on,
    ...reconnectNotes(log),
  })
}

function reconnectNotes(log: FeishuLog): { onReconnecting: () => void; onReconnected: () => void } {
  return {
    onReconnecting: () => log.warn({}, 'connection to Feishu lost'),
    onReconnected: () => log.info({}, 'connected to Feishu again'),
  }
}

// The SDK says "idle" for a moment before its first attempt.
function stateOf(client: WSClient | undefined): ConnectionState {
  const state = client?.getConnectionStatus().state ?? 'idle'
  return state === 'idle' ? 'connecting' : state
}

function growingDelayMs(failures: number): number {
  const base = Math.min(5000 * 2 ** (failures - 1), 300_000)
  // Spread, so that the processes of one app do not come back all at once.
  return Math.round(base * (0.8 + Math.random() * 0.4))
}

/** The platform's number in the SDK's sentence; its text may quote an address. */
function codeIn(error: Error): number | undefined {
  const code = /code=(\d+)/.exec(error.message)?.[1]
  return code === undefined ? undefined : Number(code)
}
