// A message of tips is itself a tip only when it tells something wrong somewhere. Questions, thanks, denials, the
// sender's own tip, papers, meetings and inspections are told apart here.

import { accusesSomebody, hazardRemarks } from '../hazard/remarks.ts'
import {
  ABOUT_RULES,
  ASKS_FIGURE,
  ASKS_NORM,
  ASKS_OF_TIPS,
  DEALT_WITH,
  FOUND,
  HOW_FAR,
  INSPECTED,
  MEETING_HELD,
  NAMES_PAPER,
  NEWS,
  NO_TIP,
  OFFICE_TALK,
  OWN_NAMED,
  PRAISE,
  TAKES_OUT,
  THANKS,
  TIP_WORDS,
  WANTED,
  WANTS,
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

/** News from elsewhere, by somebody who names no place of ours. */
export const tellsNews = ({ text, units }: Reading): boolean => NEWS.test(text) && units.length === 0

/** Papers, meetings and what is planned: nothing of it happens, unless something wrong is told beside it. */
function isOfficeTalk(text: string): boolean {
  if (FOUND.test(text)) return false
  const clauses = text.split(/[,。;\n]/)
  const office = clauses.filter((clause) => OFFICE_TALK.test(clause))
  const broken = office.map((clause) => clause.replace(WANTED, '')).some((rest) => VIOLATION.test(rest))
  const beside = clauses.some(
    (clause) => !office.includes(clause) && !WANTS.test(clause) && tellsWrong(clause),
  )
  return office.length > 0 && !broken && !beside
}

/** What is spoken of and does not happen here. */
const tellsOfNone = (reading: Reading): boolean =>
  tellsNews(reading) || (reading.sender.level !== 'public' && isOfficeTalk(reading.text))

/** Thanks for a tip that was dealt with. */
const thanksForTip = (text: string): boolean => DEALT_WITH.test(text) && ABOUT_TIPS.test(text) && !asks(text)

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
  if (tellsOfNone(reading)) return 'other'
  const nothingFound = sender.level === 'public' && isNil(text)
  if (tellsWrong(nothingFound ? text.replace(NIL, '') : text)) return undefined
  return nothingFound || NO_TIP.test(text) ? 'ack' : answered(text, THANKS.test(raw) || PRAISE.test(text))
}

/** The sender's own tip is asked after, or thanked for. */
function answered(text: string, thanks: boolean): Intent | undefined {
  if (HOW_FAR.test(text)) return 'query'
  return thanks && thanksForTip(text) ? 'ack' : toldNothing(text, thanks)
}

/** Nothing is wrong in it: the sender's own tip, something held, thanks, a question. */
function toldNothing(text: string, thanks: boolean): Intent | undefined {
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
