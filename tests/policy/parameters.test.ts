import { describe, expect, test } from 'vitest'
import { leadersWithBackground } from '../../policy/article-03-leaders.ts'
import { minimumSafetyStaff } from '../../policy/article-04-staff.ts'
import { townshipOrganisations, villageCadres } from '../../policy/article-05-places.ts'
import { divertedPostsAllowed, minimumTownshipStaff } from '../../policy/article-05-staff.ts'
import { qualifiedOfficers, qualifiedOfficersDueOn } from '../../policy/article-06-officers.ts'
import { newOfficersTrained, officersCertified } from '../../policy/article-07-entry.ts'
import { rotationMonths } from '../../policy/article-07-rotation.ts'
import { rotationWeeks } from '../../policy/article-07-two-weeks.ts'
import { tipsInTime } from '../../policy/article-12-tips.ts'
import { articleOf, document } from '../../policy/document.ts'
import { type Parameter, valueAt } from '../../policy/kernel.ts'

const parameters: readonly (readonly [Parameter<number | string>, number | string])[] = [
  [leadersWithBackground, 20],
  [minimumSafetyStaff, 2],
  [divertedPostsAllowed, 0],
  [townshipOrganisations, 1],
  [minimumTownshipStaff, 3],
  [villageCadres, 1],
  [qualifiedOfficers, 75],
  [qualifiedOfficersDueOn, '2022-12-31'],
  [newOfficersTrained, 100],
  [rotationMonths, 36],
  [rotationWeeks, 2],
  [officersCertified, 100],
  [tipsInTime, 100],
]

describe('the hard numbers of the document', () => {
  test.each(parameters.map(([parameter, value]) => ({ id: parameter.id, parameter, value })))(
    '$id is $value from the day of the document, and nothing on the day before',
    ({ parameter, value }) => {
      expect(valueAt(parameter, '2021-04-19')).toBeUndefined()
      expect(valueAt(parameter, document.issuedOn)).toMatchObject({ value, from: document.issuedOn })
    },
  )

  test('each stands where it says it stands', () => {
    const misquoted = parameters
      .flatMap(([parameter]) => parameter.entries)
      .filter(({ cite }) => articleOf(cite.article)?.text.includes(cite.words) !== true)

    expect(misquoted).toEqual([])
  })

  test('each has a name of its own', () => {
    expect(new Set(parameters.map(([parameter]) => parameter.id)).size).toBe(parameters.length)
  })
})
