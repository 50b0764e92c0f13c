// Head-counts of a unit at a day: authorised posts, people on the books, on duty, full time, with a certificate.

import { type Item, makeItem } from '../parsed.ts'
import { type Reading, readPart } from '../reading.ts'
import { breakdownOf, countSlots } from './head-counts.ts'
import { roleCodeOf } from './roles.ts'

function roleOf(reading: Reading): string | undefined {
  const { sender } = reading
  // 全局42人,其中执法大队26人: the part is not the whole.
  const text = /^[^,。;]*(?:全局|局机关|全镇|全乡)/.test(reading.text)
    ? reading.text.replace(/其中.*/s, '')
    : reading.text
  if (/班子/.test(text)) return 'leader'
  if (/专家/.test(text)) return 'expert'
  if (
    /村干部|每个?村[^,。;]{0,8}(?:联络员|专干|干部|负责人)|(?:村|社区)[^,。;]{0,8}(?:专干|干部)|个村[^,。;]{0,10}(?:负责人|联络员)/.test(
      text,
    )
  )
    return 'villageCadre'
  if (/安全(?:生产)?管理(?:人员|机构)|安全员|安管人员/.test(text) && sender.level === 'enterprise')
    return 'enterpriseSafetyManager'
  // Posts and people on duty without a word of whose are those of the office that writes.
  const posts = /编制|实有|在岗|[我咱本]们?(?:站|办)/.test(text)
  const ours = posts && /应急|安监/.test(sender.role)
  const team = /(?:^|[我本])们?(?:大队|支队|中队)/.test(text) && /执法/.test(sender.role)
  return (
    (team ? 'enforcementOfficer' : undefined) ??
    roleCodeOf(text, undefined, sender) ??
    (ours && sender.level === 'township' ? 'townshipStaff' : undefined)
  )
}

/** The desk of a bureau that is counted: 执法大队编制20名. A township's station is the whole of it. */
function departmentOf({ text, sender }: Reading): string | undefined {
  if (sender.level !== 'county' && sender.level !== 'city') return undefined
  if (
    /^(?:我|本|我们)?(?:大队|支队|中队)(?![长\p{Script=Han}]{0,2}培训)/u.test(text) &&
    /队$/.test(sender.role)
  )
    return sender.role
  return /(?:^|[,。;:\n]|[我本]们?|[我本]?(?:县|市|区)?局|下属)((?!其中|[我本]们?|截至|目前|我局|本局|下属|局|县局|区局|市局)[\p{Script=Han}]{2,8}?(?:大队|支队|中队|执法队|(?<![本专])科|股|中心))(?=[啊呢嘛吧]?(?:共|现)?(?:有|编制|核定|实有|在岗|应有|一共|总共|\d|安全|专职|工作人员|执法人员|[一二两三四五六七八九十]))/u.exec(
    text,
  )?.[1]
}

const ROLE_WORDS =
  /网格(?:员|长)|村干部|(?:村|社区)[^,。;\d]{0,12}(?:专干|干部)|安全(?:管理)?(?:人员|员)|执法人员|班子/

/** 18个村都有了专干,网格员36名: two kinds of people, two counts. */
function partsOf(reading: Reading): Reading[] {
  const clauses = reading.text.split(/[,。;\n]/).filter((clause) => clause !== '')
  const kinds = new Set(
    clauses.map((clause) => ROLE_WORDS.exec(clause)?.[0]).filter((kind) => kind !== undefined),
  )
  const each = clauses.every(
    (clause) => ROLE_WORDS.test(clause) && Object.keys(countSlots(clause)).length > 0,
  )
  return kinds.size > 1 && each ? clauses.map((clause) => readPart(clause, reading)) : [reading]
}

/** The head-counts of the message; none when it has no labelled number. */
export const staffingSnapshots = (reading: Reading): Item[] => partsOf(reading).flatMap(snapshot)

function snapshot(reading: Reading): Item[] {
  const slots = countSlots(reading.text)
  if (Object.keys(slots).length === 0) return []
  const date = reading.dates.find(({ kind }) => kind === 'day')
  const period = reading.dates.find(
    ({ kind, precision }) => kind === 'range' && /month|quarter|year|halfYear/.test(precision),
  )
  const hires = slots['newHires'] !== undefined
  return [
    makeItem('staffingSnapshot', {
      unit: reading.sender.unit,
      department: departmentOf(reading),
      roleCode: roleOf(reading),
      asOf:
        hires && period !== undefined && !/以来|截至|至今|到目前/.test(reading.text)
          ? undefined
          : (date?.from ?? reading.today),
      period: hires && period?.from !== undefined ? periodText(period.from, period.precision) : undefined,
      ...slots,
      breakdown: breakdownOf(reading.text),
      noChange:
        /(?:无|零)变[化动]|没(?:有)?变[化动]?|不变|稳定|[和与跟同]上(?:个)?[月周](?:一样|一致|相同)/.test(
          reading.text,
        )
          ? true
          : undefined,
    }),
  ]
}

function periodText(from: string, precision: string): string {
  if (precision === 'month') return from.slice(0, 7)
  if (precision === 'year') return from.slice(0, 4)
  if (precision === 'halfYear') return `${from.slice(0, 4)}-H${from.slice(5, 7) === '01' ? 1 : 2}`
  return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
}
