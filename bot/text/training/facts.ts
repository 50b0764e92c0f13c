// Facts of a course beside its dates and exam: venue, hours, who took part, papers.

import { OUTSIDE_CITY } from '../lexicon/places.ts'
import { ATTACHMENTS, HOLD, PLATFORMS, VENUE_END } from '../lexicon/training.ts'
import { type ClockTime, findClocks } from '../numbers/clock.ts'
import { type Count, findCounts, firstCount, NUMBER, PEOPLE, readNumber } from '../numbers/numerals.ts'
import type { Slots } from '../parsed.ts'

/** Cities where courses are held, with a word of going or holding around them. */
const CITIES = new RegExp(
  `(?:在|赴|到|去)(${OUTSIDE_CITY})(?=${HOLD}|参加|集中|培训|参训|轮训|学习|脱产|办|开班|,|。|$)`,
)
/** 3月6-8日 太原 15人: a field of its own. */
const CITY_ALONE = new RegExp(`(?<=^|[,。;\\s日号天班])(${OUTSIDE_CITY})(?=$|[,。;\\s]|\\d+(?:人|名|学时))`)
/** Where it was held. */
export function venueOf(text: string): string | undefined {
  const told = /(?:地点|培训地|上课地点)(?:设?在|是|为|:)?([^,。;()\s]{2,20}?)(?=$|[,。;()\s])/.exec(text)
  if (told !== null) return told[1]
  const city = CITIES.exec(text)?.[1] ?? CITY_ALONE.exec(text)?.[1]
  if (city !== undefined) return city
  const held = new RegExp(
    `(?:在|于|赴|到|去)((?:(?![在于赴去到])[\\p{Script=Han}\\dA-Za-z]){1,16}?${VENUE_END})(?=${HOLD}|进行|培训|集中|参加|轮训|开班|学习|搞|办|开|上课|$|[,。;)])`,
    'u',
  ).exec(text)
  if (held !== null) return held[1]
  const alone =
    /(?<=^|[,。;、\s])([\p{Script=Han}\d]{0,8}?(?:党校|干校|大学|会议室|礼堂|培训中心|会议中心|报告厅|培训基地))(?=$|[,。;\s])/u.exec(
      text,
    )
  if (alone !== null) return alone[1]
  const school = /(?:参加|去|到|^|[,。;])了?((?:中央|省委?|市委?|县委?|区委?)党校)/.exec(text)
  if (school !== null) return school[1]
  const campus =
    /(?:参加|赴|到|去)了?((?:\p{Script=Han}(?!参加)){2,8}(?:大学|学院))(?=[^,。;]{0,14}班)/u.exec(text)?.[1]
  if (campus !== undefined) return campus
  return new RegExp(`\\(([\\p{Script=Han}]{2,12}${VENUE_END})\\)`, 'u').exec(text)?.[1]
}

