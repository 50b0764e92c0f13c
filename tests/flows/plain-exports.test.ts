// Lists and templates asked for in plain words: the file comes, holds what the asker may see, and nothing is filed.
import { describe, expect, test } from 'vitest'
import { readTable } from '../../bot/sheets/read.ts'
import { fileWords } from '../../handlers/plain-words.ts'
import type { TestApp } from '../support/app.ts'
import { people, sentences, startSmall } from '../support/small.ts'

const rows = async (bot: TestApp, as: string) => {
  const read = readTable('a.xlsx', await bot.file(as))
  return read !== undefined && 'sheets' in read ? (read.sheets[0]?.rows ?? []) : []
}

test.each([
  ['把名单导出来', '导出 名单'],
  ['导出名单 沁水县', '导出 名单 沁水县'],
  ['帮我导出沁水县的培训记录', '导出 沁水县的培训记录'],
  ['发我一份名单的Excel', '导出 名单'],
  ['把轮训到期的人导出来', '导出 轮训到期的人'],
  ['要个花名册模板', '模板 要个花名册模板'],
  ['给我个培训的模板', '模板 给我个培训的模板'],
  ['培训模板怎么填？', undefined],
  ['名单已导出', undefined],
  ['举报模板厂没有护栏', undefined],
])('“%s” is meant as %s', (text, command) => {
  expect(fileWords(text)).toBe(command)
})

describe('in chat', () => {
  test('a clerk gets the roster, what was filed, and templates; tips of others are not for a clerk', async () => {
    await using bot = await startSmall()
    await bot.say(people.public, sentences.hazard)
    await bot.click(people.clerk, await bot.say(people.clerk, sentences.staffing), '保存')

    await bot.say(people.clerk, '把名单导出来')
    expect((await rows(bot, people.clerk)).map(([name]) => name)).toEqual(
      expect.arrayContaining(['侯一', '侯二', '张三']),
    )
    await bot.say(people.clerk, '导出我的上报')
    expect((await rows(bot, people.clerk))[1]?.[0]).toBe('RY-20260306-001')
    await bot.say(people.clerk, '给我个培训的模板')
    expect((await rows(bot, people.clerk))[0]).toContain('培训类型')
    expect((await bot.say(people.clerk, '导出举报')).text).toContain('没有可以导出的举报线索')
    expect(await bot.database.transact((tx) => tx.report.count())).toBe(2)
  })

  test('who handles tips gets them without telephone numbers', async () => {
    await using bot = await startSmall()
    await bot.say(people.public, `${sentences.hazard}，我的电话13800000009`)

    await bot.say(people.officer, '导出举报')
    const found = await rows(bot, people.officer)

    expect(found[1]?.join(' ')).toMatch(/YH-20260306-001 .*待受理.*子丑煤业/)
    expect(JSON.stringify(found)).not.toContain('13800000009')
    expect(JSON.stringify(found)).not.toContain('田雨')
  })
})
