// What each kind of staff change writes. Rows are added or voided under the report's id, never changed, so that
// the report can be taken back and any day recomputed.
import type { Ctx, HeldPost, Report } from '../../bot/context.ts'
import { addDays, addMonths, type LocalDate } from '../../policy/calendar.ts'
import type { Item } from './define.ts'
import { text } from './fields.ts'
import { changes, isChange, isRelevantMajor, onDay } from './staffing-words.ts'

type Line = {
  item: Item
  name: string
  from: LocalDate
  unitId: string
  held: readonly HeldPost[]
  reportId: number
}

/** @throws Error when an item was not checked before: a name, kind or day is missing */
export async function saveStaffing(items: readonly Item[], report: Report, ctx: Ctx): Promise<void> {
  const unitId = report.unitId
  if (unitId === null) throw new Error('a staffing report needs a unit')
  for (const item of items) {
    const { person, changeType, effectiveDate } = item
    if (typeof person !== 'string' || typeof effectiveDate !== 'string' || !isChange(changeType)) {
      throw new Error('staffing item is incomplete')
    }
    const held = await ctx.store.people.holding(person, [unitId], onDay(item, ctx.today))
    const line: Line = {
      item,
      name: person,
      from: effectiveDate as LocalDate,
      unitId,
      held,
      reportId: report.id,
    }
    await writers[changes[changeType].does](line, ctx)
  }
}

type Writer = (line: Line, ctx: Ctx) => Promise<void>

const writers: Readonly<Record<(typeof changes)[keyof typeof changes]['does'], Writer>> = {
  enter,
  async leave({ item, from, held, reportId }, ctx) {
    const reason = String(item['changeType'])
    for (const post of held)
      await ctx.store.people.endPost(post.postId, { to: addDays(from, -1), reason, reportId })
  },
  lend,
  async return({ from, held, reportId }, ctx) {
    for (const post of held)
      await ctx.store.people.endSecondments(post.postId, { to: addDays(from, -1), reportId })
  },
  async extend(line, ctx) {
    for (const post of line.held) {
      await ctx.store.people.endSecondments(post.postId, {
        to: addDays(line.from, -1),
        reportId: line.reportId,
      })
    }
    await lend(line, ctx)
  },
  async absent({ item, from, held, reportId }, ctx) {
    const kind = text(item['leaveKind']) ?? 'other'
    for (const post of held)
      await ctx.store.people.addLeave({ postId: post.postId, kind, from, ...until(item), reportId })
  },
}

async function enter(line: Line, ctx: Ctx): Promise<void> {
  const elsewhere = await postElsewhere(line, ctx)
  if (line.item['changeType'] === 'secondIn' && elsewhere !== undefined) return borrow(line, elsewhere, ctx)
  await endOldPosts(line, elsewhere, ctx)
  const known = line.held[0] ?? elsewhere
  const phone = text(line.item['phone'])
  const personId =
    known?.personId ?? (await ctx.store.people.create({ name: line.name, phone, reportId: line.reportId }))
  await addPost(line, personId, ctx)
  await describe(line, personId, ctx)
}

function borrow({ item, from, unitId, reportId }: Line, post: HeldPost, ctx: Ctx): Promise<void> {
  const roleCode = text(item['roleCode'])
  const row = { postId: post.postId, toUnitId: unitId, from, ...until(item), reportId }
  return ctx.store.people.addSecondment(roleCode === undefined ? row : { ...row, roleCode })
}

// A move within the unit or between known units ends the old post the day before the new one begins.
async function endOldPosts(line: Line, elsewhere: HeldPost | undefined, ctx: Ctx): Promise<void> {
  const change = line.item['changeType']
  if (change !== 'transferIn' && change !== 'reassign') return
  for (const post of elsewhere === undefined ? line.held : [...line.held, elsewhere]) {
    const end = { to: addDays(line.from, -1), reason: change, reportId: line.reportId }
    await ctx.store.people.endPost(post.postId, end)
  }
}

async function addPost({ item, from, unitId, reportId }: Line, personId: string, ctx: Ctx): Promise<void> {
  await ctx.store.people.addPost({
    personId,
    unitId,
    roleCode: text(item['roleCode']) ?? 'other',
    from,
    to: text(item['endDate']) as LocalDate | undefined,
    title: text(item['role']) ?? text(item['newRole']),
    department: text(item['department']),
    fullTime: item['fullTime'] !== false,
    postKind: item['roleCode'] === 'enforcementOfficer' ? 'enforcement' : 'public',
    acting: item['changeType'] === 'acting',
    reportId,
  })
}

/** The person's post at the unit they come from, when both are known. */
async function postElsewhere({ item, name, from, unitId }: Line, ctx: Ctx): Promise<HeldPost | undefined> {
  const fromUnit = text(item['fromUnit'])
  const unit = fromUnit === undefined ? undefined : await ctx.store.units.byName(fromUnit)
  if (unit === undefined || unit.id === unitId) return undefined
  const [post, ...others] = await ctx.store.people.holding(name, [unit.id], addDays(from, -1))
  return others.length === 0 ? post : undefined
}

async function lend({ item, from, held, reportId }: Line, ctx: Ctx): Promise<void> {
  const toText = text(item['toUnit'])
  const unit = toText === undefined ? undefined : await ctx.store.units.byName(toText)
  const to = {
    ...(toText === undefined ? {} : { toText }),
    ...(unit === undefined ? {} : { toUnitId: unit.id }),
  }
  for (const post of held) {
    await ctx.store.people.addSecondment({ postId: post.postId, from, ...until(item), ...to, reportId })
  }
}

/** What was said of the person: certificates, background, years of experience. */
async function describe({ item, from, reportId }: Line, personId: string, ctx: Ctx): Promise<void> {
  for (const name of Array.isArray(item['certificates']) ? item['certificates'] : []) {
    const kind = certificateKind(String(name))
    await ctx.store.people.addCertificate({ personId, kind, issueDate: from, reportId })
  }
  for (const [kind, value] of qualities(item, from)) {
    await ctx.store.people.addQualification({ personId, kind, value, reportId })
  }
}

function qualities(item: Item, from: LocalDate): [kind: string, value: string][] {
  const { emergencyBackground: background, experienceYears: years } = item
  const education = text(item['education'])
  const major = text(item['major'])
  return [
    ...(typeof background === 'boolean'
      ? [['emergencyBackground', background ? 'yes' : 'no'] as [string, string]]
      : []),
    ...(typeof years === 'number'
      ? [['experienceSince', addMonths(from, -12 * years)] as [string, string]]
      : []),
    ...(education === undefined ? [] : [['education', education] as [string, string]]),
    ...(major === undefined ? [] : majorQualities(major)),
  ]
}

function majorQualities(major: string): [kind: string, value: string][] {
  return [
    ['major', major],
    ['relevantMajor', isRelevantMajor(major) ? 'yes' : 'no'],
  ]
}

/** The code of a paper by the words people use for it. */
export function certificateKind(name: string): string {
  if (name.includes('安全工程师') || name.includes('注安师')) return 'safetyEngineer'
  if (name.includes('消防工程师')) return 'fireEngineer'
  if (name.includes('执法证')) return 'enforcementCertificate'
  return name.includes('评价师') ? 'safetyAssessor' : 'otherProfessional'
}

function until(item: Item): { to?: LocalDate } {
  const end = text(item['endDate'])
  return end === undefined ? {} : { to: end as LocalDate }
}
