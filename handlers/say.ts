// What becomes of something said: exact command words first, then the words that open a form, then the
// understanding of free text. In groups only when mentioned, and anything about people is answered in private.
import type { Ctx, MessageIn, Outcome } from '../bot/context.ts'
import { type Parsed, parse } from '../bot/text/index.ts'
import { articleAnswer } from './article.ts'
import { fileWords } from './files/plain-words.ts'
import { book } from './list.ts'
import { fileNil } from './nil.ts'
import { fileProblems, photoAlone } from './photo.ts'
import { numberWords } from './queries/number-words.ts'
import { privacyWords } from './queries/privacy.ts'
import { changesWords, comparedWords, howComputedWords, phoneWords, topicWords } from './queries/words.ts'
import { refusal } from './refusal.ts'
import { correct, correctLabelled } from './reports/amend.ts'
import { answerReport } from './reports/answer.ts'
import { fileAtOnce } from './reports/at-once.ts'
import { correctSaid } from './reports/correct.ts'
import { draftFromMessage, textProblems } from './reports/draft.ts'
import { reportTypes } from './reports/index.ts'
import { leaveOut } from './reports/leave-out.ts'
import { openForm } from './reports/open.ts'
import { questionOf } from './reports/suggest-report.ts'
import { withdrawal } from './reports/withdraw.ts'
import { answerTo } from './route.ts'
import { commandOf, runCommand, runWords, sentPrivately } from './run-command.ts'
import { keepFiles } from './tips/file.ts'
import { toldAboutTip } from './tips/told.ts'
import { unknownText } from './unknown.ts'
import { sentences } from './what-is-missing.ts'

/** Longer than this nothing is read; the platform itself allows 150 KB. */
const longest = 5000

export async function handleMessage(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  if (!message.mentioned) return {}
  const typed = message.text.trim()
  if (typed === '') return ctx.files.length > 0 ? photoAlone(message, ctx, book()) : nothingSaid(message, ctx)
  if ([...typed].length > longest) return { say: [{ to: answerTo(message), text: tooLong(typed) }] }
  const problems = fileProblems(message, ctx.files)
  const outcome = await understood(typed, message, ctx)
  if (problems.length === 0) return outcome
  return {
    ...outcome,
    say: [...(outcome.say ?? []), { to: { openId: message.openId }, text: problems.join('\n') }],
  }
}

/** Somebody who only mentions the bot wants to know what it can do; a sticker or the like was not understood. */
async function nothingSaid(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const help = message.messageType === 'text' ? await runWords('帮助', message, ctx) : undefined
  return help ?? unknownText(message, ctx, book())
}

function tooLong(typed: string): string {
  return `读到${[...typed].length}字，超过${longest}字，没有处理。请分几条发送，或用Excel整理后联系管理员导入。`
}

async function understood(typed: string, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  // 撤回 钱二妮 leaves one out; the command would take everything back.
  const without = message.chatType === 'group' ? undefined : await leaveOut(message, ctx)
  if (without !== undefined) return without
  const withdrawn = await withdrawal(message, ctx)
  if (withdrawn !== undefined) return withdrawn
  const command = commandOf(typed)
  if (command !== undefined) return runCommand(command.command, command.rest, message, ctx)
  const type = reportTypes.find((one) => one.words.includes(typed))
  if (type !== undefined) return groupSafe(await openForm(type, ctx), message)
  const asksBefore = await runWords(privacyWords(message), message, ctx)
  if (asksBefore !== undefined) return asksBefore
  const parsed = parse(message.text, await parseContext(ctx))
  if (parsed.intent === 'refused') return refusal(message)
  const told = await toldAboutTip(message, ctx)
  if (told !== undefined) return groupSafe(told, message)
  return (
    (await runWords(await askedWords(message, ctx), message, ctx)) ??
    articleAnswer(message) ??
    fromFreeText(parsed, message, ctx)
  )
}

/** Questions whose words would otherwise be taken for something else. */
async function askedWords(message: MessageIn, ctx: Ctx): Promise<string | undefined> {
  return (
    numberWords(message) ??
    phoneWords(message) ??
    fileWords(message) ??
    (await howComputedWords(message, ctx)) ??
    (await comparedWords(message, ctx))
  )
}

