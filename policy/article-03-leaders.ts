// Article 3: a fifth of a leading body with emergency background (A03-3).
// Imported by article-03.ts. Readings: docs/decisions/0101, 0107, 0108.

import { addDays, addMonths, type LocalDate } from './calendar.ts'
import type { PersonFacts, UnitFacts } from './facts.ts'
import { cite, dated, deadline, notApplicable, type Used, type Verdict, valueAt } from './kernel.ts'
import { type Settings, usedSettings } from './settings.ts'
import { type Answer, shareVerdict } from './share.ts'
import { inPost, rosterKnown, unlessStale } from './staff.ts'

export const leadersWithBackground = dated('leadersWithBackground', 'percent', [
  {
    from: '2021-04-20',
    value: 20,
    cite: cite(3, '班子成员中具有应急管理专业背景、工作经历的领导成员一般不少于20%的比例'),
  },
])

type Facts = Pick<UnitFacts, 'unit' | 'posts' | 'people' | 'lastReportOn'>

/**
 * At least a fifth of the leading body has a professional background or work experience in emergency management.
 * "Generally" (一般): a shortfall is due within a period of grace from the day it began, and may be excused.
 *
 * @see article 3, A03-3
 */
export function leadersHaveBackground(facts: Facts, asOf: LocalDate, settings: Settings): Verdict {
  const percent = valueAt(leadersWithBackground, asOf)
  if (percent === undefined) return notApplicable
  const share = shareOn(facts, asOf, settings, percent)
  const settingsUsed = usedSettings(
    settings,
    'leaderExperienceMonths',
    'leaderGraceDays',
    'staleQuarterlyDays',
  )
  const verdict = { ...share, used: [...share.used, ...settingsUsed] }
  if (verdict.status === 'notMet') {
    const since = shortSince(facts, asOf, settings, percent)
    return { ...verdict, ...deadline([addDays(since, settings.leaderGraceDays.value)], asOf) }
  }
  return unlessStale(verdict, facts.lastReportOn, asOf, settings.staleQuarterlyDays.value)
}

function shareOn(
  facts: Facts,
  day: LocalDate,
  settings: Settings,
  percent: Used & { value: number },
): Verdict {
  const leaders = rosterKnown(facts, day) ? inPost(facts, 'leader', day) : []
  const asked = leaders.map(({ personId, rows }) => {
    return { personId, rows, answer: background(facts.people.get(personId), day, settings) }
  })
  return shareVerdict(asked, percent)
}

/** The first day of the shortfall that lasts on the day asked about; never before the percentage applied. */
function shortSince(
  facts: Facts,
  asOf: LocalDate,
  settings: Settings,
  percent: Used & { value: number },
): LocalDate {
  const changes = facts.posts
    .flatMap((post) => [post, ...post.secondments])
    .flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]))
    .filter((day) => day > percent.from && day <= asOf)
  let since = asOf
  for (const day of [...changes, percent.from].sort().reverse()) {
    if (shareOn(facts, day, settings, percent).status !== 'notMet') return since
    since = day
  }
  return since
}

function background(person: PersonFacts | undefined, day: LocalDate, settings: Settings): Answer {
  if (person === undefined) return 'unknown'
  const experience = person.experienceSince ?? undefined
  const experienced =
    experience !== undefined && addMonths(experience, settings.leaderExperienceMonths.value) <= day
  if (person.emergencyBackground === true || experienced) return 'yes'
  return person.emergencyBackground === false ? 'no' : 'unknown'
}
