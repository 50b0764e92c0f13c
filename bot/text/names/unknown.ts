// Names that stand where a unit stands, end like one, and are in no book: 火星县, 白马镇. They are asked about, never
// read as a unit of the sender's.

import { SURNAMES } from '../lexicon/names.ts'
import { departmentAt } from './departments.ts'
import { type Gazetteer, matchPlaceAt } from './gazetteer.ts'
import { heardUnits } from './sound.ts'

export interface Stranger {
  readonly start: number
  /** With the department behind it: 火星县应急局. */
  readonly end: number
  /** The name alone. */
  readonly name: string
}

/** What opens a clause before 县 or 镇 and is no name: 根据县应急局通知, 目前镇应急办. */
export const NO_NAME = [
  ...'我 本 全 各 该 这 那 哪 每 某 此 咱 俺 原 由 在 和 与 及 对 向 让 请 给 把 被 将 从 到 去 是 有 经 为'.split(
    ' ',
  ),
  ...'目前 现在 近期 最近 因为 由于 根据 按照 按 参加 配合 关于 以前 之前 原来 另外 其中 包括 截至 所在 辖区'.split(
    ' ',
  ),
  ...'附近 邻近 邻 外 同 周边 其他 其它 别的 兄弟 省市 市 一个 几个 接 通过 组织 报名 依据 落实 协助 陪同'.split(
    ' ',
  ),
]
const TOWN = '(?:(?<![乡城村重])镇|(?<![下返回家故老同城水])乡|街道)'
const named = (ending: string): string => `(?!${NO_NAME.join('|')})\\p{Script=Han}{2,3}?${ending}`
const COUNTY = '(?<![市区困郊])县'
const PERSON = `[${[...SURNAMES].join('')}]\\p{Script=Han}{1,2}(?:同志|[\\d,]|[退调借辞离任病请去到因从])`
/** 到白马镇, 从火星县: whatever follows. */
const BEHIND_DIRECTION = `(?<=[到从由去至往替代帮])${named(`(?:${TOWN}|${COUNTY})`)}(?![长里域级城乡])`
/** 老王镇张三3月5日退休, 火星县:…: at the beginning, before a name, a colon or, below a county, a desk. */
const AT_BEGINNING = `(?<=^|[,。;:\\n])(?:${named(TOWN)}(?=[:、\\d的]|应急|安监|政府|${PERSON})|${named(COUNTY)}(?=[:、]|的?${PERSON}))`

const STRANGER = new RegExp(`${BEHIND_DIRECTION}|${AT_BEGINNING}`, 'gu')

interface Stretch {
  readonly start: number
  readonly end: number
}

/** All such names of a normalised text. @param dates no part of a name: 上周县局 */
export function strangersIn(text: string, gazetteer: Gazetteer, dates: readonly Stretch[]): Stranger[] {
  return [...text.matchAll(STRANGER)].flatMap(({ 0: name, index: start }) => {
    const end = start + name.length
    const dated = dates.some((date) => date.start < end && start < date.end)
    const known = matchPlaceAt(text, start, gazetteer) !== undefined
    if (dated || known || heardUnits(name, gazetteer, []).some(({ place }) => place !== undefined)) return []
    return [{ start, end: end + (departmentAt(text, end)?.[0].length ?? 0), name }]
  })
}
