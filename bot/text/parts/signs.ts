// Signs by which a part of a message is a report, a danger told, or a question of its own, and not a mere word of
// one inside another.

import { WEAK_BESIDE_COURSE } from '../intent-report.ts'
import { ENTERPRISE } from '../lexicon/hazard.ts'
import { QUESTION } from '../lexicon/talk.ts'
import type { Intent, Item } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { isNil } from '../records/nil-report.ts'
import { findVerbs, type Verb } from '../staffing/verbs.ts'
import { tellsWrong } from '../talk/about-tips.ts'
import { standard, topicOf } from '../talk/query-topic.ts'

/** A place where something can be wrong. */
const PLACE = new RegExp(
  `${ENTERPRISE}|[厂矿店村楼院路井]里|矿上|厂子|工地|小区|隔壁|旁边|附近|对面|楼道|井下|车间|路口|路边|马路|后山|山上|村[东西南北口边后头]|小煤窑|作坊|料场|库房|仓库|水库|桥`,
)
/** Taught, discussed or planned: the dangers named are no danger told. */
const TOPIC =
  /讲[了解授座]|学习|学了|内容|案例|知识|演练|演习|警示|上课|[一堂节]课|培训|轮训|主题|议题|通报了|传达|会议|部署|计划|观看|从事|负责|分管|职责/

/** Changes of staff; what may also happen to somebody at an accident is told beside a danger with its day only. */
const COMES_OR_GOES =
  /^(?:join|transferIn|transferOut|secondIn|secondOut|secondReturn|secondExtend|retire|resign|removeFromPost|appoint|reassign|move|lend)$/
/** 张三辞职后,… goes on with what came of it; 安全员李四辞职了 with who else was there. */
const GOES_ON =
  /(?:后|导致|造成|致使|因为?)$|^(?:该|其|[矿厂]长|安全员|瓦斯员|班长|工长|电工|司机|老板|经理|工人)/
const COURSE = /警示教育|教育片|培训|轮训|讲堂|学时|学习班|专题班|集训|继续教育/
const COURSE_TOLD = /\d|参加|组织|举办|完成|[办搞开]了/
/** The period or the people of a nil report, so that 没发现别的问题 is none. */
const PERIOD = /[本这上今][周月天季年]|本季度|第\d+周|\d月|零报告|人员|我[镇乡局站县]/

/** Beside somebody's change the rest stays as it is: no nil report. */
const THE_REST = /其[他它余]|别的|再[没无]/
const CERTIFICATE = /证[^,。;]{0,12}(?:到期|发|办|领|拿)/
/** 卫三执法证2026.3.10发证 behind her coming: the certificate has a day of its own. */
const DATED = /\d{4}[.年-]|\d月\d/
/** Held for many, and not gone to by the one told of before. */
const OWN_COURSE =
  /组织(?!的)|举办|召开|开展|[办搞开]了|[\d一二两三四五六七八九十百](?:多|余)?(?:个?人|名)|全体|全员|各(?:村|乡镇)|我[镇乡局站]/

/** What a clause begins to tell. `going` may be a change, or the way to a course; `course` goes on about the one told of before, `ownCourse` is somebody else's. */
export type Sign = 'tip' | 'nil' | 'question' | 'certificate' | 'change' | 'going' | 'course' | 'ownCourse'

const tellsNothing = (text: string): boolean => isNil(text) && PERIOD.test(text) && !THE_REST.test(text)

/** A question about what the bot keeps; those about rewards and cases belong to the tip beside them. */
const asksOfOurs = (text: string): boolean =>
  QUESTION.test(standard(text)) && !/^(?:rewardRule|caseStatus|tipRule)?$/.test(topicOf(text) ?? '')

interface Named {
  /** Somebody is named in the clause, and somebody who was not named before it. */
  readonly named: boolean
  readonly newName: boolean
}

const tellsCourse = (clause: string): boolean =>
  COURSE.test(clause) && COURSE_TOLD.test(clause) && !/[未没]/.test(clause)

