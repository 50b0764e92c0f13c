// Compares the lines of a roster with who is in post today.
import type { Ctx, KnownPerson, StagedPerson, Unit } from '../../bot/context.ts'
import { addDays, addMonths, isLocalDate, type LocalDate } from '../../policy/calendar.ts'
import { text } from '../reports/fields.ts'
import { certificateKind } from '../reports/staffing-save.ts'
import { isRelevantMajor, roleOptions } from '../reports/staffing-words.ts'
import { type Line, number, type Planned } from './define.ts'
import { unitFinder } from './units.ts'

type Item = Readonly<Record<string, unknown>>
type Draft = { item: StagedPerson; changes: readonly string[] }

export async function planRoster(lines: readonly Line[], root: Unit, ctx: Ctx): Promise<readonly Planned[]> {
  const units = await unitFinder(root, ctx)
  const known = await ctx.store.imports.roster(
    units.units.map((unit) => unit.id),
    ctx.today,
  )
  const byName = new Map<string, KnownPerson[]>()
  for (const post of known) {
    const key = `${post.unitId} ${post.name}`
    byName.set(key, [...(byName.get(key) ?? []), post])
  }
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const unit = units.of(line)
    const wrong = 'why' in unit ? [...line.wrong, unit.why] : [...line.wrong, ...dateProblem(line, ctx.today)]
    if ('why' in unit || wrong.length > 0) return refused(line, wrong.join(' '))
    const key = `${unit.id} ${String(line.values['person'])}`
    const first = seen.get(key)
    if (first !== undefined)
      return refused(
        line,
        `与第${first}行是同一单位的同名人员。同一个人请只留一行；如是两个人，请分别发一句话上报并写上科室。`,
      )
    seen.set(key, line.line)
    return planned(line, unit, byName.get(key) ?? [], ctx.today)
  })
}

function refused({ line }: Line, why: string): Planned {
  return { line, what: 'refused', why }
}

function dateProblem({ values }: Line, today: LocalDate): string[] {
  const from = text(values['effectiveDate'])
  return from !== undefined && isLocalDate(from) && from > addDays(today, 366)
    ? [`到岗日期读到的是 ${from}，已超出一年以后，请核对年份。`]
    : []
}

function planned(line: Line, unit: Unit, posts: readonly KnownPerson[], today: LocalDate): Planned {
  if (posts.length === 0) {
    const item = { ...newcomer(line.values, unit, today) }
    return { line: line.line, what: 'new', why: '新增', item }
  }
  const post = postMeant(line.values, posts)
  if (post === undefined)
    return refused(
      line,
      `${unit.name}的在岗名单里有${posts.length}个“${String(line.values['person'])}”，分不清是哪一位。请写上科室，或分别发一句话上报。`,
    )
  const { item, changes } = compared(line.values, post, today)
  return changes.length === 0
    ? { line: line.line, what: 'same', why: '' }
    : { line: line.line, what: 'changed', why: changes.join('；'), item: { ...item } }
}

/** One person may hold two posts, and two people one name: the department or the kind of post tells. */
function postMeant(values: Item, posts: readonly KnownPerson[]): KnownPerson | undefined {
  const fits = posts.filter(
    (post) =>
      (values['department'] === undefined || post.department === values['department']) &&
      (values['roleCode'] === undefined || post.roleCode === values['roleCode']),
  )
  if (fits.length > 0) return fits.length === 1 || samePerson(fits) ? fits[0] : undefined
  return samePerson(posts) ? posts[0] : undefined
}

const samePerson = (posts: readonly KnownPerson[]) => new Set(posts.map((post) => post.personId)).size === 1

function newcomer(values: Item, unit: Unit, today: LocalDate): StagedPerson {
  const from = text(values['effectiveDate']) ?? today
  const usual =
    unit.kind === 'township' ? 'townshipStaff' : unit.kind === 'village' ? 'villageCadre' : 'safetyStaff'
  const fullTime = values['fullTime']
  return {
    personId: undefined,
    name: String(values['person']),
    phone: text(values['phone']),
    post: {
      unitId: unit.id,
      roleCode: text(values['roleCode']) ?? usual,
      department: text(values['department']),
      title: text(values['role']),
      fullTime: typeof fullTime === 'boolean' ? fullTime : undefined,
      from,
    },
    certificates: kindsOf(values).map((kind) => ({ kind, issueDate: from })),
    answers: answersOf(values, today),
  }
}

