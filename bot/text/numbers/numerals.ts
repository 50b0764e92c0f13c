// Chinese and Arabic numerals to numbers, and counts with their unit words ("八十学时", "六十来个").
// Used inside bot/text only.

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIAD: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

const BASE =
  '(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}(?:\\.\\d{1,4})?|[零〇一二两三四五六七八九十百千]{1,9}|[俩仨])'
/** 万 and what may be told of it behind: 三十二万六千, 12万6千, 2万5000, and 一万八 for 18,000. */
const IN_MYRIADS =
  '[万亿](?:\\d{3,4}|零?[一二两三四五六七八九\\d][百千][零一二两三四五六七八九\\d十百]{0,6}|[一二两三四五六七八九\\d](?![\\d.一二三四五六七八九十百千万亿年月天日人名个位期次场台套家户]))?'

/** Source of a regular expression for one number; no capturing groups. */
export const NUMBER = `${BASE}(?:${IN_MYRIADS})?`
/** The same for a number told in 万 or 亿. */
export const MYRIADS = `${BASE}${IN_MYRIADS}`

/** 二〇二四, 一二三四: digits one by one. */
function readDigits(text: string): number | undefined {
  return /[〇零]/.test(text) || text.length === 4
    ? Number([...text].map((c) => DIGIT[c]).join(''))
    : undefined
}

/** 一百二 is spoken short for 一百二十, 一百零二 is not: what its last digit stands for beyond itself. */
function shortened(text: string): number {
  const match = /([百千])([一二两三四五六七八九])$/.exec(text)
  return (DIGIT[match?.[2] ?? ''] ?? 0) * ((SCALE[match?.[1] ?? ''] ?? 10) / 10 - 1)
}

function readHan(text: string): number | undefined {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return readDigits(text)
  if (!/^[零〇一二两俩三仨四五六七八九十百千]+$/.test(text)) return undefined
  const parts = text.matchAll(
    /([一二两俩三仨四五六七八九]?)([十百千])|[一二两俩三仨四五六七八九](?![一二两俩三仨四五六七八九])/g,
  )
  const values = [...parts].map(([part, digit, scale]) =>
    scale === undefined ? (DIGIT[part] ?? 0) : (DIGIT[digit ?? ''] ?? 1) * (SCALE[scale] ?? 1),
  )
  return values.reduce((total, value) => total + value, 0) + shortened(text)
}

/** What stands behind 万; one digit alone is spoken short for thousands. */
function belowMyriad(text: string, myriad: number): number | undefined {
  if (text === '') return 0
  if (/^\d{2,}$/.test(text)) return Number(text)
  const han = text.replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))
  return han.length === 1 ? (readHan(han) ?? 0) * (myriad / 10) : readHan(han)
}

/** Reads "23", "1,200", "2.3万", "二十三", "一百零五", "二〇二四", "俩", "半"; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (text === '') return undefined
  if (text === '半') return 0.5
  const at = text.search(/[万亿]/)
  if (at > 0) {
    const myriad = MYRIAD[text.charAt(at)] ?? 1
    const head = readNumber(text.slice(0, at))
    const rest = belowMyriad(text.slice(at + 1), myriad)
    return head === undefined || rest === undefined ? undefined : Math.round(head * myriad) + rest
  }
  if (/^[\d,]+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return readHan(text)
}

/** A number found with its unit word; `approx` when the writer says about, over, nearly. */
export interface Count {
  readonly value: number
  readonly approx: boolean
  readonly start: number
  readonly end: number
}

const BEFORE = '(?:约|大约|大概|差不多|近|将近|至少)?'
const AFTER = '(?:来|多|余|几)?'

/**
 * All counts "number + unit" in order.
 * @param unit regular-expression source of the unit words, without capturing groups
 */
export function findCounts(text: string, unit: string): Count[] {
  const pattern = new RegExp(`(${BEFORE})(${NUMBER})(${AFTER})(?:${unit})(左右|上下)?`, 'g')
  const found: Count[] = []
  for (const match of text.matchAll(pattern)) {
    const value = readNumber(match[2] ?? '')
    if (value === undefined) continue
    const isApprox = Boolean(match[1] || match[3] || match[4]) && match[1] !== '至少'
    const approx = isApprox || /[一二三四五六七八九]{2}/.test(match[2] ?? '')
    found.push({ value, approx, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The first count with that unit. */
export const firstCount = (text: string, unit: string): Count | undefined => findCounts(text, unit)[0]

/** Unit words of people. 人次 are occurrences, not people, and never match. */
export const PEOPLE =
  '(?:个人|人(?!次|员|事|大|民|为|均|力|社|防|武)|名(?!单|称|字|义|额)|位(?!置|于)|号人|个(?=同志|同事|工人|员工|职工|学员|村民|网格员|干部|矿工|司机|新人|协管员|安全员|安监员|专职|辅警|大学生|消防员|人|$|[,。;、]))'
