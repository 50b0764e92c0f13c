// The client against the local Feishu: the real SDK over real HTTP.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FeishuError } from '../../../bot/errors.ts'
import { type FeishuApi, makeFeishu } from '../../../bot/feishu/client.ts'
import type { FeishuLog } from '../../../bot/feishu/sdk-log.ts'
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts'
import type { World } from '../../../simulator/world.ts'

const world: World = {
  bot: { name: '安监通', menu: [] },
  users: [
    { name: '张三', title: '演示', openId: 'ou_zhang', mobile: '13800000001' },
    { name: '李四', title: '演示', openId: 'ou_li' },
  ],
  groups: [
    { name: '县安委会', chatId: 'oc_group', memberOpenIds: ['ou_zhang', 'ou_li'], hasBot: true },
    { name: '别的群', chatId: 'oc_other', memberOpenIds: ['ou_zhang'], hasBot: false },
  ],
}
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const plenty = { perChat: 1e6, perUser: 1e6, perMessage: 1e6, perApiSecond: 1e6, perApiMinute: 1e6 }

let simulator: Simulator
let feishu: FeishuApi
let uuids = 0
const uuid = () => `test-${++uuids}`
const text = (words: string) => JSON.stringify({ text: words })
const card = (words: string) =>
  JSON.stringify({
    schema: '2.0',
    config: { update_multi: true },
    body: { elements: [{ tag: 'markdown', content: words }] },
  })

function client(more: { appSecret?: string; domain?: string; log?: FeishuLog } = {}): FeishuApi {
  const { appId, appSecret } = simulator.app
  return makeFeishu({ appId, appSecret, domain: simulator.url, log: silent, ...more })
}

async function failure(call: Promise<unknown>): Promise<FeishuError> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FeishuError)
  return error as FeishuError
}

const tokenRequests = () =>
  simulator.log().filter((line) => line.name.endsWith('/tenant_access_token/internal')).length

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, host: '127.0.0.1', now: Date.now, world, rates: plenty })
  feishu = client()
})
afterAll(() => simulator.close())
beforeEach(() => {
  simulator.setFaults('none')
})

describe('sending', () => {
  test('to a person arrives in their private chat', async () => {
    const sent = await feishu.send({ openId: 'ou_zhang' }, 'text', text('你好'), uuid())

    expect(sent.chatId).toBe(simulator.botChat('ou_zhang'))
    expect(simulator.messages(sent.chatId).at(-1)).toMatchObject({
      messageId: sent.messageId,
      type: 'text',
      content: text('你好'),
    })
  })

  test('a card to a group arrives there', async () => {
    const sent = await feishu.send({ chatId: 'oc_group' }, 'interactive', card('达标'), uuid())

    expect(sent.chatId).toBe('oc_group')
    expect(simulator.messages('oc_group').at(-1)?.type).toBe('interactive')
  })

  test('an answer stands below its message', async () => {
    const asked = simulator.say({ as: 'ou_zhang', chatId: 'oc_group', text: '@安监通 帮助' })

    const sent = await feishu.send({ replyTo: asked.messageId }, 'text', text('好'), uuid())

    expect(sent.chatId).toBe('oc_group')
    expect(simulator.messages('oc_group').at(-1)?.parentId).toBe(asked.messageId)
  })

  test('the same uuid twice gives one message', async () => {
    const id = uuid()
    const before = simulator.messages('oc_group').length

    const first = await feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)
    const second = await feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)

    expect(second).toEqual(first)
    expect(simulator.messages('oc_group').length).toBe(before + 1)
  })
})

describe('what was sent', () => {
  test('a card can be replaced and read back as it was sent', async () => {
    const { messageId } = await feishu.send({ chatId: 'oc_group' }, 'interactive', card('旧'), uuid())

    await feishu.patch(messageId, card('新'))

    expect(await feishu.read(messageId)).toMatchObject({
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
    const { messageId } = await feishu.send({ chatId: 'oc_group' }, 'text', text('错'), uuid())

    await feishu.recall(messageId)

    expect((await feishu.read(messageId)).deleted).toBe(true)
    expect(await failure(feishu.recall(messageId))).toMatchObject({ code: 'feishu.target_gone' })
  })

  test('is listed over several pages, oldest first, without what others said or what was taken back', async () => {
    const { chatId } = await feishu.send({ openId: 'ou_li' }, 'text', text('第一条'), uuid())
    const fromMs = simulator.messages(chatId).at(-1)?.createdMs ?? 0
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, i) => feishu.send({ chatId }, 'text', text(`第${i}条`), uuid())),
    )
    simulator.say({ as: 'ou_li', chatId, text: '收到' })
    await feishu.recall(sent[7]?.messageId ?? '')

    const own = await feishu.listOwn(chatId, fromMs)

    expect(own.length).toBe(60)
    expect(own[0]).toMatchObject({ kind: 'text', content: text('第一条'), createdAtMs: fromMs })
    expect(own.map((one) => one.createdAtMs)).toEqual(
      own.map((one) => one.createdAtMs).toSorted((a, b) => a - b),
    )
    expect(own.some((one) => one.messageId === sent[7]?.messageId)).toBe(false)
    expect(await feishu.listOwn(chatId, Date.now() + 60_000)).toEqual([])
  })
})

