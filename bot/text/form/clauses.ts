// Cuts a message into clauses and says which stretch of it speaks of which person.

import { aliasesIn } from '../names/aliases.ts'
import type { PersonSpan } from '../names/people.ts'
import type { Reading } from '../reading.ts'
import { findVerbs } from '../staffing/verbs.ts'

const BOUNDARY = /[,。;!?\n]|:(?!\d)/

/** 张三(从住建局调入)、: what stands in the brackets is the one before's. */
const NOTE_ENDS = /\)、$/

/** Where the clause begins in which `at` lies. An opening bracket right before `at` belongs to it. */
function clauseStart(text: string, at: number): number {
  let start = text.charAt(at - 1) === '(' ? at - 1 : at
  while (start > 0 && !BOUNDARY.test(text.charAt(start - 1)) && !NOTE_ENDS.test(text.slice(0, start)))
    start -= 1
  return start
}

/** People told of together: 张三、李四 or 张三李四, and 小郑就是郑十. */
interface PersonGroup {
  readonly people: readonly PersonSpan[]
  readonly start: number
  readonly end: number
}

const LINK = /^(?:同志)?(?:[、,和与及\s]|以及|还有|跟|同)*(?:同志)?$/
const REPLACES = /^(?:同志)?(?:来)?(?:接替|接任|顶替|替换|代替|代理?|替)(?:了)?(?:原[^,。;]{0,8})?$/
/** 张三(煤矿)、李四(危化): a note in brackets does not part a list. */
const NOTED = /^(?:同志)?\([^()]{1,60}\)[、,;和及]*$/

function groupPeople(reading: Reading, aliases: ReadonlyMap<string, string>): PersonGroup[] {
  const groups: PersonGroup[] = []
  for (const person of reading.people) {
    const last = groups.at(-1)
    const gap = last === undefined ? '' : reading.text.slice(last.end, person.start)
    if (last !== undefined && REPLACES.test(gap)) groups[groups.length - 1] = { ...last, end: person.end }
    else if (last !== undefined && isLinked(last, person, gap, aliases))
      groups[groups.length - 1] = { people: [...last.people, person], start: last.start, end: person.end }
    else groups.push({ people: [person], start: person.start, end: person.end })
  }
  return groups
}

/** Whether a person is told of together with those before. */
function isLinked(
  last: PersonGroup,
  person: PersonSpan,
  gap: string,
  aliases: ReadonlyMap<string, string>,
): boolean {
  if (gap.includes('\n')) return false
  const renamed = gap.length < 5 && aliases.get(last.people.at(-1)?.name ?? '') === person.name
  return LINK.test(gap) || renamed || (NOTED.test(gap) && findVerbs(gap).length === 0)
}

/** What a message says of one person, and what it says of all. */
export interface PersonStory {
  readonly name?: string
  readonly nickname?: string
  readonly own: string
  readonly order: number
}

export interface Stories {
  readonly people: readonly PersonStory[]
  /** Words before the first person, and clauses that speak of all ("都是上周五走的"). */
  readonly shared: string
  /** How many lists of people there are: one when all are told of together. */
  readonly groups: number
}

const FOR_ALL =
  /^(?:他们|以上|上述)?(?:[两二三四五六七八九十\d]+(?:人|名|位)(?:同志)?)?(?:都|均|全部|一并|统一|同时)/

function splitForAll(text: string): { own: string; all: string } {
  const clauses = text.split(/(?<=[,。;\n])/)
  const at = clauses.findIndex((clause, index) => index > 0 && FOR_ALL.test(clause))
  if (at < 0) return { own: text, all: '' }
  return { own: clauses.slice(0, at).join(''), all: clauses.slice(at).join('') }
}

