// What people do besides writing: opening the bot, its menu, groups, recalling, and worlds that grow.

import { expect, test } from 'vitest'
import { clerk, clientFor, connectBot, group, leader, refusalOf, simulate, startMs, world } from './bot.ts'

test('opening the private chat tells the bot, with the last message when there is one', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  const { chatId } = simulator.openBot({ as: clerk })
  const { messageId } = simulator.say({ as: clerk, chatId, text: '你好' })
  simulator.openBot({ as: clerk })
  await simulator.settled()

  const visits = bot.received.filter(({ event_type }) => event_type.includes('p2p_chat_entered'))
  expect(visits).toMatchObject([
    { chat_id: chatId, operator_id: { open_id: clerk } },
    { chat_id: chatId, last_message_id: messageId, last_message_create_time: String(startMs) },
  ])
  expect(visits[0]).not.toHaveProperty('last_message_id')
})

test('a menu entry comes as event_key with a number of seconds and no chat', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  simulator.menu({ as: clerk, eventKey: 'help' })
  await simulator.settled()

  expect(bot.received[0]).toMatchObject({
    event_type: 'application.bot.menu_v6',
    event_key: 'help',
    timestamp: startMs / 1000,
    operator: { operator_id: { open_id: clerk } },
  })
  expect(() => simulator.menu({ as: clerk, eventKey: 'none' })).toThrow("the bot's menu has no none")
})

test('a new group says who was invited, and the bot hears when it is added', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  const { chatId } = simulator.createChat({ as: clerk, name: '防汛群', openIds: [leader], withBot: false })
  simulator.addBot({ as: leader, chatId })
  await simulator.settled()

  expect(simulator.messages(chatId).map(({ content }) => JSON.parse(content))).toEqual([
    { template: '张三创建了群聊，邀请李四加入' },
    { template: '李四添加机器人安监通到群聊' },
  ])
  expect(bot.received).toMatchObject([
    {
      event_type: 'im.chat.member.bot.added_v1',
      chat_id: chatId,
      name: '防汛群',
      operator_id: { open_id: leader },
    },
  ])
})

test('when the bot is taken out of a group it is told, and can no longer write there', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)

  simulator.removeBot({ as: clerk, chatId: group })
  await simulator.settled()

  expect(bot.received).toMatchObject([{ event_type: 'im.chat.member.bot.deleted_v1', chat_id: group }])
  const send = clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'text', content: '{"text":"在吗"}' },
  })
  expect(await refusalOf(send)).toMatchObject({ code: 230002 })
})

test('with the scope for all group messages the bot hears what does not mention it', async () => {
  await using simulator = await simulate()
  simulator.setFaults({ extraScopes: ['im:message.group_msg'] })
  using bot = await connectBot(simulator, () => undefined)

  simulator.say({ as: clerk, chatId: group, text: '今天开会' })
  await simulator.settled()

  expect(bot.received).toMatchObject([{ message: { content: '{"text":"今天开会"}' } }])
})

test('people mention longer names first, and 所有人 has no entry', async () => {
  await using simulator = await simulate()
  simulator.addWorld({
    ...world,
    users: [{ name: '李四光', title: '专家', openId: 'ou_expert' }],
    groups: [{ name: '沁水县安监群', chatId: group, memberOpenIds: ['ou_expert'], hasBot: true }],
  })

  simulator.say({ as: clerk, chatId: group, text: '@李四光 @李四 @所有人 @王五 a@b.cn' })

  const message = simulator.messages(group)[0]
  expect(message?.content).toBe('{"text":"@_user_1 @_user_2 @_all @王五 a@b.cn"}')
  expect(message?.mentions.map(({ name }) => name)).toEqual(['李四光', '李四'])
})

test('a recalled message is announced to the bot when the bot had received it', async () => {
  await using simulator = await simulate()
  using bot = await connectBot(simulator, () => undefined)
  const aside = simulator.say({ as: clerk, chatId: group, text: '和机器人无关' })
  const asked = simulator.say({ as: clerk, chatId: group, text: '@安监通 撤回我' })

  simulator.recall({ as: clerk, messageId: aside.messageId })
  simulator.recall({ as: clerk, messageId: asked.messageId })
  await simulator.settled()

  expect(bot.received.filter(({ event_type }) => event_type === 'im.message.recalled_v1')).toMatchObject([
    { message_id: asked.messageId, chat_id: group, recall_type: 'message_owner' },
  ])
  expect(() => simulator.recall({ as: leader, messageId: asked.messageId })).toThrow('only own messages')
})

test('somebody who is not in a chat can neither write nor press there', async () => {
  await using simulator = await simulate()
  const { chatId } = simulator.createChat({ as: clerk, name: '小群', openIds: [], withBot: true })

  const { messageId } = simulator.say({ as: clerk, chatId, text: '小群里的话' })

  expect(() => simulator.say({ as: leader, chatId, text: '你好' })).toThrow('is not in chat')
  expect(() => simulator.say({ as: clerk, chatId: group, text: '答', parentId: messageId })).toThrow(
    'not in this chat',
  )
  await expect(simulator.click({ as: leader, messageId: 'om_x', label: '保存' })).rejects.toThrow('no card')
})

test('merging a world twice changes nothing and keeps derived ids', async () => {
  await using simulator = await simulate()
  const more = {
    ...world,
    users: [{ name: '王五', title: '新人' }],
    groups: [{ name: '新群', memberOpenIds: [], hasBot: true }],
  }

  simulator.addWorld(more)
  simulator.addWorld(more)
  await using other = await simulate({ world: more })

  expect(simulator.people()).toHaveLength(3)
  expect(simulator.people().find(({ name }) => name === '王五')?.openId).toMatch(/^ou_[0-9a-f]{32}$/)
  expect(simulator.people()).toEqual(expect.arrayContaining([...other.people()]))
})
