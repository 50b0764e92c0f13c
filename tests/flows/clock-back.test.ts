// The machine's clock is set back while the program is off: what was put off by the old clock keeps nobody waiting.
import { expect, test } from 'vitest'
import { handle } from '../../handlers/index.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const { clerk } = people
const ahead = Date.parse('2026-03-15T10:00:00+08:00')
const back = Date.parse('2026-03-06T10:05:00+08:00')

test('after a restart with the clock set back, what somebody had said is answered, and they are heard again', async () => {
  const failing = { now: true }
  await using bot = await startSmall({
    handle(input, ctx) {
      if (failing.now) throw new Error('the work is cut off')
      return handle(input, ctx)
    },
  })
  bot.clock.set(ahead)
  await bot.say(clerk, sentences.staffing)
  const put = await bot.database.transact((tx) => tx.trigger.findFirstOrThrow({ where: { kind: 'message' } }))
  expect(put).toMatchObject({ status: 'waiting', attempts: 1 })

  bot.clock.set(back)
  failing.now = false
  await bot.restart()
  await bot.settle()

  expect(bot.last(clerk).text).toContain('请核对')
  expect((await bot.say(clerk, '草稿')).text).toContain('张三')
})

test('messages that were tried or made by the clock ahead are sent at the restart, those put off to the morning wait for it', async () => {
  await using bot = await startSmall()
  await bot.say(clerk, '帮助')
  const made = new Date(back)
  const row = (id: string, more: object) => ({
    id,
    lane: `lane ${id}`,
    target: JSON.stringify({ chatId: 'oc_nowhere' }),
    kind: 'text',
    notBefore: new Date(ahead),
    createdAt: made,
    ...more,
  })
  await bot.database.transact((tx) =>
    tx.outgoing.createMany({
      data: [
        row('tried', { attempts: 1 }),
        row('held', { error: 'limit' }),
        row('made', { createdAt: new Date(ahead) }),
        row('unknown', { status: 'uncertain', attempts: 1 }),
        row('morning', {}),
      ],
    }),
  )
  bot.clock.set(back)

  await bot.restart()

  const rows = await bot.database.transact((tx) =>
    tx.outgoing.findMany({ where: { lane: { startsWith: 'lane' } }, orderBy: { seq: 'asc' } }),
  )
  const putOff = rows.filter(({ notBefore }) => notBefore.getTime() === ahead)
  expect(putOff.map(({ id }) => id)).toEqual(['morning'])
})
