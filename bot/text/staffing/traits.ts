// What a staffing message says of the person beside the change: certificates, degree, years, phone, post.

import { CERTIFICATES, EDUCATION, MAJOR, RELEVANT_MAJOR } from '../lexicon/staffing.ts'
import { NUMBER, readNumber } from '../numbers/numerals.ts'
import type { Slots } from '../parsed.ts'

const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/

export const phoneIn = (text: string): string | undefined => PHONE.exec(text)?.[0]

/** A document number such as 泽组干〔2024〕8号, brackets as officials set them. */
/** What leads over to a document, and who issued it: 接区委组织部城组干〔2024〕11号. */
const ISSUER =
  /^(?:根据|按照|依据|文号|文件|接到?|收到)?(?:\p{Script=Han}{0,8}(?:组织部|人民政府|政府|党委|委员会|办公室)(?=\p{Script=Han}{2}))?/u

export function documentNoIn(text: string): string | undefined {
  const match = /([\p{Script=Han}]{2,10}?)[〔[【(](20\d{2})[〕\]】)](\d{1,4})号/u.exec(text)
  return match === null ? undefined : `${(match[1] ?? '').replace(ISSUER, '')}〔${match[2]}〕${match[3]}号`
}

export function certificatesIn(text: string): string[] {
  return CERTIFICATES.filter(([pattern]) => {
    const match = pattern.exec(text)
    return (
      match !== null &&
      !/(?:没有?|未取得|没取得|无|没拿到|还没考)[^,。;]{0,3}$/.test(text.slice(0, match.index))
    )
  }).map(([, name]) => name)
}

function enforcementCertificate(text: string): boolean | undefined {
  if (/(?:没有?|未|无|还没|尚未)(?:取得|拿到|办理?|考取|有|拿)?(?:行政)?执法(?:资格)?证/.test(text))
    return false
  if (
    /执法(?:资格)?证(?:件)?(?:都|也|还|尚|暂时?|目前|现在)*(?:没有?|未)(?:办|拿|取|考|领|发|有|下|到|批|$)?/.test(
      text,
    )
  )
    return false
  return /(?:有|取得|持有?|拿到)(?:了)?(?:行政)?执法(?:资格)?证/.test(text) ? true : undefined
}

/** What somebody did before: 以前在消防队干过十年, 曾任煤矿安全矿长8年. */
const BEFORE_THIS =
  /(?:以前|之前|原先|早先|过去|此前)(?:一直)?在[^,。;\n]{2,12}?(?:干|工作|上班|当|任职|服役)[^,。;\n]{0,10}|曾(?:经)?(?:在|任|担任|从事)[^,。;\n]{2,20}|(?:干|当)过[^,。;\n]{0,8}(?:消防|安监|安全员|救护|应急)[^,。;\n]{0,6}/
const SAFETY_WORK = /消防|安全|应急|安监|救护|救援|煤监/

function experienceYears(text: string): number | undefined {
  const match = new RegExp(
    `(?:从事|工作|干|经验|从业|曾任)[^,。;\\d]{0,14}?(?:了|有|近|满)?(${NUMBER})(?:多|余)?年`,
  ).exec(text)
  const before = new RegExp(`(${NUMBER})(?:多|余)?年[^,。;\\d]{0,8}(?:经历|经验|工龄)`).exec(text)
  const years = match?.[1] ?? before?.[1]
  const read = years === undefined ? undefined : readNumber(years)
  return read !== undefined && read > 60 ? undefined : read
}

const EMPLOYMENT: readonly (readonly [RegExp, string])[] = [
  [/辅助执法|执法辅助|辅助人员/, 'auxiliary'],
  [/(?<!考[^,。;]{0,8})公务员(?!招录|考试|招考|考录)(?:编|身份)?/, 'civilServant'],
  [/参公/, 'civilServantLike'],
  [/事业(?:编|单位编|身份|单位人员)/, 'publicInstitution'],
  [/劳务派遣|派遣制/, 'dispatch'],
  [/公益(?:性)?岗/, 'publicWelfare'],
  [/合同(?:制|工)|聘用制|编外|临聘|临时工|政府购买服务/, 'contract'],
  [/协管员/, 'auxiliary'],
]

const first = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1]

function genderOf(text: string): string | undefined {
  const match = /[(,、\s](男|女)(?=[),、\s]|$)|性别:?(男|女)/.exec(text)
  return match?.[1] ?? match?.[2]
}

function fullTimeOf(text: string): boolean | undefined {
  if (/改(?:成|为)专职|转(?:成|为)?专职/.test(text)) return true
  if (/(?:非|不是)专职|兼职(?!人员)/.test(text)) return false
  return /专职(?!\d|[一二三四五六七八九十两])/.test(text) ? true : undefined
}

function specialtyOf(text: string): string | undefined {
  const field = /([^,。;()\n]{2,8})方向(?=[,。;()\n]|$)/.exec(text)
  if (field !== null) return field[1]
  const match = /(?:擅长|特长(?:是|为)?|专长(?:是|为)?|专业方向(?:是|为)?)[::]?([^,。;()\n]{2,12})/.exec(text)
  return match?.[1]
}

/** A field of study is one only beside a degree or the word 专业. */
function majorIn(text: string): string | undefined {
  const match = MAJOR.exec(text)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

/** Person traits as slots; those the text does not tell are undefined. */
export function traitsOf(text: string): Slots {
  const certificates = certificatesIn(text)
  const major = majorIn(text)
  const background =
    /(?:懂应急|应急(?:管理)?(?:专业)?背景|安全(?:专业)?背景|有应急(?:管理)?(?:工作)?(?:经验|经历))/.exec(text)
  const earlier = BEFORE_THIS.exec(text)?.[0]
  const versed = background !== null || (earlier !== undefined && SAFETY_WORK.test(earlier))
  const denied = /(?:没有?|无|不具备)[^,。;]{0,4}(?:应急|安全)[^,。;]{0,6}背景/.test(text)
  return {
    fullTime: fullTimeOf(text),
    certificates: certificates.length > 0 ? certificates : undefined,
    hasEnforcementCertificate: enforcementCertificate(text),
    education: EDUCATION.exec(text)?.[0],
    major,
    experienceYears: experienceYears(text),
    emergencyBackground: denied ? false : versed ? true : undefined,
    backgroundText: earlier,
    employmentType: first(EMPLOYMENT, text),
    gender: genderOf(text),
    specialty: specialtyOf(text),
  }
}

/** A relevant degree or certificate makes a leader one with emergency background (article 3). */
export const impliesBackground = (traits: Slots): boolean =>
  (typeof traits['major'] === 'string' && RELEVANT_MAJOR.test(traits['major'])) ||
  (Array.isArray(traits['certificates']) && traits['certificates'].includes('注册安全工程师'))
