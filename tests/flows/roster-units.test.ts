// Whose people the lines of a roster are: without a unit they are the sender's own, which a county must be told.
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../bot/sheets/write.ts'
import type { TestApp } from '../support/app.ts'
import { people, startSmall } from '../support/small.ts'

const roster = writeWorkbook([
  {
    name: '一',
    header: ['姓名', '单位', '科室'],
    rows: [
      ['张三', '郑庄镇', '应急办'],
      ['李四', '', '应急办'],
    ],
  },
])
const sent = (bot: TestApp, as: string) => bot.send(as, { kind: 'file', bytes: roster, name: '花名册.xlsx' })

test('a county is told how many lines count for itself, a township is not', async () => {
  await using bot = await startSmall()
  await bot.database.at('2026-03-06', (store) =>
    store.members.bind({
      openId: people.public,
      unitId: 'qinshui',
      role: 'reporter',
      name: '田雨',
      createdBy: 'test',
    }),
  )

  expect((await sent(bot, people.public)).text).toContain('1行没有写单位，都算作沁水县本级的')
  expect((await sent(bot, people.clerk)).text).not.toContain('没有写单位')
})
