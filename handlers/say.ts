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
  const told = await toldAboutTip(message, ctx)
  if (told !== undefined) return groupSafe(told, message)
  return (
    (await runWords(await askedWords(message, ctx), message, ctx)) ??
    articleAnswer(message) ??
    fromFreeText(message, ctx)
  )
}

/** Questions whose words would otherwise be taken for something else. */
async function askedWords(message: MessageIn, ctx: Ctx): Promise<string | undefined> {
  return (
    privacyWords(message) ??
    numberWords(message) ??
    phoneWords(message) ??
    fileWords(message) ??
    (await howComputedWords(message, ctx)) ??
    (await comparedWords(message, ctx))
  )
}

async function fromFreeText(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const corrected =
    message.chatType === 'group'
      ? undefined
      : ((await correctLabelled(message, ctx)) ?? (await correctSaid(message, ctx)))
  if (corrected !== undefined) return corrected
  const parsed = parse(message.text, await parseContext(ctx))
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
  if (parsed.intent === 'refused') {
    const text =
      '这个要求不能办：举报人和线索内容依法保密，谁也不能从这里查到。如需了解整改情况，请联系办理单位。'
    return { say: [{ to, text }], audit: { action: 'request.refused', subject: 'message' } }
  }
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

const sentences: Readonly<Record<string, string | undefined>> = {
  ack: '好的。有事直接发一句话给我。',
  promise: '好的，收到您的答复。我不按您说的日子另外提醒；到期没报的，按文件规定的时间提醒。',
  reminder:
    '我不能按您定的日子提醒，请用飞书日程。我自己会提醒的：轮训和证件到期、人员缺口、举报7日内决定是否受理，工作日8:30发给负责的人；周报每周第一个工作日9:00发到群里。',
  accident:
    '发生事故请立即电话报告：企业1小时内报县级应急管理部门。本机器人不代替法定报告渠道；救援请打119、120。',
  staffing:
    '读到是人员变动，但没有读到姓名和变动。请这样写：张三3月5日从农业办调到应急办，专职。也可以发“报人员变动”用表单填。',
  training:
    '读到是培训，但没有读到培训类型和日期。请这样写：李四3月4日至17日参加执法资格培训，80学时，考试合格。也可以发“登记培训”用表单填。',
  hazard:
    '请说明在哪里、什么问题，例如：泽州县子丑煤业三号皮带机没有护罩。也可以发“报隐患”用表单填。已经报过的请写上编号，例如：YH-20261123-001 已整改完毕，请复查。',
  meeting: '读到是会议。会议我这里不登记，没有存下来；要报人员、培训、隐患，直接发一句话。',
  correction: '请在“我的上报”里找到那一条，点“改正”，改好后提交。',
}
