// What is told beside tips: retaliation against who told, an officer's misconduct, a follow-up; and with
// progress.ts all that is no new tip.

import { MISCONDUCT, OFFICER, PUNISHED } from '../lexicon/conduct.ts'
import { ANONYMOUS } from '../lexicon/reporter.ts'
import { type Item, makeItem } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { targetOf } from './place.ts'
import { progress, selfCheck } from './progress.ts'
import { reporterTypeOf } from './reporter.ts'

const TOLD_OF =
  '(?:举报|反映|投诉|告(?!诉|知|示)了?|123(?:45|50)|捅(?:上去|出去|到|给|了)|(?:往上|向上|跟上面|给上面|给你们)(?:说|报|反映|讲|打)|(?:说|报|讲|告)(?:上去|出去)|打(?:了)?(?:举报)?电话)'
/** Somebody told of a hazard, and was made to pay for it. */
const AGAINST_ME = new RegExp(
  `${TOLD_OF}[^。;]{0,14}(?:以后|之后|完|后|,|的事)[^。;]{0,16}?${PUNISHED}|(?:打击)?报复(?:我|举报人)|被[^,。;]{0,10}${PUNISHED}[^。]{0,14}(?:因为|就是|说)[^。]{0,12}${TOLD_OF}|被(?:报复|打击报复)|(?:威胁|吓唬|放话|放出话)[^。;]{0,16}${TOLD_OF}[^。;]{0,10}${PUNISHED}|(?:因为?|就因为|由于)[^。;]{0,8}${TOLD_OF}[^。;]{0,16}${PUNISHED}`,
)
/** The sender is the one who told: an officer's report of a tip is none. */
const MINE = /我|本人|被/

function retaliation(reading: Reading): Item | undefined {
  const { text } = reading
  if (reading.sender.level === 'enterprise' && reading.sender.unit !== undefined) return undefined
  if (!AGAINST_ME.test(text) || !MINE.test(text) || /怕[^,。;]{0,4}报复/.test(text)) return undefined
  return makeItem('retaliationComplaint', {
    reporterType: reporterTypeOf(reading) === 'employeeFamily' ? 'employeeFamily' : 'employee',
    whistleblower: true,
    relatedTip: 'previous',
    target: targetOf(reading),
    description: text,
  })
}

/** An officer's misconduct, or pay-back for a tip: a report even without a word of hazards. */
export const accusesSomebody = (text: string): boolean =>
  (OFFICER.test(text) && MISCONDUCT.test(text)) || AGAINST_ME.test(text)

/** 应急局的执法队员老冯: who of the office. */
const POST_BEHIND =
  /^的?(执法(?:人员|队员|[大中支]?队)?|检查人员|工作人员|队员|人员|[站局科队股所]?长|主任|领导)?的?/

function misconduct(reading: Reading): Item | undefined {
  const { text } = reading
  if (!OFFICER.test(text) || !MISCONDUCT.test(text)) return undefined
  const office = new RegExp(`[\\p{Script=Han}]{0,8}?${OFFICER.source}`, 'u').exec(text)
  const end = (office?.index ?? 0) + (office?.[0].length ?? 0)
  const post = POST_BEHIND.exec(text.slice(end))
  const known = end + (post?.[0].length ?? 0)
  const person = reading.people.find(({ start }) => start === known)
  const [unit] = reading.units
  const from = unit !== undefined && unit.start <= end ? unit.end : (office?.index ?? 0)
  const told = text.slice(from, Math.max(from, end))
  const subject = `${unit?.name ?? ''}${told}${post?.[1] ?? ''}${person?.name ?? ''}`
  return makeItem('misconductReport', {
    anonymous: ANONYMOUS.test(text) ? true : undefined,
    subject,
    description: text,
  })
}

const FOLLOW_UP =
  /(?:举报|反映)(?:的|过的)[^。;]{0,20}(?:整改|解决|处理|修)(?:好|完)?了|(?:举报|反映|投诉|报|说|讲)(?:过)?的[^。;]{0,24}(?:还没|没人|又|怎么还|到(?:现在|今)|至今|仍|依然|照样|老样子|没(?:个|有)?(?:动静|消息|下文|回音|说法|结果)|[没不]见[^,。;]{0,4}(?:人|动静)|有人(?:管|来|查|处理)(?:没|吗|了没))|(?:还没|[没不]见)(?:一个|个|有)?人(?:来|管|理|处理|影)|(?:举报|反映|投诉)(?:信)?[^,。;]{0,6}(?:没|没有|无)人(?:理|管|回)|的事[^。;]{0,10}(?:查|处理|管|解决)了没|又(?:出现|开始|复工|冒|漏|偷|干|生产)(?:了|起来)?/

/** Refers to what was told before; without it 又漏了 at a named place is news. */
const EARLIER = /举报|反映|上[次回]|之前|前[几两些]天|上(?:个)?(?:周|星期|礼拜)|上个月|那天|刚|还没/
/** More about what was just told. */
const ADDED =
  /^(?:再|我再)?补充(?:一下|说明|一点|几句|个)?|^(?:我)?(?:刚才|刚刚|刚)(?:举报|反映|报|说)的[^,。;]{0,4}补充/

function followUp(reading: Reading): Item | undefined {
  const { text } = reading
  const added = ADDED.test(text)
  if (/又/.test(text) && reading.units.length > 0 && !EARLIER.test(text)) return undefined
  if (!added && (!FOLLOW_UP.test(text) || /多少(?!天|日子)|进度|查询/.test(text))) return undefined
  const number = /(?<![\p{Script=Han}A-Z])([A-Z]{1,4}-?\d{3,}[-\d]*)/u.exec(text)?.[1]
  return makeItem('hazardFollowUp', {
    relatedTip: number ?? (added || /刚才|刚刚|刚(?=举报|反映|报|说)/.test(text) ? 'last' : 'previous'),
    target: added ? undefined : targetOf(reading),
    description: text,
  })
}

/** One such item, or none when the message is a new tip. */
export function hazardRemarks(reading: Reading): Item[] {
  const item =
    retaliation(reading) ??
    misconduct(reading) ??
    selfCheck(reading) ??
    progress(reading) ??
    followUp(reading)
  return item === undefined ? [] : [item]
}
