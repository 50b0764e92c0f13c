// What the platform sends becomes one of our inputs with the right key and lane, or is left aside; never a throw.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inbound } from '../../../bot/context.ts'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'

const bot = 'ou_bot1'

function envelope(type: string, event: unknown, header: object = {}) {
  return {
    schema: '2.0',
    header: { event_id: 'e1f0', event_type: type, create_time: '1767225600123', token: '', ...header },
    event,
  }
}

function messageBody(message: object = {}, sender: object = {}) {
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

const received = (message: object = {}, sender: object = {}) =>
  readEnvelope(envelope('im.message.receive_v1', messageBody(message, sender)), bot)

function only<K extends Inbound['kind']>(read: ReturnType<typeof readEnvelope>, kind: K) {
  if ('ignore' in read || read.event.kind !== kind) throw new Error(`not a ${kind}: ${JSON.stringify(read)}`)
  return read.event as Extract<Inbound, { kind: K }>
}

const mention = (key: string, name: string, openId: string) => ({ key, name, id: { open_id: openId } })
const mentionsBot = [mention('@_user_1', '安监通', bot)]

describe('a message', () => {
  test('becomes an input under its message id, in the lane of its sender', () => {
    expect(received({ parent_id: 'om_demo00' })).toEqual({
      key: 'message:om_demo01',
      kind: 'message',
      lane: 'ou_demo01',
      event: {
        kind: 'message',
        messageId: 'om_demo01',
        chatId: 'oc_demo01',
        chatType: 'group',
        openId: 'ou_demo01',
        parentId: 'om_demo00',
        mentioned: false,
        text: '你好',
        messageType: 'text',
        resources: [],
        sentAtMs: 1_767_225_599_900,
      },
    })
  })

  test('has the same key under two event ids', () => {
    const first = readEnvelope(envelope('im.message.receive_v1', messageBody(), { event_id: 'a' }), bot)
    const second = readEnvelope(envelope('im.message.receive_v1', messageBody(), { event_id: 'b' }), bot)

    expect(first).toEqual(second)
  })

  test('of a bot is left aside', () => {
    expect(received({}, { sender_type: 'bot' })).toEqual({ ignore: 'notAPerson' })
    expect(received({}, { sender_type: 'app' })).toEqual({ ignore: 'notAPerson' })
  })

  test.each([
    ['1767225599900', 1_767_225_599_900],
    ['1767225599900123', 1_767_225_599_900],
    ['1767225599', 1_767_225_599_000],
    [1767225599900, 1_767_225_599_900],
    ['soon', 1_767_225_600_123],
    [undefined, 1_767_225_600_123],
  ])('stamped %s was said at %i', (stamp, expected) => {
    expect(only(received({ create_time: stamp }), 'message').sentAtMs).toBe(expected)
  })

  test('without any moment is left aside', () => {
    const body = envelope('im.message.receive_v1', messageBody({ create_time: '' }), { create_time: '' })

    expect(readEnvelope(body, bot)).toEqual({ ignore: 'malformed' })
  })

  test('in a chat of an unknown type counts as said in a group', () => {
    expect(only(received({ chat_type: 'topic_group' }), 'message').chatType).toBe('group')
  })
})

describe('mentions', () => {
  const said = (text: string, mentions: unknown, chat_type = 'group') =>
    only(received({ content: JSON.stringify({ text }), mentions, chat_type }), 'message')

  test.each([
    ['@_user_1 达标 沁水县', '达标 沁水县'],
    ['达标 @_user_1 沁水县', '达标 沁水县'],
    ['@_user_1', ''],
    ['@_user_1 \n第一行\n第二行', '第一行\n第二行'],
  ])('of the bot vanish from %j', (text, expected) => {
    const message = said(text, mentionsBot)

    expect(message).toMatchObject({ text: expected, mentioned: true })
  })

  test('of others become names', () => {
    const mentions = [...mentionsBot, mention('@_user_2', '张三', 'ou_z')]

    expect(said('@_user_1 @_user_2 调到应急办', mentions).text).toBe('@张三 调到应急办')
  })

  test('of others only do not speak to the bot', () => {
    expect(said('@_user_1 你好', [mention('@_user_1', '张三', 'ou_z')])).toMatchObject({
      mentioned: false,
      text: '@张三 你好',
    })
  })

  test('of everyone do not speak to the bot', () => {
    const everyone = { key: '@_all', name: '所有人', id: { open_id: '' } }

    expect(said('@_all 开会', [])).toMatchObject({ mentioned: false, text: '@所有人 开会' })
    expect(said('@_all 开会', [everyone])).toMatchObject({ mentioned: false, text: '@所有人 开会' })
  })

  test('number twelve is not read as number one', () => {
    const mentions = Array.from({ length: 12 }, (_, i) =>
      mention(`@_user_${i + 1}`, '甲乙丙丁戊己庚辛壬癸子丑'[i] ?? '', `ou_${i}`),
    )

    expect(said('@_user_12 @_user_1', mentions).text).toBe('@丑 @甲')
    expect(said('@_user_12人', mentions.slice(0, 1)).text).toBe('@甲2人')
  })

  test('are not needed in a private chat', () => {
    expect(said('你好', undefined, 'p2p').mentioned).toBe(true)
  })

  test('that somebody only typed stay as they are', () => {
    expect(said('@_user_9 你好', mentionsBot).text).toBe('@_user_9 你好')
  })

  test.each([
    [7],
    [[null]],
    [[{}]],
    [[{ key: '', name: 'x', id: { open_id: bot } }]],
    [[{ key: '(', name: '$&' }]],
  ])('of the shape %j break nothing', (mentions) => {
    expect(said('a(b', mentions).text).toMatch(/^a(\(|@\$&)b$/)
  })
})

describe('each type of message', () => {
  const read = (message_type: string, content: unknown, mentions: unknown = []) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const {
      text: said,
      resources,
      messageType,
    } = only(received({ message_type, content: text, mentions }), 'message')
    return { text: said, resources, messageType }
  }

  test('a post gives title, lines, names of mentions, image and video', () => {
    const content = {
      title: '隐患',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '安监通' },
          { tag: 'text', text: ' 皮带机', style: ['bold'] },
          { tag: 'a', href: 'https://example.test', text: '详情' },
          { tag: 'at', user_id: '@_user_2', user_name: '张三' },
        ],
        [{ tag: 'img', image_key: 'img_v3_1' }],
        [{ tag: 'media', file_key: 'file_v3_2', image_key: 'img_cover', file_name: 'a.mp4' }],
        [{ tag: 'emotion', emoji_type: 'OK' }, { tag: 'hr' }, { tag: 'code_block', text: '末行' }],
        [{ tag: 'at', user_id: 'all' }],
      ],
    }

    expect(read('post', content, [...mentionsBot, mention('@_user_2', '张三', 'ou_z')])).toEqual({
      messageType: 'post',
      text: '隐患\n皮带机详情@张三\n末行\n@所有人',
      resources: [
        { key: 'img_v3_1', type: 'image', name: '' },
        { key: 'file_v3_2', type: 'file', name: 'a.mp4' },
      ],
    })
  })

  test.each([
    ['text', { text: ' 达标 ' }, '达标', []],
    ['image', { image_key: 'img_v3_d' }, '', [{ key: 'img_v3_d', type: 'image', name: '' }]],
    [
      'file',
      { file_key: 'f_1', file_name: '花名册.xlsx' },
      '',
      [{ key: 'f_1', type: 'file', name: '花名册.xlsx' }],
    ],
    ['audio', { file_key: 'f_1', duration: 2000 }, '', [{ key: 'f_1', type: 'file', name: '' }]],
    [
      'media',
      { file_key: 'f_1', image_key: 'img_c', file_name: 'a.mp4' },
      '',
      [{ key: 'f_1', type: 'file', name: 'a.mp4' }],
    ],
    ['sticker', { file_key: 'f_1' }, '', []],
    ['folder', { file_key: 'f_1', file_name: '资料' }, '', []],
    ['location', { name: '子丑煤业', longitude: '112.8', latitude: '35.5' }, '子丑煤业', []],
    ['interactive', { title: 'T', elements: [[{ tag: 'text', text: '达标' }]] }, '', []],
    ['merge_forward', { content: 'Merged and Forwarded Message' }, '', []],
    ['share_chat', { chat_id: 'oc_1' }, '', []],
    ['share_user', { user_id: 'ou_1' }, '', []],
    ['system', { template: '{from_user} invited' }, '', []],
    ['hongbao', { text: '恭喜' }, '', []],
  ])('%s', (type, content, text, resources) => {
    expect(read(type, content)).toEqual({ messageType: type, text, resources })
  })

  test.each(['text', 'post', 'image', 'file', 'audio', 'media', 'location', 'sticker'])(
    'a %s whose content is broken is still a message',
    (type) => {
      const broken = ['', 'null', '7', '[]', '{', '{"text":7}', '{"content":7}', '{"content":[[7,null,{}]]}']
      for (const content of [...broken, '{"image_key":"../../x","file_key":"a/b"}']) {
        expect(read(type, content)).toEqual({ messageType: type, text: '', resources: [] })
      }
    },
  )
})

