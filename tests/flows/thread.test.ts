// The thinnest thread through all parts: one sentence → card → rows → receipt, on the local Feishu.
import { expect, test } from 'vitest'
import { startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'

test('a clerk says one sentence, taps save, and the township has its third professional', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  const draft = await bot.say(clerk, '张三3月5日从农业办调到应急办，专职，有注安师证')
  expect(draft.text).toContain('2026-03-05')
  const receipt = await bot.click(clerk, draft, '保存')

  expect(receipt.toast).toBe('已登记 RY-20260306-001')
  expect(receipt.text).toContain('专职应急管理人员 2→3人')
  expect(receipt.text).toContain('达到第五条')
})
