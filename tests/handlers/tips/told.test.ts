// What is told about a tip is kept with it and reaches its handlers; what nobody will act on is said plainly.
import { describe, expect, test } from 'vitest'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, message, wordsOf } from '../../support/ctx.ts'
import type { TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'
import { filedTip } from '../filed.ts'

const number = 'YH-20240320-001'
const say = (database: TestDatabase, openId: string, text: string, chatType: 'p2p' | 'group' = 'p2p') =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text, { chatType }), ctx))

describe('what is told about a tip', () => {
  test.each(['已整改完毕，请复查', '申请延期到3月25日', '举报人被开除了，打击报复'])(
    '"%s" becomes a step, sealed, and its handlers hear of it',
    async (words) => {
      await using database = await memberCity()
      const tip = await filedTip(database, number)
      const { say: told = [] } = await say(database, 'ou_stranger', `${number}${words}`)

      const steps = await database.at('2024-03-20', (store) => store.tips.steps(tip.id))
      expect(steps.at(-1)).toMatchObject({ kind: 'told', note: null, detail: `${number}${words}` })
      expect(told).toContainEqual({
        to: { openId: 'ou_officer' },
        text: `线索 ${number} 有新的说明，请看卡片的办理过程。`,
      })
      expect(wordsOf({ say: told })).toContain('已记进办理过程，已告诉经办人')
    },
  )

  test('somebody else is told that nothing was kept', async () => {
    await using database = await memberCity()
    const before = wordsOf(await say(database, 'ou_neighbour', `${number}已整改完毕，请复查`))
    const tip = await filedTip(database, number)

    expect(wordsOf(await say(database, 'ou_neighbour', `${number}已整改完毕，请复查`))).toBe(before)
    expect(before).toContain('这句话没有保存')
    const steps = await database.at('2024-03-20', (store) => store.tips.steps(tip.id))
    expect(steps.map(({ kind }) => kind)).toEqual(['received'])
  })

  test('in a group the answer is private', async () => {
    await using database = await memberCity()
    await filedTip(database, number)
    const { say: told = [] } = await say(database, 'ou_stranger', `${number}已整改完毕，请复查`, 'group')

    expect(told[0]).toMatchObject({ text: '涉及个人和单位明细，已私信您。' })
  })
})

test('retaliation told without a number is a confidential tip and goes to handlers', async () => {
  await using database = await memberCity()
  await say(database, 'ou_stranger', '举报人被开除了，打击报复')

  const tip = await database.at('2024-03-20', (store) => store.tips.byId(1))
  expect(tip).toMatchObject({ confidential: true, content: { description: '举报人被开除了，打击报复' } })
})

test('told in a group, the group reads one line', async () => {
  await using database = await memberCity()
  const { say: told = [] } = await say(database, 'ou_stranger', '举报人被开除了，打击报复', 'group')

  expect(told.filter((one) => 'to' in one && 'chatId' in one.to)).toMatchObject([
    { text: '已收到，为保密已私信您，请到与我的单聊里查看。' },
  ])
})

test('whoever is afraid of it only asks', async () => {
  await using database = await memberCity()
  await say(database, 'ou_stranger', '举报了怕被打击报复怎么办')

  expect(await database.at('2024-03-20', (store) => store.tips.byId(1))).toBeUndefined()
})

test.each(['提醒我3月10日交月报', '名单明天给你们报过去'])(
  '"%s" is answered plainly: no reminder',
  async (text) => {
    await using database = await memberCity()

    expect(wordsOf(await say(database, 'ou_clerk', text))).toMatch(/我不(?:能)?按您[说定]的日子/)
  },
)
