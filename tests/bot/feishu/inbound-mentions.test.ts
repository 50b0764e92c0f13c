// Who is mentioned in a message: whether it speaks to the bot, and the words without placeholders.
import { describe, expect, test } from 'vitest'
import { bot, mention, mentionsBot, only, received } from './envelopes.ts'

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
