// What a message is: a report (and of which kind), a question, a correction, talk, or something to refuse.

import { reportIntent } from './intent-report.ts'
import { isPromise, talkIntent } from './intent-talk.ts'
import { REPORTER_TIP } from './lexicon-hazard.ts'
import { QUESTION } from './lexicon-talk.ts'
import { isNil } from './nil-report.ts'
import type { Intent } from './parsed.ts'
import type { Reading } from './reading.ts'

/** A tip of the public may hold a question ("能奖多少钱") and stays a tip. */
function isQuestion(reading: Reading, report: Intent | undefined): boolean {
  const { text, sender } = reading
  if (!QUESTION.test(text)) return false
  if (report === undefined) return !/管不管/.test(text)
  if (report !== 'hazard' || sender.level !== 'public') return true
  return !(REPORTER_TIP.test(text) || /加油站|厂|矿|工地|管不管|快来/.test(text))
}

function nilIntent(text: string): Intent {
  if (/隐患|排查|举报/.test(text)) return 'hazard'
  if (/事故/.test(text)) return 'accident'
  return /培训|轮训/.test(text) ? 'training' : 'staffing'
}

/**
 * The intent of a message.
 * @param reading the message read without padding
 * @param raw the normalised message with padding, for greetings and thanks alone
 */
export function intentOf(reading: Reading, raw: string): Intent {
  const { text } = reading
  const talk = talkIntent(text === '' ? raw : text) ?? (text.length < 3 ? talkIntent(raw) : undefined)
  if (talk !== undefined) return talk
  if (isNil(text) && reading.people.length === 0) return nilIntent(text)
  if (isPromise(reading)) return 'promise'
  const report = reportIntent(reading)
  return isQuestion(reading, report) ? 'query' : (report ?? 'other')
}
