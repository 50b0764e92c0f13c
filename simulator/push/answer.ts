// Reads the bot's answer to a card press as the client does: a toast, a new card, or an error number.

import { z } from 'zod'
import type { PressResult } from '../page-api.ts'
import type { PushAnswer } from './transport.ts'

const toastShape = z.object({
  type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
  content: z.string().optional(),
  i18n: z.record(z.string(), z.string()).optional(),
})

const answerShape = z.object({
  toast: toastShape.optional(),
  card: z.object({ type: z.string(), data: z.unknown() }).optional(),
})

/** What the pressing client does with an answer; `card` is the raw value to put in place, not yet checked. */
export type PressOutcome = { result: PressResult; card?: unknown }

/** @see the client's error numbers on the page of card.action.trigger */
export function pressOutcome(answer: PushAnswer): PressOutcome {
  switch (answer.kind) {
    case 'timeout':
      return failed(200341, '目标回调服务超时未响应')
    case 'unreachable':
      return failed(200342, '无法连接目标回调服务，应用可能不在线')
    case 'misrouted':
      return failed(200340, '目标回调服务未配置或未发布')
    case 'refused':
      return failed(200671, `目标回调服务返回了异常的状态码 ${answer.status}`)
    case 'garbled':
      return failed(200672, '目标回调服务返回了错误的响应体')
    case 'acked':
      return understood(answer.body)
  }
}

/** An error banner of the client. */
export function failed(code: number, text: string): PressOutcome {
  return { result: { error: { code, text } } }
}

function understood(body: unknown): PressOutcome {
  if (body === undefined || body === null || body === '') return { result: {} }
  const answer = answerShape.safeParse(body)
  if (!answer.success) return failed(200672, '目标回调服务返回了错误的响应体')
  const { toast, card } = answer.data
  if (card !== undefined && card.type !== 'raw') return failed(200673, '返回的卡片模板不存在')
  const content = toast?.i18n?.['zh_cn'] ?? toast?.content
  return {
    result: toast === undefined || content === undefined ? {} : { toast: { type: toast.type, content } },
    ...(card === undefined ? {} : { card: card.data }),
  }
}
