// One of several people is left out by typing, before saving and after; what was taken back is not taken back twice.
import { beforeAll, expect, test } from 'vitest'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'
const three = '赵大勇3月2日新到岗；钱二妮3月3日新到岗；孙小三3月4日新到岗'

test('a name or a place in the list takes one person off the draft, and the others are saved', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, three)

  const without = await bot.say(clerk, '不要孙小三')
  const one = await bot.say(clerk, '第二条不要')
  const receipt = await bot.say(clerk, '保存')

  expect(without.text).toContain('已去掉：孙小三 新到岗 2026-03-04')
  expect(one.text).toContain('已去掉：钱二妮')
  expect(receipt.text).toContain('赵大勇 新到岗')
  expect(receipt.text).not.toMatch(/钱二妮|孙小三/)
})

test('撤回 and a name leaves one of a saved report out and keeps the others', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const draft = await bot.say(clerk, three)
  await bot.click(clerk, draft, '全部保存')

  const corrected = await bot.say(clerk, '撤回 钱二妮')
  const receipt = await bot.click(clerk, corrected, '全部保存')

  expect(corrected.text).toContain('保存后代替 RY-20260306-001')
  expect(receipt.text).toContain('孙小三')
  expect(receipt.text).not.toContain('钱二妮')
})

test.each(['撤回赵大勇和孙小三', '不要赵大勇、孙小三', '第一和第三条不要'])(
  '“%s” leaves both out, not the first alone',
  async (words) => {
    await using bot = await startDemo({ at: '2026-03-06T10:00' })
    await bot.say(clerk, three)

    const without = await bot.say(clerk, words)

    expect(without.text).toContain('已去掉：赵大勇 新到岗 2026-03-02；孙小三 新到岗 2026-03-04')
    expect((await bot.say(clerk, '保存')).text).toMatch(/^(?!.*(?:赵大勇|孙小三)).*钱二妮/su)
  },
)

test('撤回 as a reply to what was taken back before says so and takes nothing back', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const draft = await bot.say(clerk, '赵大勇3月2日新到岗')
  const receipt = await bot.click(clerk, draft, '保存')
  await bot.say(clerk, '撤回', receipt)

  const again = await bot.say(clerk, '撤回', receipt)

  expect(again.text).toBe('RY-20260306-001 已经撤回过了。')
})

test('a nil report is taken back by typing and from the list', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  await bot.say(clerk, '本周无人员变动')
  const typed = await bot.say(clerk, '撤回')
  await bot.say(clerk, '本周无人员变动')
  const list = await bot.say(clerk, '我的上报')

  const pressed = await bot.click(clerk, list, '撤回')

  expect(typed.text).toContain('零报告已撤回 LB-20260306-001')
  expect(pressed.text).toContain('零报告已撤回 LB-20260306-002')
  const left = await bot.database.transact(async (tx) => {
    const { id: unitId } = await tx.unit.findFirstOrThrow({ where: { name: '沁水县郑庄镇' } })
    return tx.nilReport.count({ where: { onDate: '2026-03-06', voidedAt: null, unitId } })
  })
  expect(left).toBe(0)
})
