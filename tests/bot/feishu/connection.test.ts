// The long connection against the local Feishu: the real SDK over a real socket.
import { describe, expect, test, vi } from 'vitest'
import { type FeishuApi, makeFeishu } from '../../../bot/feishu/client.ts'
import { useLongConnection } from './long-connection.ts'

const link = useLongConnection()
const { open, until, say, read } = link

describe('what is pushed', () => {
  test('arrives as the envelope itself, which the reader of both transports understands', async () => {
    open()
    await link.simulator.connected()

    const { messageId } = say('达标 沁水县')
    link.simulator.menu({ as: 'ou_zhang', eventKey: 'help' })
    link.simulator.openBot({ as: 'ou_zhang' })
    link.simulator.addBot({ as: 'ou_zhang', chatId: 'oc_group' })
    link.simulator.recall({ as: 'ou_zhang', messageId })
    await link.simulator.settled()

    const events = link.bodies.map(read).map((one) => ('ignore' in one ? one : one.event))
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'message', messageId, text: '达标 沁水县', openId: 'ou_zhang' }),
        { kind: 'menu', openId: 'ou_zhang', eventKey: 'help' },
        expect.objectContaining({ kind: 'entered', openId: 'ou_zhang' }),
        { kind: 'botAdded', chatId: 'oc_group', chatName: '县安委会', openId: 'ou_zhang' },
        expect.objectContaining({ kind: 'recalled', messageId }),
      ]),
    )
    expect(events.length).toBe(5)
  })

  test('in shuffled fragments arrives whole', async () => {
    link.simulator.setFaults({ fragments: 5 })
    open()
    await link.simulator.connected()

    say('一二三四五')
    await link.simulator.settled()

    expect(read(link.bodies[0])).toMatchObject({ event: { text: '一二三四五' } })
  })

  test('is not acknowledged while it is worked on, and comes again when the work fails', async () => {
    const failing = vi.fn(async (body: unknown) => {
      link.bodies.push(body)
      if (link.bodies.length === 1) throw new Error('张三: the database is away')
    })
    open({ onEnvelope: failing })
    await link.simulator.connected()

    say('再来')
    await link.simulator.settled()
    await link.simulator.moveClock(Date.now() + 20_000)

    expect(failing).toHaveBeenCalledTimes(2)
    expect(read(link.bodies[1])).toEqual(read(link.bodies[0]))
    expect(link.lines.join('\n')).not.toContain('张三')
  })
})

describe('a press on a card', () => {
  async function cardId(feishu: FeishuApi): Promise<string> {
    const button = {
      tag: 'button',
      text: { tag: 'plain_text', content: '保存' },
      behaviors: [{ type: 'callback', value: { act: 'save', draft: 7 } }],
    }
    const card = { schema: '2.0', config: { update_multi: true }, body: { elements: [button] } }
    const sent = await feishu.send({ openId: 'ou_zhang' }, 'interactive', JSON.stringify(card), 'u1')
    return sent.messageId
  }
  const press = (messageId: string) =>
    link.simulator.press({
      as: 'ou_zhang',
      messageId,
      action: { tag: 'button', value: { act: 'save', draft: 7 } },
    })

  test('is answered with what the work resolves with', async () => {
    const { appId, appSecret } = link.simulator.app
    const toast = { type: 'success', content: '已保存' }
    open({
      async onEnvelope(body) {
        link.bodies.push(body)
        return { toast }
      },
    })
    await link.simulator.connected()

    const messageId = await cardId(
      makeFeishu({ appId, appSecret, domain: link.simulator.url, log: link.log }),
    )
    const result = await press(messageId)

    expect(result).toMatchObject({ toast })
    expect(read(link.bodies[0])).toMatchObject({
      kind: 'press',
      lane: 'ou_zhang',
      event: { act: 'save', value: { act: 'save', draft: 7 }, messageId },
    })
  })

  test('may be answered with nothing', async () => {
    const { appId, appSecret } = link.simulator.app
    open()
    await link.simulator.connected()

    const messageId = await cardId(
      makeFeishu({ appId, appSecret, domain: link.simulator.url, log: link.log }),
    )

    expect(await press(messageId)).toEqual({})
  })
})

test('nothing that is logged has the secret, a ticket, an address or content in it', async () => {
  open({
    async onEnvelope() {
      throw new Error('张三')
    },
  })
  await link.simulator.connected()
  say('张三')
  await link.simulator.settled()
  link.simulator.cutSockets()
  await until('connected')

  const all = link.lines.join('\n')
  expect(all).toContain('connected to Feishu')
  for (const secret of [link.simulator.app.appSecret, '张三', 'ticket', 'ws://', 'http://', '127.0.0.1']) {
    expect(all).not.toContain(secret)
  }
})