async function fromFreeText(parsed: Parsed, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const corrected =
    message.chatType === 'group'
      ? undefined
      : ((await correctLabelled(message, ctx)) ?? (await correctSaid(message, ctx)))
  if (corrected !== undefined) return corrected
  const answered = message.chatType === 'group' ? undefined : await answerReport(parsed, message, ctx)
  if (answered !== undefined) return answered
  const parts = await storedAtOnce(parsed, message, ctx)
  for (const item of parsed.items.filter((one) => one.type === 'nilReport'))
    parts.push(await fileNil(item, message, ctx))
  const drafts = await draftFromMessage(parsed, message, ctx)
  if (drafts !== undefined) parts.push(groupSafe(drafts, message))
  if (parts.length > 0) return joined(parts)
  return (
    (await runWords(await changesWords(message, ctx), message, ctx)) ??
    (await amended(parsed, message, ctx)) ??
    byIntent(parsed, message, ctx)
  )
}

async function storedAtOnce(parsed: Parsed, message: MessageIn, ctx: Ctx): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const type of reportTypes) {
    if (type.storing !== 'atOnce') continue
    const items = parsed.items
      .filter((item) => type.itemTypes.includes(item.type))
      .map(({ type: _, ...item }) => item)
    if (items.length > 0 && !items.some(type.tells)) await keepFiles(ctx.files, message, ctx)
    else if (items.length > 0) outcomes.push(await fileAtOnce(type, items.filter(type.tells), message, ctx))
  }
  return outcomes
}

/** A correction of something filed before, in private chats only. */
async function amended(parsed: Parsed, message: MessageIn, ctx: Ctx): Promise<Outcome | undefined> {
  const [item] = parsed.items
  if (message.chatType === 'group' || item?.type !== 'correction') return undefined
  return correct(item, message, ctx)
}

function groupSafe(outcome: Outcome, message: MessageIn): Outcome {
  return message.chatType === 'group'
    ? { ...outcome, say: [sentPrivately(message), ...(outcome.say ?? [])] }
    : outcome
}

function joined(parts: readonly Outcome[]): Outcome {
  const audit = parts.find((part) => part.audit !== undefined)?.audit
  const say = parts.flatMap((part) => part.say ?? [])
  const ask = parts.find((part) => part.ask !== undefined)?.ask
  return { say, ...(audit !== undefined && { audit }), ...(ask !== undefined && { ask }) }
}

async function parseContext(ctx: Ctx) {
  const own = ctx.sender?.bindings[0]
  const roster = own === undefined ? [] : await ctx.store.people.inPost([own.unitId], ctx.today)
  return {
    today: ctx.today,
    sender: { unit: own?.unitName ?? null, role: null },
    gazetteer: ctx.gazetteer,
    roster: [...new Set(roster.map((post) => post.name))],
  }
}

/** What was understood but is not a report: questions, withdrawals, small talk; else the nearest three things. */
async function byIntent(parsed: Parsed, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const answer = await runWords(wordFor(parsed, message.text, ctx.sender?.name), message, ctx)
  if (answer !== undefined) return answer
  const to = answerTo(message)
  const [wrong] = textProblems(parsed)
  const sentence = wrong?.sentence ?? sentences[parsed.intent]
  if (sentence !== undefined && parsed.intent === 'hazard') return askedPrivately(sentence, message)
  if (sentence !== undefined) return { say: [{ to, text: sentence }] }
  const ask = questionOf(message, ctx)
  return { ...(await unknownText(message, ctx, book())), ...(ask !== undefined && { ask }) }
}

/** What is wrong and where is for the private chat, wherever somebody began. */
function askedPrivately(sentence: string, message: MessageIn): Outcome {
  const asked = { to: { openId: message.openId }, text: sentence }
  if (message.chatType === 'p2p') return { say: [asked] }
  const reason = '群里大家都看得到。举报要保密，已私信您，请在与我的单聊里说。'
  return { say: [{ to: answerTo(message), text: reason }, asked] }
}

/** The command that what was understood means, as its words. */
function wordFor(parsed: Parsed, said: string, own: string | undefined): string | undefined {
  if (parsed.intent === 'greeting' || parsed.intent === 'help') return '帮助'
  if (parsed.intent === 'cancel') return '撤回'
  return parsed.intent === 'query' ? topicWords(parsed, said, own) : undefined
}
