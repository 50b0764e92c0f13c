// Counters for /metrics. Labels are fixed words; nothing of people or content.
import { Counter, Gauge, Registry } from 'prom-client'
import type { OnStep, Step } from './steps.ts'

export type Metrics = {
  onStep: OnStep
  count(kind: string, result: string): void
  queue(waiting: { triggers: number; outgoing: number; parked: number; uncertain: number }): void
  text(): Promise<string>
}

export function makeMetrics(): Metrics {
  const registers = [new Registry()]
  const stepCount = new Counter({
    name: 'anjian_steps_total',
    help: 'Corridor steps done',
    labelNames: ['step'],
    registers,
  })
  const received = new Counter({
    name: 'anjian_received_total',
    help: 'Events by kind and whether they were new',
    labelNames: ['kind', 'result'],
    registers,
  })
  const queued = new Gauge({
    name: 'anjian_queue',
    help: 'Rows that wait or need somebody',
    labelNames: ['state'],
    registers,
  })
  return {
    onStep: (step: Step) => stepCount.inc({ step }),
    count: (kind, result) => received.inc({ kind, result }),
    queue(waiting) {
      for (const [state, value] of Object.entries(waiting)) queued.set({ state }, value)
    },
    text: () => Registry.merge(registers).metrics(),
  }
}
