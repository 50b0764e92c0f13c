// The token of a press, with which the bot may update the card afterwards.

import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { buttonCard, clerk, clientFor, connectBot, group, refusalOf, simulate, startMs } from './bot.ts'

test('the token of a press updates the card twice within 30 minutes, and only after the answer', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const early: unknown[] = []
  const update = (token: string, title: string) =>
    client.request({
      method: 'POST',
      url: '/open-apis/interactive/v1/card/update',
      data: { token, card: JSON.parse(buttonCard(title, { act: 'x' })) },
    })
  using bot = await connectBot(simulator, async (event) => {
    early.push(await refusalOf(update(String(event['token']), '太早')))
    return {}
  })
  const messageId = await sendCard(simulator, buttonCard('确认', { act: 'save' }))
  await simulator.click({ as: clerk, messageId, label: '保存' })
  const token = String(bot.received[0]?.['token'])

  await update(token, '一')
  await update(token, '二')

  expect(early).toEqual([expect.objectContaining({ code: 11310, msg: 'card action is lock' })])
  expect(simulator.messages(group).at(-1)?.content).toContain('二')
  expect(await refusalOf(update(token, '三'))).toMatchObject({ code: 300040 })
  expect(await refusalOf(update('c-unknown', '三'))).toMatchObject({ code: 300020 })
})

test('the token of a press ends after 30 minutes', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => ({}))
  const messageId = await sendCard(simulator, buttonCard('确认', { act: 'save' }))
  await simulator.click({ as: clerk, messageId, label: '保存' })
  await simulator.moveClock(startMs + 30 * 60_000)

  const late = clientFor(simulator).request({
    method: 'POST',
    url: '/open-apis/interactive/v1/card/update',
    data: { token: bot.received[0]?.['token'], card: JSON.parse(buttonCard('晚', {})) },
  })

  expect(await refusalOf(late)).toMatchObject({ code: 300030 })
})

async function sendCard(simulator: Simulator, content: string): Promise<string> {
  const sent = await clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content },
  })
  return sent.data?.message_id ?? ''
}
