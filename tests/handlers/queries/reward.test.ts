// The rule of rewards: facts for anybody, nothing promised; and where other plain questions lead.
import { expect, test } from 'vitest'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, expectHarmless, message, wordsOf } from '../../support/ctx.ts'
import type { TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'

const say = (database: TestDatabase, openId: string, text: string) =>
  asked(database, { openId }, (ctx) => handleMessage(message(openId, text), ctx))

test.each(['举报奖励', '举报能奖多少钱', '举报奖励怎么算', '举报要实名吗'])(
  'a stranger who asks "%s" reads the rule, and no promise',
  async (text) => {
    await using database = await memberCity()

    const outcome = await say(database, 'ou_stranger', text)

    expectHarmless(outcome)
    const words = wordsOf(outcome)
    expect(words).toContain('按行政处罚金额的15%，最低3000元，最高30万元')
    expect(words).toContain('不是承诺')
    expect(words).toContain('12350')
  },
)

test.each([
  ['草稿有哪些', '草稿'],
  ['我报的那条处理到哪一步了', '我的上报'],
  ['郑庄镇达标没有', '沁水县郑庄镇 达标情况'],
  ['第五条写了什么', '第五条'],
])('"%s" is answered by %s', async (text, title) => {
  await using database = await memberCity()

  expect(wordsOf(await say(database, 'ou_clerk', text))).toContain(title)
})
