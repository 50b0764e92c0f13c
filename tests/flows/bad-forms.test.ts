// A form that was filled in wrongly is told everything that is wrong at once, and nothing that is not.
import { beforeAll, expect, test } from 'vitest'
import { prepareDemo, startDemo } from '../support/demo.ts'

beforeAll(prepareDemo)

const clerk = 'ou_demo_clerk_zhengzhuang'

test('a wrong number, reversed dates and a stranger are told in one round, each with its field', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const form = await bot.say(clerk, '登记培训')

  const again = await bot.click(clerk, form, '提交并保存', {
    item0_trainingType: 'rotation',
    item0_participants: '孔乙己',
    item0_startDate: '2026-03-05',
    item0_endDate: '2026-03-04',
    item0_hours: '八十',
  })

  for (const part of ['学时读到的是“八十”', '结束早于开始', '在岗名单里没有：孔乙己', '补齐并保存'])
    expect(again.text).toContain(part)
})

test('a certificate of a stranger that ends before it begins is told both', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const form = await bot.say(clerk, '登记证件')

  const again = await bot.click(clerk, form, '提交并保存', {
    item0_person: '孔乙己',
    item0_certificateType: 'enforcement',
    item0_certificateNo: 'x'.repeat(41),
    item0_issueDate: '2026-03-05',
    item0_expiryDate: '2020-03-04',
  })

  for (const part of ['编号读到41个字，最多40个字', '早于发证日期', '在岗名单里没有“孔乙己”'])
    expect(again.text).toContain(part)
})

test('an organisation form sent empty asks for what is required and says nothing of the future', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const form = await bot.say(clerk, '报机构')

  const again = await bot.click(clerk, form, '提交并保存', {})

  expect(again.toast).toBe('还有必填项没有填，请补齐后再保存。')
  expect(again.text).not.toContain('还没有成立')
})

test('an organisation of tomorrow is asked for its day again', async () => {
  await using bot = await startDemo({ at: '2026-03-06T10:00' })
  const form = await bot.say(clerk, '报机构')
  const filled = {
    item0_newName: '应急管理办公室',
    item0_effectiveDate: '2026-03-07',
    item0_documentNo: '郑政发〔2026〕5号',
  }

  const again = await bot.click(clerk, form, '提交并保存', filled)
  const saved = await bot.click(clerk, again, '补齐并保存', { item0_effectiveDate: '2026-03-06' })

  expect(again.text).toContain('还没有成立的机构不用先报')
  expect(saved.text).toContain('机构情况已登记')
  expect(saved.text).toContain('应急管理办公室 2026-03-06 郑政发〔2026〕5号')
})
