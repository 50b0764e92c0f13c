// 保存 typed instead of pressed: whoever reads "then 保存" types it.
import { beforeAll, expect, test } from 'vitest'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const sentence = '张三3月5日从农业办调到应急办，专职，有注安师证'

test('保存 typed after a sentence saves it, and its card becomes the receipt', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const draft = await bot.say(clerk, sentence)

  const receipt = await bot.say(clerk, '保存')

  expect(receipt.text).toContain('人员变动已登记')
  expect(bot.shown(draft.messageId).text).toContain('人员变动已登记')
})

test('保存 typed while something is missing asks for it and saves nothing', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '张三调到应急办，专职')

  expect((await bot.say(clerk, '保存')).text).toContain('待补充')
})

test('with several drafts 保存 lists them instead of guessing', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, sentence)
  await bot.say(clerk, '李小明3月4日新到岗，专职')

  expect((await bot.say(clerk, '保存')).text).toContain('草稿（2）')
})

test('保存 without any draft says what to do instead', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  expect((await bot.say(clerk, '保存')).text).toContain('没有等着保存的草稿')
})
