// A list of changes under a heading that is also the word of a command.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'

const { clerk } = people
const lines = '1. 周伟 3月1日 新到岗\n2. 吴强 3月2日 调入'

test.each([`人员名单：\n${lines}`, `名单\n${lines}`, `人员变动：\n${lines}`, '名单：\n周伟 3月1日 新到岗'])(
  'is read as what it tells: %s',
  async (text) => {
    await using bot = await startSmall()

    expect((await bot.say(clerk, text)).text).toContain('请核对：周伟 新到岗 2026-03-01')
  },
)

test('a command whose words go on in the next line stays one', async () => {
  await using bot = await startSmall()

  expect((await bot.say(clerk, '名单\n沁水县郑庄镇')).text).toContain('沁水县郑庄镇 在岗名单')
})

test('so many who came are as many as are named, in the words of the place', async () => {
  await using bot = await startSmall()

  const card = await bot.say(clerk, '3月1日来了仨人：赵一、钱二、孙三')

  for (const name of ['赵一', '钱二', '孙三']) expect(card.text).toContain(name)
  expect(card.text).toContain('全部保存')
})
