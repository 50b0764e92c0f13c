// Rules asked for in plain words are answered with the rule and its source, and nothing is stored.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'

test.each(['隐患怎么分级', '什么算重大隐患', '隐患分级'])(
  '"%s" says the two grades and decides none',
  async (words) => {
    await using bot = await startSmall()

    const answer = await bot.say(people.clerk, words)

    expect(answer.text).toContain('《安全生产法》第四十一条')
    expect(answer.text).toContain('共17类')
    expect(answer.text).toContain('我不定级')
    expect(await bot.database.transact((tx) => tx.tip.count())).toBe(0)
  },
)

test('专职 alone completes the draft just gone on with', async () => {
  await using bot = await startSmall()
  await bot.say(people.clerk, '王五3月5日调到应急办')

  const corrected = await bot.say(people.clerk, '专职')

  expect(corrected.text).toContain('专职：')
})
