// A certificate that was lost is not registered anew.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'
import { nothing, stored } from './plain-words.ts'

const { clerk } = people

test.each(['侯一的执法证丢了', '侯一执法证遗失，要补办'])(
  '%s registers nothing and says so',
  async (text) => {
    await using bot = await startSmall()

    expect((await bot.say(clerk, text)).text).toContain('没有存下来')
    expect((await bot.say(clerk, '草稿')).text).toContain('没有没保存的草稿')
    expect(await stored(bot)).toEqual(nothing)
  },
)

test('one that was issued anew after a loss is registered', async () => {
  await using bot = await startSmall()

  expect((await bot.say(clerk, '侯一执法证丢失，3月2日补办')).text).toContain('请核对：侯一 行政执法证')
})
