// The numbers of a head-count by their labels: authorised posts, people on the books, on duty, full time.

import { NUMBER, readNumber } from '../numbers/numerals.ts'
import type { Slots } from '../parsed.ts'

/** Slot by the words before or after the number; tried in this order, each number used once. */
const LABELS: readonly (readonly [string, string])[] = [
  ['authorized', '(?:核定|核准|批准|批复)?编制(?:数|总数)?|定编|核编|应配(?:备)?|应有|编制内核定'],
  ['newHiresRelevantMajor', '专业对口的?|对口专业|相关专业|安全(?:相关|类|工程)专业|专业相符'],
  [
    'newHires',
    '(?:新(?:招|录用?|进|聘|招录|招聘|增|来)|招(?:录|聘|收)|录[用取]|招(?=了)|(?:考|招|引)进)(?:了)?(?:执法人员|工作人员|人员|公务员|干部)?',
  ],
  ['registeredSafetyEngineers', '(?:中级)?注(?:册)?安(?:全工程)?师(?:资格)?证?|注安(?:证)?|持注安师?证'],
  [
    'emergencyBackground',
    '懂应急(?:的|管理)?|(?:有|具备|具有)?(?:应急|安全)(?:管理)?(?:专业|工作)?(?:背景|经历|经验)|懂安全的?|专业背景|应急(?:管理)?专业|学应急的?|干过应急的?',
  ],
  [
    'partlyDiverted',
    '半天[^,。;\\d]{0,6}半天[^,。;\\d]{1,10}|(?:还)?(?:得|要|总)半天[^,。;\\d]{0,2}(?:在|去|给|到)[^,。;\\d]{1,10}|(?:(?:一|大)半(?:的)?(?:时间|精力|工夫)|(?:主要|大部分|多数)(?:时间|精力)|平时|经常|常年|常|还|总)(?:都|要|得|被|是|还|也)*(?:在|去|给|替|帮|忙|干|跑|搞|做|抽|管|用)(?![^,。;]{0,3}(?:应急|安监|安全))[^,。;\\d]{1,12}|(?:(?:兼|身兼|兼顾|被?抽(?:去|走)|参与)(?:做|干|搞|着|管|其他|别的|包村|征[迁拆]|拆迁|扶贫|驻村|防火|信访|环保)+|管着?(?:信访|环保|包村|防火))[^,。;\\d]{0,6}|(?:还|又|同时)+(?:兼|要兼|管)[^,。;\\d]{1,8}|包村|混岗',
  ],
  [
    'secondedOut',
    '(?:被[^,。;\\d]{0,4})?(?:借调|抽调|抽|外借|借出|借走)(?:在外|外出|外单位|出去|去|走|到外单位|去外单位|去(?:创城|创卫|征迁|拆迁|扶贫|巡察)|到[^,。;\\d]{1,8}|出)?|在外借调|长期借调',
  ],
  [
    'onDuty',
    '(?:实际)?在岗(?:人员|在位)?|到岗|在位|(?:实际|能)上班的?|真正(?:干活|干|搞|做|管)(?:应急|安全|安监)?的?|能干活|(?:实际|真)(?:在)?干活的?|在干活?',
  ],
  [
    'actual',
    '实有(?:工作|执法|专职|应急)?(?:人员|人数)?|现有(?!专职[^,。;]{1,4}[,、]?兼职)(?:工作|执法|专职|应急|在职|在编)*(?:人员|人数|力量)?|实配|在编(?:在册)?|在册|配备了?|已配(?:备)?|现员',
  ],
  ['fullTime', '专职(?:人员|安全员|安全管理人员)?'],
  ['partTime', '兼职(?:人员|安全员|安全管理人员)?'],
  [
    'dutyAssigned',
    '(?:已)?(?:明确|赋予|承担|落实|兼|兼任|负有|履行)(?:了)?(?:应急|安全)?(?:网格化?)?(?:管理)?职责|有(?:应急|安全)职责',
  ],
  [
    'employees',
    '(?:全(?:矿|厂|公司|企业)|我?(?<![煤铁工])(?:公司|厂|矿)(?:里|上)?)(?:一共|总共|共有|现有|共|有)*(?=[\\d一二三四五六七八九十百千]+(?:多|余)?(?:个|名)?人)|(?:在册)?(?:职工|员工|从业人员|工人|用工)(?:总数|人数)?',
  ],
  [
    'total',
    '(?:应急|安监)?(?:站|办)(?:里|上)?(?=[\\d一二三四五六七八九十]+个人)|(?:一共|总共|拢共|统共|共有|总计|合计|共计|共)(?:有)?|总人数|总数|人员(?:总)?数',
  ],
]
const UNIT = '(?:个人|人(?!次)|名|个|位)?'

interface Hit {
  readonly slot: string
  readonly value: number
  readonly at: number
}

const LABELLED = LABELS.map(([slot, words]) => ({
  slot,
  after: new RegExp(
    `(?:${words})(?:的|有|人员|人数|共|为|是|就|只|只有|仅|我|:|\\s)*(${NUMBER})${UNIT}`,
    'g',
  ),
  before: new RegExp(
    `(${NUMBER})(?:个人|人(?!次)|名|个|位)(?:同志)?(?:是|为|有|的|左右|已|全部|都|还|也|要|得|同时|常年|长期)*(?:${words})`,
    'g',
  ),
}))

