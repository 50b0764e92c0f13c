// One person's (or one head-count's) staffing change as an item.

import type { DateSpan } from './date-span.ts'
import type { ChangeType } from './lexicon-staffing.ts'
import { type Item, makeItem, type Slots } from './parsed.ts'
import type { Reading } from './reading.ts'
import { staffingDates } from './staffing-dates.ts'
import { flagsOf } from './staffing-flags.ts'
import { changeTypeOf } from './staffing-kind.ts'
import { type Movement, movementOf } from './staffing-places.ts'
import { formerRoleIn, roleCodeOf, roleIn, roleOfInstalled } from './staffing-roles.ts'
import { impliesBackground, phoneIn, traitsOf } from './staffing-traits.ts'

/** What is told of one person, of all, and what stands for everybody when she has none of her own. */
export interface Told {
  readonly own: Reading
  readonly shared: Reading
  readonly dates: readonly DateSpan[]
  readonly documentNo: string | undefined
}

const TEMPORARY = /^(?:secondIn|secondOut|secondExtend|leave)$/
const ARRIVING = /^(?:join|transferIn|secondIn|reassign|appoint|acting|designate)$/
const LEAVING = /^(?:transferOut|secondOut|retire|resign|dismiss|removeFromPost)$/
/** Changes that take a post; of the others the post before the name is told. */
const TAKING = /^(?:appoint|acting|reassign|removeFromPost|join|transferIn|designate)$/

/** 到我站跟班 at a bureau: the desk is the sender's. */
function ownDesk(changeType: ChangeType | undefined, own: Reading): string | undefined {
  const { sender, text } = own
  const bureau = sender.level !== 'township' && sender.level !== 'village'
  const coming = changeType === 'secondIn' || changeType === 'transferIn' || changeType === 'join'
  const desk = /我们?(?:站|科|队|股|室|办|中心|支队|大队)/.test(text)
  const named = /(?:大队|支队|队|科|股|室|站|办|中心)$/.test(sender.role)
  return bureau && coming && desk && named ? sender.role : undefined
}

function placeSlots(changeType: ChangeType | undefined, movement: Movement, own: Reading): Slots {
  const arriving = changeType !== undefined && ARRIVING.test(changeType)
  const leaving = changeType !== undefined && LEAVING.test(changeType)
  const from =
    movement.from ?? (changeType === 'transferIn' || changeType === 'secondIn' ? movement.beside : undefined)
  const to = movement.to ?? (leaving ? movement.beside : undefined)
  return {
    unit: movement.at ?? own.sender.unit,
    department: arriving ? (movement.toDepartment ?? ownDesk(changeType, own)) : undefined,
    fromDepartment: movement.fromDepartment,
    fromUnit: arriving || to === undefined ? from : undefined,
    toUnit: arriving || changeType === 'leave' ? undefined : to,
    destinationConfidence: movement.guessed && !arriving ? 'low' : undefined,
  }
}

interface Posts {
  readonly role: string | undefined
  readonly former: string | undefined
  readonly code: string | undefined
}

function postsOf(changeType: ChangeType | undefined, name: string | undefined, told: Told): Posts {
  const { own, shared } = told
  const taking = changeType === undefined || TAKING.test(changeType)
  const ended = changeType !== undefined && LEAVING.test(changeType)
  const role = taking || ended ? (taking ? roleIn(own, ended ? 'leaving' : 'taking') : undefined) : undefined
  const installed = role ?? (changeType === 'appoint' ? roleOfInstalled(own) : undefined)
  const former = formerRoleIn(own.text, name)
  const code = roleCodeOf(own.text, installed, own.sender) ?? roleCodeOf(shared.text, installed, own.sender)
  // Somebody who leaves a safety post for another is no safety manager any more.
  return {
    role: installed,
    former,
    code: changeType === 'reassign' && former !== undefined ? undefined : code,
  }
}

const defined = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined))

/** The change told of one person. @param person the slots that name her: person, nickname or count */
export function staffingChange(person: Slots, told: Told): Item {
  const { own, shared } = told
  const movement = movementOf(own)
  const changeType = changeTypeOf(own, shared.text, movement)
  const name = typeof person['person'] === 'string' ? person['person'] : undefined
  const { role, former, code } = postsOf(changeType, name, told)
  const traits = { ...traitsOf(shared.text), ...defined(traitsOf(own.text)) }
  const implied = code === 'leader' && impliesBackground(traits) ? true : undefined
  const temporary = code === 'expert' || (changeType !== undefined && TEMPORARY.test(changeType))
  return makeItem('staffingChange', {
    ...person,
    changeType,
    roleCode: code,
    role,
    formerRole: former,
    ...placeSlots(changeType, movement, own),
    ...traits,
    emergencyBackground: traits['emergencyBackground'] ?? implied,
    ...staffingDates(own, told.dates, temporary),
    ...flagsOf(changeType, `${shared.text},${own.text}`, { role, former }),
    documentNo: told.documentNo,
    phone: phoneIn(own.text),
  })
}
