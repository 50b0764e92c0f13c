// A bot without the SDK, for what the SDK never does: acks from another socket, odd acks, no ping at all.

import { WebSocket } from 'ws'
import { decodeFrame, encodeFrame, type Frame, headerOf } from '../../simulator/push/frames.ts'
import type { Simulator } from '../../simulator/simulator.ts'

export type RawBot = {
  socket: WebSocket
  pushes: Frame[]
  nextPush: () => Promise<Frame>
  ack: (push: Frame, payload: string) => void
}

/** Asks for an address as the SDK does. */
export async function discover(
  simulator: Simulator,
): Promise<{ code: number; data: { URL: string } | null }> {
  const { appId, appSecret } = simulator.app
  const response = await fetch(`${simulator.url}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ AppID: appId, AppSecret: appSecret }),
  })
  return (await response.json()) as { code: number; data: { URL: string } | null }
}

const ping = encodeFrame({ seqId: 0n, logId: 0n, service: 1, method: 0, headers: [['type', 'ping']] })

/** Opens a socket; with 'silent' it never pings, so it does not count as connected. */
export async function openRawBot(simulator: Simulator, manner: 'pinging' | 'silent'): Promise<RawBot> {
  const { data } = await discover(simulator)
  const socket = new WebSocket(data?.URL ?? '')
  const pushes: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  let welcome: (() => void) | undefined
  const ponged = new Promise<void>((resolve) => {
    welcome = resolve
  })
  socket.on('error', () => undefined)
  socket.on('message', (bytes) => {
    const frame = decodeFrame(bytes as Buffer)
    if (headerOf(frame, 'type') === 'pong') welcome?.()
    else {
      pushes.push(frame)
      waiting.shift()?.(frame)
    }
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  if (manner === 'pinging') {
    socket.send(ping)
    await ponged
  }
  return {
    socket,
    pushes,
    nextPush: () => new Promise((resolve) => waiting.push(resolve)),
    ack: (push, payload) =>
      socket.send(
        encodeFrame({ ...push, headers: [...push.headers, ['biz_rt', '-3']], payload: Buffer.from(payload) }),
      ),
  }
}