describe('a press', () => {
  const press = (action: unknown, rest: object = {}) =>
    readEnvelope(
      envelope(
        'card.action.trigger',
        {
          operator: { open_id: 'ou_demo01' },
          token: 'c-4b1d',
          action,
          host: 'im_message',
          context: { open_message_id: 'om_bot01', open_chat_id: 'oc_demo01' },
          ...rest,
        },
        { create_time: '1767225708000000' },
      ),
      bot,
    )

  test('becomes an input under its event id, in the lane of the person', () => {
    expect(press({ value: { act: 'save', draft: 7, rev: '2' }, tag: 'button' })).toEqual({
      key: 'event:e1f0',
      kind: 'press',
      lane: 'ou_demo01',
      event: {
        kind: 'press',
        openId: 'ou_demo01',
        messageId: 'om_bot01',
        chatId: 'oc_demo01',
        act: 'save',
        value: { act: 'save', draft: 7, rev: '2' },
        form: {},
        option: undefined,
      },
    })
  })

  test('brings what was typed, dates without their zone', () => {
    const form_value = {
      note: '第一行\n 2026-02-01 +0800',
      multi: ['a', 'b', 7],
      empty: '',
      day: '2026-02-01 +0800',
      at: '2026-02-01 09:30 +0800',
      t: '09:30 +0800',
      yes: true,
      count: 3,
      nothing: null,
      odd: { a: 1 },
    }

    expect(only(press({ value: { act: 'save' }, form_value }), 'press').form).toEqual({
      note: '第一行\n 2026-02-01 +0800',
      multi: ['a', 'b'],
      empty: '',
      day: '2026-02-01',
      at: '2026-02-01 09:30',
      t: '09:30',
      yes: true,
      count: '3',
    })
  })

  test('of a select or date picker brings its option', () => {
    expect(only(press({ value: { act: 'pick' }, option: 'u102' }), 'press').option).toBe('u102')
    expect(only(press({ value: { act: 'pick' }, option: '2026-02-01 +0800' }), 'press').option).toBe(
      '2026-02-01',
    )
  })

  test.each([
    ['{"act":"save"}'],
    [undefined],
    [null],
    [['act']],
    [{}],
    [{ act: 7 }],
    [{ act: '' }],
    [{ act: 'x'.repeat(101) }],
  ])('with the value %j carries nothing to do', (value) => {
    expect(press({ value })).toEqual({ ignore: 'noAct' })
  })

  test('without a message to belong to is malformed', () => {
    expect(press({ value: { act: 'save' } }, { context: {} })).toEqual({ ignore: 'malformed' })
    expect(press(undefined)).toEqual({ ignore: 'malformed' })
  })

  test('cannot bring anything but words and numbers, nor a prototype', () => {
    const value = JSON.parse('{"act":"save","__proto__":{"admin":1},"deep":{"a":1},"yes":true}')

    const read = only(press({ value, form_value: JSON.parse('{"__proto__":"x"}') }), 'press')

    expect(read.value).toEqual({ act: 'save' })
    expect(Object.getPrototypeOf(read.value)).toBe(Object.prototype)
    expect('admin' in read.value).toBe(false)
  })
})

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
      key: 'event:e1f0',
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
