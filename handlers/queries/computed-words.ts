// The words of a calculation: a parameter with its source and date, another reading, a row behind the number.
// Used by computed.ts alone.
import { articleName, type Md, md, share, unitWords } from '../../bot/cards/index.ts'
import type { Ctx } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding, Used } from '../../policy/kernel.ts'
import { citationOf } from '../../policy/parameters.ts'
import { definitionOf } from '../../policy/settings.ts'
import { roleOptions } from '../reports/staffing-words.ts'
import { chineseDay } from '../time.ts'

type Row = Awaited<ReturnType<Ctx['store']['findings']['behind']>>[number]
type Reading = NonNullable<Finding['readings']>[number]

const trainingWords: Readonly<Record<string, string>> = {
  rotation: '轮训',
  initialQualification: '执法资格（初任）培训',
  continuing: '继续教育',
  online: '网络培训',
  special: '专题培训',
}

const certificateWords: Readonly<Record<string, string>> = {
  enforcementCertificate: '行政执法证',
  safetyEngineer: '注册安全工程师',
  fireEngineer: '注册消防工程师',
  safetyAssessor: '安全评价师',
}

/** 3人：第五条“至少配备3—5名专业应急管理人员”，2021年4月20日起 */
export function parameterLine({ id, value, unit, from, source }: Used, asOf: LocalDate): Md {
  const setting = source === 'setting' ? definitionOf(id) : undefined
  if (setting !== undefined) {
    const shown =
      setting.kind === 'choice' ? (setting.choices[String(value)] ?? value) : `${value}${unitWords[unit]}`
    return md`${setting.label}：${shown}（本市设定，${chineseDay(from)}起）`
  }
  const citation = citationOf(id, asOf)
  const where =
    citation === undefined
      ? ''
      : `${articleName(`A${String(citation.article).padStart(2, '0')}`)}“${citation.words}”，`
  const shown = unit === 'date' ? chineseDay(String(value)) : `${value}${unitWords[unit]}`
  return md`${shown}（${where}${chineseDay(from)}起）`
}

/** 三项齐备：3/8人（37.5%） */
export function readingLine({ reading, measured }: Reading): Md {
  const setting = definitionOf('officerReading')
  const name = setting?.kind === 'choice' ? (setting.choices[reading] ?? reading) : reading
  const { value, of, unit } = measured
  const amount =
    of === undefined
      ? `${value}${unitWords[unit]}`
      : `${value}/${of}${unitWords[unit]}（${share(value, of)}）`
  return md`${name}：${amount}`
}

/** 张三 乡镇专业应急管理人员，2024年1月1日起 */
export function rowLine({ kind, person, what, from, to }: Row): Md {
  switch (kind) {
    case 'post':
      return md`${person} ${roleOptions.find((role) => role.value === what)?.text ?? '岗位'}，${span(from, to)}`
    case 'certificate':
      return md`${person} ${certificateWords[what] ?? '证件'}，${span(from, to)}`
    case 'trainingRecord':
      return md`${person} ${trainingWords[what] ?? '培训'}，${span(from, to)}`
  }
}

function span(from: string | null, to: string | null): string {
  const begin = from === null ? '' : chineseDay(from)
  if (to === null) return begin === '' ? '日期没有报' : `${begin}起`
  return begin === '' ? `至${chineseDay(to)}` : `${begin}至${chineseDay(to)}`
}
