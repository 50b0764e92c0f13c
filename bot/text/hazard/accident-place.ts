// Where an accident happened: the phrase that ends with a place of a site or a road, with the township before it.

import type { Slot } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { targetOf } from './place.ts'

const SITE =
  '(?:工作面|车间|巷道?|井下|掘进头|料仓|料场|料堆|储罐区?|罐区|炉前|炉|窑|仓库|库房|井口|采场|采石场|楼顶|楼|基坑|厂区|厂房|顺槽|水泵房|配电室|锅炉房|工地|路口|路段|路边|公路|国道|省道|高速|隧道|大桥|桥|村口|河道|水库|广场|市场|物流园|园区|院内|门口|宿舍|食堂|家中|家里|大街|大道|山路|水沟|污水[池井]|池|井|坡|沟)'
const PHRASE = new RegExp(
  `[\\p{Script=Han}A-Za-z\\d]{0,24}${SITE}(?:K\\d+|\\d+公里处?|附近|旁|下方|段|内|里)?`,
  'u',
)
const LEAD =
  /^.*(?:报告|快报|续报|电话|反映|位于|在|于|发生|左右|许|时分|刚才|刚刚?|今天|今早|昨晚|上午|下午|凌晨|[啊呀])(?=.{2,})/
const OWN =
  /^(?:辖区内?|(?:一|有)(?:个|座|家|处)|我[们厂矿站乡镇村]?(?:公司)?的?(?:一村民)?|本[厂矿站]|本?公司)/
/** What made it, where the name of a place is not what came first: 一辆大货车撞到路边. */
const MOVING = /(?:一?辆|车(?!间|库|场)|撞|人|把)/

/** Clauses without their days and hours. */
function clausesOf({ text, dates }: Reading): string[] {
  const plain = dates.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '。'.repeat(end - start) + rest.slice(end),
    text,
  )
  return plain
    .replace(/[上下]午|凌晨|晚上|\d{1,2}(?:时|点)(?:\d{1,2}分?|半)?(?:左右|许)?/g, '。')
    .split(/[,。;:\n]+/)
}

function trimmed(phrase: string, reading: Reading): string {
  const county = reading.units.find(({ kind }) => kind === 'county')
  const place = phrase
    .replace(LEAD, '')
    .replace(county?.text ?? '※', '')
    .replace(OWN, '')
  const target = targetOf(reading)
  const at = target === undefined ? -1 : place.indexOf(target)
  if (at < 0 && place.length < 3) return `${siteOf(reading, target)}${place}`
  const spot = at < 0 ? '' : place.slice(at + (target ?? '').length)
  return spot.length > 3 ? spot.replace(OWN, '') : place.replace(/[一有](?:个|座|家|处)/, '')
}

/** The phrase without its lead; cut before what moves in it, 附城镇甲村路口一辆大货车. */
function phraseIn(clause: string): string | undefined {
  const phrase = PHRASE.exec(clause)?.[0].replace(LEAD, '')
  const moving = phrase === undefined ? null : MOVING.exec(phrase)
  return moving === null ? phrase : PHRASE.exec((phrase ?? '').slice(0, moving.index))?.[0]
}

/** The place told, or undefined: the name of a unit alone is none. */
export function accidentPlace(reading: Reading, spot: Slot | undefined): string | undefined {
  if (typeof spot === 'string' && /[路道速]|小区|广场|市场/.test(spot)) return spot
  const { sender } = reading
  const target = targetOf(reading) ?? (sender.level === 'enterprise' ? sender.unit : undefined)
  const shortest = target === undefined ? 3 : 2
  const places = clausesOf(reading).flatMap((clause) => {
    const phrase = phraseIn(clause)
    return phrase === undefined ? [] : [trimmed(phrase, reading)]
  })
  const told = places.find((place) => place.length >= shortest && place !== target)
  const vague = sender.level === 'public' && told?.replace(target ?? '', '') === '井下'
  return told === undefined || vague ? townOf(reading) : told
}

/** Township and unit where the two stand together. */
function siteOf(reading: Reading, target: string | undefined): string {
  const unit = reading.units.find(({ township }) => township !== undefined)
  const together =
    target !== undefined && unit !== undefined && reading.text.includes(`${unit.text}${target}`)
  return unit === undefined ? '' : `${unit.township}${together ? target : ''}`
}

const townOf = ({ units }: Reading): string | undefined =>
  units.find(({ township }) => township !== undefined)?.township
