// Card presses: the exact payload, forms, and what the person sees when the answer is wrong.

import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import {
  buttonCard,
  clerk,
  clientFor,
  connectBot,
  group,
  impatient,
  leader,
  simulate,
  startMs,
} from './bot.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const option = (value: string) => ({ text: plain(value), value })

const form = JSON.stringify({
  schema: '2.0',
  config: { update_multi: true },
  body: {
    elements: [
      {
        tag: 'form',
        name: 'staffing',
        elements: [
          { tag: 'input', name: 'note', default_value: '原有说明' },
          { tag: 'select_static', name: 'unit', initial_option: 'u1', options: [option('u1'), option('u2')] },
          { tag: 'multi_select_static', name: 'kinds', options: [option('k1'), option('k2')] },
          { tag: 'date_picker', name: 'day', initial_date: '2026-03-05' },
          { tag: 'picker_time', name: 'at' },
          { tag: 'picker_datetime', name: 'moment' },
          { tag: 'select_person', name: 'who', options: [] },
          { tag: 'checker', name: 'sure', text: plain('已核对') },
          {
            tag: 'button',
            name: 'ok',
            text: plain('提交'),
            form_action_type: 'submit',
            behaviors: [{ type: 'callback', value: { act: 'submit', rev: 3 } }],
          },
        ],
      },
    ],
  },
})

test('a submitted form carries every field in the documented shape', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => ({}))
  const messageId = await sendCard(simulator, form)

  const result = await simulator.click({
    as: clerk,
    messageId,
    label: '提交',
    form: {
      unit: 'u2',
      kinds: ['k1', 'k2'],
      at: '09:30',
      moment: '2026-03-05 09:30',
      who: leader,
      sure: true,
    },
  })

  expect(result).toEqual({})
  expect(bot.received[0]?.['action']).toEqual({
    tag: 'button',
    name: 'ok',
    value: { act: 'submit', rev: 3 },
    timezone: 'Asia/Shanghai',
    form_value: {
      note: '原有说明',
      unit: 'u2',
      kinds: ['k1', 'k2'],
      day: '2026-03-05 +0800',
      at: '09:30 +0800',
      moment: '2026-03-05 09:30 +0800',
      who: leader,
      sure: true,
    },
  })
})

test.each([
  ['a field the form does not have', { other: 'x' }, 'the form has no field other'],
  ['a choice that is not offered', { unit: 'u9' }, 'u9 is not among the options of unit'],
  ['a date of another form', { day: '05.03.2026' }, 'the value of day must look like'],
  ['one text where a list is meant', { kinds: 'k1' }, 'the value of kinds must be a list'],
])('no client could submit %s, so the simulator does not either', async (_name, values, sentence) => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => ({}))
  const messageId = await sendCard(simulator, form)

  await expect(simulator.click({ as: clerk, messageId, label: '提交', form: values })).rejects.toThrow(
    sentence,
  )

  expect(bot.received).toHaveLength(0)
})

test('a press of something the card does not show is refused, but an older version of the card may be pressed', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => ({}))
  const messageId = await sendCard(simulator, buttonCard('旧', { act: 'save', rev: 1 }))
  await clientFor(simulator).im.v1.message.patch({
    path: { message_id: messageId },
    data: { content: buttonCard('新', { act: 'save', rev: 2 }) },
  })
  const pressing = (rev: number) =>
    simulator.press({ as: clerk, messageId, action: { tag: 'button', value: { act: 'save', rev } } })

  expect(await pressing(1)).toEqual({})
  await expect(pressing(3)).rejects.toThrow('the card has no button')
  expect(bot.received).toHaveLength(1)
})

test('nobody connected: the press fails at once and is never repeated', async () => {
  await using simulator = await simulate()
  const messageId = await sendCard(simulator, buttonCard('确认', { act: 'save' }))

  const result = await simulator.click({ as: clerk, messageId, label: '保存' })
  using bot = await connectBot(simulator, () => ({}))
  await simulator.moveClock(startMs + 8 * 3_600_000)

  expect(result.error?.code).toBe(200342)
  expect(bot.received).toHaveLength(0)
})

test.each([
  ['throws', () => Promise.reject(new Error('no')), 200671],
  ['answers with text', () => 'ok', 200672],
  ['answers too late', () => new Promise(() => undefined), 200341],
  ['answers with a bad card', () => ({ card: { type: 'raw', data: { schema: '2.0', rows: [] } } }), 200673],
  ['answers with a card of schema 1.0', () => ({ card: { type: 'raw', data: { elements: [] } } }), 200830],
  ['answers with a template', () => ({ card: { type: 'template', data: { template_id: 'x' } } }), 200673],
])('when the bot %s the person sees an error and the card stays', async (_name, answer, code) => {
  await using simulator = await simulate(code === 200341 ? impatient : {})
  using _bot = await connectBot(simulator, answer)
  const card = buttonCard('确认', { act: 'save' })
  const messageId = await sendCard(simulator, card)

  const result = await simulator.click({ as: clerk, messageId, label: '保存' })

  expect(result.error?.code).toBe(code)
  expect(simulator.messages(group).at(-1)?.content).toBe(card)
})

test('a callback subscription that is not effective goes out as a card frame the SDK ignores', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ cardFrames: 1 })
  using bot = await connectBot(simulator, () => ({}))
  const messageId = await sendCard(simulator, buttonCard('确认', { act: 'save' }))

  const result = await simulator.click({ as: clerk, messageId, label: '保存' })

  expect(result.error?.code).toBe(200340)
  expect(bot.received).toHaveLength(0)
})

async function sendCard(simulator: Simulator, content: string): Promise<string> {
  const sent = await clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content },
  })
  return sent.data?.message_id ?? ''
}
