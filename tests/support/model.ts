// A small server that speaks as a language model does, on loopback: it answers what a test says and remembers what it
// was asked.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
}

export type ModelServer = AsyncDisposable & {
  /** what LLM_BASE_URL is set to */
  readonly url: string
  /** every request so far, oldest first */
  readonly asked: readonly Asked[]
}

/** `silent` never answers; a number is the status it answers with; an address is where it sends on; else what it says. */
export async function startModel(answer: string | number | URL | 'silent'): Promise<ModelServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
    if (answer === 'silent') return
    if (typeof answer !== 'string') {
      if (typeof answer === 'number') response.writeHead(answer).end('{}')
      else response.writeHead(307, { location: answer.href }).end('{}')
      return
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: answer } }] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
