// A township told by its bare name before somebody's, at the head of what is said.
import { beforeAll, expect, test } from 'vitest'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

test.each([
  ['西河张三3月1日到岗', '阳城县西河乡'],
  ['北城王五3月1日到岗', '高平市北城街道'],
  ['郑村王五3月1日到岗', '沁水县郑村镇'],
])('is not taken for the own township: %s', async (words, unit) => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })

  expect((await bot.say('ou_demo_clerk_zhengzhuang', words)).text).toContain(`读到的单位是${unit}`)
})