/** 周八,消防工程;吴九,法学。3月18日报到: the sentence behind a list told in one sentence stands for all of it. */
function splitLast(told: string, { text, people }: Reading): { own: string; all: string } {
  const listed = text.slice(people[0]?.start, people.at(-1)?.end)
  const end = told.indexOf('。')
  const follows = end >= 0 && told.length > end + 1 && !/[。\n]/.test(listed) && /[:;]/.test(text)
  return follows ? { own: told.slice(0, end + 1), all: told.slice(end + 1) } : splitForAll(told)
}

/** 从北石店镇借来一个人,王小红: told of the one named next alone. */
const OF_ONE = /(?:^|[^\d一二三四五六七八九十])[一1](?:个|名|位)(?:人|同志|干部|新人)?[,:(]?$/

/** Between two names, words that begin the second one's story: 由张三变更为李四. */
const HANDS_OVER = /(?:变更|更换|调整|换|改)(?:为|成|由)$|(?:移?交|转)给$/

function segmentStarts(reading: Reading, groups: readonly PersonGroup[]): number[] {
  return groups.map((group, index) => {
    const start = clauseStart(reading.text, group.start)
    const previous = groups[index - 1]
    if (previous === undefined || previous.end <= start) return start
    const between = reading.text.slice(previous.end, group.start)
    // 甲村张三、乙村李四: the village before a name is hers.
    const village = /\p{Script=Han}{1,4}(?:村|社区)$/u.exec(between)?.[0].length ?? 0
    return HANDS_OVER.test(between) ? previous.end : group.start - village
  })
}

interface Cast {
  readonly stories: Map<string, PersonStory>
  readonly aliases: ReadonlyMap<string, string>
}

function addStory({ stories, aliases }: Cast, person: PersonSpan, own: string): void {
  const name = person.kind === 'name' ? person.name : aliases.get(person.name)
  const nickname = person.kind === 'nickname' ? person.name : undefined
  const key = name ?? person.name
  const known = stories.get(key)
  const who = {
    ...(name === undefined ? {} : { name }),
    ...(nickname === undefined ? {} : { nickname }),
  }
  if (known === undefined) stories.set(key, { ...who, own, order: stories.size })
  else stories.set(key, { ...known, ...who, own: known.own === own ? own : `${known.own},${own}` })
}

/** What stands in brackets behind one name of a list is told of nobody else. */
function withoutNotesOf(others: readonly PersonSpan[], own: string): string {
  return others.reduce((text, { name }) => {
    const at = text.indexOf(`${name}(`)
    const end = at < 0 ? -1 : text.indexOf(')', at)
    return end < 0 ? text : text.slice(0, at + name.length) + text.slice(end + 1)
  }, own)
}

function addGroup(cast: Cast, group: PersonGroup, own: string): void {
  for (const person of group.people) {
    const others = group.people.filter(({ name }) => name !== person.name)
    addStory(cast, person, withoutNotesOf(others, own))
  }
}

/** Cuts the text into one story per person. With one person the whole text is hers. */
export function storiesOf(reading: Reading): Stories {
  const aliases = aliasesIn(reading.people, reading.text)
  const groups = groupPeople(reading, aliases)
  const starts = segmentStarts(reading, groups)
  const stories = new Map<string, PersonStory>()
  const single = new Set(reading.people.map(({ name }) => aliases.get(name) ?? name)).size === 1
  const lead = reading.text.slice(0, starts[0] ?? reading.text.length)
  if (single || (groups.length > 1 && OF_ONE.test(lead))) starts[0] = 0
  let shared = reading.text.slice(0, starts[0] ?? reading.text.length)
  groups.forEach((group, index) => {
    const told = reading.text.slice(starts[index], starts[index + 1] ?? reading.text.length)
    const last = index > 0 && index === groups.length - 1
    const { own, all } = last ? splitLast(told, reading) : splitForAll(told)
    shared += all === '' || single ? '' : `,${all}`
    addGroup({ stories, aliases }, group, single ? own + all : own)
  })
  return { people: [...stories.values()].sort((a, b) => a.order - b.order), shared, groups: groups.length }
}
