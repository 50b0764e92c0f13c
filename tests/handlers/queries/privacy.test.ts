// Who reads a tip: a question that must be answered before somebody dares to write one, and never taken for a tip.
import { expect, test } from 'vitest'
import { privacyWords } from '../../../handlers/plain-words.ts'
import { privacy } from '../../../handlers/queries/privacy.ts'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, message, wordsOf } from '../../support/ctx.ts'
import { memberCity } from '../city.ts'

test.each(['谁能看到我', '会不会泄露我的信息', '举报能不能匿名', '老板会不会知道是我', '保密吗？'])(
  '%s is answered with who reads a tip and what chat cannot hide',
  async (text) => {
    await using database = await memberCity()
    const outcome = await asked(database, { openId: 'ou_stranger' }, (ctx) =>
      handleMessage(message('ou_stranger', text), ctx),
    )
    expect(wordsOf(outcome)).toContain('看不到您是谁')
    expect(wordsOf(outcome)).toContain('飞书平台和本组织的飞书管理员能查到谁发过消息')
  },
)

test.each(['巴公镇加油站消防通道堵死了，我要匿名', '张三3月5日调到应急办', '达标'])(
  '%s asks nothing of it',
  (text) => {
    expect(privacyWords(text)).toBeUndefined()
  },
)

test('in a group it is answered in private', () => {
  expect(privacy.inGroups).toBe('privately')
})
