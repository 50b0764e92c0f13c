// A form opened in a group comes in private, and whoever asked for it is told so.
import { expect, test } from 'vitest'
import { handle } from '../../handlers/index.ts'
import { asked, message, press, sentPrivately } from '../support/ctx.ts'
import { memberCity } from './city.ts'

const openStaffing = (openId: string) => press(openId, { act: 'report.open', kind: 'staffing' })

test('pressed on the card of a group, the toast says where the form is', async () => {
  await using database = await memberCity()

  const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
    handle({ ...openStaffing('ou_clerk'), chatId: 'oc_group' }, ctx),
  )

  expect(outcome.toast?.content).toBe('已私信您，请到与我的单聊里查看。')
  expect(outcome.say).toMatchObject([{ to: { openId: 'ou_clerk' } }])
})

test('pressed in private, no toast is needed', async () => {
  await using database = await memberCity()
  await database.transact((tx) => sentPrivately(tx, 'ou_clerk'))

  const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
    handle(openStaffing('ou_clerk'), ctx),
  )

  expect(outcome.toast).toBeUndefined()
})

test.each(['报人员变动', '报隐患'])(
  '"%s" said in a group is answered there with a line only',
  async (text) => {
    await using database = await memberCity()

    const outcome = await asked(database, { openId: 'ou_clerk' }, (ctx) =>
      handle(message('ou_clerk', text, { chatType: 'group' }), ctx),
    )

    expect(outcome.say).toMatchObject([
      { to: { replyTo: 'om_ou_clerk', chatId: 'oc_group' }, text: '涉及个人和单位明细，已私信您。' },
      { to: { openId: 'ou_clerk' } },
    ])
  },
)
