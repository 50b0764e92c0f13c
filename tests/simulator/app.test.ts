// The app, its chats and the people it can see.

import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { clerk, clientFor, group, leader, refusalOf, simulate, startMs } from './bot.ts'

async function post(
  simulator: Simulator,
  path: string,
  body: object,
): Promise<{ status: number; [key: string]: unknown }> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

function askToken(simulator: Simulator) {
  const { appId, appSecret } = simulator.app
  return post(simulator, '/open-apis/auth/v3/tenant_access_token/internal', {
    app_id: appId,
    app_secret: appSecret,
  })
}

test('the token stays the same with a falling expiry until half an hour is left, then both are valid', async () => {
  await using simulator = await simulate()
  const minute = 60_000

  const first = await askToken(simulator)
  await simulator.moveClock(startMs + 90 * minute)
  const same = await askToken(simulator)
  await simulator.moveClock(startMs + 91 * minute)
  const next = await askToken(simulator)

  expect(first).toMatchObject({ code: 0, expire: 7200, tenant_access_token: expect.stringMatching(/^t-/) })
  expect(same).toMatchObject({ tenant_access_token: first['tenant_access_token'], expire: 1800 })
  expect(next).toMatchObject({ expire: 7200 })
  expect(next['tenant_access_token']).not.toBe(first['tenant_access_token'])
  const botInfo = async () => {
    const headers = { authorization: `Bearer ${first['tenant_access_token']}` }
    const response = await fetch(`${simulator.url}/open-apis/bot/v3/info`, { headers })
    return ((await response.json()) as { code: number }).code
  }
  expect(await botInfo()).toBe(0)
  await simulator.moveClock(startMs + 120 * minute)
  expect(await botInfo()).toBe(99991663)
})

test.each([
  [{}, 99991661],
  [{ authorization: 'Bearer xyz' }, 99991671],
  [{ authorization: 'Bearer t-unknown' }, 99991663],
])('a call with %o is refused with %i', async (headers, code) => {
  await using simulator = await simulate()

  const response = await fetch(`${simulator.url}/open-apis/bot/v3/info`, {
    headers: headers as Record<string, string>,
  })

  expect(response.headers.get('x-tt-logid')).toBeTruthy()
  expect(await response.json()).toMatchObject({ code })
})

test('a wrong secret gets no token', async () => {
  await using simulator = await simulate()
  const path = '/open-apis/auth/v3/tenant_access_token/internal'

  const answer = await post(simulator, path, { app_id: simulator.app.appId, app_secret: 'mistyped' })

  expect(answer).toMatchObject({ code: 10014 })
  expect(JSON.stringify(simulator.log())).not.toContain('mistyped')
})

test('an app that is not this one gets no token', async () => {
  await using simulator = await simulate()
  const path = '/open-apis/auth/v3/tenant_access_token/internal'

  expect(await post(simulator, path, { app_id: 'cli_another', app_secret: 'x' })).toMatchObject({
    code: 99991543,
  })
  expect(await post(simulator, path, { app_id: '', app_secret: 'x' })).toMatchObject({ code: 10003 })
})

test('an unknown path answers 404 with 99991201', async () => {
  await using simulator = await simulate()

  expect(await post(simulator, '/open-apis/im/v9/nothing', {})).toMatchObject({ status: 404, code: 99991201 })
})

test('bot info stands at the top level, and a GET with the body {} is accepted', async () => {
  await using simulator = await simulate()

  const info = await clientFor(simulator).request({ method: 'GET', url: '/open-apis/bot/v3/info', data: {} })

  expect(info).toMatchObject({
    code: 0,
    bot: { activate_status: 2, app_name: '安监通', open_id: simulator.app.botOpenId },
  })
})

test('chats are groups of the bot only, members are people only', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)
  simulator.botChat(clerk)
  simulator.createChat({ as: clerk, name: '没有机器人的群', openIds: [leader], withBot: false })

  const chats = await client.im.v1.chat.list()
  const chat = await client.im.v1.chat.get({ path: { chat_id: group } })
  const members = await client.im.v1.chatMembers.get({ path: { chat_id: group } })

  expect(chats.data?.items?.map(({ chat_id }) => chat_id)).toEqual([group])
  expect(chat.data).toMatchObject({
    name: '沁水县安监群',
    chat_mode: 'group',
    user_count: '2',
    bot_count: '1',
  })
  expect(members.data?.items?.map(({ member_id, name }) => [member_id, name])).toEqual([
    [clerk, '张三'],
    [leader, '李四'],
  ])
  expect(members.data?.member_total).toBe(2)
})

test('people are found by id, in batches and by mobile number', async () => {
  await using simulator = await simulate()
  const client = clientFor(simulator)

  const one = await client.contact.v3.user.get({ path: { user_id: clerk } })
  const batch = await client.contact.v3.user.batch({ params: { user_ids: [clerk, leader, 'ou_unknown'] } })
  const byMobile = await client.contact.v3.user.batchGetId({
    data: { mobiles: ['+8613800000001', '13900000000'] },
  })

  expect(one.data?.user).toMatchObject({ open_id: clerk, name: '张三', job_title: '郑庄镇 · 报送员' })
  expect(batch.data?.items?.map(({ name }) => name)).toEqual(['张三', '李四'])
  expect(byMobile.data?.user_list).toEqual([
    { mobile: '+8613800000001', user_id: clerk },
    { mobile: '13900000000' },
  ])
  expect(await refusalOf(client.contact.v3.user.get({ path: { user_id: 'ou_unknown' } }))).toMatchObject({
    code: 41050,
  })
})