describe('files', () => {
  test('a photo a person sent is fetched with its bytes and type', async () => {
    const chatId = simulator.botChat('ou_zhang')
    const { messageId } = simulator.upload({
      as: 'ou_zhang',
      chatId,
      kind: 'image',
      bytes: png,
      fileName: 'a.png',
    })
    const { image_key } = JSON.parse(simulator.messages(chatId).at(-1)?.content ?? '')

    const got = await feishu.download(messageId, image_key, 'image', 1000)

    expect(got.bytes.equals(png)).toBe(true)
    expect(got.contentType).toBe('image/png')
  })

  test('a file with a Chinese name keeps it', async () => {
    const chatId = simulator.botChat('ou_zhang')
    const bytes = Buffer.from('姓名,单位')
    const { messageId } = simulator.upload({
      as: 'ou_zhang',
      chatId,
      kind: 'file',
      bytes,
      fileName: '花名册 1.csv',
    })
    const { file_key } = JSON.parse(simulator.messages(chatId).at(-1)?.content ?? '')

    const got = await feishu.download(messageId, file_key, 'file', 1000)

    expect(got.fileName).toBe('花名册 1.csv')
    expect(got.bytes.toString()).toBe('姓名,单位')
    expect(await failure(feishu.download(messageId, file_key, 'file', bytes.length - 1))).toMatchObject({
      code: 'feishu.too_large',
      fate: 'refused',
    })
    expect(await failure(feishu.download(messageId, 'file_foreign', 'file', 1000))).toMatchObject({
      code: 'feishu.target_gone',
      platformCode: 234003,
    })
  })

  test('an image goes up and can be used in a card', async () => {
    const key = await feishu.uploadImage(png)
    const withImage = JSON.parse(card('照片'))
    withImage.body.elements.push({ tag: 'img', img_key: key, alt: { tag: 'plain_text', content: '照片' } })

    await feishu.send({ chatId: 'oc_group' }, 'interactive', JSON.stringify(withImage), uuid())

    expect(key).toMatch(/^img_/)
  })

  test('a file goes up with its name', async () => {
    expect(await feishu.uploadFile('名单.csv', Buffer.from('a,b'))).toMatch(/^file_/)
  })

  test('an empty file and a broken image are refused', async () => {
    expect(await failure(feishu.uploadFile('空.csv', Buffer.alloc(0)))).toMatchObject({
      code: 'feishu.bad_request',
      platformCode: 234010,
    })
    expect(await failure(feishu.uploadImage(Buffer.from('no image')))).toMatchObject({
      code: 'feishu.bad_request',
      platformCode: 234011,
    })
  })
})

