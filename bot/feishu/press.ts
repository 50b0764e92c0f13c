// A press on a card: what the card carried and what was typed. Pure; for inbound.ts only. Everything here comes
// from a client and is checked again by the handler.
import { z } from 'zod'
import type { PressIn } from '../context.ts'
import { idText } from './fields.ts'

const cardAction = z.object({
  operator: z.object({ open_id: idText }),
  context: z.object({ open_message_id: idText, open_chat_id: idText }),
  action: z.object({
    value: z.unknown(),
    form_value: z.record(z.string(), z.unknown()).catch({}),
    option: z.string().optional().catch(undefined),
  }),
})
const carried = z.looseObject({ act: z.string().min(1).max(100) })

/**
 * Reads the event of `card.action.trigger`. Ignored: `malformed`, or `noAct` when the value is not an object
 * with an `act`. Dates and times lose the zone the platform puts behind them (`2026-02-01 +0800`).
 * @see https://open.feishu.cn/document/feishu-cards/card-callback-communication
 */
export function readPress(event: unknown): PressIn | { ignore: 'malformed' | 'noAct' } {
  const { data } = cardAction.safeParse(event)
  if (data === undefined) return { ignore: 'malformed' }
  const value = carried.safeParse(data.action.value).data
  if (value === undefined) return { ignore: 'noAct' }
  return {
    kind: 'press',
    openId: data.operator.open_id,
    messageId: data.context.open_message_id,
    chatId: data.context.open_chat_id,
    act: value.act,
    value: pairs(value, plainValue),
    form: pairs(data.action.form_value, formValue),
    option: data.action.option === undefined ? undefined : withoutZone(data.action.option),
  }
}

// Object.fromEntries makes own properties, so a field called __proto__ stays a field.
function pairs<T>(from: Record<string, unknown>, read: (value: unknown) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) => {
      const known = read(value)
      return known === undefined ? [] : [[name, known]]
    }),
  )
}

function plainValue(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

function formValue(value: unknown): string | readonly string[] | boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return withoutZone(value)
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return undefined
  return value.filter((entry) => typeof entry === 'string')
}

function withoutZone(text: string): string {
  return /^(\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d \d\d:\d\d|\d\d:\d\d) [+-]\d{4}$/.test(text)
    ? text.slice(0, text.lastIndexOf(' '))
    : text
}
