// A number with any words around it, or alone, is answered with its progress and never becomes a report.
import { describe, expect, test } from 'vitest'
import { numberWords } from '../../handlers/plain-words.ts'
import { handleMessage } from '../../handlers/say.ts'
import { asked, message, wordsOf } from '../support/ctx.ts'
import { memberCity } from './city.ts'
import { filedTip, savedReport, secret } from './filed.ts'

describe('the number RY-20240320-001', () => {
  test.each([
    'RY-20240320-001',
    'ry20240320001',
    'ＲＹ－２０２４０３２０－００１',
    'RY—20240320—001呢',
    'RY 20240320 001 存上了吗',
    'RY-2024-03-20-001',
    '帮忙看下RY20240320001',
    '麻烦查查编号RY-20240320-001',
    '回执号 RY-20240320-001 在不在',
    'RY-20240320-001保存成功没有',
    'RY-20240320-001算进去了没',
    'RY_20240320_001的详情',
    '单子RY-20240320-001',
    'RY-20240320-001那条是什么内容',
    'RY-20240320-001，县里看到了吗',
    '请问一下（RY-20240320-001）到哪个环节了',
    '打开RY-20240320-001',
    '查RY.20240320.001',
    'RY-20240320-001 ?',
    '查询：RY-20240320-001',
  ])('is asked for by "%s"', (text) => {
    expect(numberWords(text)).toBe('进度 RY-20240320-001')
  })
})

describe('the number YH-20240320-001', () => {
  test.each([
    'YH-20240320-001咋样了',
    'YH-20240320-001转给谁了',
    'YH-20240320-001谁在管',
    '跟踪一下YH-20240320-001',
    'YH-20240320-001超期了没',
    'YH-20240320-001给个说法',
    '督办YH-20240320-001',
    'YH-20240320-001怎么没人理',
    'YH-20240320-001办结了没有',
    'YH-20240320-001整改完了吗',
    'YH-20240320-001改好了没',
    'YH-20240320-001是哪个部门办',
    '领导问YH-20240320-001的情况',
    '汇报YH-20240320-001进展',
    'YH-20240320-001还有几天到期',
    'yh20240320001落实情况',
    '我上次那个YH-20240320-001',
    'YH-20240320-001有没有结论',
    '线索YH-20240320-001办到啥程度了',
    'YH-20240320-001尽快处理',
  ])('is asked for by "%s"', (text) => {
    expect(numberWords(text)).toBe('进度 YH-20240320-001')
  })

  test.each([
    '撤回YH-20240320-001',
    'YH-20240320-001作废',
    'YH-20240320-001已整改完毕，请复查',
    'YH-20240320-001申请延期到3月25日',
    'YH-20240320-001的举报人是哪位',
    '告诉我YH-20240320-001是谁报的',
    '把YH-20240320-001改成3月6日',
    'YH-20240320-001地点写错了',
  ])('is about something else in "%s"', (text) => {
    expect(numberWords(text)).toBeUndefined()
  })
})

test.each([
  'AQ20240320001',
  '张三注安师证编号AQ20240320001，3月5日到岗',
  '晋市政办〔2021〕10号',
  '20240320001',
])('"%s" holds no number of ours', (text) => {
  expect(numberWords(text)).toBeUndefined()
})

test('two numbers in one question are both answered', async () => {
  await using database = await memberCity()
  await savedReport(database, 'RY-20240320-001')
  await savedReport(database, 'RY-20240320-002')

  const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
    handleMessage(message('ou_clerk', 'RY-20240320-001和RY-20240320-002到哪了'), ctx),
  )

  expect(wordsOf(outcome)).toContain('进度 RY-20240320-001')
  expect(wordsOf(outcome)).toContain('进度 RY-20240320-002')
})

test('a number sent alone tells its own sender, and nobody who may not know', async () => {
  await using database = await memberCity()
  await filedTip(database, 'YH-20240320-001')
  const said = async (openId: string) =>
    wordsOf(
      await asked(database, { openId }, (ctx) => handleMessage(message(openId, 'YH-20240320-001'), ctx)),
    )

  expect(await said('ou_stranger')).toContain(secret)
  const unknown = await said('ou_neighbour')
  expect(unknown).toContain('没有这个编号，或者您不能查看它')
  expect(unknown).not.toContain(secret)
})

test('in a group the answer is private', async () => {
  await using database = await memberCity()
  await savedReport(database, 'RY-20240320-001')

  const { say = [] } = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
    handleMessage(message('ou_clerk', 'RY-20240320-001呢', { chatType: 'group' }), ctx),
  )

  expect(say[0]).toMatchObject({ text: '涉及个人和单位明细，已私信您。' })
  expect(say[1]).toMatchObject({ to: { openId: 'ou_clerk' } })
})