function hitsOf(told: string): Hit[] {
  // 2个专职3个兼职: each number stands before its label.
  const text = told.replace(
    /(?<![专兼]职\d*)((?:\d|[一二两三四五六七八九十])[个名人](?:专职|兼职))(?=\d|[一二两三四五六七八九十])/g,
    '$1,',
  )
  const hits: Hit[] = []
  const used = new Set<number>()
  for (const { slot, after, before } of LABELLED) {
    const match = [...text.matchAll(after), ...text.matchAll(before)].find(
      (m) => !used.has(m.index + m[0].indexOf(m[1] ?? '')),
    )
    const value = match === undefined ? undefined : readNumber(match[1] ?? '')
    if (match === undefined || value === undefined) continue
    const at = match.index + match[0].indexOf(match[1] ?? '')
    used.add(at)
    hits.push({ slot, value, at })
  }
  return hits
}

const UNLABELLED = new RegExp(
  `(?<![缺差少空]编?|借入|借来)(?<!\\d)(${NUMBER})(?:个人|人(?!次)|名|个|位)(?=网格员|专职|、|工作人员|安全(?:管理)?(?:人员|员)|执法人员|同志|干部|委员|成员|$|[,。;(])`,
  'g',
)

/** "我站3人", "12个网格员", "局班子7人": the number of the whole without a label. */
function wholeOf(text: string, used: ReadonlySet<number>): number | undefined {
  const match = [...text.matchAll(UNLABELLED)].find((m) => !used.has(m.index))
  return match === undefined ? undefined : readNumber(match[1] ?? '')
}

const VILLAGES = new RegExp(
  `(${NUMBER})个?(?:行政村|建制村|村|社区)(?=,?(?:都|均|全部|已经?)*(?:明确|配备|落实|确定|配|有)[^,。;]{0,10}(?:村?干部|人员|专干|联络员|负责人))`,
)

/** 12个村都明确了应急干部: one cadre a village. */
function villagesOf(text: string): number | undefined {
  const match = VILLAGES.exec(text)
  return match === null ? undefined : readNumber(match[1] ?? '')
}

/** 应急站3个人,…能上班的就我一个: the number a message opens with is the whole. */
const opensWith = (text: string, whole: number | undefined): boolean =>
  whole !== undefined && readNumber(OPENING.exec(text)?.[1] ?? '') === whole
const OPENING = new RegExp(
  `^(?:我们?|咱们?)?[\\p{Script=Han}]{1,8}?(?:站|办|队|科)(?:里|上)?(?:现在|目前|就|共|有)*(${NUMBER})个?人(?=[,。;(])`,
  'u',
)

const FULL_TIME_NOW = /(?:现有|实有)专职/

export function countSlots(text: string): Slots {
  const hits = hitsOf(text)
  const slots: Record<string, number> = {}
  for (const { slot, value } of hits) slots[slot] = value
  if (slots['newHires'] === undefined) delete slots['newHiresRelevantMajor']
  const { actual, partTime } = slots
  // 现有专职人员3名、兼职2名: beside the part-timers those are the full-timers.
  if (actual !== undefined && partTime !== undefined && FULL_TIME_NOW.test(text)) {
    slots['fullTime'] = actual
    delete slots['actual']
  }
  const whole = slots['total'] ?? villagesOf(text) ?? wholeOf(text, new Set(hits.map(({ at }) => at)))
  const counted = Object.keys(slots).some((slot) => /authorized|actual|onDuty|newHires/.test(slot))
  const opens = slots['actual'] === undefined && slots['authorized'] === undefined && opensWith(text, whole)
  if (whole !== undefined && (!counted || opens)) slots['total'] = whole
  return { ...allOf(text, whole), ...slots }
}

/** 3人均在岗, 12个网格员全部明确职责: what is said of all of them. */
const OF_ALL: readonly (readonly [slot: string, RegExp])[] = [
  ['fullTime', /(?:全部|均|都)(?:为|是)?专职/],
  ['onDuty', /(?:全部|都|均)(?:已)?在岗|全员在岗/],
  [
    'dutyAssigned',
    /(?:全部|全都|都|均)(?:已)?(?:明确|赋予|落实|承担|有|配备)[^,。;]{0,8}(?:职责|村?干部|专干|负责人|联络员)|职责(?:都|均|全部)(?:已)?(?:明确|落实)|(?:全部|都|均)(?:已)?落实到(?:人|位)/,
  ],
]

const allOf = (text: string, whole: number | undefined): Slots =>
  whole === undefined
    ? {}
    : Object.fromEntries(OF_ALL.filter(([, said]) => said.test(text)).map(([slot]) => [slot, whole]))

/** 其中站长1人、副站长1人、工作人员2人: parts no label names. */
export function breakdownOf(text: string): Record<string, number> | undefined {
  const list = /(?:其中|分别是|包括):?([^。;\n]{4,60})/.exec(text)?.[1] ?? ''
  const parts = [
    ...list.matchAll(new RegExp(`(?:^|[、,和])([\\p{Script=Han}]{1,6}?)(${NUMBER})(?:名|人|个)`, 'gu')),
  ]
  const plain = parts.filter(
    ({ 1: name }) => /(?:长|主任|人员|员|干部|书记|局长)$/.test(name ?? '') || /专家/.test(text),
  )
  if (plain.length < 2 || plain.length !== parts.length || hitsOf(list).length > 0) return undefined
  return Object.fromEntries(plain.map(({ 1: name, 2: count }) => [name ?? '', readNumber(count ?? '') ?? 0]))
}

/** How many numbers of the message carry a head-count label. */
export const headCounts = (text: string): number => Object.keys(countSlots(text)).length
