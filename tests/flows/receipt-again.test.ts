// A receipt that is drawn again, after a second press, a restart, a look or an undo, says what the first one said.
import { expect, test } from 'vitest'
import { people, sentences, smallCity, startSmall } from '../support/small.ts'
import { cells, workbook } from '../support/workbooks.ts'

const { clerk } = people
const effect = '专职应急管理人员 2→3人'
const back = '专职应急管理人员 3→2人'

/** The small city, judged the day before. */
const started = () =>
  startSmall({
    async open() {
      const database = await smallCity()
      await database.at('2026-03-05', (store) => store.findings.evaluateAll('2026-03-05'))
      return database
    },
  })

test('two presses at once leave a receipt with its effect, whichever is answered last', async () => {
  await using bot = await started()
  const { messageId } = await bot.say(clerk, sentences.staffing)

  const press = () => bot.feishu.click({ as: clerk, messageId, label: '保存' })
  const [one, other] = await Promise.all([press(), press()])
  await bot.pass(5)

  expect([one, other].map((answer) => answer.toast?.content).sort()).toEqual([
    '已登记 RY-20260306-001',
    '这张卡片不是最新的，已换成现在的状态。',
  ])
  expect(bot.shown(messageId).text).toContain(effect)
})

test('a receipt looked up again after a restart and after later reports still says what it changed', async () => {
  await using bot = await started()
  await bot.click(clerk, await bot.say(clerk, sentences.staffing), '保存')
  await bot.restart()
  await bot.click(clerk, await bot.say(clerk, '李四3月6日调入应急办，专职'), '保存')

  await bot.click(clerk, await bot.say(clerk, '进度 RY-20260306-001'), '看详情')

  expect(bot.last(clerk).text).toContain('已登记')
  expect(bot.last(clerk).text).toContain(effect)
})

test('a withdrawn report shown again says what its withdrawal changed, and no longer what its saving did', async () => {
  await using bot = await started()
  const saved = await bot.click(clerk, await bot.say(clerk, sentences.staffing), '保存')
  const press = () => bot.feishu.click({ as: clerk, messageId: saved.messageId, label: '撤回' })

  await Promise.all([press(), press()])
  await bot.pass(5)

  expect(bot.shown(saved.messageId).text).toContain(back)
  expect(bot.shown(saved.messageId).text).not.toContain(effect)
})

test('a corrected report no longer says what its saving changed', async () => {
  await using bot = await started()
  await bot.click(clerk, await bot.say(clerk, sentences.staffing), '保存')
  await bot.click(clerk, await bot.say(clerk, '改成3月1日'), '保存')

  await bot.click(clerk, await bot.say(clerk, '进度 RY-20260306-001'), '看详情')

  expect(bot.last(clerk).text).toContain('已撤回')
  expect(bot.last(clerk).text).not.toContain(effect)
})

test('an imported list shown again says what it changed', async () => {
  await using bot = await started()
  const rows = [
    ['姓名', '所在科室', '是否专职', '任职时间'],
    ['王小明', '应急办', '是', '2026年3月2日'],
  ]
  const file = { kind: 'file', bytes: workbook({ sheet: cells(rows, []) }), name: '花名册.xlsx' } as const
  const receipt = await bot.click(clerk, await bot.send(clerk, file), '保存')
  await bot.click(clerk, await bot.say(clerk, '我的上报'), '看详情')

  expect(receipt.text).toContain(effect)
  expect(bot.last(clerk).text).toContain(effect)
})
