// A message of a person becomes our input: key, lane, words, files.
import { describe, expect, test } from 'vitest'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'
import { bot, envelope, mention, mentionsBot, messageBody, only, received } from './envelopes.ts'

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
