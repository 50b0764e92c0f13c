// A press on a card becomes our input: who, on which message, what to do and what was typed.
import { describe, expect, test } from 'vitest'
import { readEnvelope } from '../../../bot/feishu/inbound.ts'
import { bot, envelope, only } from './envelopes.ts'

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
