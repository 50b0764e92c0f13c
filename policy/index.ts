// The registry: all 114 obligations of the document in its order.
// Imported by assess.ts and by whoever lists obligations; a rule belongs to its article's file.

import { article01 } from './article-01.ts'
import { article02 } from './article-02.ts'
import { article03 } from './article-03.ts'
import { article04 } from './article-04.ts'
import { article05 } from './article-05.ts'
import { article06 } from './article-06.ts'
import { article07 } from './article-07.ts'
import { article08 } from './article-08.ts'
import { article09 } from './article-09.ts'
import { article10 } from './article-10.ts'
import { article11 } from './article-11.ts'
import { article12 } from './article-12.ts'
import { article13 } from './article-13.ts'
import { article14 } from './article-14.ts'
import { article15 } from './article-15.ts'
import { article16 } from './article-16.ts'
import { type Obligation, obligationOf, type Provision } from './provision.ts'

/** Every obligation with its rule, A01-1 to A16-6. */
export const provisions: readonly Provision[] = [
  ...article01,
  ...article02,
  ...article03,
  ...article04,
  ...article05,
  ...article06,
  ...article07,
  ...article08,
  ...article09,
  ...article10,
  ...article11,
  ...article12,
  ...article13,
  ...article14,
  ...article15,
  ...article16,
]

/** The same as data, as `anjian obligations --json` prints it. */
export const obligations: readonly Obligation[] = provisions.map(obligationOf)

const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]))

/** One obligation by id, such as 'A05-5'. */
export function obligationById(id: string): Obligation | undefined {
  return byId.get(id)
}
