// One message that tells of two matters: the card of the one and the receipt of the other, each with its own facts.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'
import { stored } from './plain-words.ts'

const { clerk } = people
const staffing = '张三3月5日调到应急办，专职'
const tip = '隔壁煤矿瓦斯探头被人用塑料袋包住了'

test.each([
  `${staffing}；${tip}`,
  `${staffing}。另外，${tip}`,
  `${tip}。另外，${staffing}`,
  `1.${staffing}\n2.${tip}`,
])(
  'a change and a tip in one message bring the card of the change and the receipt of the tip: %s',
  async (text) => {
    await using bot = await startSmall()
    const before = bot.all(clerk).length
    await bot.say(clerk, text)
    const answers = bot.all(clerk).slice(before)
    const cards = answers.filter(({ text: shown }) => shown.includes('张三'))
    const receipts = answers.filter(({ text: shown }) => /YH-\d/.test(shown))

    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toContain('保存')
    expect(cards[0]?.text).not.toContain('探头')
    expect(receipts).toHaveLength(1)
    expect(receipts[0]?.text).not.toContain('张三')
    expect(await stored(bot)).toMatchObject({ tips: 1, saved: 1, troubles: 0 })
  },
)

test('a coming and another one’s course bring a card each', async () => {
  await using bot = await startSmall()
  const before = bot.all(clerk).length
  await bot.say(clerk, '卫四3月1日到岗，侯一2月2日至15日参加轮训80学时合格')
  const [coming, course, ...more] = bot.all(clerk).slice(before)

  expect(coming?.text).toMatch(/^(?!.*侯一).*卫四/su)
  expect(course?.text).toMatch(/^(?!.*卫四).*侯一/su)
  expect(more).toEqual([])
})

test.each(['张三3月5日调到应急办，专职。我们镇还差几个人', '我们镇还差几个人？张三3月5日调到应急办，专职'])(
  'a question beside a report is answered in a second message: %s',
  async (text) => {
    await using bot = await startSmall()
    const before = bot.all(clerk).length
    await bot.say(clerk, text)
    const [report, answer, ...more] = bot.all(clerk).slice(before)

    expect(report?.text).toContain('请核对：张三')
    expect(answer?.text).toContain('沁水县郑庄镇 缺人')
    expect(more).toEqual([])
  },
)
