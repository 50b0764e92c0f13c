// What can be done with a message that exists: update, edit, recall, read back.

import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { buttonCard, clerk, clientFor, group, refusalOf, simulate, startMs } from './bot.ts'

const text = (content: string) => ({ msg_type: 'text', content: JSON.stringify({ text: content }) })
const toGroup = { receive_id_type: 'chat_id' as const }

function sendText(simulator: Simulator, content: string, uuid?: string) {
  const data = { receive_id: group, ...text(content), ...(uuid === undefined ? {} : { uuid }) }
  return clientFor(simulator).im.v1.message.create({ params: toGroup, data })
}

async function sendCard(simulator: Simulator): Promise<string> {
  const data = { receive_id: group, msg_type: 'interactive', content: buttonCard('一', { act: 'x' }) }
  const sent = await clientFor(simulator).im.v1.message.create({ params: toGroup, data })
  return sent.data?.message_id ?? ''
}

test('a card is updated in place, at most five times a second and for 14 days', async () => {
  let now = 0
  await using simulator = await simulate({ rateNow: () => now })
  const messageId = await sendCard(simulator)
  // a client each time: its token would not outlive the moved clock
  const patch = (title: string) =>
    clientFor(simulator).im.v1.message.patch({
      path: { message_id: messageId },
      data: { content: buttonCard(title, {}) },
    })

  for (let count = 0; count < 5; count++) await patch(`第${count}次`)

  expect(simulator.messages(group)).toMatchObject([{ content: buttonCard('第4次', {}), updatedMs: startMs }])
  expect(await refusalOf(patch('太快'))).toMatchObject({ code: 230020 })
  now = 60_000
  await simulator.moveClock(startMs + 14 * 86_400_000)
  expect((await patch('第14天')).code).toBe(0)
  await simulator.moveClock(startMs + 14 * 86_400_000 + 1)
  expect(await refusalOf(patch('太晚'))).toMatchObject({ code: 230031 })
})

test('an update needs update_multi in both cards, a card of the bot, and a card that is right', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const messageId = await sendCard(simulator)
  const chatId = simulator.botChat(clerk)
  const said = simulator.say({ as: clerk, chatId, text: '你好' })
  const patch = (id: string, content: string) =>
    refusalOf(client.im.v1.message.patch({ path: { message_id: id }, data: { content } }))
  const loose = JSON.stringify({ schema: '2.0', body: { elements: [] } })

  const old = await client.im.v1.message.create({
    params: toGroup,
    data: { receive_id: group, msg_type: 'interactive', content: loose },
  })

  expect(await patch(messageId, loose)).toMatchObject({ code: 230001 })
  expect(await patch(old.data?.message_id ?? '', buttonCard('新', {}))).toMatchObject({ code: 230001 })
  expect(await patch(messageId, '{"schema":"2.0","rows":[]}')).toMatchObject({ code: 230099 })
  expect(await patch(said.messageId, buttonCard('新', {}))).toMatchObject({ code: 230027 })
})

test('a recalled message can be neither answered nor updated, and is shown as deleted', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const messageId = await sendCard(simulator)
  const path = { message_id: messageId }

  await client.im.v1.message.delete({ path })

  expect(await refusalOf(client.im.v1.message.reply({ path, data: text('答') }))).toMatchObject({
    code: 230011,
  })
  expect(
    await refusalOf(client.im.v1.message.patch({ path, data: { content: buttonCard('新', {}) } })),
  ).toMatchObject({ code: 230011 })
  expect(await refusalOf(client.im.v1.message.delete({ path }))).toMatchObject({ code: 230110 })
  expect((await client.im.v1.message.get({ path })).data?.items).toMatchObject([
    { deleted: true, body: { content: 'This message was recalled' } },
  ])
})

test('a text can be edited twenty times by its sender', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const sent = await sendText(simulator, '初稿')
  const path = { message_id: sent.data?.message_id ?? '' }
  for (let count = 1; count <= 20; count++) {
    await client.im.v1.message.update({ path, data: text(`第${count}稿`) })
  }

  expect(await refusalOf(client.im.v1.message.update({ path, data: text('再改') }))).toMatchObject({
    code: 230072,
  })
  expect(simulator.messages(group).at(-1)?.content).toBe('{"text":"第20稿"}')
})

test('a card is given back flattened, or as it was sent when asked for', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  const path = { message_id: await sendCard(simulator) }
  const content = async (params: object) => {
    const got = await client.im.v1.message.get({ path, params })
    return got.data?.items?.[0]?.body?.content
  }

  expect(JSON.parse((await content({})) ?? '')).toEqual({
    title: '一',
    elements: [[{ tag: 'button', text: '保存' }]],
  })
  expect(await content({ card_msg_content_type: 'user_card_content' })).toBe(buttonCard('一', { act: 'x' }))
})

test('a chat is read back by time and in pages, without group messages that do not mention the bot', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  await sendText(simulator, '一')
  simulator.say({ as: clerk, chatId: group, text: '和机器人无关' })
  await simulator.moveClock(startMs + 10_000)
  await sendText(simulator, '二')
  simulator.say({ as: clerk, chatId: group, text: '@安监通 三' })
  await simulator.settled()
  const list = async (more: object) => {
    const params = { container_id_type: 'chat', container_id: group, ...more }
    const { data } = await client.im.v1.message.list({ params })
    return {
      more: data?.has_more,
      token: data?.page_token,
      texts: data?.items?.map((item) => item.body?.content),
    }
  }
  const [one, two, three] = ['{"text":"一"}', '{"text":"二"}', '{"text":"@_user_1 三"}']

  expect(await list({})).toMatchObject({ more: false, texts: [one, two, three] })
  expect(await list({ start_time: String(startMs / 1000 + 5) })).toMatchObject({ texts: [two, three] })
  expect(await list({ end_time: String(startMs / 1000) })).toMatchObject({ texts: [one] })
  const newest = await list({ sort_type: 'ByCreateTimeDesc', page_size: 2 })
  expect(newest).toMatchObject({ more: true, texts: [three, two] })
  expect(await list({ sort_type: 'ByCreateTimeDesc', page_size: 2, page_token: newest.token })).toMatchObject(
    {
      more: false,
      texts: [one],
    },
  )
})