function kindsOf(values: Item): string[] {
  const names = Array.isArray(values['certificates']) ? values['certificates'].map(String) : []
  return [...new Set(names.map(certificateKind))]
}

function answersOf(values: Item, today: LocalDate): { kind: string; value: string }[] {
  const background = values['emergencyBackground']
  const years = number(values['experienceYears'])
  const said = (kind: string, value: string | undefined) => (value === undefined ? [] : [{ kind, value }])
  return [
    ...said('emergencyBackground', typeof background === 'boolean' ? (background ? 'yes' : 'no') : undefined),
    ...said('experienceSince', years === undefined ? undefined : addMonths(today, -12 * years)),
    ...said('education', text(values['education'])),
    ...majorAnswers(text(values['major'])),
  ]
}

function majorAnswers(major: string | undefined): { kind: string; value: string }[] {
  if (major === undefined) return []
  return [
    { kind: 'major', value: major },
    { kind: 'relevantMajor', value: isRelevantMajor(major) ? 'yes' : 'no' },
  ]
}

/** Only what the line says is compared: an empty cell changes nothing. */
function compared(values: Item, post: KnownPerson, today: LocalDate): Draft {
  const changes: string[] = []
  const next = (label: string, before: string, said: string | undefined, show = (value: string) => value) => {
    if (said === undefined || said === before) return before
    changes.push(`${label} ${before === '' ? '（空）' : show(before)}→${show(said)}`)
    return said
  }
  const fullTime = values['fullTime']
  const title = next('职务', post.title ?? '', text(values['role']))
  const department = next('科室', post.department ?? '', text(values['department']))
  const roleCode = next('岗位类别', post.roleCode, text(values['roleCode']), roleText)
  const from = next('到岗日期', post.from, dayOf(values, post.from))
  const full = next('专职', yes(post.fullTime), typeof fullTime === 'boolean' ? yes(fullTime) : undefined)
  const isPost = changes.length > 0
  const certificates = kindsOf(values).filter((kind) => !post.certificates.includes(kind))
  const answers = answersOf(values, today).filter((answer) => isNews(answer, post, today))
  if (certificates.length > 0) changes.push(`证书 增加${certificates.length}本`)
  changes.push(...answers.map(({ kind }) => answerWords[kind] ?? kind))
  const { unitId, postId: replaces } = post
  const row = {
    unitId,
    roleCode,
    from,
    replaces,
    department: department || undefined,
    title: title || undefined,
  }
  return {
    changes,
    item: {
      personId: post.personId,
      name: post.name,
      ...(isPost ? { post: { ...row, fullTime: full === '是' } } : {}),
      certificates: certificates.map((kind) => ({ kind, issueDate: from })),
      answers,
    },
  }
}

/** A month that the known day lies in says nothing new. */
function dayOf(values: Item, known: string): string | undefined {
  const said = text(values['effectiveDate'])
  return values['monthOnly'] === true && said?.slice(0, 7) === known.slice(0, 7) ? undefined : said
}

const answerWords: Readonly<Record<string, string>> = {
  emergencyBackground: '应急管理专业背景已更新',
  experienceSince: '从业年限已更新',
  education: '学历已更新',
  major: '专业已更新',
  relevantMajor: '专业是否相关已更新',
}

const yes = (value: boolean) => (value ? '是' : '否')
const roleText = (code: string) => roleOptions.find((option) => option.value === code)?.text ?? code

// Years of experience grow by themselves: the same number of whole years today is the same answer.
function isNews(answer: { kind: string; value: string }, post: KnownPerson, today: LocalDate): boolean {
  const before = post.answers[answer.kind]
  if (answer.kind !== 'experienceSince' || before === undefined || before === 'no')
    return before !== answer.value
  return yearsSince(before, today) !== yearsSince(answer.value, today)
}

function yearsSince(day: string, today: LocalDate): number {
  const whole = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  return today.slice(5) < day.slice(5) ? whole - 1 : whole
}
