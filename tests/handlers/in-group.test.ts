// Questions about a unit in a group: everybody in it reads the answer.
import { expect, test } from 'vitest'
import { handleMessage } from '../../handlers/say.ts'
import { asked, message, wordsOf } from '../support/ctx.ts'
import type { TestDatabase } from '../support/database.ts'
import { bindGroup, memberCity } from './city.ts'

const inGroup = (database: TestDatabase, text: string) =>
  asked(database, { openId: 'ou_city_admin' }, (ctx) =>
    handleMessage(message('ou_city_admin', text, { chatType: 'group' }), ctx),
  )
const targets = (outcome: Awaited<ReturnType<typeof inGroup>>) =>
  (outcome.say ?? []).flatMap((one) => ('to' in one ? [one.to] : []))
const text = (outcome: Awaited<ReturnType<typeof inGroup>>) =>
  (outcome.say ?? []).map((one) => ('text' in one ? one.text : '')).join('')

const here = [{ replyTo: 'om_ou_city_admin', chatId: 'oc_group' }]

test.each(['达标', '缺人', '人数', '变化', '怎么算'])(
  '“%s” in a group is about the unit of the group, whoever asks',
  async (words) => {
    await using database = await memberCity()
    await bindGroup(database)

    const outcome = await inGroup(database, words)

    expect(targets(outcome)).toEqual(here)
    expect(wordsOf(outcome)).toContain('沁水县')
    expect(wordsOf(outcome)).not.toContain('晋城市')
  },
)

test.each(['达标 泽州县', '缺人 晋城市', '怎么算 第五条 泽州县巴公镇'])(
  '“%s” in a group of another unit is answered in private, and the group reads why',
  async (words) => {
    await using database = await memberCity()
    await bindGroup(database)

    const outcome = await inGroup(database, words)

    expect(targets(outcome)).toEqual([...here, { openId: 'ou_city_admin' }])
    expect(text(outcome)).toContain('本群只看沁水县和下级的情况')
  },
)

test('in a group that belongs to no unit yet nothing about units is told', async () => {
  await using database = await memberCity()

  const outcome = await inGroup(database, '达标')

  expect(targets(outcome)).toEqual([...here, { openId: 'ou_city_admin' }])
  expect(text(outcome)).toBe('本群还没有绑定单位，已私信您。')
})

test.each([
  ['ou_clerk', '本周无人员变动'],
  ['ou_stranger', '达标'],
])(
  'what %s is told in private about “%s” said in a group, the group reads a line of',
  async (openId, words) => {
    await using database = await memberCity()

    const outcome = await asked(database, { openId }, (ctx) =>
      handleMessage(message(openId, words, { chatType: 'group' }), ctx),
    )

    expect(targets(outcome)).toEqual([{ replyTo: `om_${openId}`, chatId: 'oc_group' }, { openId }])
    expect(outcome.say?.[0]).toMatchObject({ text: '涉及个人和单位明细，已私信您。' })
  },
)
