// Where the clock is moved to, as the page asks for it.

import { z } from 'zod'

export const moveSchema = z.union([
  z.strictObject({ toMs: z.number() }),
  z.strictObject({ next: z.literal('monday-09:00') }),
  z.strictObject({ advanceMs: z.number().min(0) }),
])

const shanghaiMs = 8 * 3_600_000
const dayMs = 86_400_000

/** The simulated ms a move means; Monday is that of Asia/Shanghai, always later than `nowMs`. */
export function targetMs(move: z.infer<typeof moveSchema>, nowMs: number): number {
  if ('toMs' in move) return move.toMs
  if ('advanceMs' in move) return nowMs + move.advanceMs
  const local = nowMs + shanghaiMs
  const midnight = local - (local % dayMs)
  const weekday = new Date(midnight).getUTCDay()
  const monday = midnight + ((8 - weekday) % 7) * dayMs + 9 * 3_600_000 - shanghaiMs
  return monday > nowMs ? monday : monday + 7 * dayMs
}