const moves = (clause: string): Verb[] =>
  findVerbs(clause).filter(({ meaning }) => COMES_OR_GOES.test(meaning))

/** In the order of asking: the first that fits is what the clause tells. */
const SIGNS: readonly (readonly [Sign, (clause: string, who: Named) => boolean])[] = [
  ['nil', tellsNothing],
  ['question', asksOfOurs],
  [
    'certificate',
    (clause, { named, newName }) => (newName || (named && DATED.test(clause))) && CERTIFICATE.test(clause),
  ],
  ['ownCourse', (clause, { newName }) => tellsCourse(clause) && (newName || OWN_COURSE.test(clause))],
  ['course', tellsCourse],
  ['change', (clause, who) => who.named && moves(clause).some((verb) => tellsChange(verb, clause, who))],
  ['going', (clause, { named }) => named && moves(clause).length > 0],
  ['tip', (clause) => PLACE.test(clause) && !TOPIC.test(clause) && tellsWrong(clause)],
]

/** 赵六3月11日到岗 behind a course: somebody new, on a day of her own. */
const tellsChange = ({ text }: Verb, clause: string, { newName }: Named): boolean =>
  !WEAK_BESIDE_COURSE.test(text) || (newName && /[日号]\p{Script=Han}?到岗|入职|录用|招录/u.test(clause))

export function signOf(clause: string, who: Named): Sign | undefined {
  if (GOES_ON.test(clause) || (isNil(clause) && !tellsNothing(clause))) return undefined
  return SIGNS.find(([, fits]) => fits(clause, who))?.[0]
}

export interface Part {
  readonly reading: Reading
  readonly intent: Intent
  readonly items: readonly Item[]
}

const has = (item: Item, ...slots: readonly string[]): boolean =>
  slots.some((slot) => item[slot] !== undefined)

function solidTip({ items, reading: { text, people } }: Part, joinedByComma: boolean): boolean {
  const tips = items.filter(({ type }) => type !== 'query')
  return tips.every((item) => {
    if (item.type === 'nilReport') return tellsNothing(text)
    if (item.type === 'accident')
      return has(item, 'occurredAt', 'dead', 'seriouslyInjured', 'injured', 'trapped')
    if (item.type !== 'hazardTip') return has(item, 'target', 'hazardRef', 'subject', 'relatedTip', 'found')
    const placed = has(item, 'target', 'location') || PLACE.test(text)
    return (
      has(item, 'description') &&
      placed &&
      !TOPIC.test(text) &&
      (tellsWrong(text) || (!joinedByComma && people.length === 0))
    )
  })
}

const solidTraining = ({ items }: Part): boolean =>
  items.some(
    (item) =>
      has(item, 'startDate', 'dateRange', 'examDate') ||
      item.type === 'nilReport' ||
      (item.type === 'certificateRecord' && has(item, 'person')),
  )

/** Beside a danger who is named may be one who was there: what happened to her must be a change of staff. */
function solidChange(item: Item, besideTip: boolean, joinedByComma: boolean): boolean {
  if (item.type !== 'staffingChange') return true
  if (!besideTip) return has(item, 'person', 'count')
  const dated = has(item, 'effectiveDate', 'effectiveDateRange')
  const moved = COMES_OR_GOES.test(String(item['changeType']))
  return (
    has(item, 'person') &&
    has(item, 'changeType') &&
    (dated || ((moved || has(item, 'leaveKind')) && !joinedByComma))
  )
}

/** Whether a part stands alone: somebody, a number or a nil report, not a mere word of the kind. */
export function isSolid(
  part: Part,
  { besideTip, joinedByComma }: { besideTip: boolean; joinedByComma: boolean },
): boolean {
  const { intent, items } = part
  if (items.length === 0) return false
  if (intent === 'hazard' || intent === 'accident') return solidTip(part, joinedByComma)
  if (intent === 'training') return solidTraining(part)
  return items.every((item) => solidChange(item, besideTip, joinedByComma))
}
