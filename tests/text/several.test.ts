// Several matters in one message: whatever stands between them, each says what it says alone, and nothing of one gets
// into another. What heads the message holds for all.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Parsed } from '../../bot/text/index.ts'
import { parseMessage } from './corpus.ts'

const sender = { unit: '沁水县郑庄镇', role: '应急办' }
const read = (text: string): Parsed => parseMessage({ text, today: '2024-03-20', sender })

const staffing = [
  '张三3月5日调到应急办，专职',
  '李四3月1日退休',
  '王五昨天从县水利局调入，任应急办副主任，电话13800000001',
  '赵六、孙七3月11日到岗，都是安全工程专业',
  '周八借调到县应急局半年，3月4日走的',
  '任命陈十二为应急站站长，3月7日起',
]
const training = [
  '钱一3月4日至17日参加执法资格培训，80学时，考试合格',
  '3月12日组织网格员培训46人',
  '上周四办了一期村干部培训班，35人，半天',
  '3月18日组织观看警示教育片，62人参加',
  '许三执法证4月1日到期',
]
const tip = [
  '隔壁矿上把探头包住了',
  '子丑煤业皮带机没有护罩',
  '寅卯化工厂氨气泄漏，味道很大',
  '丙丁煤矿昨晚死了一个人没上报',
  '某工地脚手架松动，工人不戴安全帽，联系电话13900000002',
]
const nil = ['本周隐患零报告', '这周没有举报']
const question = ['轮训到期的有谁']
const kinds = [staffing, training, tip, nil, question]

/** Two of different kinds, in either order. */
const pairs = [staffing, training, tip].flatMap((first, _, reports) =>
  reports
    .filter((second) => second !== first)
    .flatMap((second) => first.flatMap((one) => second.map((other) => [one, other]))),
)

/** What stands before the first and between one and the next: the number of the next is given. */
const joiners: readonly ((index: number) => string)[] = [
  ...['。', '；', '，', '\n', '。另外，', '，另外', '。还有，', '；还有就是', '。顺便说一下，', '，对了'].map(
    (between) => (index: number) => (index === 0 ? '' : between),
  ),
  (index) => `${index === 0 ? '' : ' '}${index + 1}.`,
  (index) => `${index === 0 ? '' : '\n'}${index + 1}、`,
  (index) => `${index === 0 ? '' : '\n'}(${['一', '二', '三'][index]})`,
  (index) => `${index === 0 ? '' : '；'}${['一', '二', '三'][index]}是`,
]

const alone = new Map(kinds.flat().map((text) => [text, read(text)]))
const joined = (texts: readonly string[], joiner: (index: number) => string): string =>
  texts.map((text, index) => `${joiner(index)}${text}`).join('')

/** Whether the items are those of each alone, in the order of telling. */
function expectEach(texts: readonly string[], joiner: (index: number) => string): void {
  const message = joined(texts, joiner)
  const items = texts.flatMap((text) => alone.get(text)?.items ?? [])
  expect({ message, items: read(message).items }).toEqual({ message, items })
}

describe('several matters in one message', () => {
  test('say of two what each says alone, in either order and however they are joined', () => {
    for (const texts of pairs) for (const joiner of joiners) expectEach(texts, joiner)
  })

  test('say of three what each says alone, in any order', () => {
    const three = fc.shuffledSubarray(kinds, { minLength: 3, maxLength: 3 }).chain((chosen) => {
      return fc.tuple(...chosen.map((texts) => fc.constantFrom(...texts)))
    })
    fc.assert(
      fc.property(three, fc.constantFrom(...joiners), (texts, joiner) => expectEach(texts, joiner)),
      { numRuns: 150 },
    )
  })

  test('ask for what each of them leaves out', () => {
    expect(read('张三调到应急办。另外，隔壁矿上把探头包住了').missing).toEqual([
      'effectiveDate',
      'target',
      'rectifyDeadline',
    ])
  })
})

test('a certificate of the one who came has the day on which it was issued, and the coming its own', () => {
  const { items } = read('卫三3月1日到岗，卫三执法证2022.3.10发证')

  expect(items).toMatchObject([
    { type: 'staffingChange', person: '卫三', effectiveDate: '2024-03-01' },
    { type: 'certificateRecord', person: '卫三', issueDate: '2022-03-10' },
  ])
})

describe('what heads the message', () => {
  test('gives its day to all that have none of their own', () => {
    const { items } = read('郑庄镇3月5日情况：1.张三调到应急办；2.网格员培训46人；3.李四3月6日退休')

    expect(items).toMatchObject([
      { person: '张三', effectiveDate: '2024-03-05' },
      { trainingType: 'gridMember', startDate: '2024-03-05', participantCount: 46 },
      { person: '李四', effectiveDate: '2024-03-06' },
    ])
  })

  test('gives its unit to all', () => {
    const bureau = { unit: '沁水县应急管理局', role: '人事股' }
    const text = '端氏镇：1、王五3月1日退休。2、隔壁矿上把探头包住了'
    const { items } = parseMessage({ text, today: '2024-03-20', sender: bureau })

    expect(items).toMatchObject([{ unit: '沁水县端氏镇' }, { township: '端氏镇' }])
  })
})

describe('one matter told at length', () => {
  test.each([
    ['张三3月1日调入。3月4日至15日参加了轮训', ['staffingChange', 'trainingRecord']],
    ['张三、李四，还有王五3月5日调走', ['staffingChange', 'staffingChange', 'staffingChange']],
    ['张三3月5日调走，其他人员无变动', ['staffingChange']],
    ['郑十3月6日任局长。郑十，采矿工程硕士，从事煤矿安全管理15年', ['staffingChange']],
    ['丙丁煤矿安全员张三3月5日离职后没人补，探头坏了也没人管', ['hazardTip']],
    ['隔壁煤矿瓦斯探头被包住了。能不能来人看看', ['hazardTip']],
    ['张三3月5日调到应急办。培训怎么报', ['staffingChange']],
  ])('stays one: %s', (text, types) => {
    expect(read(text).items.map(({ type }) => type)).toEqual(types)
  })
})
