// Who reports a hazard, and how much of themselves they give.

import { EVIDENCE } from '../lexicon/hazard.ts'
import { ANONYMOUS, EMPLOYEE, FAMILY, REPORTER_TIP } from '../lexicon/reporter.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { phoneIn } from '../staffing/traits.ts'

const INSPECTS =
  /检查(?:时|中|组)?(?:发现|出|了|劝返|制止|劝离)|检查[^,。;]{2,16}[,:]?发现|排查(?:时|中)?发现|巡查(?:时|中)?发现|责令|执法检查|查出|督查发现|现场检查|复查发现|检查发现|(?:巡查|检查|排查)[^,。;:]{0,14}:|暗访|抽查/

/** The sender tells of an inspection that was made. */
export const tellsInspection = (text: string): boolean => INSPECTS.test(text)

/** An office hands on what a citizen told. */
const RELAYED =
  /群众(?:反映|举报|来电|投诉)|(?:接到?|收到)[^,。;]{0,8}(?:举报|反映|来电|投诉)|转(?:来|办|交)|123(?:45|50)/

function publicReporter(reading: Reading): string {
  const works = EMPLOYEE.test(reading.text) && !/听说|听人/.test(reading.text)
  return works || /员工|工人|职工/.test(reading.sender.role) ? 'employee' : 'public'
}

/** public, employee, employeeFamily, gridMember, villageCadre or inspection. */
export function reporterTypeOf(reading: Reading): string {
  const { text, sender } = reading
  if (FAMILY.test(text) || sender.role.includes('家属')) return 'employeeFamily'
  if (sender.level === 'public') return publicReporter(reading)
  if (sender.role.includes('网格')) return 'gridMember'
  if (sender.level === 'village' || /村干部|村(?:主任|支书|委)|社区(?:书记|主任)/.test(sender.role))
    return 'villageCadre'
  if (sender.level === 'enterprise') return 'employee'
  const relayed = RELAYED.test(text) || (sender.level === 'township' && /举报/.test(text))
  return relayed && !INSPECTS.test(text) ? 'public' : 'inspection'
}

/** The reporter's own name stands alone between commas or after 我叫. */
function reporterName(reading: Reading): string | undefined {
  const { text, people } = reading
  const alone = people.find(({ kind, start, end }) => {
    if (kind !== 'name') return false
    if (/(?:我叫|我是[^,。;]{0,16}|姓名:?|联系人:?|本人)$/.test(text.slice(0, start))) return true
    return /(?:^|[,。;\s])$/.test(text.slice(0, start)) && /^(?:[,。;\s]|\d|$)/.test(text.slice(end))
  })
  return alone?.name
}

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['12345', /12345/],
  ['12350', /12350/],
  ['petition', /信访/],
  ['hotline', /热线/],
]

/** Said before everybody: the answer goes to the sender alone. */
const IN_GROUP =
  /^[【[(<]?(?:工作|微信|飞书)?群(?:聊|里|内)?(?:消息)?[】\])>:]|^@\p{Script=Han}{2,10}(?:局|站|办|大队)(?=[^\p{Script=Han}])/u

function channelOf({ text, sender }: Reading): string | undefined {
  if (IN_GROUP.test(text) || sender.role.includes('群成员')) return 'group'
  return sender.level === 'public' ? undefined : CHANNELS.find(([, pattern]) => pattern.test(text))?.[0]
}

/** An enterprise writes through its offices; its workers write for themselves. */
const isWorker = ({ sender }: Reading): boolean =>
  sender.level !== 'enterprise' || /工人|员工|职工|矿工|[掘采电焊钳]工|家属/.test(sender.role)

/** Whether somebody from inside tells. */
export const blowsWhistle = (reading: Reading): boolean =>
  reporterTypeOf(reading).startsWith('employee') && isWorker(reading)

/** Name, telephone, anonymity and the line it came by. Whoever offers proof does not hide. */
export function reporterSlots(reading: Reading): Slots {
  const { text, sender } = reading
  const anonymous = ANONYMOUS.test(text)
  const phone = phoneIn(text)
  const real = /实名|我叫|姓名|联系人/.test(text) || phone !== undefined
  const name = real && !anonymous ? reporterName(reading) : undefined
  const offers =
    sender.level === 'public' && REPORTER_TIP.test(text) && EVIDENCE.some(([, pattern]) => pattern.test(text))
  const open = !anonymous && (name !== undefined || phone !== undefined || text.includes('实名') || offers)
  return {
    anonymous: anonymous ? true : open ? false : undefined,
    reporterName: name,
    reporterPhone: phone,
    channel: channelOf(reading),
  }
}