/** 上午9点到12点: the hours between. */
function hoursBetween(text: string): number | undefined {
  const [first, second] = findClocks(text)
  if (first === undefined || second === undefined) return undefined
  if (!/^[到至—~-]+$/.test(text.slice(first.end, second.start))) return undefined
  const minutes = ({ time }: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const length = (minutes(second) - minutes(first) + 720) % 720
  return length === 0 ? undefined : length / 60
}

/** 一个半小时. */
function hoursAndHalf(text: string): number | undefined {
  const hours = /([一二两三四五\d])个?半(?:个)?(?:小时|钟头)/.exec(text)?.[1]
  return hours === undefined ? undefined : (readNumber(hours) ?? 0) + 0.5
}

/** Hours taught; half days are an estimate. */
export function hourSlots(text: string): Slots {
  const halved = hoursAndHalf(text)
  const told = totalHours(text) ?? (halved === undefined ? firstCount(text, '个?(?:小时|钟头)') : undefined)
  const count = told ?? (halved === undefined ? hoursBehind(text) : undefined)
  if (count !== undefined) return { hours: count.value, hoursConfidence: count.approx ? 'low' : undefined }
  if (halved !== undefined) return { hours: halved }
  const between = hoursBetween(text)
  if (between !== undefined) return { hours: between }
  if (/一上午|一下午|一个(?:上午|下午)/.test(text)) return { hours: 3, hoursConfidence: 'low' }
  if (/半天/.test(text)) return { hours: 4, hoursConfidence: 'low' }
  return {}
}

/** 每天8学时,共40学时: the total, not the daily dose. */
function totalHours(text: string): Count | undefined {
  const counts = findCounts(text, '个?(?:学时|课时)')
  const total = counts.find(({ start }) => !/(?:每天|每日|每人每天)$/.test(text.slice(0, start)))
  return total ?? counts[0]
}

/** 学时80, 学时:80. */
function hoursBehind(text: string): Count | undefined {
  const match = new RegExp(`(?:学时|课时)(?:数|共|为|是|:)*(${NUMBER})(?!\\d|人|名|天)`).exec(text)
  const value = readNumber(match?.[1] ?? '')
  if (match === null || value === undefined) return undefined
  return { value, approx: false, start: match.index, end: match.index + match[0].length }
}

const NOT_PARTICIPANTS =
  /(?:合格|通过|及格|缺席?|缺考|请假|未(?:参加|到|通过)|没(?:过|来|参加|去)|不合格|补考|缺训|应到|应参训|剩|还有|另有|其中|再(?=.?$)|[每各](?:个)?(?:[县市乡镇村区]|社区|街道)|每单位)(?:的|有|了|派|来|参加)?[:]?$/

/** 16个村每村1人: so many of each. */
function everyPlace(text: string): Count | undefined {
  const match =
    /(\d{1,3}|[一二三四五六七八九十]+)个?(?:行政)?(?:村|社区|乡镇|镇|乡|企业|站|单位|街道|科室|股室|部门)[^,。;\d]{0,4}(?:每|各)(?:个)?(?:村|社区|乡镇|镇|乡|家|企业|站|单位|街道|科室|股室|部门)?(?:来|派|参加)?了?(\d|[一二两三四五六])(?:人|名|个)/.exec(
      text,
    )
  const [places, heads] = [readNumber(match?.[1] ?? ''), readNumber(match?.[2] ?? '')]
  if (match === null || places === undefined || heads === undefined) return undefined
  return { value: places * heads, approx: false, start: match.index, end: match.index + match[0].length }
}

/** Head-count of those who took part, without those told apart as passed or absent. */
export function participantCountOf(text: string): Count | undefined {
  const each = everyPlace(text)
  if (each !== undefined) return each
  const counts = findCounts(text, PEOPLE)
  const present = counts.find(({ start }) => /(?:实到|实际参加|实参)$/.test(text.slice(0, start)))
  const others = counts.find((count) => {
    const before = text.slice(Math.max(0, count.start - 5), count.start)
    const after = text.slice(count.end, count.end + 4)
    return (
      !NOT_PARTICIPANTS.test(before) &&
      !/^(?:平均|各|均)?(?:学了?|修了?|上了?)?\d+个?(?:学时|课时|小时)/.test(
        text.slice(count.end, count.end + 10),
      ) &&
      !/^(?:考试|考核)?(?:合格|通过|及格|缺|请假|没过|未|不合格)/.test(after)
    )
  })
  const bare = /实到(\d{1,4})(?!\d|[人名天])/.exec(text)
  if (present === undefined && bare !== null)
    return { value: Number(bare[1]), approx: false, start: bare.index, end: bare.index + bare[0].length }
  return present ?? others
}

/** 电工5人、焊工3人. */
export function breakdownOf(text: string): Record<string, number> | undefined {
  const parts: Record<string, number> = {}
  const pattern = /(?<=^|[:,、;\s。(])(?:其中)?(\p{Script=Han}{2,8}?)(\d{1,4})(?:人|名)(?!次)/gu
  for (const match of text.matchAll(pattern)) {
    const label = match[1] ?? ''
    if (/共|合计|总|参|[应实]到|合格|通过|及格|缺|请假|到会|人数|全|有$/.test(label)) continue
    parts[label] = Number(match[2])
  }
  return Object.keys(parts).length > 1 ? parts : undefined
}

/** Whole groups: 全体, or "各乡镇应急办". */
export function audienceSlots(text: string): Slots {
  const each =
    /(?:全[市县区镇局])?(各[\p{Script=Han}、]{2,16}?)(?=的?(?:都|均|全部|参加|参训|人员|负责人|[在到赴去开进观收看学召举设讲派昨今前明上下本集一统]|培训|轮训|,|。|$))/u.exec(
      text,
    )
  const told = /(?:面向|参训对象|培训对象|对象)(?:为|是|:)?([^,。;\n]{2,20})/.exec(text)
  return {
    audience:
      told?.[1] ??
      each?.[1] ??
      /((?:机关|乡|镇|街道|社区)[\p{Script=Han}]{0,3}干部(?:职工)?)全员/u.exec(text)?.[1],
    participantsAll:
      /全(?:[队局站科股办厂矿镇乡]|公司)(?:干部|职工|员工|人员)*(?:\d+人)?(?:都|均|全部)?(?:参加|完成|听|学|培训|轮训|在线|集中)|全体(?:人员|同志|职工|干部|干部职工|机关干部|工作人员|执法人员|队员|成员)?(?:\d+(?:人|名))?(?:参|集中|观看|学|收看|都|均|轮训|培训|继续|复训|初任|完成|$|[,。;])|(?<!安)全员(?:参|安全|培训|轮训|完成|到|继续|学|网|集中|复训|都|均|,|;|$)|大队全体|所有人(?:都|均)|一个(?:不落|没缺|没落|不缺)|全部参加(?!考)|都参加了$/.test(
        text,
      ) && each === null
        ? true
        : undefined,
  }
}

export const platformOf = (text: string): string | undefined => PLATFORMS.exec(text)?.[0]

/** Papers said to be attached; a photo of a sign-in sheet is the sheet. */
export function attachmentsOf(text: string): string[] | undefined {
  const found = ATTACHMENTS.filter(([pattern]) => pattern.test(text)).map(([, name]) => name)
  const named = found.filter((name) => name !== 'photo')
  const kept = named.length > 0 ? named : found
  return kept.length > 0 ? kept : undefined
}
