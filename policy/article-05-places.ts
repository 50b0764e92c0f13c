// Article 5, places: the full-time organisation of a township (A05-4) and the cadre of every village (A05-7).
// Imported by article-05.ts. Readings: docs/decisions/0106, 0109.

import { addDays, daysBetween, type LocalDate, laterOf } from './calendar.ts'
import type { UnitFacts, VillageFacts } from './facts.ts'
import {
  cite,
  dated,
  deadline,
  dueDays,
  gapOf,
  type Item,
  notApplicable,
  type Verdict,
  valueAt,
} from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'
import { covers } from './staff.ts'

export const townshipOrganisations = dated('townshipOrganisations', 'organisations', [
  { from: '2021-04-20', value: 1, cite: cite(5, '各乡镇（街道）要建立专职应急管理机构') },
])

export const villageCadres = dated('villageCadres', 'heads', [
  { from: '2021-04-20', value: 1, cite: cite(5, '村（居）民委员会要明确1名村（居）委干部负责应急管理工作') },
])

/**
 * A township has a full-time emergency organisation with its founding paper. An unnamed head is asked for, but is no
 * shortfall: the document asks for the organisation.
 *
 * @see article 5, A05-4
 */
export function townshipHasOrganisation(facts: Pick<UnitFacts, 'organisations'>, asOf: LocalDate): Verdict {
  const required = valueAt(townshipOrganisations, asOf)
  if (required === undefined) return notApplicable
  const known = facts.organisations.filter((organisation) => organisation.from <= asOf)
  const rows = known.map((organisation) => organisation.rowId)
  if (known.length === 0) return { status: 'noData', used: [required], rows, waitsFor: 'organisation' }

  const standing = known.filter((organisation) => organisation.fullTime && covers(organisation, asOf))
  const papered = standing.filter((organisation) => organisation.documentNo !== undefined)
  const head = papered.some((organisation) => organisation.headPersonId !== undefined)
  const count = Math.min(papered.length, required.value)
  return {
    status: count === required.value ? 'met' : 'notMet',
    measured: { value: count, unit: 'organisations' },
    required: { value: required.value, unit: 'organisations' },
    ...gapOf(required.value - count, 'organisations'),
    used: [required],
    rows,
    lacks: [
      ...(standing.length > 0 && papered.length === 0 ? ['documentNo'] : []),
      ...(head ? [] : ['head']),
    ],
  }
}

/**
 * The village has at least one cadre responsible for emergency work; a township answers for all its villages. A vacancy
 * may last a few days (at risk), a village of which no cadre was ever reported is `noData`, an old confirmation `stale`.
 *
 * @see article 5, A05-7
 */
export function villagesHaveCadres(
  facts: Pick<UnitFacts, 'unit' | 'posts' | 'villages' | 'lastReportOn'>,
  asOf: LocalDate,
  settings: Settings,
): Verdict {
  const needed = valueAt(villageCadres, asOf)
  if (needed === undefined) return notApplicable
  const used = [needed, ...usedSettings(settings, 'villageVacancyDays', 'villageConfirmDays')]
  const villages = facts.unit.kind === 'village' ? [villageItself(facts)] : facts.villages
  if (villages.length === 0) return { status: 'noData', used, rows: [], waitsFor: 'staffing' }

  const items = villages.flatMap((village) => problemsOf(village, needed.value, asOf, settings))
  const unfilled = items.filter((item) => item.why !== 'unconfirmed')
  return {
    status: worst(items),
    measured: { value: villages.length - unfilled.length, of: villages.length, unit: 'villages' },
    required: { value: villages.length, of: villages.length, unit: 'villages' },
    ...gapOf(unfilled.length, 'villages'),
    used,
    rows: villages.flatMap((village) => village.cadres.map((cadre) => cadre.rowId)),
    items,
    ...deadline(dueDays(items), asOf),
    ...(items.some((item) => item.why === 'unknown') && { waitsFor: 'staffing' }),
  }
}

function villageItself(facts: Pick<UnitFacts, 'unit' | 'posts' | 'lastReportOn'>): VillageFacts {
  const unitId = facts.unit.id
  const cadres = facts.posts.filter((post) => post.unitId === unitId && post.roleCode === 'villageCadre')
  return facts.lastReportOn === null
    ? { unitId, cadres: [] }
    : { unitId, cadres, confirmedOn: facts.lastReportOn }
}

function worst(items: readonly Item[]): Verdict['status'] {
  const has = (why: Item['why']): boolean => items.some((item) => item.why === why)
  if (has('vacant')) return 'notMet'
  if (has('unknown')) return 'noData'
  if (has('unconfirmed')) return 'stale'
  return has('dueSoon') ? 'atRisk' : 'met'
}

function problemsOf(
  village: VillageFacts,
  needed: number,
  asOf: LocalDate,
  settings: Settings,
): readonly Item[] {
  const item = { id: village.unitId, kind: 'village' } as const
  const known = village.cadres.filter((cadre) => cadre.from <= asOf)
  if (known.length === 0) return [{ ...item, why: 'unknown' }]

  const current = known.filter((cadre) => covers(cadre, asOf))
  if (current.length >= needed) {
    const confirmedOn = village.confirmedOn ?? current.map((cadre) => cadre.from).reduce(laterOf)
    const old = daysBetween(confirmedOn, asOf) > settings.villageConfirmDays.value
    return old ? [{ ...item, why: 'unconfirmed' }] : []
  }
  const lastDay = known.map((cadre) => cadre.to ?? cadre.from).reduce(laterOf)
  const dueOn = addDays(lastDay, settings.villageVacancyDays.value)
  return [{ ...item, why: dueOn < asOf ? 'vacant' : 'dueSoon', dueOn }]
}
