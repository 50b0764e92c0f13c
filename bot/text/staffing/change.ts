// One person's (or one head-count's) staffing change as an item.

import type { DateSpan } from '../dates/span.ts'
import { DESK } from '../lexicon/posts.ts'
import type { ChangeType } from '../lexicon/staffing.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { staffingDates } from './dates.ts'
import { flagsOf } from './flags.ts'
import { changeTypeOf } from './kind.ts'
import { deskBefore, type Movement, movementOf } from './places.ts'
import { formerRoleIn, newRoleIn, postWords, roleBefore, roleCodeOf, roleIn } from './roles.ts'
import { impliesBackground, phoneIn, traitsOf } from './traits.ts'
import { LIST_OF_CHARGED } from './villages.ts'

/** What is told of one person, of all, and what stands for everybody when she has none of her own. */
export interface Told {
  readonly own: Reading
  readonly shared: Reading
  readonly dates: readonly DateSpan[]
  readonly documentNo: string | undefined
  /** The village below the sender that the person belongs to. */
  readonly village?: string | undefined
}

export const TEMPORARY = /^(?:secondIn|secondOut|secondExtend|leave)$/
const ARRIVING = /^(?:join|transferIn|secondIn|reassign|appoint|acting|designate)$/
const LEAVING = /^(?:transferOut|secondOut|retire|resign|dismiss|removeFromPost)$/
/** Changes that take a post, and those that leave one for good: then the post stands before the name. */
const TAKING = /^(?:appoint|acting|reassign|removeFromPost|join|transferIn|secondIn|designate)$/
const GONE = /^(?:transferOut|retire|resign|dismiss|death)$/

const ENDS_AS_DESK = new RegExp(`${DESK}$`)
const DESK_AFTER = new RegExp(
  `[他她](?:原来?|生前)?(?:是|在)(?:我们?局)?(\\p{Script=Han}{1,6}?${DESK})(?:的|工作)`,
  'u',
)

/** 到我站跟班 at a bureau: the desk is the sender's. */
function ownDesk(changeType: ChangeType | undefined, own: Reading): string | undefined {
  const { sender, text } = own
  const bureau = sender.level !== 'township' && sender.level !== 'village'
  const coming = changeType === 'secondIn' || changeType === 'transferIn' || changeType === 'join'
  const desk = /我们?(?:站|科|队|股|室|办|中心|支队|大队)/.test(text)
  const named = ENDS_AS_DESK.test(sender.role)
  return bureau && coming && desk && named ? sender.role : undefined
}

/** 我局执法大队张三去世, 他是执法大队的: the desk of a bureau that somebody belongs to. */
function deskLeft(changeType: ChangeType | undefined, { sender, text, people }: Reading): string | undefined {
  if (!/^(?:death|secondOut)$/.test(changeType ?? '')) return undefined
  if (sender.level === 'township' || sender.level === 'village') return undefined
  return DESK_AFTER.exec(text)?.[1] ?? deskBefore(text, people[0]?.name ?? '')
}

/** Which way a change goes; neither for what happens inside a unit. */
function wayOf(changeType: ChangeType | undefined): 'arriving' | 'leaving' | 'none' {
  if (changeType === undefined) return 'none'
  if (ARRIVING.test(changeType)) return 'arriving'
  return LEAVING.test(changeType) ? 'leaving' : 'none'
}

interface Sides {
  readonly from?: string
  readonly to?: string
}

const side = (key: 'from' | 'to', unit: string | undefined): Sides =>
  unit === undefined ? {} : { [key]: unit }

/** A unit without a word of direction stands on the other side of the change. */
function sides(changeType: ChangeType | undefined, movement: Movement): Sides {
  const way = wayOf(changeType)
  if (changeType === 'secondReturn') return side('from', movement.from ?? movement.to ?? movement.beside)
  const incoming = changeType === 'transferIn' || changeType === 'secondIn'
  const from = movement.from ?? (incoming ? movement.beside : undefined)
  if (way === 'arriving') return side('from', from)
  if (changeType === 'leave') return side('from', from)
  const to = movement.to ?? (way === 'leaving' ? movement.beside : undefined)
  return to === undefined ? side('from', from) : side('to', to)
}

function placeSlots(changeType: ChangeType | undefined, movement: Movement, told: Told): Slots {
  const { own } = told
  const arriving = wayOf(changeType) === 'arriving'
  const { from, to } = sides(changeType, movement)
  return {
    unit: movement.at ?? told.village ?? own.sender.unit,
    department: arriving ? (movement.toDepartment ?? ownDesk(changeType, own)) : deskLeft(changeType, own),
    fromDepartment: movement.fromDepartment,
    fromUnit: from,
    toUnit: to,
    destinationConfidence: movement.guessed && to !== undefined ? 'low' : undefined,
  }
}

interface Posts {
  readonly role: string | undefined
  readonly former: string | undefined
  readonly code: string | undefined
}

