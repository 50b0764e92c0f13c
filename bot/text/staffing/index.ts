// Staffing messages: one staffingChange per person, or per head-count when nobody is named.

import type { DateSpan } from '../dates/span.ts'
import { type PersonStory, storiesOf } from '../form/clauses.ts'
import { HEAD } from '../lexicon/posts.ts'
import { findCounts, PEOPLE } from '../numbers/numerals.ts'
import type { Item, Slots } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { staffingChange } from './change.ts'
import { isEffective } from './dates.ts'
import { handOver } from './handover.ts'
import { sectionsOf } from './sections.ts'
import { documentNoIn } from './traits.ts'
import { findVerbs, mainVerb } from './verbs.ts'
import { villageOf } from './villages.ts'
import { wholeUnit } from './whole.ts'

/** 调走俩来了仨: numerals that hold their unit word. */
const spelledOut = (text: string): string =>
  text.replace(/仨(?![人个])/g, '三个').replace(/俩(?![人个月])/g, '两个')

function counted(reading: Reading): Item[] {
  const clauses = spelledOut(reading.text)
    .split(/[,。;、\s]|(?<=[人名个位])(?=来了|调[走出入来]|走了|退休|新来(?!的))/)
    .map((clause) => ({ clause, count: findCounts(clause, PEOPLE)[0] }))
    .filter(({ clause, count }) => count !== undefined && findVerbs(clause).length > 0)
  const told = clauses.filter(({ clause }, index) => index === 0 || !/(?:转业|退伍|退役)的?$/.test(clause))
  const only = told.length === 1
  return told.flatMap(({ clause, count }) => {
    if (count === undefined) return []
    const part = readPart(clause, reading)
    const story = {
      own: part,
      shared: only ? reading : part,
      dates: reading.dates,
      documentNo: documentNoIn(reading.text),
    }
    return [staffingChange({ count: count.value }, story)]
  })
}

/** 站长调走了: the post is told, the person is asked. */
function unnamed(reading: Reading): Item[] {
  return reading.text.split(/[,。;\n]/).flatMap((clause) => {
    const verb = mainVerb(findVerbs(clause))
    if (verb === undefined || /^(?:move|lend|takeOver)$/.test(verb.meaning)) return []
    const role = POST.exec(clause.slice(0, verb.start))?.[1]
    const part = readPart(clause, reading)
    const told = {
      own: part,
      shared: readPart('', reading),
      dates: reading.dates,
      documentNo: documentNoIn(reading.text),
    }
    const item = staffingChange({}, told)
    return [item['role'] === undefined && role !== undefined ? { ...item, role } : item]
  })
}

const POST = new RegExp(
  `(副?(?:${HEAD}|安全员|安监员|网格员|协管员|安全总监))(?:由[^,。;]{2,8}|[^,。;]{0,4})$`,
)

const personSlots = (story: PersonStory): Slots => ({ person: story.name, nickname: story.nickname })

/** 本月人员变动情况: the period reported on, no day of a change. */
const PERIOD_OF = /^[^,。;:\n]{0,14}(?:变动|变化|调整|情况|异动|汇报)/

/**
 * Dates that stand for somebody without an own one: those told of all, or the only date of the message,
 * unless its clause tells of somebody else's change.
 */
function datesFor(story: PersonStory, shared: Reading, reading: Reading): readonly DateSpan[] {
  const usable = reading.dates.filter((date) => date.kind !== 'invalid' && isEffective(date, reading.text))
  const [only] = usable
  const ofAll = shared.dates.filter(({ end }) => !PERIOD_OF.test(shared.text.slice(end)))
  if (ofAll.length > 0) return ofAll
  if (/同[日天]|当[日天]/.test(story.own)) return usable
  if (only === undefined || usable.length > 1) return []
  // 3.18 张三…;李四…: a day that heads the message stands for everybody.
  if (only.start === 0 && /^[\s:]/.test(reading.text.slice(only.end))) return usable
  const before = reading.text.slice(0, only.start).search(/[^,。;\n]*$/)
  const clause = /^[^,。;\n]*/.exec(reading.text.slice(before))?.[0] ?? ''
  const name = story.name ?? story.nickname ?? ''
  const others = findVerbs(clause).some(({ meaning }) => meaning !== 'takeOver' && meaning !== 'designate')
  const successor = /由|接替|接任|顶|代管|代理/.test(story.own)
  const ofList =
    reading.people.length > 1 && listed(reading) && !reading.people.some((p) => clause.includes(p.name))
  return clause.includes(name) || successor || ofList || !others ? usable : []
}

