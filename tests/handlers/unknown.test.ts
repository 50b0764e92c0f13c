// The answer to what nobody understood: never silence.
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../bot/context.ts'
import { unknownText } from '../../handlers/unknown.ts'
import { actsOf, asked, cardsOf, expectHarmless, hostile, message, wordsOf } from '../support/ctx.ts'
import { memberCity } from './city.ts'
import { book } from './small-book.ts'

describe('a text nobody understands', () => {
  const unknown = async (text: string, changes: object = {}, openId = 'ou_clerk') => {
    await using database = await memberCity()
    const work = async (ctx: Ctx) => unknownText(message(openId, text, changes), ctx, book)
    return await asked(database, { openId }, work)
  }

  test.each([
    ['我要看达标的', '达标 沁水县'],
    ['报隐个患', '三号皮带机没有护罩'],
    ['培训的事', '李四参加培训，80学时'],
  ])('%s is near %s', async (text, near) => {
    const lines = wordsOf(await unknown(text)).split('\n')
    expect(lines.find((line) => line.startsWith('- '))).toBe(`- ${near}`)
  })

  test('that is only the name of a unit is answered with what can be asked about it', async () => {
    const words = wordsOf(await unknown('郑庄镇', {}, 'ou_county_leader'))
    for (const question of ['达标', '名单', '缺人']) expect(words).toContain(`${question} 沁水县郑庄镇`)
    expect(wordsOf(await unknown('郑庄镇', {}, 'ou_stranger'))).not.toContain('名单')
  })

  test.each([
    ['foreign', 'xyz'],
    ['empty', ''],
    ['very long', '哦'.repeat(10_000)],
  ])('that is %s still gets three examples and the menu', async (_what, text) => {
    const outcome = await unknown(text)
    expect(wordsOf(outcome).match(/^- /gm)).toHaveLength(3)
    expect(actsOf(outcome)).toContainEqual({ act: 'help.menu' })
  })

  test('is repeated as typed and shortened in private, not at all in a group', async () => {
    expect(wordsOf(await unknown('甲'.repeat(41)))).toContain(`${'甲'.repeat(40)}…`)
    expect(wordsOf(await unknown('乙乙乙', { chatType: 'group' }))).not.toContain('乙乙乙')
  })

  test('that would mention everybody is only shown', async () => {
    const outcome = await unknown(hostile)
    expectHarmless(outcome)
    expect(cardsOf(outcome)).toHaveLength(1)
  })

  test('of a sticker or a voice is answered with what can be read', async () => {
    expect(wordsOf(await unknown('', { messageType: 'audio' }))).toContain('文字、照片和文件')
  })

  test('of a stranger is answered with what strangers may do', async () => {
    const words = wordsOf(await unknown('李四的培训', {}, 'ou_stranger'))
    expect(words).toContain('您还没有绑定单位')
    expect(words).not.toContain('李四参加培训')
    expect(actsOf(await unknown('有人私自开采', {}, 'ou_stranger'))).toContainEqual({
      act: 'report.open',
      kind: 'hazard',
    })
  })
})
