// A message of tips is itself a tip only when it tells something wrong somewhere. Questions, thanks, denials, the
// sender's own tip, papers, meetings and inspections are told apart here.

import { accusesSomebody, hazardRemarks } from '../hazard/remarks.ts'
import {
  ABOUT_RULES,
  ASKS_FIGURE,
  ASKS_NORM,
  ASKS_OF_TIPS,
  FOUND,
  HOW_FAR,
  INSPECTED,
  MEETING_HELD,
  NAMES_PAPER,
  NO_TIP,
  OWN_NAMED,
  TAKES_OUT,
  THANKS,
  TIP_WORDS,
} from '../lexicon/about-tips.ts'
import { IMMEDIATE } from '../lexicon/danger.ts'
import { NIL } from '../lexicon/nil.ts'
import { COMPLAINT, HAZARD_WORDS, SAFETY_THINGS } from '../lexicon/safety.ts'
import { QUESTION } from '../lexicon/talk.ts'
import { DEATH_OR_INJURY, VIOLATION } from '../lexicon/violation.ts'
import type { Intent } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { isNil } from '../records/nil-report.ts'

const ABOUT_TIPS = /举报|反映|投诉|线索|隐患/
const WRONG = [HAZARD_WORDS, VIOLATION, COMPLAINT, IMMEDIATE, DEATH_OR_INJURY]

/** Something is wrong: a danger, a breach, an accident, beyond the words about tips. */
export const tellsWrong = (text: string): boolean => {
  const rest = text.replace(TIP_WORDS, '')
  return accusesSomebody(text) || WRONG.some((pattern) => pattern.test(rest))
}

const tellsThing = (text: string): boolean => SAFETY_THINGS.test(text.replace(TIP_WORDS, ''))

const asks = (text: string): boolean =>
  QUESTION.test(text) || ASKS_OF_TIPS.test(text) || NAMES_PAPER.test(text)

/** Held, and nothing found. */
function heldIntent(text: string): Intent | undefined {
  if (FOUND.test(text)) return undefined
  if (MEETING_HELD.test(text)) return 'meeting'
  return INSPECTED.test(text) ? 'other' : undefined
}

/**
 * What a message with words of hazards is when it tells none; undefined when it may be a tip.
 * @param raw the message with its padding, which holds the thanks
 */
export function aboutTips(reading: Reading, raw: string): Intent | undefined {
  const { text, sender, units } = reading
  if (ASKS_NORM.test(text) && units.length === 0) return 'query'
  if (hazardRemarks(reading).length > 0) return undefined
  const nothingFound = sender.level === 'public' && isNil(text)
  if (tellsWrong(nothingFound ? text.replace(NIL, '') : text)) return undefined
  return nothingFound || NO_TIP.test(text) ? 'ack' : toldNothing(text, THANKS.test(raw))
}

/** Nothing is wrong in it: the sender's own tip, something held, thanks, a question. */
function toldNothing(text: string, thanks: boolean): Intent | undefined {
  if (HOW_FAR.test(text)) return 'query'
  if (OWN_NAMED.test(text)) return thanks && !asks(text) ? 'ack' : 'query'
  if (ASKS_FIGURE.test(text)) return 'query'
  const held = heldIntent(text)
  if (held !== undefined || tellsThing(text)) return held
  if (asks(text) || TAKES_OUT.test(text)) return 'query'
  return thanks && ABOUT_TIPS.test(text) ? 'ack' : undefined
}

/** What such a question is about, before the topics of all other questions. */
export function tipTopic(text: string): string | undefined {
  if (OWN_NAMED.test(text) || HOW_FAR.test(text)) return 'caseStatus'
  if (!ABOUT_TIPS.test(text)) return undefined
  if (ASKS_NORM.test(text)) return 'gradingRule'
  if (TAKES_OUT.test(text)) return 'export'
  if (/奖/.test(text)) return 'rewardRule'
  return /举报|投诉|反映|检举/.test(text) && ABOUT_RULES.test(text) ? 'tipRule' : undefined
}
