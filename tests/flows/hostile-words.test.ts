// Mentions, links and markdown that people type reach others as words only.
import { describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'
import { expectPlain, field } from './plain-words.ts'

const { clerk, officer, public: witness } = people

describe('hostile words', () => {
  const hostile = '<at user_id="all">所有人</at><at id=all></at>[点我](https://evil.cn)**`</font>www.evil.cn'

  test('of a tip reach everybody as words only', async () => {
    await using bot = await startSmall()

    await bot.say(witness, `泽州县子丑煤业三号皮带机没有护罩${hostile}`)
    await bot.click(officer, bot.last(officer), '受理')
    await bot.say(witness, '我的上报')
    await bot.pass(3)

    expectHarmless(bot)
    expect(bot.last(officer).text).toContain('[点我](https://evil.cn)')
  })

  test('of the reason why a tip is refused reach its sender as words only', async () => {
    await using bot = await startSmall()
    await bot.say(witness, '泽州县子丑煤业三号皮带机没有护罩')
    const asked = await bot.click(officer, bot.last(officer), '不予受理')

    await bot.click(officer, asked, '确认不予受理', { reason: hostile })
    await bot.pass(3)

    expectHarmless(bot)
    expect(bot.last(witness).text).toContain('点我')
  })

  test('of a report, of what nobody understood, and of a question reach their sender as words only', async () => {
    await using bot = await startSmall()
    const said = [hostile, `达标 ${hostile}`, `进度 ${hostile}`, `绑定 ${hostile}`, `条款 ${hostile}`]

    for (const one of [...said, `张三3月5日调入应急办，职务${hostile}，专职`]) await bot.say(clerk, one)
    const form = await bot.say(clerk, '报人员变动')
    const typed = {
      [field('changeType')]: 'transferIn',
      [field('effectiveDate')]: '2026-03-05 +0800',
      [field('department')]: hostile,
    }
    await bot.click(clerk, form, '提交并保存', { [field('person')]: hostile, ...typed })
    await bot.click(clerk, bot.last(clerk), '补齐并保存', { [field('person')]: '李明' })
    await bot.pass(3)

    expect(bot.last(clerk).text).toContain('已登记')
    expectHarmless(bot)
  })

  /** No message of the bot mentions, links or was refused; hostile words stand in it as typed. */
  function expectHarmless(bot: TestApp): void {
    for (const { openId } of bot.feishu.people()) {
      for (const message of bot.feishu.messages(bot.feishu.botChat(openId))) {
        if (message.from !== 'bot') continue
        expect(message.content).not.toMatch(/<at |\]\(https?:|https?:\/\/|www\./)
      }
    }
    const refused = bot.feishu
      .log()
      .filter(({ direction, result }) => direction === 'request' && !/^200 0$/.test(result))
    expect(refused.map(({ name, result }) => `${name} ${result}`)).toEqual([])
    expectPlain(bot)
  }
})
