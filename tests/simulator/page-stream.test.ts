// The page's stream of changes.

import { expect, test } from 'vitest'
import type { PageChange, PageMessage } from '../../simulator/page-api.ts'
import { paths } from '../../simulator/page-api.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { clerk, clientFor, group, leader, simulate, startMs } from './bot.ts'

test('what happens in a chat is streamed to its members, and to nobody else', async () => {
  await using simulator = await simulate()
  const { chatId } = simulator.createChat({ as: clerk, name: '小群', openIds: [], withBot: false })
  await using mine = await streamFor(simulator, clerk)
  await using hers = await streamFor(simulator, leader)

  simulator.say({ as: clerk, chatId, text: '只给小群' })
  simulator.say({ as: leader, chatId: group, text: '给大群' })

  const isText = (change: PageChange) => change.type === 'message'
  const texts = (changes: PageChange[]) =>
    changes.flatMap((change) => (change.type === 'message' ? [(change.message as PageMessage).text] : []))
  expect(texts(await mine.until((changes) => changes.filter(isText).length === 2))).toEqual([
    '只给小群',
    '给大群',
  ])
  expect(texts(await hers.until((changes) => changes.some(isText)))).toEqual(['给大群'])
})

test('a request of the bot and a move of the clock are streamed too', async () => {
  await using simulator = await simulate()
  await using stream = await streamFor(simulator, clerk)

  await simulator.moveClock(startMs + 60_000)
  await clientFor(simulator).im.v1.chat.list()

  const changes = await stream.until((all) => all.filter(({ type }) => type === 'log').length === 2)
  expect(changes).toContainEqual({ type: 'clock', nowMs: startMs + 60_000 })
  expect(changes).toContainEqual({
    type: 'log',
    line: expect.objectContaining({
      direction: 'request',
      name: 'GET /open-apis/im/v1/chats',
      result: '200 0',
    }),
  })
})

type Stream = {
  until: (enough: (changes: PageChange[]) => boolean) => Promise<PageChange[]>
  [Symbol.asyncDispose]: () => Promise<void>
}

async function streamFor(simulator: Simulator, openId: string): Promise<Stream> {
  const response = await fetch(`${simulator.url}${paths.stream}?as=${openId}`)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const changes = () => {
    const whole = text.split('\n\n').slice(0, -1)
    return whole.flatMap((part) =>
      part.startsWith('data: ') ? [JSON.parse(part.slice(6)) as PageChange] : [],
    )
  }
  return {
    until: async (enough) => {
      while (!enough(changes())) {
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream ended')
        text += decoder.decode(value, { stream: true })
      }
      return changes()
    },
    [Symbol.asyncDispose]: () => reader.cancel(),
  }
}
