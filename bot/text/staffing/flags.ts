// Slots that only some kinds of change have: how somebody entered, kind of leave, diverted post, vacancy.

import { HEAD } from '../lexicon/posts.ts'
import type { ChangeType } from '../lexicon/staffing.ts'
import type { Slots } from '../parsed.ts'

const ENTRY: readonly (readonly [RegExp, string])[] = [
  [
    /公务员(?:招录|考试|招考)|新录用(?:的)?公务员|考录|招考|招录|考试录用|公开招聘|考来|考进|省考|国考|事业单位招聘/,
    'exam',
  ],
  [/军转|转业|退伍|退役/, 'veteran'],
  [/选调生|选调/, 'selected'],
  [/人才引进|引进/, 'talent'],
]
const LEAVE: readonly (readonly [RegExp, string])[] = [
  [/病假|住院|病了|病倒|生病|得了病/, 'sick'],
  [/产假|生(?:孩子|娃|小孩)|坐月子|待产|哺乳假/, 'maternity'],
  [/停薪留职|留职停薪/, 'unpaid'],
  [/停职/, 'suspended'],
  [/脱产|读研|进修|党校|大学|学院/, 'study'],
  [/婚假/, 'marriage'],
  [/工伤|休养/, 'injury'],
  [/年休?假|休假/, 'annual'],
  [/事假|长假/, 'personal'],
]
const VACANT =
  /(?:岗位|位置|职务)?(?:空缺|空着|空出来|暂时?无人|没人(?:接|顶|干)|还没人接|还没(?:招|找|配|补)(?:到|上)?人?)/
/** 站长一直空缺,由王五主持工作: the empty post is what somebody stands in for. */
const EMPTY_POST = new RegExp(
  `(${HEAD}|总监)(?:一职|的?(?:岗位|位置|职务))?(?:一直|目前|暂时?|现在|仍|还|已)*(?:空缺|空着|无人|没人)`,
)
/** 代管李四的工作, 代郑十履行站长职责. */
const ACTS_FOR =
  /(?:代理|代管|临时负责|顶替?|接替)(\p{Script=Han}{2,3})(?:同志)?的(?:工作|职务|岗位)|代(?:替)?(\p{Script=Han}{2,3}?)(?:同志)?(?:履行|行使|主持|负责|处理)/u
const DIVERTED = /占着?(?:我们|本)?|挪用|挤占|编制?(?:还|仍)/

const first = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1]

const flag = (condition: boolean): true | undefined => (condition ? true : undefined)

const SAFETY = /安全|安监|安环/

/** The flags of one change. @param roles the post taken and the post held before, as written */
export function flagsOf(
  changeType: ChangeType | undefined,
  text: string,
  roles: { readonly role: string | undefined; readonly former: string | undefined },
): Slots {
  const ended = SAFETY.test(roles.former ?? '') && !SAFETY.test(roles.role ?? '')
  const acting = ACTS_FOR.exec(text)
  const emptyPost = roles.role === undefined ? EMPTY_POST.exec(text)?.[1] : undefined
  return {
    entryMode: changeType === 'join' ? first(ENTRY, text) : undefined,
    earlyRetirement: flag(
      changeType === 'retire' && /提前(?:办(?:理)?了?)?(?:退|离岗|内退)|内退|病退/.test(text),
    ),
    diverted: flag(changeType === 'secondOut' && DIVERTED.test(text) && text.includes('编')),
    safetyPostEnded: flag(changeType === 'reassign' && ended),
    leaveKind: changeType === 'leave' ? first(LEAVE, text) : undefined,
    actingFor: changeType === 'acting' ? (acting?.[1] ?? acting?.[2] ?? emptyPost) : undefined,
    vacancy: flag(VACANT.test(text)),
  }
}
