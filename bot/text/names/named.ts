// Names shaped like those of units, whole and with the units above them, that no book knows: 阳光县花园镇, 太原市小店区.
// Wider than the strangers of unknown.ts: nothing is read by them, they are only told back.

import { departmentAt } from './departments.ts'
import { NO_NAME } from './unknown.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** What ends like a unit and is a common word: 全市, 辖区, 城乡, 邮局. */
const ENDINGS = [
  '(?<![全外各节反])省',
  '(?<![城超上门夜菜都股楼全各])市',
  '(?<![辖社小园景矿厂山库校片院灾林老新郊农营全各市地住])区',
  '(?<![市区困郊全各])县',
  '(?<![乡城村重全各集])镇',
  '(?<![下返回家故老同城水全各])乡',
  '(?<![各条])街道',
].join('|')
const PART = `(?!${NO_NAME.join('|')}|所有|沿街)(?:(?![我本各全该])\\p{Script=Han}){2,4}?(?:${ENDINGS})(?![长里域级城乡村场民])`
const BUREAU = `(?!${NO_NAME.join('|')})\\p{Script=Han}{2,4}(?<![全邮当布结格])局(?![长域部面])`
const WHEN = '(?:[本上这]周|[本上这]月|截至目前|截止目前)'
/** Where the name of a unit begins: with a clause, and behind words of direction. */
const NAME = new RegExp(
  `(?<=^${WHEN}?|[,。;:、(\\n]${WHEN}?|[替代帮给从到由至往])(?:(?:${PART})+|${BUREAU})`,
  'gu',
)
const ONE = new RegExp(PART, 'gu')

/**
 * @param found what the text was read to name: units of the book, people, days
 */
export function namesLikeUnits(
  text: string,
  found: {
    readonly units: readonly Stretch[]
    readonly people: readonly Stretch[]
    readonly dates: readonly Stretch[]
  },
): string[] {
  // 阳光县应急局 is not known by 县应急局 inside of it.
  const knownAt = (end: number) => found.units.some((unit) => unit.start < end - 1 && end <= unit.end)
  const names = [...text.matchAll(NAME)].flatMap(({ 0: name, index: start }) => {
    const end = start + name.length
    const parts = [...name.matchAll(ONE)].map((part) => start + part.index + part[0].length)
    const dated = found.dates.some((date) => date.start < end && start < date.end)
    // 张三镇应急办: a person and the desk of the sender.
    const somebody = found.people.some((person) => person.start === start && person.end >= end - 1)
    if (dated || somebody || (parts.length > 0 ? parts : [end]).every(knownAt)) return []
    return [text.slice(start, end + (departmentAt(text, end)?.[0].length ?? 0))]
  })
  return [...new Set(names)]
}
