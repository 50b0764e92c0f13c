// Which kind of course a message tells of, and who holds it for whom.

import { HOLD, PLATFORMS, TRAINING_TYPES, type TrainingType } from '../lexicon/training.ts'
import type { UnitSpan } from '../names/units.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { examOnly } from './exam.ts'
import { breakdownOf } from './facts.ts'
import { homesOf } from './people.ts'

/** People who come to a bureau's course from townships and enterprises. */
const OUTSIDERS = /乡镇|街道办|应急[办站]|企业|[镇乡]\d+(?:人|名)|煤矿|加油站|安全(?:管理人员|员)/
const forOutsiders = ({ text, people }: Reading): boolean => people.length === 0 && OUTSIDERS.test(text)

function namedType(reading: Reading): TrainingType | undefined {
  const { text, sender } = reading
  const named = TRAINING_TYPES.find(([, pattern]) => pattern.test(text))?.[0]
  if (named === 'special' && PLATFORMS.test(text)) return 'online'
  if (
    named === 'continuing' &&
    sender.level === 'township' &&
    !/执法|继续教育|法制|法律|[省市县区](?:应急)?局|学时/.test(text)
  )
    return 'other'
  if (named === 'continuing' && forOutsiders(reading) && !/执法/.test(text)) return 'other'
  return named === 'initialQualification' && sender.level === 'enterprise' ? undefined : named
}

/** What a course without a name is: continuing education in a bureau, an exam alone its entry exam. */
function unnamedType(reading: Reading): TrainingType {
  const { text, sender } = reading
  if (PLATFORMS.test(text)) return 'online'
  if (sender.level === 'enterprise') return 'enterpriseRetraining'
  const bureau = /应急管理局/.test(sender.unit ?? '') || /执法/.test(`${sender.role}${text}`)
  if (bureau && examOnly(text)) return 'initialQualification'
  return bureau && !forOutsiders(reading) ? 'continuing' : 'other'
}

/** The kind of course; `usual` is that of the message when this is one course of several. */
export const trainingTypeOf = (reading: Reading, usual: TrainingType | undefined): TrainingType =>
  namedType(reading) ?? usual ?? unnamedType(reading)

const ORGANISES = new RegExp(`${HOLD}|牵头`)
const HOLDS = new RegExp(`${HOLD}|搞了|搞个|搞一|办了|开了|各[\\p{Script=Han}、]{1,12}参加`, 'u')

/** 省厅网络培训班: a bureau other than the sender's right before the name of a course. */
const holdsCourse = (unit: UnitSpan, { plain, sender }: Reading): boolean =>
  unit.kind === 'department' &&
  unit.name !== sender.unit &&
  /^(?:\d+月[\d日号月至到—~-]+)?的?[\p{Script=Han}\d]{0,12}?(?:培训|轮训|考试|讲堂|讲座|[专研骨习升]\p{Script=Han}?班|继续教育|网课)/u.test(
    plain.slice(unit.end),
  )

function isOrganiser(unit: UnitSpan, reading: Reading): boolean {
  const { text } = reading
  const before = text.slice(0, unit.start)
  if (/(?:在|于|赴|到)$/.test(before) || unit.text.endsWith('党校')) return false
  const after = text.slice(unit.end, unit.end + 6)
  const takesPart = /(?:参加|由|参加了|报名)$/.test(before) && /department|township/.test(unit.kind)
  return takesPart || ORGANISES.test(after.slice(0, 4)) || holdsCourse(unit, reading)
}

/** Who holds the course: a unit before "组织", after "参加", or the sender when the text only says it was held. */
function organiserOf(reading: Reading): { name?: string; implied: boolean } {
  const { text, units, sender } = reading
  const told = units.find((unit) => isOrganiser(unit, reading))
  if (told !== undefined) return { name: told.name, implied: false }
  const implied = sender.unit !== undefined && HOLDS.test(text) && sender.level !== 'enterprise'
  return implied ? { name: sender.unit, implied } : { implied }
}

/** Courses a unit holds for its own people, unless it says that others come. */
const OWN_STAFF =
  /^(?:rotation|continuing|initialQualification|enterpriseRetraining|specialOperationReview|gridMember|villageCadre|warningEducation|other|online)$/
const FOR_VILLAGE = /^(?:gridMember|villageCadre)$/
const FOR_OTHERS =
  /全(?:省|市|县|区)(?!安全生产月)|各(?:县|区|乡|镇|街道|企业|有关|相关|单位|部门|成员单位|煤矿|矿)/

/** Heads are counted by township: the hearers are other units' people. */
const visitsIn = (reading: Reading): boolean =>
  Object.keys(breakdownOf(reading.plain) ?? {}).some((label) => /[镇乡]$|街道$/.test(label))

/** 泽州县局张三、高平市局李四: those named come from other units. */
const guestsIn = (reading: Reading): boolean =>
  homesOf(reading).some(({ unit }) => unit !== undefined && unit !== reading.sender.unit)

/** 下周四组织网格员培训: before it is held, who holds it is what is told. */
const ANNOUNCED = /(?<!我们?[镇乡局站])(?:组织|举办|主办|承办|举行)/

/** Who holds the course and whose people it trains.
 * @param coming it lies ahead */
export function unitSlots(reading: Reading, type: TrainingType, coming: boolean): Slots {
  const organiser = organiserOf(reading)
  const { text, sender } = reading
  const attended = /(?:参加|听|收听|收看|观看|去听|旁听)了?[^,。;]{0,10}讲[堂座]|去了/.test(text)
  const held = type === 'lecture' && /county|city/.test(sender.level) && !attended
  if (organiser.name === undefined && held) return { organizer: sender.unit }
  if (organiser.name === sender.unit && guestsIn(reading)) return { organizer: organiser.name }
  if (!organiser.implied) return { organizer: organiser.name, unit: sender.unit }
  const others = (FOR_OTHERS.test(text) || visitsIn(reading) || guestsIn(reading)) && !FOR_VILLAGE.test(type)
  const announced = coming && FOR_VILLAGE.test(type) && ANNOUNCED.test(text)
  return OWN_STAFF.test(type) && !others && !announced ? { unit: sender.unit } : { organizer: organiser.name }
}
