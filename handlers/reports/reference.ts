// Which report somebody names in words: by its number however written, by a person in it, by its place in 我的上报, by
// the day it was reported, or by its kind. What is left over is no part of a name: 取消会议 names no report at all.
import { parseDate } from '../../bot/text/index.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import { numbersIn, withoutNumbers } from '../report-number.ts'
import { ordinal, placeIn } from './place.ts'

export type Reference = {
  /** as it is stored */
  readonly number: string | undefined
  /** persons of the sender's own reports */
  readonly people: readonly string[]
  /** its place in 我的上报, the newest is 0 */
  readonly place: number | undefined
  /** how many before the last one: 上上条 is 1 */
  readonly before: number | undefined
  readonly day: string | undefined
  readonly kind: string | undefined
  /** 刚才那条 */
  readonly last: boolean
  /** words that were not understood; reasons and politeness are */
  readonly rest: string
  readonly reason: string
}

const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['staffing', /人员变动|(?:人员|到岗|离岗|调动)(?:的)?(?=记录|上报|报告|登记|信息|[这那]?[一]?条)/u],
  ['training', /(?:培训|轮训|学习)(?:的)?(?=记录|上报|报告|登记|信息|[这那]?[一]?条)/u],
  ['certificate', /(?:证件|证书|执法证)(?:的)?(?=记录|上报|报告|登记|信息|[这那]?[一]?条)/u],
  ['nil', /零报告/u],
  ['hazard', /举报|投诉|(?:隐患|线索)(?:的)?(?=记录|上报|报告|登记|信息|[这那]?[一]?条)/u],
]
const takeBack =
  /撤回|撤销|撤掉|撤了|撤下|^撤$|取消|作废|删除|删掉|删了|删去|^删$|不要了|不报了|不用报了?|别报了|不算数?了?|^算了/u
const lastWords = /刚才|刚刚|上一?[条个次份]|前一?[条个]|最后一?[条个]|最近(?:一|的)?[条个]?/u
const reasonWords =
  /(?:写|报|填|弄|搞|发|打|选|录)(?:错|重|多|混)|错|重复|误报|误发|多余|有误|不对|没有?(?:到岗|报到|参加|去|来)|未(?:到岗|报到|参加)/u
const reasonFields = /日期|时间|姓名|名字|人名|人|单位|学时|电话|岗位|职务|群|科室|证书|内容|变动/gu
const small =
  /麻烦|帮我|帮忙|请|一下|先|给|把|将|我们?|俺|的|了|吧|啊|呀|掉|都|也|是|就|在|已经?|刚|今天|那|这|一|条|个|份|次|上报|记录|报告|登记|草稿|信息|消息|内容|同志|不用|编号|算|报|填|写|交|全部撤/gu
const dayWords =
  /(?:今天|昨天|前天|大前天|今日|昨日|\d{1,2}月\d{1,2}[日号]|[上本这]?(?:周|星期)[一二三四五六日天])(?:上午|下午|早上|晚上)?(?=的?(?:报|填|交|登记|写|上报|发)|的?[这那]?一?[条个]|的?$)/u

const passedOver = new RegExp(`${ordinal}(?:条|个|项)?|上{2,}一?[条个]`, 'gu')

/** Whether something is to be taken back. */
export const takesBack = (text: string): boolean => takeBack.test(plain(text))

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,。;:!?、"“”'~.，；：！？]+/gu, '')

/** @param known the persons of the sender's own reports */
export function referenceIn(text: string, known: readonly string[], today: LocalDate): Reference {
  const [number] = numbersIn(text)
  const said = plain(withoutNumbers(text))
  const people = namesIn(said, known)
  const named = people.reduce((words, name) => words.replaceAll(name, ''), said)
  const place = placeIn(named)
  const before = /上{2,}一?[条个]/u.exec(named)?.[0].match(/上/gu)?.length
  const day = dayWords.exec(named)?.[0]
  const without = named.replace(passedOver, '')
  const kind = kinds.find(([, words]) => words.test(without))
  const left = [dayWords, lastWords, kind?.[1] ?? /^$/u].reduce(
    (words, one) => words.replace(one, ''),
    without,
  )
  const unsaid = left.replace(new RegExp(takeBack, 'gu'), '')
  return {
    number,
    people,
    place,
    before: before === undefined ? undefined : before - 1,
    day: dayOf(day, today),
    kind: kind?.[0],
    last: lastWords.test(without),
    ...leftOver(unsaid),
  }
}

function leftOver(words: string): { rest: string; reason: string } {
  const isReason = reasonWords.test(words)
  const rest = isReason ? words.replace(new RegExp(reasonWords, 'gu'), '').replace(reasonFields, '') : words
  return { rest: rest.replace(small, ''), reason: isReason ? words : '' }
}

function dayOf(words: string | undefined, today: LocalDate): string | undefined {
  const read = words === undefined ? undefined : parseDate(words.replace(/[上下]午|早上|晚上/u, ''), today)
  return read?.kind === 'exact' ? read.day : undefined
}

/** The longest names first: 张三丰 is not 张三. */
function namesIn(text: string, known: readonly string[]): readonly string[] {
  let left = text
  return [...new Set(known)]
    .sort((one, other) => other.length - one.length)
    .filter((name) => {
      const found = name !== '' && left.includes(name)
      if (found) left = left.replaceAll(name, '')
      return found
    })
}
