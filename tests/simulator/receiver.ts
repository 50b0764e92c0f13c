// An independent webhook receiver for the tests: decrypts and verifies by the platform's description, with none
// of the simulator's code.

import { createDecipheriv, createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Delivery = {
  body: Record<string, unknown>
  genuine: boolean
  headers: IncomingMessage['headers']
}

export type Reply = { status?: number; body?: string; headers?: Record<string, string>; silent?: true }

export type Receiver = {
  url: string
  deliveries: Delivery[]
  [Symbol.asyncDispose]: () => Promise<void>
}

/** Listens and answers challenges by itself; `reply` decides about everything else. */
export async function receive(encryptKey: string, reply: (delivery: Delivery) => Reply): Promise<Receiver> {
  const deliveries: Delivery[] = []
  const server: Server = createServer(async (request, response) => {
    const raw = await bytesOf(request)
    const outer = JSON.parse(raw) as { encrypt?: string }
    const body = JSON.parse(
      outer.encrypt === undefined ? raw : decrypted(outer.encrypt, encryptKey),
    ) as Record<string, unknown>
    if (body['type'] === 'url_verification') {
      response.end(JSON.stringify({ challenge: body['challenge'] }))
      return
    }
    const delivery = { body, genuine: signedRight(request, encryptKey, raw), headers: request.headers }
    deliveries.push(delivery)
    const answer = reply(delivery)
    if (answer.silent) return
    response.writeHead(answer.status ?? 200, answer.headers)
    response.end(answer.body ?? '{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/events`,
    deliveries,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bytesOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function decrypted(wire: string, encryptKey: string): string {
  const bytes = Buffer.from(wire, 'base64')
  const key = createHash('sha256').update(encryptKey).digest()
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8')
}

function signedRight(request: IncomingMessage, encryptKey: string, raw: string): boolean {
  const part = (name: string) => String(request.headers[name] ?? '')
  const text = part('x-lark-request-timestamp') + part('x-lark-request-nonce') + encryptKey + raw
  return part('x-lark-signature') === createHash('sha256').update(text).digest('hex')
}
