// How a known hazard stands: put right, more time wanted, unfounded; and how many a self-check found.

import { AROUND_HAZARD, EXTENSION, RECTIFIED, UNFOUNDED } from '../lexicon/safety.ts'
import { type Item, makeItem } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { targetOf } from './place.ts'

/** An inspector orders, the enterprise reports. */
const ORDERED =
  /(?:要求|责令|限期|限(?=[\d一二三五七十于在到])|让(?:他们?|其|对方|企业|厂里|店里|负责人)|必须|务必|督促)[^,。;]{0,16}(?:整改|改正|改好|改完|弄好|完成|到位)|检查[^,。;]{0,16},?(?:时)?发现|责令停产|(?:下达|下发)[^,。;]{0,14}(?:书|通知)|[①②③]/

function reasonOf(text: string): string | undefined {
  const told = /(?:因为?|由于|原因(?:是|为|:)?)([^,。;\n]{2,20})/.exec(text)
  if (told !== null) return told[1]
  return text
    .split(/[,。;\n]/)
    .find(
      (clause) =>
        /没到|未到|没货|缺|没有?钱|资金|厂家|采购|配件|设备|人手|施工队|天气|下雨/.test(clause) &&
        !/延期|整改不了/.test(clause),
    )
}

/** 不属实,报警器运行正常: what was found instead. */
function foundInstead(text: string): string | undefined {
  const behind = /(?:不属实|失实|不符|查无此事)[,。;]([^,。;\n]{4,30})/.exec(text)?.[1]
  return behind === undefined || /^(?:已|请|现|特此|建议|予以|拟)/.test(behind) ? undefined : behind
}

/** In the order of trying: who asks for time may tell what is done already. */
const STATUSES = [
  ['extensionRequested', EXTENSION],
  ['unfounded', UNFOUNDED],
  ['rectified', RECTIFIED],
] as const

function whyOf(status: string, text: string): string | undefined {
  if (status === 'extensionRequested') return reasonOf(text)
  return status === 'unfounded' ? foundInstead(text) : undefined
}

export function progress(reading: Reading): Item | undefined {
  const { text, sender } = reading
  const answers = EXTENSION.test(text) && (sender.level === 'enterprise' || /复查|回访/.test(text))
  if (ORDERED.test(text) && !answers) return undefined
  const status = STATUSES.find(([, pattern]) => pattern.test(text))?.[0]
  const asked = status === 'extensionRequested'
  if (status === undefined) return undefined
  const date = reading.dates.findLast(({ kind }) => kind === 'day')
  const number = /(?:编号|隐患|线索)?[:#]?([A-Z]{1,4}-?\d{3,}[-\d]*)/.exec(text)?.[1]
  return makeItem('hazardProgress', {
    target: sender.level === 'enterprise' ? sender.unit : targetOf(reading),
    hazardRef: number,
    status,
    requestedDeadline: asked ? date?.from : undefined,
    reason: whyOf(status, text),
    requestReinspection:
      /(?:请|申请|求|麻烦|劳驾|希望|盼|望|可以|能|随时|安排|派)[^,。;]{0,8}(?:复查|验收|复核|销号|回头看)|(?:复查|验收|复核)(?:一下)?吧/.test(
        text,
      )
        ? true
        : undefined,
  })
}

/** The clause that tells how it stands, or one before it, names the hazard: 配电柜接地的隐患整改完了. */
export function namesHazard(reading: Reading): boolean {
  const { text, dates, units } = reading
  const status = [EXTENSION, UNFOUNDED, RECTIFIED]
    .map((pattern) => text.search(pattern))
    .find((at) => at >= 0)
  const end = status === undefined ? 0 : status
  const spans = [...dates, ...units].map((span) => span.text)
  const target = targetOf(reading)
  const known = [...spans, ...(target === undefined ? [] : [target]), reading.sender.unit ?? '']
  const words = known.reduce(
    (rest, name) => (name === '' ? rest : rest.replace(name, ',')),
    text.slice(0, end),
  )
  const part = words.replace(/(?:因为?|由于)[^,。;]*/g, '').replace(AROUND_HAZARD, '')
  return /\p{Script=Han}{2,}/u.test(part)
}

const COUNT = '(\\d+)(?:条|处|个|项|起)'
const FOUND = new RegExp(
  `(?:自查|排查|检查)[^。\\d]{0,12}?(?:发现|出|查出)?(?:隐患|问题)(?:[,:]?(?:一?共|总共|合计))?[^\\d,。]{0,4}${COUNT}|(?:自查|检查|排查|查|摸|翻)(?:排|找)?(?:发现|出来?|到|了)+(?:隐患|问题)?${COUNT}|自查[^。]{0,16}查出(?:隐患|问题)?${COUNT}|(?:发现|排查)(?:隐患|问题)?${COUNT}`,
)
const DONE = new RegExp(
  `(?:已|完成)?(?:整改|改)(?:完成|了|完|好|到位)?(?:了)?${COUNT}|${COUNT}(?:已|完成)?(?:整改|改完)`,
)
const LEFT = new RegExp(
  `(?:剩(?:余|下)?|还有|余|未整改|正在整改)\\D{0,4}(\\d+)(?:条|处|个|项)?|${COUNT}(?:未|正在|还没|没)`,
)

const numberOf = (match: RegExpExecArray | null): number | undefined =>
  match === null ? undefined : Number(match.slice(1).find((part) => part !== undefined))

/** 自查隐患9条,已整改7条,剩2条月底前改完. */
export function selfCheck(reading: Reading): Item | undefined {
  const { text, sender, today, dates } = reading
  const found = numberOf(FOUND.exec(text))
  const ours = sender.level === 'enterprise' || targetOf(reading) === undefined
  if (found === undefined || !ours || !/自查|自己查|排查|整改|已改|改了|改完/.test(text)) return undefined
  const all = /(?:全部?|均|都)(?:已经?)?(?:整改|改)/.test(text)
  const rectified = numberOf(DONE.exec(text)) ?? (all ? found : undefined)
  const rest = rectified === undefined ? undefined : found - rectified
  const deadline = dates.find(
    ({ kind, end }) => kind === 'day' && /^(?:之?前|以前|完成)/.test(text.slice(end)),
  )
  const until = dates.find(({ start }) => /截(?:至|止到?)$/.test(text.slice(0, start)))
  return makeItem('hazardSelfCheck', {
    target: sender.level === 'enterprise' ? sender.unit : undefined,
    found,
    rectified,
    remaining: numberOf(LEFT.exec(text)) ?? rest,
    rectifyDeadline: deadline?.from,
    asOf: until?.from ?? today,
  })
}
