// Cuts a message into clauses and says which stretch of it speaks of which person.

import type { PersonSpan } from './people.ts'
import type { Reading } from './reading.ts'
import { findVerbs } from './staffing-verbs.ts'

const BOUNDARY = /[,。;!?\n]|:(?!\d)/

/** Where the clause begins in which `at` lies. An opening bracket right before `at` belongs to it. */
function clauseStart(text: string, at: number): number {
  let start = text.charAt(at - 1) === '(' ? at - 1 : at
  while (start > 0 && !BOUNDARY.test(text.charAt(start - 1))) start -= 1
  return start
}

/** People told of together: 张三、李四 or 张三李四, and 小郑就是郑十. */
interface PersonGroup {
  readonly people: readonly PersonSpan[]
  readonly start: number
  readonly end: number
}

const LINK = /^(?:同志)?(?:[、,和与及\s]|以及|还有|跟|同)*(?:同志)?$/
const REPLACES = /^(?:同志)?(?:来)?(?:接替|接任|顶替|替换|代替|替)(?:了)?(?:原[^,。;]{0,8})?$/
/** 张三(煤矿)、李四(危化): a note in brackets does not part a list. */
const NOTED = /^\([^()]{1,10}\)[、,和]+$/
const SAME = /^[,(]?(?:就是|即|也就是|,?全名|叫|大名)$/

function groupPeople(reading: Reading): PersonGroup[] {
  const groups: PersonGroup[] = []
  for (const person of reading.people) {
    const last = groups.at(-1)
    const gap = last === undefined ? 'none' : reading.text.slice(last.end, person.start)
    const noted = NOTED.test(gap) && findVerbs(gap).length === 0
    const linked = last !== undefined && (LINK.test(gap) || SAME.test(gap) || noted) && !gap.includes('\n')
    if (last !== undefined && REPLACES.test(gap)) groups[groups.length - 1] = { ...last, end: person.end }
    else if (linked)
      groups[groups.length - 1] = { people: [...last.people, person], start: last.start, end: person.end }
    else groups.push({ people: [person], start: person.start, end: person.end })
  }
  return groups
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
}

const FOR_ALL =
  /^(?:他们|以上|上述)?(?:[两二三四五六七八九十\d]+(?:人|名|位)(?:同志)?)?(?:都|均|全部|一并|统一|同时)/

function splitForAll(text: string): { own: string; all: string } {
  const clauses = text.split(/(?<=[,。;\n])/)
  const at = clauses.findIndex((clause, index) => index > 0 && FOR_ALL.test(clause))
  if (at < 0) return { own: text, all: '' }
  return { own: clauses.slice(0, at).join(''), all: clauses.slice(at).join('') }
}

/** Between two names, words that begin the second one's story: 由张三变更为李四. */
const HANDS_OVER = /(?:变更|更换|调整|换|改)(?:为|成|由)$/

function segmentStarts(reading: Reading, groups: readonly PersonGroup[]): number[] {
  return groups.map((group, index) => {
    const start = clauseStart(reading.text, group.start)
    const previous = groups[index - 1]
    if (previous === undefined || previous.end <= start) return start
    return HANDS_OVER.test(reading.text.slice(previous.end, group.start)) ? previous.end : group.start
  })
}

function addStory(stories: Map<string, PersonStory>, person: PersonSpan, own: string): void {
  const known = stories.get(person.name)
  if (known !== undefined) stories.set(person.name, { ...known, own: `${known.own},${own}` })
  else {
    const who = person.kind === 'name' ? { name: person.name } : { nickname: person.name }
    stories.set(person.name, { ...who, own, order: stories.size })
  }
}

/** 小郑就是郑十 is one person with two names. */
function addGroup(stories: Map<string, PersonStory>, group: PersonGroup, own: string): void {
  const [first, second] = group.people
  const gap =
    first !== undefined && second !== undefined ? own.slice(own.indexOf(first.name) + first.name.length) : ''
  if (
    group.people.length === 2 &&
    first?.kind === 'nickname' &&
    second?.kind === 'name' &&
    /^[,(]?(?:就是|即|也就是|全名|叫|大名)/.test(gap)
  ) {
    stories.set(second.name, { name: second.name, nickname: first.name, own, order: stories.size })
    return
  }
  for (const person of group.people) addStory(stories, person, own)
}

/** Cuts the text into one story per person. With one person the whole text is hers. */
export function storiesOf(reading: Reading): Stories {
  const groups = groupPeople(reading)
  const starts = segmentStarts(reading, groups)
  const stories = new Map<string, PersonStory>()
  const single = new Set(reading.people.map(({ name }) => name)).size === 1
  let shared = single ? '' : reading.text.slice(0, starts[0] ?? reading.text.length)
  groups.forEach((group, index) => {
    const from = single && index === 0 ? 0 : (starts[index] ?? group.start)
    const { own, all } = splitForAll(reading.text.slice(from, starts[index + 1] ?? reading.text.length))
    shared += all === '' || single ? '' : `,${all}`
    addGroup(stories, group, single ? own + all : own)
  })
  return { people: [...stories.values()].sort((a, b) => a.order - b.order), shared }
}
