// The push queue: every event is delivered at once and, when it is not acknowledged, again after 15 s, 5 min,
// 1 h and 6 h of simulated time, with the same event_id. Then it counts as lost. Faults add duplicates, delays
// and another order.

import { setTimeout as wait } from 'node:timers/promises'
import { takeFault } from '../faults.ts'
import type { Tenant } from '../tenant.ts'
import { type EventBody, envelope } from './events.ts'
import type { PushAnswer, Transport } from './transport.ts'

/** Pauses before the attempts 2 to 5, each counted from the attempt before it. */
const redeliveryPausesMs = [15_000, 300_000, 3_600_000, 21_600_000] as const

/** One event on its way. `attempts` counts deliveries under the schedule, not the duplicates of a fault. */
export type PushedEvent = {
  eventId: string
  type: string
  event: Record<string, unknown>
  attempts: number
  state: 'sending' | 'acked' | 'waiting' | 'lost'
  /** simulated ms of the next attempt while waiting */
  dueMs?: number
}

export type Queue = {
  push: (body: EventBody) => PushedEvent
  /** Every event since the start, oldest first. */
  events: () => PushedEvent[]
  /** Simulated ms of the earliest redelivery, or `undefined` when none is waiting. */
  nextDueMs: () => number | undefined
  /** Delivers what is due by simulated now, in order of due time; resolves when all are answered. */
  deliverDue: () => Promise<void>
  /** Resolves when no delivery is under way. */
  settled: () => Promise<void>
}

type State = {
  tenant: Tenant
  transport: () => Transport
  all: PushedEvent[]
  waiting: Set<PushedEvent>
  underway: Set<Promise<void>>
  heldBack: PushedEvent[]
}

/** `transport` is asked at every delivery: it may change while events wait. */
export function makeQueue(tenant: Tenant, transport: () => Transport): Queue {
  const state: State = { tenant, transport, all: [], waiting: new Set(), underway: new Set(), heldBack: [] }
  return {
    push: (body) => push(state, body),
    events: () => [...state.all],
    nextDueMs: () => byDueTime(state)[0]?.dueMs,
    deliverDue: () => deliverDue(state),
    settled: async () => {
      while (state.underway.size > 0) await Promise.all(state.underway)
    },
  }
}

function push(state: State, body: EventBody): PushedEvent {
  const pushed: PushedEvent = {
    eventId: state.tenant.ids.event(),
    type: body.type,
    event: body.event,
    attempts: 0,
    state: 'sending',
  }
  state.all.push(pushed)
  state.heldBack.unshift(pushed)
  const hold = takeFault(state.tenant.faults, 'reorderEvents') && state.tenant.faults.reorderEvents > 0
  if (!hold) release(state)
  return pushed
}

// newest first: that is the point of holding back
function release(state: State): void {
  for (const pushed of state.heldBack.splice(0)) void start(state, () => firstDelivery(state, pushed))
}

function start(state: State, work: () => Promise<void>): Promise<void> {
  const running = work().finally(() => state.underway.delete(running))
  state.underway.add(running)
  return running
}

async function firstDelivery(state: State, pushed: PushedEvent): Promise<void> {
  const { faults, ids } = state.tenant
  const twin = pushed.type === 'im.message.receive_v1' && takeFault(faults, 'duplicateUnderNewId')
  const copies = faults.duplicateEvents
  await attempt(state, pushed)
  for (let copy = 0; copy < copies; copy++) await deliver(state, pushed, `duplicate ${copy + 1}`)
  if (twin) await deliver(state, { ...pushed, eventId: ids.event() }, 'duplicate under another event_id')
}

async function attempt(state: State, pushed: PushedEvent): Promise<void> {
  pushed.attempts += 1
  pushed.state = 'sending'
  delete pushed.dueMs
  state.waiting.delete(pushed)
  const label = pushed.attempts === 1 ? '' : `redelivered ${pushed.attempts - 1}`
  const answer = await deliver(state, pushed, label)
  if (answer.kind === 'acked' || answer.kind === 'garbled') {
    pushed.state = 'acked'
    return
  }
  const pause = redeliveryPausesMs[pushed.attempts - 1]
  if (pause === undefined) {
    pushed.state = 'lost'
    logLine(state, pushed, 'lost: five deliveries without an ack', 0, null)
    return
  }
  pushed.state = 'waiting'
  pushed.dueMs = state.tenant.clock.now() + pause
  state.waiting.add(pushed)
}

async function deliver(state: State, pushed: PushedEvent, label: string): Promise<PushAnswer> {
  const { tenant } = state
  if (tenant.faults.delayPushesMs > 0) await wait(tenant.faults.delayPushesMs)
  const transport = state.transport()
  const body = envelope(tenant, pushed, pushed.eventId, transport.token)
  const startedMs = tenant.stopwatch()
  const answer = await transport.deliver({ use: 'event', body })
  const tookMs = Math.round(tenant.stopwatch() - startedMs)
  const words = [label, answerWords(answer)].filter((word) => word !== '')
  logLine(state, pushed, words.join(', '), tookMs, body, answer)
  return answer
}

function answerWords(answer: PushAnswer): string {
  switch (answer.kind) {
    case 'acked':
    case 'garbled':
      return 'ack'
    case 'refused':
      return `refused ${answer.status}`
    case 'timeout':
      return 'no ack in time'
    case 'unreachable':
      return 'nobody connected'
    case 'misrouted':
      return 'misrouted'
  }
}

function byDueTime(state: State): PushedEvent[] {
  return [...state.waiting].sort((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0))
}

async function deliverDue(state: State): Promise<void> {
  if (state.tenant.faults.reorderEvents === 0) release(state)
  const now = state.tenant.clock.now()
  const due = byDueTime(state).filter(({ dueMs }) => dueMs !== undefined && dueMs <= now)
  await Promise.all(due.map((pushed) => start(state, () => attempt(state, pushed))))
}

function logLine(
  state: State,
  pushed: PushedEvent,
  result: string,
  tookMs: number,
  body: unknown,
  answer: unknown = null,
): void {
  const atMs = state.tenant.clock.now()
  state.tenant.log.add({ atMs, direction: 'event', name: pushed.type, result, tookMs, body, answer })
}
