// The unmodified SDK against the simulator: token, messages, events over the long connection, card presses.

import { expect, test } from 'vitest'
import { buttonCard, clerk, clientFor, connectBot, group, simulate } from './bot.ts'

test('a message of a person reaches the bot over the long connection and is acknowledged', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  const { messageId } = simulator.say({ as: clerk, chatId: simulator.botChat(clerk), text: '帮助' })
  await simulator.settled()

  expect(bot.received).toHaveLength(1)
  expect(bot.received[0]).toMatchObject({
    event_type: 'im.message.receive_v1',
    message: { message_id: messageId, chat_type: 'p2p', message_type: 'text', content: '{"text":"帮助"}' },
    sender: { sender_id: { open_id: clerk }, sender_type: 'user' },
  })
  expect(simulator.events()[0]).toMatchObject({ state: 'acked', attempts: 1 })
})

test('the bot sends a text and replies to a message, and both stand in the chat', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const chatId = simulator.botChat(clerk)
  const said = simulator.say({ as: clerk, chatId, text: '帮助' })

  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: clerk, msg_type: 'text', content: JSON.stringify({ text: '您好' }) },
  })
  const replied = await client.im.v1.message.reply({
    path: { message_id: said.messageId },
    data: { msg_type: 'text', content: JSON.stringify({ text: '收到' }) },
  })

  expect(sent.code).toBe(0)
  expect(replied.data?.parent_id).toBe(said.messageId)
  expect(simulator.messages(chatId).map(({ from, content }) => [from, content])).toEqual([
    [clerk, '{"text":"帮助"}'],
    ['bot', '{"text":"您好"}'],
    ['bot', '{"text":"收到"}'],
  ])
})

test('a press gives the toast of the bot and puts its card in place of the old one', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  using bot = await connectBot(simulator, () => ({
    toast: { type: 'success', content: '已保存' },
    card: { type: 'raw', data: JSON.parse(buttonCard('已保存', { act: 'undo' })) },
  }))
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content: buttonCard('确认', { act: 'save' }) },
  })
  const messageId = sent.data?.message_id ?? ''

  const result = await simulator.press({
    as: clerk,
    messageId,
    action: { tag: 'button', value: { act: 'save' } },
  })

  expect(result).toEqual({ toast: { type: 'success', content: '已保存' } })
  expect(bot.received[0]).toMatchObject({
    event_type: 'card.action.trigger',
    operator: { open_id: clerk },
    action: { tag: 'button', value: { act: 'save' } },
    context: { open_message_id: messageId, open_chat_id: group },
    host: 'im_message',
  })
  expect(bot.received[0]?.['token']).toMatch(/^c-/)
  expect(simulator.messages(group).at(-1)?.content).toContain('"content":"已保存"')
})

test('in a group only a message that mentions the bot reaches it, with a placeholder', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  simulator.say({ as: clerk, chatId: group, text: '今天开会' })
  simulator.say({ as: clerk, chatId: group, text: '@安监通 达标 沁水县 @李四' })
  await simulator.settled()

  expect(bot.received.map(({ message }) => message)).toMatchObject([
    {
      chat_type: 'group',
      content: '{"text":"@_user_1 达标 沁水县 @_user_2"}',
      mentions: [
        { key: '@_user_1', id: { open_id: simulator.app.botOpenId }, name: '安监通', mentioned_type: 'bot' },
        { key: '@_user_2', name: '李四', mentioned_type: 'user' },
      ],
    },
  ])
})
