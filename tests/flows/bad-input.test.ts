// What people get wrong: each time a plain sentence that says what was read, what is expected and what to do, and
// nothing half stored.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mostFileBytes } from '../../bot/media.ts'
import { controlName } from '../../handlers/reports/cards.ts'
import { envelope } from '../bot/feishu/envelopes.ts'
import type { Shown, TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const { clerk, second, bagong, officer, admin, public: witness } = people

/** A field of the first item on a form. */
const field = (name: string) => controlName(0, name)

/** What there is besides drafts, which count for nothing. */
function stored(bot: TestApp): Promise<Record<string, number>> {
  return bot.database.transact(async (tx) => ({
    saved: await tx.report.count({ where: { number: { not: null } } }),
    posts: await tx.post.count(),
    trainings: await tx.trainingSession.count(),
    tips: await tx.tip.count(),
    files: await tx.file.count(),
    numbers: await tx.counter.count(),
    troubles: await tx.trigger.count({ where: { OR: [{ status: 'parked' }, { error: { not: null } }] } }),
  }))
}

const nothing = { saved: 0, posts: 2, trainings: 0, tips: 0, files: 0, numbers: 0, troubles: 0 }

/** Nobody is shown the inside of the program. */
function expectPlain(bot: TestApp): void {
  for (const { openId } of bot.feishu.people())
    for (const { text } of bot.all(openId))
      expect(text).not.toMatch(/Error|\.ts|undefined|null|NaN|\[object|stack/)
}

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
      'a person twice',
      '王五、李六、王五3月5日到岗，专职',
      /“王五”出现了两次，这里只登记第一次的。如是同名的两个人，请分两条发/,
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

    expect(answered.toast).toMatch(/没有写是什么问题。请在“什么问题”里写一句/)
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
    expect(answered.text).toMatch(/从事安全监管年数读到的是“两百”，应为0–60 的整数/)
    expect(await stored(bot)).toEqual(nothing)
  })
})

/** A press as a client sends it that does not ask the chat first: forwarded cards, forged ones. */
async function pressed(
  bot: TestApp,
  as: string,
  { messageId }: Shown,
  value: Record<string, unknown>,
): Promise<string> {
  const event = {
    operator: { open_id: as },
    context: { open_message_id: messageId, open_chat_id: bot.feishu.botChat(as) },
    action: { value },
  }
  const id = `p${JSON.stringify([as, value])}`.replace(/\W/g, '').slice(0, 60)
  const answer = await bot.app.receiver.receive(envelope('card.action.trigger', event, { event_id: id }))
  await bot.settle()
  return JSON.stringify(answer)
}

describe('a press', () => {
  test('on a card that is not the newest is answered with the newest', async () => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)
    await bot.click(clerk, draft, '取消')

    const answer = await pressed(bot, clerk, draft, { act: 'report.save', id: 1, rev: 1 })

    expect(answer).toContain('这张卡片不是最新的，已换成现在的状态。')
    expect(answer).toContain('已取消')
    expect(await stored(bot)).toEqual(nothing)
  })

  test.each([
    ['a colleague of the same unit', second],
    ['a clerk of another township', bagong],
    ['an administrator', admin],
    ['one of the public', witness],
  ])('of %s on somebody else’s draft does nothing and says so', async (_, as) => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)

    for (const act of ['report.save', 'report.fill', 'report.cancel', 'report.undo', 'report.show'])
      expect(await pressed(bot, as, draft, { act, id: 1, rev: 1 })).toContain(
        '这张卡片是别人填的，只有本人能操作。',
      )

    expect(await stored(bot)).toEqual(nothing)
    const saved = await bot.click(clerk, draft, '保存')
    expect(saved.toast).toBe('已登记 RY-20260306-001')
  })

  test.each([
    ['a clerk', clerk],
    ['the sender', witness],
  ])('of %s on a handler’s card does not decide', async (_, as) => {
    await using bot = await startSmall()
    await bot.say(witness, sentences.hazard)

    expect(await pressed(bot, as, bot.last(officer), { act: 'tip.accept', id: 1 })).toContain('没有权限')

    expect(bot.last(officer).text).toContain('待受理')
  })

  test.each([
    ['an id that is none', { act: 'report.save', id: 'x', rev: 1 }],
    ['an id of nothing', { act: 'report.save', id: 999, rev: 1 }],
    ['no id', { act: 'report.save' }],
    ['an act of nothing', { act: 'report.burn', id: 1 }],
    ['a kind of nothing', { act: 'report.open', kind: '__proto__' }],
    ['a tip of nothing', { act: 'tip.accept', id: 999 }],
    ['words for numbers', { act: 'tip.accept', id: { $gt: 0 } }],
  ])('that carries %s is answered with a sentence', async (_, value) => {
    await using bot = await startSmall()
    const draft = await bot.say(clerk, sentences.staffing)

    const answer = await pressed(bot, clerk, draft, value)

    expect(answer).toMatch(/"content":"[^"]*[\u4e00-\u9fff]{4}/)
    expect(answer).not.toContain('已收到，正在处理')
    expect(await stored(bot)).toEqual(nothing)
  })
})

