// Posts in staffing messages: the one taken, the one held before, and what kind of post it is.

import type { Sender } from '../form/sender.ts'
import { DESK, HEAD, POST_END } from '../lexicon/posts.ts'
import { LEADER_ROLE } from '../lexicon/staffing.ts'
import type { Reading } from '../reading.ts'

const ROLE_AFTER =
  /(?:任命[^,。;\n]{0,8}?(?:为|任)|拟任|担任|改任|转任|升任|接任|兼任|出任|就任|继任|聘(?:请|任|用)?[^,。;\n]{0,6}?为|提拔[^,。;\n]{0,6}?(?:为|任)|提任|晋升(?:为)?|当选(?:为)?|被选为|免去|撤销|辞去|卸任|不再(?:担任|兼任)|兼职(?=安全员|安监员|网格)|改(?:为|做|当)|转为|调整为|当上|代理|(?<!责|主|委|现|信|原|初|新|前|离|历|在|连|胜|级|重|卸)任)([^,。;\n()\s\d]{2,24}?)(?:职务|一职)?(?=[,。;()\n\s\d]|$)/g
/** 改任法规科科长 tells more than the post given up. */
const MOVED_TO = /(?:改|转)任([^,。;\n()\s\d]{2,24}?)(?=[,。;()\n]|$)/g
const TITLE = `(?:党委|党组|党支部)?(?:副)?${HEAD}`
/** 应急办主任由王五担任 */
const HELD_BY = new RegExp(
  `(\\p{Script=Han}{0,8}?${HEAD}|安全总监)(?:一职|职务)?(?:,[^,。;]{0,10})?(?:先|暂时?)?由(?=\\p{Script=Han}{2,3}(?:同志)?(?:担任|出任|兼任|代理))`,
  'gu',
)
/** 代行大队长职权, 履行站长职责 */
const PERFORMS = new RegExp(`(?:履行|行使|代行)(\\p{Script=Han}{0,8}${HEAD})(?=的?职[责权])`, 'gu')
/** 李四为副大队长 */
const ROLE_AS = /为(副?[\p{Script=Han}]{0,10}(?:长|主任|书记|总监|委员|主席))(?=$|[,。;(])/gu
/** 新任局长为周八 */
const NAMED_AS = new RegExp(`(${TITLE})(?:为|是)(?=\\p{Script=Han}{2,3}(?:$|[,。;]))`, 'gu')
const LOOSE_ROLE = new RegExp(`(?:^|[\\s,、])(${TITLE})(?=[\\s,、。;(]|到任|$)`)
const ROLE_BEFORE = new RegExp(
  `([\\p{Script=Han}]{0,8}?(?:${TITLE}|安全员|协管员|安全总监|总工程师|矿长|厂长))$`,
  'u',
)

function trimmed(role: string, reading: Reading): string {
  let rest = role
  const known = [...reading.people.map(({ name }) => name), ...reading.units.map(({ text }) => text)]
  for (const word of known) if (rest.startsWith(word)) rest = rest.slice(word.length)
  for (const { name } of reading.people) rest = rest.replace(new RegExp(`${name}.*$`), '')
  return rest
    .replace(
      /^(?:我|本)们?(?:局|镇|乡|村|公司|集团|厂|矿|站|街道)?|^[局县镇乡市区](?=党|安全|副|应急|执法)/,
      '',
    )
    .replace(/^为|^的|^(?:新任|现任)|^新(?=.{1,3}长$)/, '')
    .replace(/(?:职务|同志|工作|的)$/, '')
}

/** The post named right before the person: 我局副局长王建军. */
export function roleBefore(reading: Reading): string | undefined {
  const person = reading.people.find(({ kind }) => kind === 'name')
  if (person === undefined) return undefined
  const found = ROLE_BEFORE.exec(reading.text.slice(0, person.start))?.[1]
  if (found === undefined) return undefined
  const role = trimmed(found.replace(/^.*[原的由]/, ''), reading)
  return role.length > 1 ? role : undefined
}

/** The post as written, without the unit before it. @param leaving the change ends a post */
export function roleIn(reading: Reading, leaving: 'leaving' | 'taking'): string | undefined {
  const plain = reading.text
    .replace(/《[^》]{0,60}》|关于[^,。;:\n]{2,30}?的[\p{Script=Han}]{0,6}(?:通知|决定|意见|函)/gu, '')
    .replaceAll('同志', '')
  const said = [MOVED_TO, ROLE_AFTER, HELD_BY, PERFORMS, ROLE_AS, NAMED_AS].flatMap((pattern) => [
    ...plain.matchAll(pattern),
  ])
  const role = said
    .map((match) => trimmed((match[1] ?? '').trim(), reading))
    .find((words) => words.length > 1 && !/^\d|[年月]|^[命职免]|编$|工$/.test(words))
  if (role !== undefined) return role
  return LOOSE_ROLE.exec(plain)?.[1] ?? (leaving === 'leaving' ? roleBefore(reading) : undefined)
}

/** 原安全科长 before the name; 由副站长升; 之前是网格员. */
const HELD_BEFORE = new RegExp(`原(?:任)?([^,。;\\n的来]{0,12}?(?<!原)${POST_END})(?:的)?$`)
const CHANGED_FROM = new RegExp(`由([^,。;\\n]{2,12}?${POST_END})(?:改|转|调|升|提)`)
const USED_TO_BE = new RegExp(
  `(?:此前|之前|原来|原先|原)(?:是|为|任|担任)([^,。;\\n]{1,12}?${POST_END})(?=[,。;\\n]|$)`,
)

/** The post held before: 原安全科长周八. */
export function formerRoleIn(text: string, name: string | undefined): string | undefined {
  const end = name === undefined ? -1 : text.indexOf(name)
  const before = HELD_BEFORE.exec(end < 0 ? '' : text.slice(0, end))
  const after = CHANGED_FROM.exec(text)
  const earlier = USED_TO_BE.exec(text)
  // 转任四级调研员,不再担任副局长: the post given up.
  const given =
    /(?:转|改)任.*不再(?:担任|兼任)([^,。;\n]{2,12}?)(?:职务)?(?=[,。;\n]|$)/.exec(text) ??
    /免去([^,。;\n]{2,12}?)(?:职务)?,(?:改|转)任/.exec(text)
  return before?.[1] ?? after?.[1] ?? earlier?.[1] ?? given?.[1]
}

const TAKEN_THERE = new RegExp(`^(?:任|担任|当)?(${TITLE}(?:、[^,。;\\n]{2,8}长)?)(?=[,。;\\n(]|$)`)

/** 调任县发改局局长: the post in the unit somebody goes to. */
export function newRoleIn(reading: Reading): string | undefined {
  const behind = reading.units
    .filter(({ start }) => /(?:调任|任|担任|到|去|调到|当)$/.test(reading.text.slice(0, start)))
    .map(({ end }) => TAKEN_THERE.exec(reading.text.slice(end))?.[1])
  return behind.find((role) => role !== undefined)
}

const TOWNSHIP_WORK =
  /应急(?:管理)?(?:办|站|中心|所)|安监(?:站|办|员|所)|(?:管|负责|分管)(?:应急|安监|安全)|(?:专职|专业)应急|应急(?:管理)?(?:工作)?人员|应急岗|消防队|应急队/
const ENTERPRISE_SAFETY = /安全(?:总监|副总|副?矿长|副?厂长|管理|员|科|部|主管|经理|环保)|安环|安监处|注安/
const OFFICE_HEAD = /主任科员|调研员|(?:办|站|科|股|室|所)(?:公室)?(?:副)?主任|科长|股长|站长/

/** 我站站长, 我们办王五同志: somebody of the sender's own desk; 到我站报到 alone is not. */
const OUR_OWN =
  /[我咱]们?(?:站|办)?的?(?:\p{Script=Han}?副?(?:站长|主任)|(?![镇乡村局县市区])\p{Script=Han}{2,3}同志)|[我咱俺]们?(?:站|办)(?:上|里)?(?:的|那个|这个|有个)[老小]\p{Script=Han}/u
/** The head of a station without its name, told by that station. */
const STATION_HEAD = /(?<!\p{Script=Han}[利机医化业政产]|服务|工作)站长/u

/** 王五副镇长分管应急: the post is that of the leading body. */
const CHARGED_LEADER = /(?:副?[镇乡]长|副?书记|人大主席)[^,。;]{0,6}(?:分管|负责|主管|(?<!兼)管(?=安全|应急))/

/** 到应急办任副主任: head of a desk. */
const DESK_HEAD = new RegExp(`${DESK}(?:任|担任|当|做)副?主任`)

const isLeader = (text: string, role: string | undefined): boolean =>
  role !== undefined &&
  LEADER_ROLE.test(role) &&
  !OFFICE_HEAD.test(role) &&
  !(DESK_HEAD.test(text) && /^副?主任$/.test(role))

function bureauCode(text: string, role: string | undefined): string | undefined {
  if (/执法(?:大队|队|支队|中队|岗|人员|员|局|科|股)/.test(text)) return 'enforcementOfficer'
  if (isLeader(text, role)) return 'leader'
  return /安全工作人员|安全(?:科|股|监管(?:科|股|岗|人员|队伍)|员|岗)|安监(?:科|股|岗)/.test(text)
    ? 'safetyStaff'
    : undefined
}

/** The head of a township's desk is no leader of the township. */
const leadsTownship = (text: string, role: string | undefined): boolean =>
  (isLeader(text, role) && !/^副?主任$/.test(role ?? '')) || CHARGED_LEADER.test(text)

function localCode(text: string, role: string | undefined, sender: Sender): string | undefined {
  if (sender.level === 'enterprise')
    return ENTERPRISE_SAFETY.test(role ?? text) ? 'enterpriseSafetyManager' : undefined
  if (sender.level !== 'township') return bureauCode(text, role)
  if (leadsTownship(text, role)) return 'leader'
  const ours = (OUR_OWN.test(text) || STATION_HEAD.test(text)) && /应急|安监/.test(sender.role)
  return ours || TOWNSHIP_WORK.test(text) ? 'townshipStaff' : undefined
}

/** A course for a kind of people, or helpers of that kind: not the post of the person told of. */
const NOT_A_POST = /[\p{Script=Han}]{0,6}(?:培训|轮训|继续教育)|辅助执法(?:人员)?|执法辅助(?:人员)?/gu
const DESK_BEHIND = new RegExp(
  `^(?:的)?(?:(?![调入我到来去转借抽])\\p{Script=Han}){0,6}?${DESK}(?![长主副员])`,
  'u',
)

/** The words that may tell the post: without courses, auxiliaries and the desks of other units. */
export function postWords(reading: Reading): string {
  const { text, sender } = reading
  const foreign = reading.units
    .filter(({ name, end }) => name !== sender.unit && DESK_BEHIND.test(text.slice(end)))
    .map(({ start, end }) => text.slice(start, end) + (DESK_BEHIND.exec(text.slice(end))?.[0] ?? ''))
  const rest = foreign.reduce((left, words) => left.replace(words, ''), text)
  return rest.replace(NOT_A_POST, '')
}

/** The kind of post by department, post and sender; undefined when nothing tells. */
export function roleCodeOf(text: string, role: string | undefined, sender: Sender): string | undefined {
  if (/专家(?!组织)/.test(text) && /聘|增补|入库/.test(text)) return 'expert'
  if (/网格(?:员|长)/.test(text)) return 'gridMember'
  const village = sender.level === 'village' || /村(?:委|支)|(?:村|社区)干部/.test(role ?? '')
  return village ? 'villageCadre' : localCode(text, role, sender)
}
