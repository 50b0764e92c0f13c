// A message that is a report of its own is never taken for a correction of an older one, whatever words it has.
import { expect, test } from 'vitest'
import { people, startSmall } from '../support/small.ts'

const { clerk } = people

test.each(['卫二3月5日从农业办调到应急办，专职，电话13800001111', '卫二调到应急办'])(
  'a whole report that corrects itself is read as it stands beside the open draft %s',
  async (first) => {
    await using bot = await startSmall()
    await bot.say(clerk, first)

    const card = await bot.say(clerk, '卫二3月1日调到综合办，不对，是3月2日')

    expect(card.text).toContain('综合办')
    expect(card.text).toContain('2026-03-02')
    expect(card.text).not.toMatch(/农业办|应急办|13800001111|更正/)
  },
)

test.each(['不对，是3月2日', '卫二的日期错了，是3月2日', '卫二3月5日调到应急办写错了，是3月2日'])(
  'words that say nothing else than the draft still correct it: %s',
  async (words) => {
    await using bot = await startSmall()
    await bot.say(clerk, '卫二3月5日调到应急办，专职')

    const card = await bot.say(clerk, words)

    expect(card.text).toContain('生效日期：2026-03-05 → 2026-03-02')
  },
)