describe('a clerk of one township', () => {
  test.each([
    ['a change of staff', '郑庄镇张三3月5日到岗，专职'],
    ['who left', '沁水县郑庄镇侯一3月5日退休'],
    ['a training', '沁水县郑庄镇侯一3月2日至13日参加轮训，80学时，考试合格'],
    ['that nothing changed', '沁水县郑庄镇本周无人员变动'],
  ])('cannot report for another: %s', async (_, said) => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, said)

    expect(text).toMatch(/读到的单位是沁水县郑庄镇，您绑定的是泽州县巴公镇，不能替它上报，没有登记。请由/)
    expect(await stored(bot)).toEqual(nothing)
  })

  test('cannot read another', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, '达标 沁水县郑庄镇')

    expect(text).toContain('您不能查看沁水县郑庄镇')
    expect(text).not.toContain('侯一')
  })

  test('may say where somebody came from', async () => {
    await using bot = await startSmall()

    const { text } = await bot.say(bagong, '张三3月5日从沁水县郑庄镇调入我镇应急办，专职')

    expect(text).toMatch(/请核对[\s\S]*泽州县巴公镇/)
  })
})

test('somebody who belongs to no unit is told how to, and what works without', async () => {
  await using bot = await startSmall()

  const { text } = await bot.say(witness, sentences.staffing)

  expect(text).toMatch(/还没有绑定单位.*请发“绑定 邀请码”.*举报隐患不需要绑定/)
  expect(await stored(bot)).toEqual(nothing)
})

describe('a photo', () => {
  const megabytes = mostFileBytes / 1024 / 1024
  const bad: [string, 'image' | 'file', Uint8Array, RegExp][] = [
    ['of no bytes', 'image', new Uint8Array(), /图片是空的（0字节），没有存下来。请重新拍摄或选择后再发/],
    [
      'of 60 MB',
      'image',
      Buffer.alloc(60 * 1024 * 1024),
      new RegExp(`图片超过${megabytes}MB，没有存下来。请`),
    ],
    [
      'that is none',
      'image',
      Buffer.from('GIF89a, or so it says'),
      /不是能打开的照片，没有存下来。请发JPG、PNG等格式/,
    ],
    [
      'cut off in the middle',
      'image',
      Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
      /不是能打开的照片/,
    ],
    [
      'sent as a file of 60 MB',
      'file',
      Buffer.alloc(60 * 1024 * 1024),
      new RegExp(`“a.jpg”超过${megabytes}MB，没有存下来`),
    ],
    ['sent as a file of no bytes', 'file', new Uint8Array(), /“a.jpg”是空的（0字节），没有存下来/],
  ]

  test.each(bad)(
    '%s is refused with a sentence, and the tip after it is stored without',
    async (_, kind, bytes, sentence) => {
      await using bot = await startSmall()

      const { text } = await bot.send(witness, { kind, bytes, name: 'a.jpg' })
      expect(text).toMatch(sentence)
      expect(await stored(bot)).toEqual(nothing)
      expect(existsSync(join(bot.dataDir, 'files')) ? readdirSync(join(bot.dataDir, 'files')) : []).toEqual(
        [],
      )

      const receipt = await bot.say(witness, sentences.hazard)
      expect(receipt.text).toContain('已收到')
      expect(await stored(bot)).toMatchObject({ tips: 1, files: 0, troubles: 0 })
    },
  )

  test('that was taken back before it was fetched is said to be gone', async () => {
    await using bot = await startSmall()
    const chatId = bot.feishu.botChat(witness)
    const bytes = Buffer.from('never read')
    bot.feishu.setFaults({ delayPushesMs: 1 })
    const { messageId } = bot.feishu.upload({ as: witness, chatId, kind: 'image', bytes, fileName: 'a.jpg' })

    bot.feishu.recall({ as: witness, messageId })
    await bot.settle()

    expect(bot.last(witness).text).toMatch(/已经取不到了，没有存下来。请重新发送/)
    expect(await stored(bot)).toEqual(nothing)
  })
})

describe('hostile words', () => {
  const hostile = '<at user_id="all">所有人</at><at id=all></at>[点我](https://evil.cn)**`</font>www.evil.cn'

  test('of a tip reach everybody as words only', async () => {
    await using bot = await startSmall()

    await bot.say(witness, `泽州县子丑煤业三号皮带机没有护罩${hostile}`)
    await bot.click(officer, bot.last(officer), '受理')
    await bot.say(witness, '我的上报')
    await bot.pass(3)

    expectHarmless(bot)
    expect(bot.last(officer).text).toContain('[点我](https://evil.cn)')
  })

  test('of a report, of what nobody understood, and of a question reach their sender as words only', async () => {
    await using bot = await startSmall()
    const said = [hostile, `达标 ${hostile}`, `进度 ${hostile}`, `绑定 ${hostile}`, `条款 ${hostile}`]

    for (const one of [...said, `张三3月5日调入应急办，职务${hostile}，专职`]) await bot.say(clerk, one)
    const form = await bot.say(clerk, '报人员变动')
    const typed = {
      [field('changeType')]: 'transferIn',
      [field('effectiveDate')]: '2026-03-05 +0800',
      [field('department')]: hostile,
    }
    await bot.click(clerk, form, '提交并保存', { [field('person')]: hostile, ...typed })
    await bot.click(clerk, bot.last(clerk), '补齐并保存', { [field('person')]: '李明' })
    await bot.pass(3)

    expect(bot.last(clerk).text).toContain('已登记')
    expectHarmless(bot)
  })

  /** No message of the bot mentions, links or was refused; hostile words stand in it as typed. */
  function expectHarmless(bot: TestApp): void {
    for (const { openId } of bot.feishu.people()) {
      for (const message of bot.feishu.messages(bot.feishu.botChat(openId))) {
        if (message.from !== 'bot') continue
        expect(message.content).not.toMatch(/<at |\]\(https?:|https?:\/\/|www\./)
      }
    }
    const refused = bot.feishu
      .log()
      .filter(({ direction, result }) => direction === 'request' && !/^200 0$/.test(result))
    expect(refused.map(({ name, result }) => `${name} ${result}`)).toEqual([])
    expectPlain(bot)
  }
})
