// The long connection: sockets of the bot, ping and pong, pushes with their acknowledgements. A socket counts
// as connected from its first ping, because the SDK loses what arrives before it.

import type { Server } from 'node:http'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { takeFault } from '../faults.ts'
import type { Tenant } from '../tenant.ts'
import { ackedBody } from './ack.ts'
import { fragmentsOf } from './fragments.ts'
import { decodeFrame, encodeFrame, type Frame, headerOf } from './frames.ts'
import type { ClientConfig } from './tickets.ts'
import { makeTickets, serviceId, type Tickets } from './tickets.ts'
import type { Push, PushAnswer, Transport } from './transport.ts'

export type LongConnection = Transport & {
  /** the addresses handed out by endpoint discovery */
  tickets: Tickets
  /** Whether no further socket is let in. */
  full: () => boolean
  /** Breaks every open socket at once. */
  cutSockets: () => void
  close: () => void
}

type Waiting = { settle: (answer: PushAnswer) => void }

type Line = {
  tenant: Tenant
  answerWithinMs: number
  config: ClientConfig
  /** sockets that have sent a ping */
  ready: Set<WebSocket>
  /** push id → who waits for its ack; an ack may come on any socket */
  waiting: Map<string, Waiting>
}

const maxSockets = 50

/** Serves `/ws/v2` of `server`. `answerWithinMs` is the platform's 3 seconds. */
export function openLongConnection(
  tenant: Tenant,
  server: Server,
  config: ClientConfig,
  answerWithinMs: number,
): LongConnection {
  const line: Line = { tenant, answerWithinMs, config, ready: new Set(), waiting: new Map() }
  const tickets = makeTickets(tenant.ids)
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const address = new URL(request.url ?? '/', 'http://local')
    const refusal = refusalOf(address, tickets, sockets.clients.size)
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => attend(line, opened))
  })
  return {
    kind: 'ws',
    token: '',
    tickets,
    full: () => sockets.clients.size >= maxSockets,
    connected: () => line.ready.size > 0,
    deliver: (push) => deliver(line, push),
    cutSockets: () => {
      for (const socket of sockets.clients) drop(line, socket)
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      for (const { settle } of line.waiting.values()) settle({ kind: 'unreachable' })
    },
  }
}

function refusalOf(address: URL, tickets: Tickets, open: number): string | undefined {
  if (address.pathname !== '/ws/v2') return '404 Not Found'
  if (open >= maxSockets)
    return '514 Auth Failed\r\nHandshake-Status: 514\r\nHandshake-Msg: too many connections\r\nHandshake-Autherrcode: 1000040350'
  if (!tickets.use(address.searchParams.get('ticket') ?? ''))
    return '514 Auth Failed\r\nHandshake-Status: 514\r\nHandshake-Msg: invalid ticket'
  return undefined
}

function attend(line: Line, socket: WebSocket): void {
  socket.on('message', (data) => {
    const frame = readFrame(line.tenant, data)
    if (frame === undefined) return
    if (frame.method === 0) welcomePing(line, socket, frame)
    else settleAck(line, frame)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => drop(line, socket))
}

// at once, not when the close has gone through: nothing more may be pushed on it
function drop(line: Line, socket: WebSocket): void {
  socket.terminate()
  if (line.ready.delete(socket) && line.ready.size === 0) line.tenant.changes.announce({ type: 'bot' })
}

function readFrame(tenant: Tenant, data: unknown): Frame | undefined {
  try {
    return decodeFrame(data as Uint8Array)
  } catch (error) {
    logLine(tenant, 'long connection', `frame not decodable: ${String(error)}`, null)
    return undefined
  }
}

function welcomePing(line: Line, socket: WebSocket, ping: Frame): void {
  if (headerOf(ping, 'type') !== 'ping') return
  const first = line.ready.size === 0
  line.ready.add(socket)
  const payload = new TextEncoder().encode(JSON.stringify(line.config))
  socket.send(encodeFrame({ ...ping, headers: [['type', 'pong']], payload }))
  if (first) line.tenant.changes.announce({ type: 'bot' })
}

function settleAck(line: Line, ack: Frame): void {
  const pushId = headerOf(ack, 'message_id')
  const waiting = line.waiting.get(pushId)
  if (waiting === undefined) {
    logLine(line.tenant, 'late ack', `nobody waits for push ${pushId} any more`, null)
    return
  }
  waiting.settle(ackedBody(ack.payload))
}

function deliver(line: Line, push: Push): Promise<PushAnswer> {
  const socket = pick(line)
  if (socket === undefined) return Promise.resolve({ kind: 'unreachable' })
  if (push.use === 'callback' && takeFault(line.tenant.faults, 'cardFrames')) {
    for (const frame of framesOf(line, push, 'card')) socket.send(encodeFrame(frame))
    return Promise.resolve({ kind: 'misrouted' })
  }
  const frames = framesOf(line, push, 'event')
  const pushId = headerOf(frames[0] as Frame, 'message_id')
  const deaf = takeFault(line.tenant.faults, 'dropAcks')
  const answer = new Promise<PushAnswer>((resolve) => {
    const timer = setTimeout(() => settle({ kind: 'timeout' }), line.answerWithinMs)
    const settle = (result: PushAnswer) => {
      clearTimeout(timer)
      line.waiting.delete(pushId)
      resolve(result)
    }
    line.waiting.set(pushId, { settle: (result) => settle(deaf ? { kind: 'timeout' } : result) })
  })
  for (const frame of frames) socket.send(encodeFrame(frame))
  if (takeFault(line.tenant.faults, 'cutAfterPush')) drop(line, socket)
  return answer
}

function pick(line: Line): WebSocket | undefined {
  const open = [...line.ready].filter((socket) => socket.readyState === socket.OPEN)
  return open[line.tenant.ids.below(Math.max(1, open.length))]
}

function framesOf(line: Line, push: Push, type: 'event' | 'card'): Frame[] {
  const { ids, faults, clock } = line.tenant
  const pushId = ids.event()
  const whole = new TextEncoder().encode(JSON.stringify(push.body))
  const parts = fragmentsOf(whole, faults.fragments, ids)
  const sent = parts.length > 1 && takeFault(faults, 'loseLastFragment') ? parts.slice(0, -1) : parts
  return sent.map(({ seq, bytes }) => ({
    seqId: 1n,
    logId: 1n,
    service: serviceId,
    method: 1,
    headers: [
      ['type', type],
      ['message_id', pushId],
      ['sum', String(parts.length)],
      ['seq', String(seq)],
      ['trace_id', pushId],
      ['timestamp', String(clock.now())],
    ],
    payload: bytes,
  }))
}

function logLine(tenant: Tenant, name: string, result: string, body: unknown): void {
  const atMs = tenant.clock.now()
  tenant.log.add({ atMs, direction: 'event', name, result, tookMs: 0, body, answer: null })
}
