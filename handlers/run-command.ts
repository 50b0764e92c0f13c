// Which command a text opens, and running it: who may, and where the answer goes.
import type { Ctx, MessageIn, Outcome } from '../bot/context.ts'
import { isBound } from './access.ts'
import { unboundCard } from './bind.ts'
import { privately } from './in-group.ts'
import { commands } from './list.ts'
import { inPrivate } from './notice.ts'
import type { Command } from './route.ts'

/** Runs the command that the words open, typed or meant by a question; undefined when they open none. */
export async function runWords(
  words: string | undefined,
  message: MessageIn,
  ctx: Ctx,
): Promise<Outcome | undefined> {
  const command = words === undefined ? undefined : commandOf(words.trim())
  return command === undefined ? undefined : runCommand(command.command, command.rest, message, ctx)
}

/** The command whose word opens the text; the longest word wins. `rest` begins after it. */
function commandOf(typed: string): { command: Command; rest: string } | undefined {
  const found = commands
    .flatMap((command) => command.words.map((word) => ({ command, word })))
    .filter(
      ({ command, word }) =>
        typed === word ||
        (command.alone !== 'yes' && typed.startsWith(word) && /^[\s:：,，]/u.test(typed.slice(word.length))),
    )
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (found === undefined) return undefined
  return {
    command: found.command,
    rest: typed
      .slice(found.word.length)
      .replace(/^[\s:：,，]+/u, '')
      .trim(),
  }
}

async function runCommand(command: Command, rest: string, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  if (command.who === 'bound' && !isBound(ctx))
    return privately(inPrivate(message, await unboundCard(ctx)), message)
  const outcome = await command.run(rest, message, ctx)
  return command.inGroups === 'privately' ? privately(outcome, message) : outcome
}
