// The client against the local Feishu: the real SDK over real HTTP.
import { describe, expect, test } from 'vitest'
import { card, failure, text, useLocalFeishu, uuid } from './local-feishu.ts'

const local = useLocalFeishu()

describe('sending', () => {
  test('to a person arrives in their private chat', async () => {
    const sent = await local.feishu.send({ openId: 'ou_zhang' }, 'text', text('你好'), uuid())

    expect(sent.chatId).toBe(local.simulator.botChat('ou_zhang'))
    expect(local.simulator.messages(sent.chatId).at(-1)).toMatchObject({
      messageId: sent.messageId,
      type: 'text',
      content: text('你好'),
    })
  })

  test('a card to a group arrives there', async () => {
    const sent = await local.feishu.send({ chatId: 'oc_group' }, 'interactive', card('达标'), uuid())

    expect(sent.chatId).toBe('oc_group')
    expect(local.simulator.messages('oc_group').at(-1)?.type).toBe('interactive')
  })

  test('an answer stands below its message', async () => {
    const asked = local.simulator.say({ as: 'ou_zhang', chatId: 'oc_group', text: '@安监通 帮助' })

    const sent = await local.feishu.send({ replyTo: asked.messageId }, 'text', text('好'), uuid())

    expect(sent.chatId).toBe('oc_group')
    expect(local.simulator.messages('oc_group').at(-1)?.parentId).toBe(asked.messageId)
  })

  test('the same uuid twice gives one message', async () => {
    const id = uuid()
    const before = local.simulator.messages('oc_group').length

    const first = await local.feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)
    const second = await local.feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)

    expect(second).toEqual(first)
    expect(local.simulator.messages('oc_group').length).toBe(before + 1)
  })
})

describe('what was sent', () => {
  test('a card can be replaced and read back as it was sent', async () => {
    const { messageId } = await local.feishu.send({ chatId: 'oc_group' }, 'interactive', card('旧'), uuid())

    await local.feishu.patch(messageId, card('新'))

    expect(await local.feishu.read(messageId)).toMatchObject({
      messageId,
      chatId: 'oc_group',
      kind: 'interactive',
      body: card('新'),
      deleted: false,
      updated: true,
      own: true,
    })
  })

  test('can be taken back, and reads as deleted', async () => {
    const { messageId } = await local.feishu.send({ chatId: 'oc_group' }, 'text', text('错'), uuid())

    await local.feishu.recall(messageId)

    expect((await local.feishu.read(messageId)).deleted).toBe(true)
    expect(await failure(local.feishu.recall(messageId))).toMatchObject({ code: 'feishu.target_gone' })
  })

  test('is listed over several pages, oldest first, without what others said or what was taken back', async () => {
    const { chatId } = await local.feishu.send({ openId: 'ou_li' }, 'text', text('第一条'), uuid())
    const fromMs = local.simulator.messages(chatId).at(-1)?.createdMs ?? 0
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, i) => local.feishu.send({ chatId }, 'text', text(`第${i}条`), uuid())),
    )
    local.simulator.say({ as: 'ou_li', chatId, text: '收到' })
    await local.feishu.recall(sent[7]?.messageId ?? '')

    const own = await local.feishu.listOwn(chatId, fromMs)

    expect(own.length).toBe(60)
    expect(own[0]).toMatchObject({ kind: 'text', content: text('第一条'), createdAtMs: fromMs })
    expect(own.map((one) => one.createdAtMs)).toEqual(
      own.map((one) => one.createdAtMs).toSorted((a, b) => a - b),
    )
    expect(own.some((one) => one.messageId === sent[7]?.messageId)).toBe(false)
    expect(await local.feishu.listOwn(chatId, Date.now() + 60_000)).toEqual([])
  })
})

describe('who is who', () => {
  test('the bot knows its own id and name', async () => {
    expect(await local.feishu.bot()).toEqual({
      openId: local.simulator.app.botOpenId,
      name: '安监通',
      activated: true,
    })
  })

  test('phone and name of a person are found, of a stranger not', async () => {
    expect(await local.feishu.mobileOf('ou_zhang')).toBe('+8613800000001')
    expect(await local.feishu.mobileOf('ou_li')).toBeUndefined()
    expect(await local.feishu.userName('ou_li')).toBe('李四')
    expect(await local.feishu.userName('ou_stranger')).toBeUndefined()
  })

  test('members of a group are listed', async () => {
    expect(await local.feishu.membersOf('oc_group')).toEqual([
      { openId: 'ou_zhang', name: '张三' },
      { openId: 'ou_li', name: '李四' },
    ])
    expect(await failure(local.feishu.membersOf('oc_other'))).toMatchObject({ code: 'feishu.not_in_chat' })
  })

  test('granted scopes are listed', async () => {
    local.simulator.setFaults({ missingScopes: ['im:resource'] })

    const scopes = await local.feishu.grantedScopes()

    expect(scopes).toContain('im:message')
    expect(scopes).not.toContain('im:resource')
  })
})
