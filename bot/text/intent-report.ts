// Which kind of report a message is: each kind counts its words, the highest count wins.

import { hasTableHeader } from './form/tables.ts'
import { accusesSomebody } from './hazard/remarks.ts'
import { ACCIDENT, ACCIDENT_TOLD, HAPPENED, NO_ACCIDENT } from './lexicon/accident.ts'
import { IMMEDIATE } from './lexicon/danger.ts'
import { ANONYMOUS, EMPLOYEE, REPORTER_TIP } from './lexicon/reporter.ts'
import { COMPLAINT, EXTENSION, HAZARD_WORDS, OUT_OF_SCOPE, SAFETY_THINGS } from './lexicon/safety.ts'
import { CERTIFICATE_EVENT, CERTIFICATE_TYPES, TRAINING_WORDS } from './lexicon/training.ts'
import { CONCEALED, DEATH_OR_INJURY, VIOLATION } from './lexicon/violation.ts'
import type { Intent } from './parsed.ts'
import type { Reading } from './reading.ts'
import { recordScores } from './records/scores.ts'
import { headCounts } from './staffing/head-counts.ts'
import { tellsOfUnit } from './staffing/org-change.ts'
import { findVerbs } from './staffing/verbs.ts'
import { LIST_OF_CHARGED } from './staffing/villages.ts'
import { WHOLE } from './staffing/whole.ts'
import { tellsNews } from './talk/about-tips.ts'
import { lacksCertificate } from './training/certificates.ts'
import { hasCertificateTable } from './training/certificates-table.ts'

const all = new Map<RegExp, RegExp>()
const everywhere = (pattern: RegExp): RegExp => {
  const known = all.get(pattern) ?? new RegExp(pattern.source, 'g')
  all.set(pattern, known)
  return known
}
const count = (text: string, pattern: RegExp): number => [...text.matchAll(everywhere(pattern))].length

/** Citizens, village cadres and grid members tell what they see; they do not report accidents by form. */
const isLayman = ({ level, role }: Reading['sender']): boolean =>
  level === 'public' || level === 'village' || /网格|村干部|村(?:主任|支书)/.test(role)

function isAccident(reading: Reading): boolean {
  const { text, sender } = reading
  if (!ACCIDENT.test(text) || !ACCIDENT_TOLD.test(text) || NO_ACCIDENT.test(text)) return false
  if (tellsNews(reading) || (sender.level !== 'public' && TAUGHT.test(text))) return false
  const hurt = DEATH_OR_INJURY.test(text)
  if (!hurt && !HAPPENED.test(text)) return false
  return !isLayman(sender) || hurt || /爆炸|冒顶|透水|塌/.test(text)
}

const HEAD_WORDS =
  /应配|实配|定编|编制|在岗|实有|现有|专职|兼职|注安师|网格员|班子|执法人员|安全(?:管理)?(?:人员|员)|人员|人手|专干|联络员|职责|借调|编|干部|班子|专家|真正|干活|[我咱]们?(?:办|站)/
/** 我们应急办一共5个人: a desk counts itself. */
const DESK_COUNT =
  /(?:站|办|办公室|队|科|股|所|中心|局)(?:里|现在|目前|就|一共|总共|拢共|统共|共|有|只|才)*(?:\d|[一二两三四五六七八九十])+(?:个|名)?人/
const UNREST =
  /人员(?:又|也|最近)?(?:有|发生|出现)?(?:了|些|点)*(?:变动|调整|变化)|换人了|人事(?:变动|调整)|更名|改名|机构改革/

/** Coming and going to a course is no change of staff. */
export const WEAK_BESIDE_COURSE =
  /^(?:新?入职|新?录用|新?招录|去了|来了|回来了|走了|上岗|上班|到岗|报到|请?(?:病假|事假|请假|产假)|请假|住院|脱产)$/

function staffingScore(reading: Reading, trained: boolean): number {
  const { text } = reading
  const verbs = findVerbs(text).filter(
    (verb) =>
      (verb.meaning !== 'move' || reading.people.length > 0) &&
      !(trained && WEAK_BESIDE_COURSE.test(verb.text)),
  )
  const people = verbs.length > 0 ? Math.min(2, reading.people.length) : 0
  const heads = !trained && headCounts(text) > 0 && (HEAD_WORDS.test(text) || DESK_COUNT.test(text)) ? 3 : 0
  const table = hasTableHeader(text) ? 6 : 0
  const whole = WHOLE.test(text) ? 4 : 0
  const renamed = tellsOfUnit(text) ? 4 : 0
  const listed = LIST_OF_CHARGED.test(text) && reading.people.length > 0 ? 5 : 0
  return verbs.length * 2 + people + heads + table + whole + renamed + listed + (UNREST.test(text) ? 2 : 0)
}

function citizenScore(reading: Reading, told: number, things: number): number {
  const { text, units } = reading
  if (OUT_OF_SCOPE.test(text) && told < 4) return 0
  const placed = COMPLAINT.test(text) && units.length > 0 ? 2 : 0
  return told + things * 2 + placed + (IMMEDIATE.test(text) ? 2 : 0)
}

