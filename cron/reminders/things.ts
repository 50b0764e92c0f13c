// What there is to remind of on a day, from findings and open tips: each thing with its stage and how it climbs the
// ladder. Pure. Imported by remind.ts and its tests.
import type { Tip } from '../../bot/context.ts'
import { tipDeadlines } from '../../policy/article-12-tips.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { Finding, Item } from '../../policy/kernel.ts'
import type { Settings } from '../../policy/settings.ts'
import { dayOf } from '../when.ts'
import { dueStage, entryStage, quarterStage, weekStage } from './stages.ts'

/** 0 who does it (person, reporter, handler) · 1 head of the unit · 2 level above. */
export type Rung = 0 | 1 | 2

/** The obligation it belongs to, or `silent`: nothing heard of the unit in time. */
type Topic = 'A05-5' | 'A05-7' | 'A07-2' | 'A07-3' | 'A07-5' | 'A12-4' | 'silent'

export type Thing = {
  readonly topic: Topic
  readonly kind: 'person' | 'village' | 'tip' | 'unit'
  readonly subjectId: string
  readonly unitId: string
  readonly dueOn: LocalDate | undefined
  readonly stage: string
  /** who is told at once */
  readonly rungs: readonly Rung[]
  /** the highest rung it may reach, where nobody stands below or nobody answers */
  readonly top: Rung
  /** climbs: the next rung is told when nobody of this one acknowledges */
  readonly ladder: 'stays' | 'climbs'
  /** immediate danger does not wait for working days or the morning */
  readonly urgency: 'immediate' | 'normal'
}

type Base = Pick<Thing, 'topic' | 'kind' | 'subjectId' | 'unitId' | 'dueOn'>

/** From the findings of a day. Villages are left to their township, which answers for them. */
export function thingsOfFindings(findings: readonly Finding[], today: LocalDate): readonly Thing[] {
  const own = findings.filter((finding) => finding.unitKind !== 'village')
  return [...own.flatMap((finding) => thingsOf(finding, today)), ...silentUnits(own, today)]
}

function thingsOf(finding: Finding, today: LocalDate): readonly Thing[] {
  const items = finding.items ?? []
  switch (finding.obligation) {
    case 'A05-5':
      return finding.status === 'notMet'
        ? [
            weekly(
              {
                topic: 'A05-5',
                kind: 'unit',
                subjectId: finding.unit,
                unitId: finding.unit,
                dueOn: undefined,
              },
              today,
            ),
          ]
        : []
    case 'A05-7':
      return [...items.flatMap((item) => vacancy(finding, item, today)), ...unconfirmed(finding, today)]
    case 'A07-2':
      return items.flatMap((item) => newOfficer(finding, item, today))
    case 'A07-3':
      return items.flatMap((item) => retraining(finding, item, today))
    case 'A07-5':
      return items.flatMap((item) => certificate(finding, item, today))
    default:
      return []
  }
}

function vacancy(finding: Finding, item: Item, today: LocalDate): readonly Thing[] {
  if (item.dueOn === undefined) return []
  const base: Base = {
    topic: 'A05-7',
    kind: 'village',
    subjectId: item.id,
    unitId: finding.unit,
    dueOn: item.dueOn,
  }
  const late = item.dueOn < today ? dueStage(item.dueOn, today, 'weekly') : undefined
  return [{ ...base, stage: late?.name ?? `${item.dueOn}.vacant`, ...climbing }]
}

/** Villages whose cadre nobody confirmed in time: one reminder a quarter for the township, not one a village. */
function unconfirmed(finding: Finding, today: LocalDate): readonly Thing[] {
  if (!(finding.items ?? []).some((item) => item.why === 'unconfirmed')) return []
  const base: Base = {
    topic: 'A05-7',
    kind: 'unit',
    subjectId: finding.unit,
    unitId: finding.unit,
    dueOn: undefined,
  }
  return [{ ...base, stage: quarterStage(today), ...staying }]
}

function newOfficer(finding: Finding, item: Item, today: LocalDate): readonly Thing[] {
  if (item.dueOn === undefined) return []
  const allowed = finding.used.find((one) => one.id === 'entryTrainingDays')?.value
  const stage = entryStage(item.dueOn, Number(allowed ?? 0), today)
  return stage === undefined ? [] : [staged(personal('A07-2', finding, item), stage)]
}