describe('who is who', () => {
  test('the bot knows its own id and name', async () => {
    expect(await feishu.bot()).toEqual({ openId: simulator.app.botOpenId, name: '安监通', activated: true })
  })

  test('phone and name of a person are found, of a stranger not', async () => {
    expect(await feishu.mobileOf('ou_zhang')).toBe('+8613800000001')
    expect(await feishu.mobileOf('ou_li')).toBeUndefined()
    expect(await feishu.userName('ou_li')).toBe('李四')
    expect(await feishu.userName('ou_stranger')).toBeUndefined()
  })

  test('members of a group are listed', async () => {
    expect(await feishu.membersOf('oc_group')).toEqual([
      { openId: 'ou_zhang', name: '张三' },
      { openId: 'ou_li', name: '李四' },
    ])
    expect(await failure(feishu.membersOf('oc_other'))).toMatchObject({ code: 'feishu.not_in_chat' })
  })

  test('granted scopes are listed', async () => {
    simulator.setFaults({ missingScopes: ['im:resource'] })

    const scopes = await feishu.grantedScopes()

    expect(scopes).toContain('im:message')
    expect(scopes).not.toContain('im:resource')
  })
})

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
    simulator.setFaults({ refuseRecipients: { ou_li: platformCode } })

    const error = await failure(feishu.send({ openId: 'ou_li' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code, platformCode, fate: 'refused', method: 'message.create' })
  })

  test('a chat the bot is not in', async () => {
    const error = await failure(feishu.send({ chatId: 'oc_other' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.not_in_chat', platformCode: 230002 })
  })

  test('answering a message that was taken back', async () => {
    const chatId = simulator.botChat('ou_zhang')
    const asked = simulator.say({ as: 'ou_zhang', chatId, text: '帮助' })
    simulator.recall({ as: 'ou_zhang', messageId: asked.messageId })

    const error = await failure(feishu.send({ replyTo: asked.messageId }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.target_gone', method: 'message.reply' })
  })

  test('a refused card names the inner number and none of its content', async () => {
    simulator.setFaults({ refuseCards: { times: 1, code: 11310 } })

    const error = await failure(
      feishu.send({ chatId: 'oc_group' }, 'interactive', card('张三的电话'), uuid()),
    )

    expect(error).toMatchObject({ code: 'feishu.card_refused', platformCode: 230099, fate: 'refused' })
    expect(error.message).toContain('ErrCode 11310')
    expect(JSON.stringify(error) + error.message + String(error.cause)).not.toContain('张三')
  })

  test('a missing scope', async () => {
    simulator.setFaults({ missingScopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'] })

    const error = await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.scope_missing', platformCode: 99991672 })
  })

  test('an error body of a download is read from its stream', async () => {
    simulator.setFaults({
      missingScopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
    })

    expect(await failure(feishu.download('om_x', 'img_x', 'image', 10))).toMatchObject({
      code: 'feishu.scope_missing',
      platformCode: 99991672,
    })
  })

  test('an id with a slash in it stays in its place of the address', async () => {
    expect(await failure(feishu.read('om_x/../../chats'))).toMatchObject({ platformCode: 99992354 })
  })
})

describe('limits, lost answers and broken lines', () => {
  test('the gateway says how long to wait', async () => {
    simulator.setFaults({ rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'rateLimit' }] })

    const error = await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({
      code: 'feishu.rate_limited',
      platformCode: 99991400,
      retryAfterMs: 1000,
      fate: 'refused',
    })
  })

  test('one chat that is full says nothing about the others', async () => {
    simulator.setFaults({ rest: [{ path: '/im/v1/messages', times: 1, kind: 'messageRate' }] })

    const error = await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

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
    simulator.setFaults({ rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind }] })

    const error = await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code, fate: 'unknown' })
  })

  test('a message whose answer was lost is not sent twice under its uuid', async () => {
    const id = uuid()
    simulator.setFaults({ rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'cutAfter' }] })
    const before = simulator.messages('oc_group').length

    await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id))
    await feishu.send({ chatId: 'oc_group' }, 'text', text('一次'), id)

    expect(simulator.messages('oc_group').length).toBe(before + 1)
  })
})

describe('the token', () => {
  test('is asked for once by many first calls at the same time, and then kept', async () => {
    const fresh = client()
    const before = tokenRequests()

    await Promise.all(Array.from({ length: 20 }, () => fresh.bot()))
    await fresh.bot()

    expect(tokenRequests()).toBe(before + 1)
  })

  test('the platform no longer knows is fetched anew and the call made again, unseen', async () => {
    simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'tokenInvalid' }],
    })
    const before = tokenRequests()

    await feishu.send({ chatId: 'oc_group' }, 'text', text('再来'), uuid())

    expect(tokenRequests()).toBe(before + 1)
  })

  test('that stays invalid is an error after the second time', async () => {
    simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 9, kind: 'tokenInvalid' }],
    })

    const error = await failure(feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.token_invalid', fate: 'refused' })
    expect(simulator.setFaults({}).rest[0]?.times).toBe(7)
  })

  test('of a wrong secret is refused, and the right one works after it', async () => {
    const error = await failure(client({ appSecret: 'wrong' }).bot())

    expect(error).toMatchObject({ code: 'feishu.credentials', platformCode: 10014 })
    expect(await client().bot()).toMatchObject({ activated: true })
  })

  test('two clients of one app id do not share it', async () => {
    const before = tokenRequests()

    await Promise.all([client().bot(), client().bot()])

    expect(tokenRequests()).toBe(before + 2)
  })
})

test('a slash behind the domain does no harm', async () => {
  expect(await client({ domain: `${simulator.url}/` }).bot()).toMatchObject({ name: '安监通' })
})

test('nothing that is logged has a secret, a token, an address or content in it', async () => {
  const lines: string[] = []
  const write = (fields: object, message: string) => void lines.push(JSON.stringify(fields) + message)
  const noisy = client({ log: { debug: write, info: write, warn: write, error: write } })
  simulator.setFaults({ rest: [{ path: '/tenant_access_token', times: 1, kind: 'cutBefore' }] })

  await failure(noisy.bot())
  await failure(noisy.send({ chatId: 'oc_other' }, 'text', text('张三'), uuid()))
  simulator.setFaults({ refuseCards: { times: 1, code: 11310 } })
  await failure(noisy.send({ chatId: 'oc_group' }, 'interactive', card('张三'), uuid()))

  expect(lines).toContain('{}sdk: client ready')
  const all = lines.join('\n')
  for (const secret of [simulator.app.appSecret, '张三', 't-', 'http', '127.0.0.1', 'oc_']) {
    expect(all).not.toContain(secret)
  }
})
