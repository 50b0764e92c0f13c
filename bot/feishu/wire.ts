// The HTTP below the SDK: limits in time, one way to fail, one token request at a time. The SDK's own axios does
// the work. For client.ts and connection.ts only.
import { defaultHttpInstance, type HttpInstance, type HttpRequestOptions } from '@larksuiteoapi/node-sdk'
import { ofAnswer, ofAxios } from './http-failure.ts'

/** Longest life of any call, for an answer that trickles in; an idle one ends after `timeoutMs`. */
const deadlineMs = 120_000

const tokenPath = '/tenant_access_token/internal'

type Options = HttpRequestOptions<unknown>
type Send = (options: Options) => Promise<unknown>

/**
 * What the SDK's clients send through. Rejects with HttpFailure and nothing else, so that neither the SDK's
 * logger nor ours ever sees a body, the secret or a token. An HTTP 200 whose `code` is not 0 is a failure too.
 * @param domain decides about the proxy of the environment: never for a loopback address
 */
export function makeWire(domain: string, timeoutMs: number): HttpInstance {
  const send = sender(domain, timeoutMs)
  const tokens = new Map<string, Promise<unknown>>()
  return asInstance((options) => {
    const url = options.url ?? ''
    if (!url.endsWith(tokenPath)) return checked(send, options)
    // The SDK asks once per call that finds no token; all of them get the answer of the first.
    const asked = tokens.get(url) ?? checked(send, options).finally(() => tokens.delete(url))
    tokens.set(url, asked)
    return asked
  })
}

/**
 * The same for the long connection, whose client reads the code of the address look-up itself. A refusal without
 * `data` would hide that code from it and look like a network that comes back, so it gets an empty one.
 */
export function makeDiscoveryWire(domain: string, timeoutMs: number): HttpInstance {
  const send = sender(domain, timeoutMs)
  return asInstance(async (options) => {
    const body = await send(options)
    return isObject(body) && body['data'] == null ? { ...body, data: {} } : body
  })
}

/** Without a trailing slash, which the SDK would double. */
export function withoutSlash(domain: string): string {
  return domain.replace(/\/+$/, '')
}

async function checked(send: Send, options: Options): Promise<unknown> {
  const answer = await send(options)
  if (options.responseType === 'stream') return answer
  const failure = ofAnswer(options.$return_headers && isObject(answer) ? answer['data'] : answer)
  if (failure !== undefined) throw failure
  return answer
}

function sender(domain: string, timeoutMs: number): Send {
  const proxy = isLoopback(domain) ? { proxy: false as const } : {}
  return async (options) => {
    try {
      return await defaultHttpInstance.request({
        timeout: timeoutMs,
        ...options,
        ...multipart(options),
        ...proxy,
        signal: AbortSignal.timeout(deadlineMs),
      } as Parameters<typeof defaultHttpInstance.request>[0])
    } catch (error) {
      throw await ofAxios(error)
    }
  }
}

// A bare buffer would leave without a file name, and many receivers take such a part for a plain field.
function multipart(options: Options): { data?: FormData } {
  if (options.headers?.['Content-Type'] !== 'multipart/form-data' || !isObject(options.data)) return {}
  const fields = options.data
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (!(value instanceof Uint8Array)) form.append(name, String(value))
    else form.append(name, new File([Uint8Array.from(value)], String(fields['file_name'] ?? 'image')))
  }
  return { data: form }
}

function isLoopback(domain: string): boolean {
  if (!URL.canParse(domain)) return false
  const { hostname } = new URL(domain)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function asInstance(send: Send): HttpInstance {
  // What comes back has the shape the platform gave it; the SDK's types say which that is per call.
  const request = <R>(options: Options) => send(options) as Promise<R>
  const bare =
    (method: string) =>
    <T, R = T>(url: string, options?: Options) =>
      request<R>({ ...options, url, method })
  const withBody =
    (method: string) =>
    <T, R = T>(url: string, data?: unknown, options?: Options) =>
      request<R>({ ...options, url, data, method })
  return {
    request: <T, R = T>(options: Options) => request<R>(options),
    get: bare('GET'),
    delete: bare('DELETE'),
    head: bare('HEAD'),
    options: bare('OPTIONS'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  }
}
