// What becomes of something said: the senses of senses.ts are tried in their order, and what none of them knows is
// answered with the nearest things that can be said. In groups only when mentioned.
import type { Ctx, MessageIn, Outcome } from '../bot/context.ts'
import { privately } from './in-group.ts'
import { book } from './list.ts'
import { fileProblems, photoAlone } from './photo.ts'
import { questionOf } from './reports/suggest-report.ts'
import { answerTo } from './route.ts'
import { runWords } from './run-command.ts'
import { type Said, saidIn } from './said.ts'
import { senses } from './senses.ts'
import { unknownText } from './unknown.ts'

/** Longer than this nothing is read; the platform itself allows 150 KB. */
const longest = 5000

export async function handleMessage(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  if (!message.mentioned) return {}
  const typed = message.text.trim()
  if (typed === '') return ctx.files.length > 0 ? photoAlone(message, ctx, book()) : nothingSaid(message, ctx)
  if ([...typed].length > longest) return { say: [{ to: answerTo(message), text: tooLong(typed) }] }
  const problems = fileProblems(message, ctx.files)
  const said = saidIn(message, ctx)
  const outcome = (await answered(said)) ?? (await notUnderstood(said))
  if (problems.length === 0) return outcome
  return {
    ...outcome,
    say: [...(outcome.say ?? []), { to: { openId: message.openId }, text: problems.join('\n') }],
  }
}

async function answered(said: Said): Promise<Outcome | undefined> {
  for (const { inGroups, answer } of senses) {
    if (inGroups === 'never' && said.message.chatType === 'group') continue
    const outcome = await answer(said)
    if (outcome !== undefined) return inGroups === 'privately' ? privately(outcome, said.message) : outcome
  }
  return undefined
}

async function notUnderstood({ message, ctx }: Said): Promise<Outcome> {
  const ask = questionOf(message, ctx)
  return { ...(await unknownText(message, ctx, book())), ...(ask !== undefined && { ask }) }
}

/** Somebody who only mentions the bot wants to know what it can do; a sticker or the like was not understood. */
async function nothingSaid(message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const help = message.messageType === 'text' ? await runWords('帮助', message, ctx) : undefined
  return help ?? unknownText(message, ctx, book())
}

function tooLong(typed: string): string {
  return `读到${[...typed].length}字，超过${longest}字，没有处理。请分几条发送；名单可以整理成 Excel 直接发给我。`
}
