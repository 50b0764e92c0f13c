// Names that are names wherever they stand: a surname with a numeral (张三, 李四) or with 小 or 大 and one
// character more (王小明). The neighbours need not show a name.

import { SURNAMES, WEAK_SURNAMES } from '../lexicon/names.ts'

const NUMERAL =
  /^[一二三四五六七八九十](?!家(?![里中属])|[名个位次天年月日号人点周期条处项件万千百十\d]|[站科股队]长|职|把手)/
const LITTLE =
  /^[小大](?![小大夫爷妈哥姐娘叔伯嫂婶队工区型量学时组车楼路桥村厂矿门]|专|本|概|约|致|家)\p{Script=Han}/u

/** The length of such a name at `at`, 0 when there is none. */
export function certainLength(text: string, at: number): number {
  const surname = text.charAt(at)
  if (!SURNAMES.has(surname)) return 0
  const rest = text.slice(at + 1, at + 5)
  // 周一 to 周六 are days; 万一, 高三 and the like are words.
  if (surname === '周') return /^[八九十](?!个|年|天|\d)/.test(rest) ? 2 : 0
  if (WEAK_SURNAMES.has(surname)) return 0
  // 冯十一, 陈十二 beside 冯十一人: ten and one more is a name unless something is counted.
  if (/^十[一二三四五六七八九](?![名个位次天年月日号点周条处项件万千百十\d]|人(?!家))/.test(rest)) return 3
  if (NUMERAL.test(rest)) return 2
  return LITTLE.test(rest) ? 3 : 0
}