function retraining(finding: Finding, item: Item, today: LocalDate): readonly Thing[] {
  const stage = item.dueOn === undefined ? undefined : dueStage(item.dueOn, today, 'weekly')
  return stage === undefined ? [] : [staged(personal('A07-3', finding, item), stage)]
}

/** An expired one every day to those who do it and every week to the head; none at all every week. */
function certificate(finding: Finding, item: Item, today: LocalDate): readonly Thing[] {
  const base = personal('A07-5', finding, item)
  if (item.why === 'missing') return [weekly(base, today)]
  const stage = item.dueOn === undefined ? undefined : dueStage(item.dueOn, today, 'daily')
  if (stage === undefined) return []
  if (stage.near !== 'late') return [staged(base, stage)]
  const toHead: Thing = { ...weekly(base, today), rungs: [1] }
  return [{ ...base, stage: stage.name, ...daily }, toHead]
}

function personal(topic: Topic, finding: Finding, item: Item): Base {
  return { topic, kind: 'person', subjectId: item.id, unitId: finding.unit, dueOn: item.dueOn }
}

/** What is still far away is told and left at that; what is near or late climbs. */
function staged(base: Base, stage: { name: string; near: 'far' | 'near' | 'late' }): Thing {
  return { ...base, stage: stage.name, ...(stage.near === 'far' ? staying : climbing) }
}

function weekly(base: Base, today: LocalDate): Thing {
  return { ...base, stage: weekStage(today), ...climbing }
}

const climbing = { rungs: [0], top: 2, ladder: 'climbs', urgency: 'normal' } as const
/** What is far away is the unit's own affair. */
const staying = { rungs: [0], top: 1, ladder: 'stays', urgency: 'normal' } as const
/** What is told every day is for those who do it alone. */
const daily = { rungs: [0], top: 0, ladder: 'stays', urgency: 'normal' } as const

/** Townships and departments whose data grew too old, or that never reported anything at all. */
function silentUnits(findings: readonly Finding[], today: LocalDate): readonly Thing[] {
  const byUnit = new Map<string, Finding[]>()
  const reporting = findings.filter(({ unitKind }) => unitKind === 'township' || unitKind === 'department')
  for (const finding of reporting) byUnit.set(finding.unit, [...(byUnit.get(finding.unit) ?? []), finding])
  return [...byUnit].flatMap(([unitId, own]) => {
    const stale = own.some(({ status }) => status === 'stale')
    const never =
      own.some(({ waitsFor }) => waitsFor === 'staffing') && own.every(({ status }) => status === 'noData')
    const base: Base = { topic: 'silent', kind: 'unit', subjectId: unitId, unitId, dueOn: undefined }
    return stale || never ? [weekly(base, today)] : []
  })
}

/**
 * From tips nobody has decided on: to the handler once the first working day has passed, to the head of the unit as well
 * once the days for the decision have, every week; immediate danger every day to both. `fallbackUnitId` minds tips of no unit.
 */
export function thingsOfTips(
  tips: readonly Tip[],
  of: {
    readonly today: LocalDate
    readonly settings: Settings
    readonly isWorkingDay: (day: LocalDate) => boolean
    readonly fallbackUnitId: string
  },
): readonly Thing[] {
  const { today } = of
  return tips.flatMap((tip): readonly Thing[] => {
    const receivedOn = dayOf(tip.receivedAt)
    const due = tipDeadlines({ rowId: `tip:${tip.id}`, receivedOn }, of.settings, of.isWorkingDay)
    const unitId = tip.handlerUnitId ?? tip.unitId ?? of.fallbackUnitId
    const base = {
      topic: 'A12-4',
      kind: 'tip',
      subjectId: String(tip.id),
      unitId,
      top: 2,
      ladder: 'climbs',
    } as const
    if (tip.urgency === 'immediate') {
      if (receivedOn >= today) return []
      return [{ ...base, dueOn: receivedOn, stage: `urgent${today}`, rungs: [0, 1], urgency: 'immediate' }]
    }
    if (today > due.decisionDueOn) {
      const stage = dueStage(due.decisionDueOn, today, 'weekly')?.name ?? weekStage(today)
      return [{ ...base, dueOn: due.decisionDueOn, stage, rungs: [0, 1], urgency: 'normal' }]
    }
    if (today <= due.receiptDueOn) return []
    return [{ ...base, dueOn: due.decisionDueOn, stage: 'accept', rungs: [0], urgency: 'normal' }]
  })
}
