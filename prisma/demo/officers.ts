// What enforcement officers and leaders of the demo city bring with them: certificates, degrees, experience.
// Most is in order; some certificates run out soon or have run out, some officers are new. Imported by prisma/demo.
import { addDays, addMonths, type LocalDate } from '../../policy/calendar.ts'
import type { Cast, DemoCertificate } from './roster.ts'

/** A certificate that is valid for so many more days; a negative number is one that has run out. */
export function enforcementCertificate(cast: Cast, lastsDays: number): DemoCertificate {
  const expiryDate = addDays(cast.today, lastsDays)
  return {
    kind: 'enforcementCertificate',
    number: `晋E${String(100_000 + cast.draw.below(900_000))}`,
    issueDate: addMonths(expiryDate, -60),
    expiryDate,
  }
}

/** Days a drawn certificate still lasts: a few have run out, a few do within 7, 30 and 90 days. */
export function drawnValidity(cast: Cast): number {
  const { draw } = cast
  const chance = draw.below(100)
  if (chance < 2) return -(5 + draw.below(40))
  if (chance < 4) return 1 + draw.below(7)
  if (chance < 8) return 8 + draw.below(22)
  if (chance < 14) return 31 + draw.below(59)
  return 120 + draw.below(1500)
}

/** Degree, experience and, for some, the safety engineer's qualification; `percent` of the officers have them. */
export function competence(
  cast: Cast,
  percent: number,
): { qualifications: Record<string, string>; certificates: DemoCertificate[] } {
  const { draw, today } = cast
  const able = draw.chance(percent)
  const relevantMajor = able && draw.chance(60) ? 'yes' : 'no'
  const since: LocalDate = able
    ? addDays(today, -(900 + draw.below(5000)))
    : addDays(today, -(60 + draw.below(500)))
  const engineer = able && draw.chance(30)
  return {
    qualifications: { relevantMajor, experienceSince: since },
    certificates: engineer
      ? [{ kind: 'safetyEngineer', number: `ZC${100_000 + draw.below(900_000)}`, issueDate: '2020-06-01' }]
      : [],
  }
}
