// Staffing messages: one staffingChange per person, or per head-count when nobody is named.

import { type PersonStory, storiesOf } from './clauses.ts'
import type { DateSpan } from './date-span.ts'
import type { ChangeType } from './lexicon-staffing.ts'
import { findCounts, PEOPLE } from './numerals.ts'
import { type Item, makeItem, type Slots } from './parsed.ts'
import { namesIn, type Reading, readPart } from './reading.ts'
import { staffingDates } from './staffing-dates.ts'
import { type Movement, movementOf } from './staffing-places.ts'
import {
  documentNoIn,
  formerRoleIn,
  impliesBackground,
  phoneIn,
  roleCodeOf,
  roleIn,
  traitsOf,
} from './staffing-traits.ts'
import { findVerbs, mainVerb, type Verb } from './staffing-verbs.ts'

const SECOND = /^(?:secondIn|secondOut|secondExtend|leave)$/

function fromMovement(movement: Movement): ChangeType {
  if (movement.toDepartment !== undefined && movement.from === undefined && movement.to === undefined)
    return 'reassign'
  if (movement.toOwn) return 'transferIn'
  if (movement.to !== undefined) return 'transferOut'
  return movement.from === undefined ? 'transferOut' : 'transferIn'
}

/** A secondment points outwards unless somebody came from elsewhere or to us. */
const lent = (movement: Movement): ChangeType =>
  movement.toOwn || (movement.from !== undefined && movement.to === undefined) ? 'secondIn' : 'secondOut'

/** Within a unit, 调到应急办 is a change of desk; across units the places tell the direction. */
function settle(verb: Verb, movement: Movement, own: Reading, shared: string): ChangeType {
  const inside =
    movement.from === undefined && movement.to === undefined && movement.fromDepartment !== undefined
  if (verb.meaning === 'move') return fromMovement(movement)
  if (verb.meaning === 'lend') return lent(movement)
  if (verb.meaning === 'takeOver') {
    return own.sender.level === 'village' || /网格|村干部/.test(`${shared}${own.text}`) ? 'designate' : 'join'
  }
  if (verb.meaning === 'transferIn' && inside && movement.toDepartment !== undefined) return 'reassign'
  if (verb.meaning === 'reassign' && movement.to !== undefined && !/改|转任/.test(verb.text))
    return 'transferOut'
  if (verb.meaning === 'secondOut' && movement.toOwn) return 'secondIn'
  if (verb.meaning === 'join' && movement.from !== undefined) return 'transferIn'
  return verb.meaning
}

function changeTypeOf(own: Reading, shared: string, movement: Movement): ChangeType | undefined {
  const verb = mainVerb(findVerbs(own.text)) ?? mainVerb(findVerbs(shared))
  return verb === undefined ? undefined : settle(verb, movement, own, shared)
}

function entryModeOf(text: string): string | undefined {
  if (
    /公务员(?:招录|考试|招考)|新录用(?:的)?公务员|考录|招考|招录|考试录用|公开招聘|考来|考进|省考|国考|事业单位招聘/.test(
      text,
    )
  )
    return 'exam'
  if (/军转|转业|退伍|退役/.test(text)) return 'veteran'
  if (/选调生|选调/.test(text)) return 'selected'
  if (/人才引进|引进/.test(text)) return 'talent'
  return undefined
}

function leaveKindOf(text: string): string | undefined {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/病假|住院/, 'sick'],
    [/产假|哺乳假/, 'maternity'],
    [/停薪留职|留职停薪/, 'unpaid'],
    [/停职/, 'suspended'],
    [/脱产|读研/, 'study'],
    [/婚假/, 'marriage'],
    [/工伤/, 'injury'],
    [/事假|请假/, 'personal'],
  ]
  return kinds.find(([pattern]) => pattern.test(text))?.[1]
}

/** Flags that only some kinds of change have. */
function flagsOf(
  changeType: ChangeType | undefined,
  text: string,
  roles: { role?: string; former?: string },
): Slots {
  const wasSafety = /安全|安监|安环/.test(roles.former ?? '') && !/安全|安监|安环/.test(roles.role ?? '')
  const acting = /(?:代理|代管|临时负责|顶替?|接替)(\p{Script=Han}{2,3})(?:同志)?的(?:工作|职务|岗位)/u.exec(
    text,
  )
  return {
    entryMode: changeType === 'join' ? entryModeOf(text) : undefined,
    earlyRetirement: changeType === 'retire' && /提前|内退|病退/.test(text) ? true : undefined,
    diverted:
      changeType === 'secondOut' && /占着?(?:我们|本)?|挪用|挤占|编制(?:还|仍)/.test(text) && /编/.test(text)
        ? true
        : undefined,
    safetyPostEnded: changeType === 'reassign' && wasSafety ? true : undefined,
    leaveKind: changeType === 'leave' ? leaveKindOf(text) : undefined,
    actingFor: changeType === 'acting' ? acting?.[1] : undefined,
    vacancy:
      /(?:岗位|位置|职务)?(?:空缺|空着|空出来|暂时?无人|没人(?:接|顶|干)|还没人接|还没(?:招|找|配|补)(?:到|上)?人?)/.test(
        text,
      )
        ? true
        : undefined,
  }
}

/** 到我站跟班 at a bureau: the desk is the sender's. */
function ownDepartment(changeType: ChangeType | undefined, own: Reading): string | undefined {
  const { sender, text } = own
  const desk =
    /我们?(?:站|科|队|股|室|办|中心|支队|大队)/.test(text) &&
    /(?:大队|支队|队|科|股|室|站|办|中心)$/.test(sender.role)
  const coming = changeType === 'secondIn' || changeType === 'transferIn' || changeType === 'join'
  return desk && coming && sender.level !== 'township' && sender.level !== 'village' ? sender.role : undefined
}

