// How a message becomes an answer: the senses it may have, in the order in which they are tried. The first that knows
// an answer gives it; beside each stands why it has its place.
import type { Ctx, Outcome } from '../bot/context.ts'
import { articleAnswer } from './article.ts'
import {
  changesWords,
  comparedWords,
  fileWords,
  howComputedWords,
  numberWords,
  phoneWords,
  privacyWords,
} from './plain-words.ts'
import { filedCount } from './queries/filed-count.ts'
import { understoodWords } from './queries/topics.ts'
import { comparedWithMonth, rateWords, rotationWords, tipCountWords } from './question-words.ts'
import { refusal } from './refusal.ts'
import { reported } from './reported.ts'
import { answerReport } from './reports/answer.ts'
import { correctLabelled, correctSaid, correctUnderstood } from './reports/correct.ts'
import { typeOfItem } from './reports/index.ts'
import { leaveOut } from './reports/leave-out.ts'
import { lostCertificate } from './reports/lost-certificate.ts'
import { formNamed } from './reports/open.ts'
import { withdrawal } from './reports/withdraw.ts'
import { runWords } from './run-command.ts'
import type { Said } from './said.ts'
import { toldAboutTip } from './tips/told.ts'
import { whatIsMissing } from './what-is-missing.ts'

type Answer = Outcome | undefined

type Sense = {
  readonly name: string
  /** never: tried in private chats only; privately: a group reads that the answer went there; here: it says itself where */
  readonly inGroups: 'never' | 'privately' | 'here'
  /** undefined: the message is something else */
  readonly answer: (said: Said) => Answer | Promise<Answer>
}

/** A question in plain words, answered by the command it means. */
function asks(
  name: string,
  words: (text: string, ctx: Ctx) => string | undefined | Promise<string | undefined>,
): Sense {
  return {
    name,
    inGroups: 'here',
    answer: async ({ message, ctx }) => runWords(await words(message.text, ctx), message, ctx),
  }
}

/** A command; but 人员名单： above lines that report something is their heading. */
async function command(said: Said): Promise<Answer> {
  const { message, ctx } = said
  const heads = message.text.trim().includes('\n') && (await tellsReport(said))
  return heads ? undefined : runWords(message.text, message, ctx)
}

async function tellsReport({ parsed }: Said): Promise<boolean> {
  return (await parsed()).items.some(({ type }) => typeOfItem(type) !== undefined)
}

export const senses: readonly Sense[] = [
  // 撤回 钱二妮 leaves one of several out: the next two would take back all of them.
  { name: 'leave one out', inGroups: 'never', answer: leaveOut },
  // 撤销了吧，填错了: more ways of saying it, and of naming what is meant, than the command 撤回 has.
  { name: 'take back', inGroups: 'never', answer: withdrawal },
  // What is typed exactly is never guessed at.
  { name: 'command', inGroups: 'here', answer: command },
  { name: 'form', inGroups: 'privately', answer: formNamed },
  // Who asks this has not told anything yet; the words look like a tip, or like asking for somebody's name.
  asks('who reads a tip', privacyWords),
  // Before every question, so that none of them answers what nobody is granted.
  { name: 'refused', inGroups: 'here', answer: refusal },
  // 整改完毕，请复查 YH-…: before the number alone asks how far that is.
  { name: 'told about a tip', inGroups: 'here', answer: toldAboutTip },
  // Questions whose words would be taken for a report, a correction or the answer to what a card asks.
  asks('progress of a number', numberWords),
  asks('telephone of a person', phoneWords),
  asks('rotation of a person', rotationWords),
  asks('list or template', fileWords),
  asks('tips counted', tipCountWords),
  { name: 'how many one filed', inGroups: 'here', answer: filedCount },
  // 达标率怎么算: before a clause is asked for.
  asks('rate and ranking', rateWords),
  // 第五条怎么算: before the article is quoted.
  asks('how it is computed', howComputedWords),
  asks('compared with last week', comparedWords),
  { name: 'compared with a month', inGroups: 'here', answer: comparedWithMonth },
  { name: 'article', inGroups: 'here', answer: ({ message }) => articleAnswer(message) },
  // Before reports: 孙三改成兼职 and 是3月6号 name a person or a day, as reports do.
  { name: 'correction by label', inGroups: 'never', answer: correctLabelled },
  { name: 'correction', inGroups: 'never', answer: correctSaid },
  { name: 'answer to a card', inGroups: 'never', answer: answerReport },
  { name: 'lost certificate', inGroups: 'privately', answer: lostCertificate },
  { name: 'reports', inGroups: 'here', answer: reported },
  // 人员变动 alone asks; with a person in it, it was a report.
  asks('what changed', changesWords),
  // What only the text understanding knows for a correction.
  { name: 'correction understood', inGroups: 'never', answer: correctUnderstood },
  {
    name: 'understood as a command',
    inGroups: 'here',
    answer: async (said) => runWords(await understoodWords(said), said.message, said.ctx),
  },
  { name: 'what is missing', inGroups: 'here', answer: whatIsMissing },
]
