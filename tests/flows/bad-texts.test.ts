// What people get wrong in words and forms: each time a plain sentence that says what was read, what is expected and
// what to do, and nothing half stored.
import { describe, expect, test } from 'vitest'
import { people, sentences, startSmall } from '../support/small.ts'
import { expectPlain, field, nothing, stored } from './plain-words.ts'

const { clerk, public: witness } = people

describe('a text', () => {
  test.each(['今天天气真好', 'asdfgh', '😀😀', '12345', '的'])(
    'that nobody understands (%s) is answered with what was read and the three nearest things',
    async (said) => {
      await using bot = await startSmall()

      const { text } = await bot.say(clerk, said)

      expect(text).toContain('没看懂')
      expect(text).toContain(`读到的是“${said}”`)
      expect(text.match(/^- .+$/gm)).toHaveLength(3)
      expect(text).toContain('打开菜单')
      expect(await stored(bot)).toEqual(nothing)
      expectPlain(bot)
    },
  )

  test('of 10,000 characters is not read, and says how long it was and what to do', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, sentences.staffing.repeat(800).slice(0, 10_000))

    expect(text).toMatch(/读到10000字，超过5000字，没有处理。请分几条发送/)
    expect(await stored(bot)).toEqual(nothing)
  })

  test.each([
    [
      'a day that does not exist',
      '张三2月30日调入应急办，专职',
      /读到的日期是“2月30日”，没有这一天。请改成存在的日期/,
    ],
    [
      'a day more than a year ahead',
      '张三2028年3月5日调入应急办，专职',
      /生效日期读到的是 2028-03-05，在一年以后；最晚只能报到 2027-03-07。请核对年份后改正/,
    ],
    [
      'a certificate that will be issued more than a year ahead',
      '侯一执法证2031.3.10发证，有效期到2036.3.9',
      /发证日期读到的是 2031-03-10，在一年以后；最晚只能报到 2027-03-07。请核对年份后改正/,
    ],
    [
      'an exam of more than a hundred points',
      '侯一3月2日至13日参加执法资格培训，80学时，考试120分',
      /考试读到的是 120 分，应在0到100分之间。请在“考试”里选合格或不合格/,
    ],
    [
      'a person twice',
      '王五、李六、王五3月5日到岗，专职',
      /“王五”出现了两次，这里只登记卡片上的这一次。如是同名的两个人，请分两条发/,
    ],
    [
      'two changes of one person',
      '张三明天到岗，张三后天退休',
      /1. 张三 新到岗 2026-03-07[\s\S]*2. 张三 退休 2026-03-08[\s\S]*“张三”在这条消息里出现了两次/,
    ],
    [
      'two units that do not exist',
      '火星县的张三调到火星镇',
      /没有找到单位“火星县”[\s\S]*没有找到单位“火星镇”/,
    ],
    [
      'an hour and a half of teaching',
      '3月5日村干部培训，一个半小时，15人',
      /学时读到的是“1.5”，应为1到2000的整数，请改正后再提交/,
    ],
    [
      'a unit that does not exist',
      '月亮镇：张三3月5日到岗，专职',
      /没有找到单位“月亮镇”，这份按您绑定的沁水县郑庄镇登记。不对的话请取消，写全称再发/,
    ],
    [
      'a share above 100',
      '张三3月5日调入应急办，持证率120%',
      /读到的比例是“120%”，比例应在0%到100%之间，请核对数字后再发一次/,
    ],
    [
      'somebody who is not on the list',
      '王五3月5日退休',
      /沁水县郑庄镇的在岗名单里没有“王五”，无法登记退休。[\s\S]*请核对姓名，或先报他到岗/,
    ],
    [
      'somebody who is there already',
      '侯一3月5日调入应急办',
      /“侯一”自 2020-01-01 起已在沁水县郑庄镇的名单里，不必再报到岗/,
    ],
    [
      'a training that ends before it begins',
      '侯一3月17日至3月4日参加轮训，80学时',
      /共353天，超过半年。请核对先后和年份后改正/,
    ],
  ])('with %s is drafted with a sentence about it, and nothing is saved', async (_, said, sentence) => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, said)

    expect(text).toMatch(sentence)
    expect(await stored(bot)).toEqual(nothing)
    expectPlain(bot)
  })

  test('with nothing but a share above 100 says so', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(clerk, '持证率130%')

    expect(text).toContain('读到的比例是“130%”，比例应在0%到100%之间')
  })

  test('with a wrong day is saved once the day is put right on the card', async () => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, '张三2月30日调入应急办，专职')

    const again = await bot.click(clerk, draft, '补齐并保存', {
      [field('effectiveDate')]: '2028-03-05 +0800',
    })
    expect(again.toast).toContain('在一年以后')
    expect(await stored(bot)).toEqual(nothing)
    const saved = await bot.click(clerk, again, '补齐并保存', {
      [field('effectiveDate')]: '2026-03-05 +0800',
    })

    expect(saved.toast).toBe('已登记 RY-20260306-001')
  })

  test('with a strange score is saved once it is chosen whether the exam was passed', async () => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, '侯一3月2日至13日参加执法资格培训，80学时，考试120分')

    const saved = await bot.click(clerk, draft, '补齐并保存', { [field('passed')]: 'pass' })

    expect(saved.toast).toBe('已登记 PX-20260306-001')
  })
})

describe('a form', () => {
  test('of a report handed in empty says what is missing and keeps the draft', async () => {
    await using bot = await startSmall()
    const form = await bot.say(clerk, '报人员变动')

    const answered = await bot.click(clerk, form, '提交并保存', {})

    expect(answered.toast).toBe('还有必填项没有填，请补齐后再保存。')
    expect(answered.text).toContain('姓名')
    expect(await stored(bot)).toEqual(nothing)
  })

  test('of a tip handed in empty says what to write', async () => {
    await using bot = await startSmall()
    const form = await bot.say(witness, '报隐患')

    const answered = await bot.click(witness, form, '提交', {})

    expect(answered.toast).toMatch(/“什么问题”没有填。请写上再提交，如 三号皮带机没有护罩/)
    expect(await stored(bot)).toEqual(nothing)
  })

  test('with what does not fit says what was read and what is expected, field by field', async () => {
    await using bot = await startSmall()
    const form = await bot.say(clerk, '报人员变动')
    const typed = {
      [field('person')]: '张',
      [field('changeType')]: 'transferIn',
      [field('effectiveDate')]: '2026-03-05 +0800',
    }

    const answered = await bot.click(clerk, form, '提交并保存', {
      ...typed,
      [field('experienceYears')]: '两百',
    })

    expect(answered.text).toMatch(/姓名读到的是“张”，应为一个人的全名，如 张三，请改正后再提交/)
    expect(answered.text).toMatch(/从事安全监管年数读到的是“两百”，应为0到60的整数/)
    expect(await stored(bot)).toEqual(nothing)
  })
})

test('somebody who belongs to no unit is told how to, and what works without', async () => {
  await using bot = await startSmall()

  const { text } = await bot.say(witness, sentences.staffing)

  expect(text).toMatch(/还没有绑定单位.*请发“绑定 邀请码”.*举报隐患不需要绑定/)
  expect(await stored(bot)).toEqual(nothing)
})
