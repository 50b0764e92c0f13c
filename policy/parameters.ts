// The hard numbers of the document by id, for whoever shows where a number comes from. A new parameter of an article
// gets a line here; a test holds every finding's parameters against this list.

import { leadersWithBackground } from './article-03-leaders.ts'
import { minimumSafetyStaff } from './article-04-staff.ts'
import { townshipOrganisations, villageCadres } from './article-05-places.ts'
import { divertedPostsAllowed, minimumTownshipStaff } from './article-05-staff.ts'
import { qualifiedOfficers, qualifiedOfficersDueOn } from './article-06-officers.ts'
import { newOfficersTrained, officersCertified } from './article-07-entry.ts'
import { rotationMonths } from './article-07-rotation.ts'
import { rotationWeeks } from './article-07-two-weeks.ts'
import { tipsInTime } from './article-12-tips.ts'
import type { LocalDate } from './calendar.ts'
import { at, type Citation, type Parameter } from './kernel.ts'

/** In the order of the articles. */
export const documentParameters: readonly Parameter<number | string>[] = [
  leadersWithBackground,
  minimumSafetyStaff,
  divertedPostsAllowed,
  townshipOrganisations,
  minimumTownshipStaff,
  villageCadres,
  qualifiedOfficers,
  qualifiedOfficersDueOn,
  newOfficersTrained,
  rotationMonths,
  rotationWeeks,
  officersCertified,
  tipsInTime,
]

/** The words of the document that the parameter stands on, on the day; undefined when there is none of that id. */
export function citationOf(parameterId: string, day: LocalDate): Citation | undefined {
  const parameter = documentParameters.find(({ id }) => id === parameterId)
  return parameter === undefined ? undefined : at(parameter, day)?.cite
}
