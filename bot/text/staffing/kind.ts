// Which change a story tells: its most telling word, settled by where the person came from or went to.

import { DESK, HEAD, POST_END } from '../lexicon/posts.ts'
import type { ChangeType } from '../lexicon/staffing.ts'
import type { Reading } from '../reading.ts'
import type { Movement } from './places.ts'
import { findVerbs, mainVerb, type Verb } from './verbs.ts'

function fromMovement(movement: Movement): ChangeType {
  const elsewhere = movement.from !== undefined || movement.to !== undefined
  if (movement.toDepartment !== undefined && !elsewhere) return 'reassign'
  if (movement.toOwn) return 'transferIn'
  if (movement.to !== undefined) return 'transferOut'
  return movement.from === undefined ? 'transferOut' : 'transferIn'
}

/** A secondment points outwards unless somebody came from elsewhere or to us. */
const lent = (movement: Movement): ChangeType =>
  movement.toOwn || (movement.from !== undefined && movement.to === undefined) ? 'secondIn' : 'secondOut'

const TAKES_POST = new RegExp(`任[^,。;\\n]{1,12}${POST_END}`)

/** 接任 takes over a post, 换成 a duty; otherwise somebody simply comes. */
function takenOver(verb: Verb, own: Reading, shared: string): ChangeType {
  const told = `${shared}${own.text}`
  if (own.sender.level === 'village' || /网格|村干部/.test(told)) return 'designate'
  if (own.sender.level === 'enterprise') return 'appoint'
  if (/安全(?:工作人员|员|专干)|联络员/.test(told)) return 'designate'
  return /接任/.test(verb.text) || TAKES_POST.test(own.text) ? 'appoint' : 'join'
}

function settleTransferIn(movement: Movement): ChangeType {
  const inside = movement.from === undefined && movement.to === undefined
  if (inside && movement.fromDepartment !== undefined) return 'reassign'
  return movement.to !== undefined && !movement.toOwn ? 'transferOut' : 'transferIn'
}

/** 到应急办帮忙: the desk is one of ours, so somebody came. */
const insideDesk = (movement: Movement): boolean =>
  movement.to === undefined && movement.toDepartment !== undefined && movement.fromDepartment === undefined

/** 来我们站报到,新考的公务员: nobody who was with another unit before. */
const isNewcomer = (verb: Verb, { from }: Movement, own: string): boolean =>
  from === undefined && verb.text.startsWith('来我') && /新(?:考|招|录|聘|分)|应届|毕业生|选调生/.test(own)

const SETTLE: Readonly<
  Partial<Record<Verb['meaning'], (verb: Verb, movement: Movement, own: string) => ChangeType>>
> = {
  move: (_, movement) => fromMovement(movement),
  lend: (_, movement) => lent(movement),
  transferIn: (verb, movement, own) =>
    isNewcomer(verb, movement, own) ? 'join' : settleTransferIn(movement),
  transferOut: (verb, movement) =>
    insideDesk(movement) && /去了|交流|划|转/.test(verb.text) ? 'reassign' : 'transferOut',
  reassign: (verb, movement) => {
    if (movement.from !== undefined && movement.to === undefined) return 'transferIn'
    return movement.to !== undefined && !/改|转任/.test(verb.text) ? 'transferOut' : 'reassign'
  },
  secondIn: (_, movement) => (movement.to !== undefined && !movement.toOwn ? 'secondOut' : 'secondIn'),
  resign: (verb, movement) => (verb.text === '离职' && movement.to !== undefined ? 'transferOut' : 'resign'),
  secondOut: (_, movement) => (movement.toOwn || insideDesk(movement) ? 'secondIn' : 'secondOut'),
  join: (_, movement) => {
    if (movement.from !== undefined) return 'transferIn'
    return movement.fromDepartment === undefined ? 'join' : 'reassign'
  },
}

/** 调任副镇长: another post and no other unit. */
const PROMOTED = new RegExp(
  `^(?:调任|调)(?:(?![县市省区])\\p{Script=Han}{2,8}${DESK})?副?${HEAD}(?=[,。;(]|$)`,
  'u',
)

/** 新调入:张三,3月12日到岗: the day of arrival tells less than what is told of all. */
function tellingVerb(own: string, shared: string): Verb | undefined {
  const [mine, all] = [mainVerb(findVerbs(own)), mainVerb(findVerbs(shared))]
  if (mine?.meaning === 'removeFromPost') {
    const next = findVerbs(own).find(({ text }) => /^(?:转|改)任$/.test(text))
    if (next !== undefined) return next
  }
  if (mine !== undefined && PROMOTED.test(own.slice(mine.start))) return { ...mine, meaning: 'reassign' }
  const weak = mine !== undefined && /^(?:报到|到岗|上班|上岗|入职|来了|到)$/.test(mine.text)
  return weak && all !== undefined && /^(?:transferIn|secondIn|lend|designate)$/.test(all.meaning)
    ? all
    : (mine ?? all)
}

/** 编制划转到县局,人还在我们镇: neither gone nor lent as far as told, so it is asked. */
const STAYS =
  /(?:编制?|人事关系|关系|工资)[^,。;]{0,4}(?:划|转|调|收|迁)[^。;]{0,16}人(?:员)?(?:还|仍|依然|依旧|照样|继续)(?:是|旧)?(?:在|留)(?:我|咱|俺|本|原|这|镇|乡|站)/

/** 调到县局,编制还在我们镇: whose post stays is lent. */
const STILL_OURS = /(?:编制?|人事关系)(?:还|仍|依然)(?:是)?(?:留|放|占)?(?:在|着)(?:我|咱|俺|本|镇|乡|站)/

/** The change told in `own`, else in what is told of all; undefined when no word tells one. */
export function changeTypeOf(own: Reading, shared: string, movement: Movement): ChangeType | undefined {
  if (STAYS.test(own.text)) return undefined
  const verb = tellingVerb(own.text, shared)
  if (verb === undefined || verb.meaning === 'unclear') return undefined
  if (verb.meaning === 'takeOver') return takenOver(verb, own, shared)
  const kind = SETTLE[verb.meaning]?.(verb, movement, own.text) ?? (verb.meaning as ChangeType)
  return kind === 'transferOut' && STILL_OURS.test(own.text) ? 'secondOut' : kind
}
