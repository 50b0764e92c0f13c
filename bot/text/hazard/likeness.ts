// Whether a text may tell on somebody: asked before anything of it leaves this host, so one word is enough, and many
// harmless texts are kept back with the others.
import { normalise } from '../form/normalise.ts'
import { ACCIDENT } from '../lexicon/accident.ts'
import { MISCONDUCT } from '../lexicon/conduct.ts'
import { IMMEDIATE, MAJOR, UNSURE, URGENT } from '../lexicon/danger.ts'
import { ENTERPRISE } from '../lexicon/hazard.ts'
import { ANONYMOUS, CONFIDENTIAL, FEAR, HEARSAY, REPORTER_TIP, REWARD } from '../lexicon/reporter.ts'
import { COMPLAINT, HAZARD_WORDS, OUT_OF_SCOPE, SAFETY_THINGS } from '../lexicon/safety.ts'
import { CONCEALED, DEATH_OR_INJURY, VIOLATION } from '../lexicon/violation.ts'

const SIGNS: readonly RegExp[] = [
  ...[HAZARD_WORDS, SAFETY_THINGS, COMPLAINT, OUT_OF_SCOPE, VIOLATION, CONCEALED, DEATH_OR_INJURY, ACCIDENT],
  ...[MAJOR, UNSURE, IMMEDIATE, URGENT, MISCONDUCT],
  ...[REPORTER_TIP, ANONYMOUS, CONFIDENTIAL, FEAR, HEARSAY, REWARD],
  new RegExp(ENTERPRISE),
]

export function mayTellOnSomebody(text: string): boolean {
  const told = normalise(text)
  return SIGNS.some((sign) => told.search(sign) >= 0)
}