const ARRIVING = /^(?:join|transferIn|secondIn|reassign|appoint|acting|designate)$/

interface Told {
  readonly own: Reading
  readonly shared: Reading
  readonly dates: readonly DateSpan[]
  readonly documentNo: string | undefined
}

function placeSlots(changeType: ChangeType | undefined, movement: Movement, own: Reading): Slots {
  const arriving = changeType !== undefined && ARRIVING.test(changeType)
  return {
    unit: movement.at ?? own.sender.unit,
    department: arriving ? (movement.toDepartment ?? ownDepartment(changeType, own)) : undefined,
    fromDepartment: movement.fromDepartment,
    fromUnit: arriving || movement.to === undefined ? movement.from : undefined,
    toUnit: arriving || changeType === 'leave' ? undefined : movement.to,
    destinationConfidence: movement.guessed && !arriving ? 'low' : undefined,
  }
}

function change(person: Slots, told: Told): Item {
  const { own, shared } = told
  const movement = movementOf(own)
  const changeType = changeTypeOf(own, shared.text, movement)
  const name = typeof person['person'] === 'string' ? person['person'] : undefined
  const unitTexts = own.units.map(({ text }) => text)
  const role =
    changeType === undefined || !/retire|transferOut|second|resign|leave/.test(changeType)
      ? roleIn(own.text, unitTexts, namesIn(own))
      : undefined
  const former = formerRoleIn(own.text, name)
  const both = `${shared.text},${own.text}`
  const traits = { ...traitsOf(shared.text), ...defined(traitsOf(own.text)) }
  const roleCode = safeRoleCode(
    changeType,
    former,
    roleCodeOf(own.text, role, own.sender) ?? roleCodeOf(shared.text, role, own.sender),
  )
  const temporary = changeType !== undefined && SECOND.test(changeType)
  return makeItem('staffingChange', {
    ...person,
    changeType,
    roleCode,
    role,
    formerRole: former,
    ...placeSlots(changeType, movement, own),
    ...traits,
    emergencyBackground:
      traits['emergencyBackground'] ??
      (roleCode === 'leader' && impliesBackground(traits) ? true : undefined),
    ...staffingDates(own, told.dates, temporary),
    ...flagsOf(changeType, both, {
      ...(role === undefined ? {} : { role }),
      ...(former === undefined ? {} : { former }),
    }),
    documentNo: told.documentNo,
    phone: phoneIn(own.text),
  })
}

/** Somebody who leaves a safety post for another is no safety manager any more. */
const safeRoleCode = (
  changeType: ChangeType | undefined,
  former: string | undefined,
  code: string | undefined,
): string | undefined => (changeType === 'reassign' && former !== undefined ? undefined : code)

const defined = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined))

/** The phone in a hand-over belongs to who takes over. */
function movePhone(items: readonly Item[]): Item[] {
  const giver = items.find((item) => item['phone'] !== undefined && item['changeType'] === 'undesignate')
  const taker = items.find((item) => item['phone'] === undefined && item['changeType'] === 'designate')
  if (giver === undefined || taker === undefined) return [...items]
  const { phone, ...rest } = giver
  return items.map((item) =>
    item === giver ? (rest as Item) : item === taker ? { ...item, phone: phone ?? '' } : item,
  )
}

/** Who is replaced worked where the new one starts: 接替钱一. */
function inheritRole(items: readonly Item[], text: string): Item[] {
  return items.map((item, index) => {
    const person = item['person']
    const replaced =
      typeof person === 'string' && new RegExp(`(?:接替|顶替|接|替)[^,。;]{0,14}${person}`).test(text)
    const code = items[index - 1]?.['roleCode']
    return replaced && item['roleCode'] === undefined && code !== undefined
      ? { ...item, roleCode: code }
      : item
  })
}

function counted(reading: Reading): Item[] {
  const items: Item[] = []
  for (const clause of reading.text.split(/[,。;、\n]/)) {
    const count = findCounts(clause, PEOPLE)[0]
    const part = readPart(clause, reading)
    if (count === undefined || findVerbs(clause).length === 0) continue
    const told = { own: part, shared: part, dates: reading.dates, documentNo: documentNoIn(reading.text) }
    items.push(change({ count: count.value }, told))
  }
  return items
}

function personSlots(story: PersonStory): Slots {
  return { person: story.name, nickname: story.nickname }
}

/** All staffing changes of the message, in the order of telling. */
export function staffingChanges(reading: Reading): Item[] {
  const stories = storiesOf(reading)
  if (stories.people.length === 0) return counted(reading)
  const shared = readPart(stories.shared, reading)
  const usable = reading.dates.filter(({ kind }) => kind !== 'invalid')
  const dates = shared.dates.length > 0 ? shared.dates : usable.length === 1 ? usable : []
  const documentNo = documentNoIn(reading.text)
  const items = stories.people.map((story) =>
    change(personSlots(story), { own: readPart(story.own, reading), shared, dates, documentNo }),
  )
  return respectively(inheritRole(movePhone(items), reading.text), reading)
}

/** 一个去县纪委,一个去组织部: as many places as people, in order. */
function respectively(items: readonly Item[], reading: Reading): Item[] {
  const places = reading.units.filter(({ start }) =>
    /(?:一|另一)(?:个|名|位)(?:是|人)?(?:去|到|调到|考到|调往)(?:了)?$/.test(reading.text.slice(0, start)),
  )
  if (places.length < 2 || places.length !== items.length) return [...items]
  return items.map((item, index) => ({ ...item, toUnit: places[index]?.name ?? '' }))
}