/** 接替王五 and nothing more: the one replaced has no change told. */
function onlyReplaced({ own, name }: PersonStory): boolean {
  const at = name === undefined ? -1 : own.indexOf(name)
  if (at < 0 || !/(?:接替|顶替|替换|代替|(?<=^|[,。;])代)(?:了)?(?:原[^,。;]{0,8})?$/.test(own.slice(0, at)))
    return false
  return own.lastIndexOf(name ?? '') === at && findVerbs(own.slice(at)).length === 0
}

/** People told of in one list, so that what follows it stands for all of them. */
const listed = (reading: Reading): boolean => storiesOf(reading).groups === 1

/** All staffing changes of the message, in the order of telling. */
export function staffingChanges(reading: Reading): Item[] {
  const sections = sectionsOf(reading)
  if (sections.length > 0) return sections.flatMap(changesIn)
  const again = toldAgain(reading)
  if (again === undefined) return changesIn(reading)
  const parts = [reading.text.slice(0, again), reading.text.slice(again)]
  return parts.flatMap((part) => changesIn(readPart(part, reading)))
}

/** 张三明天到岗,张三后天退休: where the second change of one person begins, a day of its own with either. */
function toldAgain({ text, people, dates }: Reading): number | undefined {
  const [first, second] = people
  if (second === undefined || people.length !== 2 || first?.name !== second.name) return undefined
  if (!/[,。;\n]$/.test(text.slice(0, second.start))) return undefined
  const meanings = [text.slice(0, second.start), text.slice(second.end)].map(
    (part) => mainVerb(findVerbs(part))?.meaning,
  )
  const days = dates.filter(({ start }) => start < second.start).length
  const told = meanings.every((meaning) => meaning !== undefined) && meanings[0] !== meanings[1]
  return told && days > 0 && dates.length > days ? second.start : undefined
}

/** 张三、李四分别去了公安局和财政局: the places in the order of the names. */
function respectively(items: readonly Item[], { text, units }: Reading): Item[] {
  const at = text.indexOf('分别')
  const named = at < 0 ? [] : units.filter(({ start }) => start > at)
  const each = items.length > 1 && named.length === items.length
  return items.map((item, index) => {
    const side = item['toUnit'] === undefined ? 'fromUnit' : 'toUnit'
    return each && item[side] !== undefined ? { ...item, [side]: named[index]?.name ?? '' } : item
  })
}

/** The rest did not change, but this one did: what 但 leads in counts. */
const UNCHANGED = /^[^但]*(?:不变|没变|无变化|未变)[^但]*$/s

function changesIn(reading: Reading): Item[] {
  const stories = storiesOf(reading)
  if (stories.people.length === 0) {
    const whole = wholeUnit(reading)
    const heads = whole.length > 0 ? whole : counted(reading)
    return heads.length > 0 ? heads : unnamed(reading)
  }
  const shared = readPart(stories.shared, reading)
  const documentNo = documentNoIn(reading.text)
  const changed = stories.people.filter((story) => !UNCHANGED.test(story.own) && !onlyReplaced(story))
  const items = changed.map((story) =>
    staffingChange(personSlots(story), {
      own: readPart(story.own, reading),
      shared,
      dates: datesFor(story, shared, reading),
      documentNo,
      village: villageOf(story.own, reading, story.name),
    }),
  )
  return handOver(respectively(items, reading), reading)
}
