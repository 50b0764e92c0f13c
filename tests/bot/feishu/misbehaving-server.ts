// A server in the place of the platform that misbehaves as a test tells it, and a client to it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import { type FeishuApi, makeFeishu } from '../../../bot/feishu/client.ts'

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

const patientMs = 10_000
export const impatientMs = 100

export type Wire = {
  /** what the server does with the next request that is not for a token */
  answer: Answer
  server: ReturnType<typeof createServer>
  /** a patient client, unless the test puts another in its place */
  feishu: FeishuApi
  client(timeoutMs: number): FeishuApi
  send(): Promise<unknown>
}

/** A server that does whatever the test says, and a client to it, both new for each test. */
export function useWire(): Wire {
  let domain = ''
  const wire = {
    client: (timeoutMs: number) =>
      makeFeishu({ appId: 'cli_a5a5a5a5a5a5a5a5', appSecret: 's', domain, log: silent, timeoutMs }),
    send: () => wire.feishu.send({ chatId: 'oc_1' }, 'text', '{"text":"x"}', 'u1'),
  } as Wire
  beforeEach(async () => {
    wire.server = createServer((request, response) => {
      if (!request.url?.endsWith('/internal')) return wire.answer(response, request)
      response.setHeader('Content-Type', 'application/json')
      response.end('{"code":0,"tenant_access_token":"t-1","expire":7200}')
    })
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve))
    domain = `http://127.0.0.1:${(wire.server.address() as AddressInfo).port}`
    wire.feishu = wire.client(patientMs)
  })
  afterEach(() => {
    wire.server.closeAllConnections()
    wire.server.close()
  })
  return wire
}

/** Answers everything with this. */
export function says(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
}
