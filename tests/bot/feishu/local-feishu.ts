// A local Feishu with two people and two groups, a client to it, and short words for the tests of the client.
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
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
const plenty = { perChat: 1e6, perUser: 1e6, perMessage: 1e6, perApiSecond: 1e6, perApiMinute: 1e6 }

let uuids = 0
export const uuid = () => `test-${++uuids}`
export const text = (words: string) => JSON.stringify({ text: words })
export const card = (words: string) =>
  JSON.stringify({
    schema: '2.0',
    config: { update_multi: true },
    body: { elements: [{ tag: 'markdown', content: words }] },
  })

/** The local Feishu of a test file, without faults at the start of each test, and a client to it. */
export function useLocalFeishu() {
  const use = {} as { simulator: Simulator; feishu: FeishuApi }
  beforeAll(async () => {
    use.simulator = await startSimulator({ port: 0, host: '127.0.0.1', now: Date.now, world, rates: plenty })
    use.feishu = clientOf(use.simulator)
  })
  afterAll(() => use.simulator.close())
  beforeEach(() => {
    use.simulator.setFaults('none')
  })
  return use
}

export function clientOf(
  simulator: Simulator,
  more: { appSecret?: string; domain?: string; log?: FeishuLog } = {},
): FeishuApi {
  const { appId, appSecret } = simulator.app
  return makeFeishu({ appId, appSecret, domain: simulator.url, log: silent, ...more })
}

export async function failure(call: Promise<unknown>): Promise<FeishuError> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FeishuError)
  return error as FeishuError
}
