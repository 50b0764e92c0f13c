// The token of the client: fetched once, kept, renewed when the local Feishu forgets it.
import { describe, expect, test } from 'vitest'
import { clientOf, failure, text, useLocalFeishu, uuid } from './local-feishu.ts'

const local = useLocalFeishu()
const tokenRequests = () =>
  local.simulator.log().filter((line) => line.name.endsWith('/tenant_access_token/internal')).length

describe('the token', () => {
  test('is asked for once by many first calls at the same time, and then kept', async () => {
    const fresh = clientOf(local.simulator)
    const before = tokenRequests()

    await Promise.all(Array.from({ length: 20 }, () => fresh.bot()))
    await fresh.bot()

    expect(tokenRequests()).toBe(before + 1)
  })

  test('the platform no longer knows is fetched anew and the call made again, unseen', async () => {
    await local.feishu.bot()
    local.simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 1, kind: 'tokenInvalid' }],
    })
    const before = tokenRequests()

    await local.feishu.send({ chatId: 'oc_group' }, 'text', text('再来'), uuid())

    expect(tokenRequests()).toBe(before + 1)
  })

  test('that stays invalid is an error after the second time', async () => {
    local.simulator.setFaults({
      rest: [{ path: 'POST /open-apis/im/v1/messages', times: 9, kind: 'tokenInvalid' }],
    })

    const error = await failure(local.feishu.send({ chatId: 'oc_group' }, 'text', text('x'), uuid()))

    expect(error).toMatchObject({ code: 'feishu.token_invalid', fate: 'refused' })
    expect(local.simulator.setFaults({}).rest[0]?.times).toBe(7)
  })

  test('of a wrong secret is refused, and the right one works after it', async () => {
    const error = await failure(clientOf(local.simulator, { appSecret: 'wrong' }).bot())

    expect(error).toMatchObject({ code: 'feishu.credentials', platformCode: 10014 })
    expect(await clientOf(local.simulator).bot()).toMatchObject({ activated: true })
  })

  test('two clients of one app id do not share it', async () => {
    const before = tokenRequests()

    await Promise.all([clientOf(local.simulator).bot(), clientOf(local.simulator).bot()])

    expect(tokenRequests()).toBe(before + 2)
  })
})
