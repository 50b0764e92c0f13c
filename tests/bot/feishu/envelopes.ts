// Envelopes as the platform pushes them, for the tests of their reader.
import type { Inbound } from '../../../bot/context.ts'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'

export const bot = 'ou_bot1'

export function envelope(type: string, event: unknown, header: object = {}) {
  return {
    schema: '2.0',
    header: { event_id: 'e1f0', event_type: type, create_time: '1767225600123', token: '', ...header },
    event,
  }
}

export function messageBody(message: object = {}, sender: object = {}) {
  return {
    sender: { sender_id: { union_id: 'on_1', open_id: 'ou_demo01' }, sender_type: 'user', ...sender },
    message: {
      message_id: 'om_demo01',
      create_time: '1767225599900',
      chat_id: 'oc_demo01',
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"你好"}',
      ...message,
    },
  }
}

export const received = (message: object = {}, sender: object = {}) =>
  readEnvelope(envelope('im.message.receive_v1', messageBody(message, sender)), bot)

export function only<K extends Inbound['kind']>(read: ReturnType<typeof readEnvelope>, kind: K) {
  if ('ignore' in read || read.event.kind !== kind) throw new Error(`not a ${kind}: ${JSON.stringify(read)}`)
  return read.event as Extract<Inbound, { kind: K }>
}

export const mention = (key: string, name: string, openId: string) => ({ key, name, id: { open_id: openId } })
export const mentionsBot = [mention('@_user_1', '安监通', bot)]
