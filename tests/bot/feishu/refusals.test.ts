// The client against a local Feishu that refuses and loses answers.
import { describe, expect, test } from 'vitest'
import { card, clientOf, failure, text, useLocalFeishu, uuid } from './local-feishu.ts'

const local = useLocalFeishu()

describe('refusals have one code each', () => {
  test.each([
    [230013, 'feishu.unreachable_user'],
    [230029, 'feishu.unreachable_user'],
    [230053, 'feishu.unreachable_user'],
    [230035, 'feishu.not_allowed'],
    [230022, 'feishu.content_blocked'],
    [230025, 'feishu.too_long'],
    [230002, 'feishu.not_in_chat'],
    [232009, 'feishu.not_in_chat'],
    [230006, 'feishu.app_blocked'],
    [230001, 'feishu.bad_request'],
    [230034, 'feishu.bad_request'],
  ])('%i on a send is %s', async (platformCode, code) => {
    local.simulator.setFaults({ refuseRecipients: { ou_li: platformCode } })

    const error = await failure(local.feishu.send({ openId: 'ou_li' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code, platformCode, fate: 'refused', method: 'message.create' })
  })

  test('a chat the bot is not in', async () => {
    const error = await failure(local.feishu.send({ chatId: 'oc_other' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.not_in_chat', platformCode: 230002 })
  })

  test('answering a message that was taken back', async () => {
    const chatId = local.simulator.botChat('ou_zhang')
    const asked = local.simulator.say({ as: 'ou_zhang', chatId, text: '帮助' })
    local.simulator.recall({ as: 'ou_zhang', messageId: asked.messageId })

    const error = await failure(local.feishu.send({ replyTo: asked.messageId }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.target_gone', method: 'message.reply' })
  })

  test('a refused card names the inner number and none of its content', async () => {
    local.simulator.setFaults({ refuseCards: { times: 1, code: 11310 } })

    const error = await failure(
      local.feishu.send({ chatId: 'oc_group' }, 'interactive', card('张三的电话'), uuid()),
    )

    expect(error).toMatchObject({ code: 'feishu.card_refused', platformCode: 230099, fate: 'refused' })
    expect(error.message).toContain('ErrCode 11310')
    expect(JSON.stringify(error) + error.message + String(error.cause)).not.toContain('张三')
  })

  test('a missing scope', async () => {
    local.simulator.setFaults({ missingScopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'] })

    const error = await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.scope_missing', platformCode: 99991672 })
  })

  test('an error body of a download is read from its stream', async () => {
    local.simulator.setFaults({
      missingScopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
    })

    expect(await failure(local.feishu.download('om_x', 'img_x', 'image', 10))).toMatchObject({
      code: 'feishu.scope_missing',
      platformCode: 99991672,
    })
  })

  test('an id with a slash in it stays in its place of the address', async () => {
    expect(await failure(local.feishu.read('om_x/../../chats'))).toMatchObject({ platformCode: 99992354 })
  })
})

describe('limits, lost answers and broken lines', () => {
  test('the gateway says how long to wait', async () => {
    local.simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'rateLimit' }],
    })

    const error = await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({
      code: 'feishu.rate_limited',
      platformCode: 99991400,
      retryAfterMs: 1000,
      fate: 'refused',
    })
  })

  test('one chat that is full says nothing about the others', async () => {
    local.simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind: 'messageRate' }] })

    const error = await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({
      code: 'feishu.rate_limited',
      platformCode: 230020,
      retryAfterMs: undefined,
    })
  })

  test.each([
    ['serverError', 'feishu.server'],
    ['cutBefore', 'feishu.network'],
    ['cutAfter', 'feishu.network'],
  ] as const)('%s leaves the fate of a message unknown', async (kind, code) => {
    local.simulator.setFaults({ rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind }] })

    const error = await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code, fate: 'unknown' })
  })

  test('a message whose answer was lost is not sent twice under its uuid', async () => {
    const id = uuid()
    local.simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'cutAfter' }],
    })
    const before = local.simulator.messages('oc_group').length

    await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id))
    await local.feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)

    expect(local.simulator.messages('oc_group').length).toBe(before + 1)
  })
})

test('a slash behind the domain does no harm', async () => {
  expect(await clientOf(local.simulator, { domain: `${local.simulator.url}/` }).bot()).toMatchObject({
    name: '安监通',
  })
})

test('nothing that is logged has a secret, a token, an address or content in it', async () => {
  const lines: string[] = []
  const write = (fields: object, message: string) => void lines.push(JSON.stringify(fields) + message)
  const noisy = clientOf(local.simulator, { log: { debug: write, info: write, warn: write, error: write } })
  local.simulator.setFaults({ rest: [{ path: '/tenant_access_token', times: 1, kind: 'cutBefore' }] })

  await failure(noisy.bot())
  await failure(noisy.send({ chatId: 'oc_other' }, 'text', text('张三'), uuid()))
  local.simulator.setFaults({ refuseCards: { times: 1, code: 11310 } })
  await failure(noisy.send({ chatId: 'oc_group' }, 'interactive', card('张三'), uuid()))

  expect(lines).toContain('{}sdk: client ready')
  const all = lines.join('\n')
  for (const secret of [local.simulator.app.appSecret, '张三', 't-', 'http', '127.0.0.1', 'oc_']) {
    expect(all).not.toContain(secret)
  }
})
