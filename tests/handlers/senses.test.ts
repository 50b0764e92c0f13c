// Which sense a message is taken in: one example at least for each, and those where the order decides.
import { beforeAll, expect, test } from 'vitest'
import { saidIn } from '../../handlers/said.ts'
import { handleMessage } from '../../handlers/say.ts'
import { senses } from '../../handlers/senses.ts'
import { asked, message } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { memberCity } from './city.ts'
import { filedTip } from './filed.ts'

let city: TestDatabase
beforeAll(async () => {
  city = await memberCity()
  await filedTip(city, 'YH-20240320-001')
  const draft = message('ou_clerk', '孙甲、孙乙调到应急办')
  await asked(city, { openId: 'ou_clerk' }, (ctx) => handleMessage(draft, ctx))
  return () => city[Symbol.asyncDispose]()
})

class Undone extends Error {}

/** The sense in which somebody's message is taken; nothing of it is kept. */
async function senseOf(text: string, openId: string): Promise<string | undefined> {
  let name: string | undefined
  const trying = asked(city, { openId }, async (ctx) => {
    const said = saidIn(message(openId, text), ctx)
    for (const sense of senses) {
      name = sense.name
      if ((await sense.answer(said)) !== undefined) throw new Undone()
    }
    name = undefined
    throw new Undone()
  })
  await trying.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return name
}

/** Said by the clerk, whose last report is a draft of two people, or by a stranger, whose last one is a tip. */
const examples: readonly (readonly [text: string, name: string | undefined, openId?: string])[] = [
  ['撤回孙乙', 'leave one out'],
  ['撤回', 'take back'],
  ['刚才报错了，撤了吧', 'take back'],
  ['达标', 'command'],
  ['名单', 'command'],
  ['报人员变动', 'form'],
  ['谁能看到我举报的', 'who reads a tip'],
  ['谁举报的YH-20240320-001', 'refused'],
  ['YH-20240320-001 已整改完毕，请复查', 'told about a tip'],
  ['YH-20240320-001怎么样了', 'progress of a number'],
  ['李四电话多少', 'telephone of a person'],
  ['李四什么时候该轮训', 'rotation of a person'],
  ['我县有多少举报', 'tips counted'],
  ['上个月报了多少条', 'how many one filed'],
  ['达标率怎么算的', 'rate and ranking'],
  ['比上个月好还是差', 'compared with a month'],
  ['把名单导出来', 'list or template'],
  ['第五条怎么算', 'how it is computed'],
  ['哪些单位变差了', 'compared with last week'],
  ['第五条写了什么', 'article'],
  ['生效日期改成3月6日', 'correction by label'],
  ['孙甲改成兼职', 'correction'],
  ['孙甲3月5日，孙乙3月6日', 'answer to a card'],
  ['李四的执法证丢了', 'lost certificate'],
  ['周丙3月5日从农业办调到应急办，专职', 'reports'],
  ['本周无人员变动', 'reports'],
  ['人员变动情况', 'what changed'],
  ['地点写错了，是三号井口', 'correction understood', 'ou_stranger'],
  ['谢谢', 'what is missing'],
  ['我们镇缺人吗', 'understood as a command'],
  ['呼啦啦', undefined],
]

const said = examples.map(([text, name, openId = 'ou_clerk']) => ({ text, name, openId }))

test.each(said)('“$text” is taken as: $name', async ({ text, name, openId }) => {
  expect(await senseOf(text, openId)).toBe(name)
})

test('every sense has an example here', () => {
  const shown = new Set(examples.map(([, name]) => name))
  expect(senses.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
})
