// Happenings beside messages and presses become our inputs, the rest is left aside; never a throw.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'
import { bot, envelope, messageBody, received } from './envelopes.ts'

describe('other happenings', () => {
  const operator_id = { open_id: 'ou_demo01' }
  const chat = { chat_id: 'oc_demo01', operator_id, external: false, name: '县安委会' }
  const left = { kind: 'botRemoved', chatId: 'oc_demo01' }

  test.each([
    [
      'application.bot.menu_v6',
      { operator: { operator_id }, event_key: 'help', timestamp: 1767225704 },
      'menu',
      'ou_demo01',
      { kind: 'menu', openId: 'ou_demo01', eventKey: 'help' },
    ],
    [
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      {
        chat_id: 'oc_p2p01',
        operator_id,
        last_message_id: 'om_last',
        last_message_create_time: '1767220000000',
      },
      'entered',
      'ou_demo01',
      { kind: 'entered', openId: 'ou_demo01', chatId: 'oc_p2p01', firstTime: false },
    ],
    [
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      { chat_id: 'oc_p2p01', operator_id },
      'entered',
      'ou_demo01',
      { kind: 'entered', openId: 'ou_demo01', chatId: 'oc_p2p01', firstTime: true },
    ],
    [
      'im.message.recalled_v1',
      {
        message_id: 'om_demo01',
        chat_id: 'oc_demo01',
        recall_time: '1767225699000',
        recall_type: 'message_owner',
      },
      'recalled',
      'chat:oc_demo01',
      { kind: 'recalled', messageId: 'om_demo01', chatId: 'oc_demo01' },
    ],
    [
      'im.chat.member.bot.added_v1',
      chat,
      'member',
      'chat:oc_demo01',
      { kind: 'botAdded', chatId: 'oc_demo01', chatName: '县安委会', openId: 'ou_demo01' },
    ],
    ['im.chat.member.bot.deleted_v1', chat, 'member', 'chat:oc_demo01', left],
    ['im.chat.disbanded_v1', chat, 'member', 'chat:oc_demo01', left],
  ])('%s', (type, event, kind, lane, expected) => {
    expect(readEnvelope(envelope(type, event), bot)).toEqual({
      key: kind === 'recalled' ? 'recalled:om_demo01' : 'event:e1f0',
      kind,
      lane,
      event: expected,
    })
  })
})

describe('what is left aside', () => {
  test.each([
    [undefined],
    [null],
    [7],
    ['x'],
    [[]],
    [{}],
    [{ ts: '1', uuid: 'u', type: 'event_callback', event: {} }],
  ])('%j is not schema 2.0', (body) => {
    expect(readEnvelope(body, bot)).toEqual({ ignore: 'notSchema2' })
  })

  test.each(['im.message.message_read_v1', 'contact.user.updated_v3', 'toString', '__proto__', ''])(
    'an event of the type %j is unsupported',
    (type) => {
      expect(readEnvelope(envelope(type, {}), bot)).toEqual({ ignore: 'unsupported' })
    },
  )

  const supported = [
    'im.message.receive_v1',
    'card.action.trigger',
    'application.bot.menu_v6',
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'im.message.recalled_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.disbanded_v1',
  ]

  test.each(supported)('%s with a broken event is malformed', (type) => {
    for (const event of [undefined, null, 7, [], {}, { message: {}, sender: {} }, { chat_id: '../x' }]) {
      expect(readEnvelope(envelope(type, event), bot)).toEqual({ ignore: 'malformed' })
    }
  })

  test('an id that could leave its place in an address is malformed', () => {
    expect(received({ message_id: 'om_1/../../x' })).toEqual({ ignore: 'malformed' })
    expect(readEnvelope(envelope('im.chat.disbanded_v1', { chat_id: 'oc 1' }), bot)).toEqual({
      ignore: 'malformed',
    })
  })

  test('no JSON makes it throw', () => {
    const type = fc.constantFrom(...supported)
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record({ message: fc.jsonValue(), sender: fc.jsonValue(), action: fc.jsonValue() }),
      fc.jsonValue().map((mentions) => messageBody({ mentions })),
      fc
        .tuple(fc.constantFrom('text', 'post', 'file'), fc.json())
        .map(([t, content]) => messageBody({ message_type: t, content })),
    )

    fc.assert(
      fc.property(type, event, (event_type, body) => {
        const read = readEnvelope(envelope(event_type, body), bot)
        expect('ignore' in read || read.key.length > 6).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect('ignore' in readEnvelope(body, bot)).toBe(true)
      }),
    )
  })
})