function roleOf(changeType: ChangeType | undefined, own: Reading): string | undefined {
  if (changeType !== undefined && GONE.test(changeType)) return roleBefore(own)
  if (changeType !== undefined && !TAKING.test(changeType)) return undefined
  const role = roleIn(own, wayOf(changeType) === 'leaving' ? 'leaving' : 'taking')
  return role ?? (changeType === 'appoint' ? roleBefore(own) : undefined)
}

function postsOf(changeType: ChangeType | undefined, name: string | undefined, told: Told): Posts {
  const { own, shared } = told
  const role = roleOf(changeType, own)
  const former = formerRoleIn(own.text, name)
  if (former !== undefined && changeType !== undefined && GONE.test(changeType))
    return { role: undefined, former, code: roleCodeOf(postWords(own), former, own.sender) }
  // Whoever is removed has no post any more: the one told is the one given up.
  if (changeType === 'removeFromPost') {
    const left = role ?? former
    return { role: undefined, former: left, code: roleCodeOf(postWords(own), left, own.sender) }
  }
  // Somebody who leaves a safety post for another is no safety manager any more.
  if (changeType === 'reassign' && former !== undefined) return { role, former, code: undefined }
  if (former !== undefined && role !== undefined)
    return { role, former, code: roleCodeOf(role, role, own.sender) }
  if (told.village !== undefined && !/网格/.test(own.text + shared.text))
    return { role, former, code: 'villageCadre' }
  return {
    role,
    former,
    code: roleCodeOf(postWords(own), role, own.sender) ?? roleCodeOf(postWords(shared), role, own.sender),
  }
}

/** 从事煤矿安全监管15年: years at safety work are a background too. */
const SAFETY_YEARS =
  /(?:从事|干|做|搞|管)(?:过|了)?[^,。;]{0,8}(?:安全|应急|安监|消防|煤监|救援)[^,。;]{0,10}?(?:[2-9]|\d\d|[二两三四五六七八九十]+)(?:多|余)?年/

const defined = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined))

/** 张三(煤矿): an expert's field in brackets behind the name. */
const noteOf = (name: string | undefined, text: string): string | undefined =>
  name === undefined ? undefined : new RegExp(`${name}\\(([\\p{Script=Han}]{2,8})\\)`, 'u').exec(text)?.[1]

/** What an expert is expert in: without a degree beside it, the 专业 told is the field. */
function fieldOf(code: string | undefined, name: string | undefined, text: string, traits: Slots): Slots {
  const { specialty, major, education } = traits
  if (code !== 'expert' || specialty !== undefined) return { specialty }
  const note = noteOf(name, text)
  return note === undefined && education === undefined
    ? { specialty: major, major: undefined }
    : { specialty: note }
}

/** Experts and village cadres do not join a staff: the one is appointed, the other put in charge. */
function settled(said: ChangeType | undefined, code: string | undefined, told: Told): ChangeType | undefined {
  if (said !== 'join') return said
  if (code === 'expert') return 'appoint'
  return told.village !== undefined && /换|改由|接|交给/.test(told.own.text) ? 'designate' : said
}

/** 都去了县教育局: where all went stands for whoever has no place of her own. */
function withShared(own: Movement, shared: Reading): Movement {
  if (own.from !== undefined || own.to !== undefined || own.toOwn || own.toDepartment !== undefined)
    return own
  const { at: _, beside: __, guessed: ___, ...all } = movementOf(shared)
  return { ...all, ...own, toOwn: all.toOwn }
}

/** The change told of one person. @param person the slots that name her: person, nickname or count */
export function staffingChange(person: Slots, told: Told): Item {
  const { own, shared } = told
  const movement = withShared(movementOf(own), shared)
  const listed = told.village !== undefined || LIST_OF_CHARGED.test(shared.text)
  const said = changeTypeOf(own, shared.text, movement) ?? (listed ? 'designate' : undefined)
  const name = typeof person['person'] === 'string' ? person['person'] : undefined
  const { role, former, code } = postsOf(said, name, told)
  const changeType = settled(said, code, told)
  const traits = { ...traitsOf(shared.text), ...defined(traitsOf(own.text)) }
  const implied =
    code === 'leader' && (impliesBackground(traits) || SAFETY_YEARS.test(own.text)) ? true : undefined
  const temporary = code === 'expert' || (changeType !== undefined && TEMPORARY.test(changeType))
  return makeItem('staffingChange', {
    ...person,
    changeType,
    roleCode: code,
    role,
    formerRole: former,
    newRole: changeType === 'transferOut' ? newRoleIn(own) : undefined,
    ...placeSlots(changeType, movement, told),
    ...traits,
    ...fieldOf(code, name, own.text, traits),
    emergencyBackground: traits['emergencyBackground'] ?? implied,
    ...staffingDates(own, told.dates, temporary),
    ...flagsOf(changeType, `${shared.text},${own.text}`, { role, former }),
    documentNo: told.documentNo,
    phone: phoneIn(own.text),
  })
}