/** 组织楼长学了电动车充电安全: the dangers taught are no hazards found. */
const TAUGHT =
  /(?:组织|参加|举办|开展|召开|[办搞]了)(?!的)[^,。;]{0,16}(?:(?<![未没不][^,。;]{0,6})培训|学习班|教育(?!局)|讲座|讲堂)|(?:观看|收看)[^,。;]{0,20}片|(?:组织|召集|给)[^,。;]{1,10}(?:学|讲|上)了|听了[^,。;]{0,8}课|讲了讲/

const tellsOfTeaching = ({ text, sender }: Reading): boolean =>
  !/发现|存在|查出|造假|代签|走过场/.test(text) &&
  ((!isLayman(sender) && /演练|演习/.test(text)) || (sender.level !== 'public' && TAUGHT.test(text)))

/** An enterprise that asks for more time speaks of a hazard it was told to put right. */
const asksForTime = ({ text, sender }: Reading): number =>
  sender.level === 'enterprise' && EXTENSION.test(text) ? 3 : 0

/** 本月不报 keeps nothing quiet. */
const UNREPORTED = /(?:没有?|不|未)(?:往?上)?报/g

/**
 * What an official tells in plain words when it is no other report: a rule broken, something of work safety out of
 * order, a death kept quiet.
 */
function wrongScore(reading: Reading): number {
  const { text, sender } = reading
  if (isLayman(sender) || tellsOfTeaching(reading)) return 0
  const wrong = VIOLATION.test(text.replace(UNREPORTED, '')) || COMPLAINT.test(text)
  const broken = wrong && SAFETY_THINGS.test(text)
  const concealed = CONCEALED.test(text) && (DEATH_OR_INJURY.test(text) || /出(?:了)?事/.test(text))
  return (broken ? 2 : 0) + (concealed ? 4 : 0)
}

/** 张三负责隐患排查和举报受理: what somebody is there for is not what happens. */
const DUTIES = /(?:负责|分管|主管|承担|从事|协助)(?![人的])[^,。;]{0,30}/g

/** A citizen who names a thing of work safety means a hazard; an official must say more. */
function hazardScore(reading: Reading): number {
  const { sender, people } = reading
  const text = people.length > 0 ? reading.text.replace(DUTIES, '') : reading.text
  const told =
    (accusesSomebody(text) ? 4 : 0) +
    (CONCEALED.test(text) && DEATH_OR_INJURY.test(text) ? 4 : 0) +
    count(text, HAZARD_WORDS) * 2 +
    (REPORTER_TIP.test(text) ? 3 : 0) +
    asksForTime(reading) +
    (sender.level === 'public' && ANONYMOUS.test(text) ? 3 : 0) +
    (EMPLOYEE.test(text) ? 1 : 0)
  const things = Math.min(3, count(text, SAFETY_THINGS))
  if (tellsOfTeaching(reading)) return 0
  return isLayman(sender)
    ? citizenScore(reading, told, things)
    : told + Math.min(2, things) + (IMMEDIATE.test(text) ? 1 : 0)
}

function trainingScore(text: string): number {
  const certificate =
    CERTIFICATE_TYPES.some(([, pattern]) => pattern.test(text)) &&
    CERTIFICATE_EVENT.test(text) &&
    !(lacksCertificate(text) && findVerbs(text).length > 0)
  const table = hasCertificateTable(text) ? 8 : 0
  return count(text, TRAINING_WORDS) * 4 + (certificate ? 3 : 0) + table
}

/** A change and a course in separate clauses, both complete enough to stand alone. */
function twoKinds(text: string): boolean {
  const clauses = text.split(/[,。;\n]/)
  const changed = clauses.some(
    (c) =>
      !/培训|轮训|去了/.test(c) &&
      findVerbs(c).some(({ meaning }) =>
        /transfer|retire|join|second|resign|appoint|reassign|move/.test(meaning),
      ),
  )
  const taught = clauses.some(
    (c) =>
      /培训|轮训|讲堂|学时/.test(c) &&
      !/(?:没|未|不)(?:有|能)?(?:去|来|到)?(?:成)?(?:参加|参训)|缺(?:席|训)/.test(c) &&
      /\d|参加|完成|组织|合格/.test(c) &&
      findVerbs(c).every(({ meaning }) => meaning === 'move' || meaning === 'join'),
  )
  return changed && taught
}

/** The kind of report, 'mixed' for a change and a course in one message, undefined when nothing counts. */
export function reportIntent(reading: Reading): Intent | undefined {
  const { text } = reading
  const training = trainingScore(text)
  const staffing = staffingScore(reading, training > 0)
  const hazard = hazardScore(reading) + (staffing + training === 0 ? wrongScore(reading) : 0)
  const onlyTips = hazard > 0 && reading.sender.level === 'public'
  const ranked: [Intent, number][] = [
    ['accident', isAccident(reading) ? 12 : 0],
    ['staffing', onlyTips ? 0 : staffing],
    ['training', onlyTips ? 0 : training],
    ['hazard', hazard],
    ...recordScores(text, training),
  ]
  ranked.sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (first === undefined || first[1] < 2) return undefined
  const pair = `${first[0]} ${second?.[0]}`
  const both = /^(?:staffing training|training staffing)$/.test(pair) && (second?.[1] ?? 0) >= 3
  return both && twoKinds(text) ? 'mixed' : first[0]
}
