// All that one message reports: what is stored at once, nil reports, and drafts of the rest, answered together; then
// what it asks beside them.
import type { Outcome } from '../bot/context.ts'
import { privately } from './in-group.ts'
import { fileNil } from './nil.ts'
import { besideWords } from './queries/topics.ts'
import { fileAtOnce } from './reports/at-once.ts'
import { draftFromMessage } from './reports/draft.ts'
import { reportTypes } from './reports/index.ts'
import { runWords } from './run-command.ts'
import type { Said } from './said.ts'
import { keepFiles } from './tips/file.ts'

/** Undefined when it reports nothing. */
export async function reported(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const { items } = await said.parsed()
  const tips = await storedAtOnce(said)
  const others: Outcome[] = []
  for (const item of items.filter(({ type }) => type === 'nilReport'))
    others.push(await fileNil(item, message, ctx))
  const drafts = await draftFromMessage(said)
  if (drafts !== undefined) others.push(drafts)
  const parts = others.length === 0 ? tips : [...tips, privately(joined(others), message)]
  if (parts.length === 0) return undefined
  const answer = await runWords(await besideWords(said), message, ctx)
  return joined(answer === undefined ? parts : [...parts, answer])
}

async function storedAtOnce({ message, ctx, parsed }: Said): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const type of reportTypes) {
    if (type.storing !== 'atOnce') continue
    const items = (await parsed()).items
      .filter((item) => type.itemTypes.includes(item.type))
      .map(({ type: _, ...item }) => item)
    if (items.length > 0 && !items.some(type.tells)) await keepFiles(ctx.files, message, ctx)
    else if (items.length > 0) outcomes.push(await fileAtOnce(type, items.filter(type.tells), message, ctx))
  }
  return outcomes
}

function joined(parts: readonly Outcome[]): Outcome {
  const audit = parts.find((part) => part.audit !== undefined)?.audit
  const say = parts.flatMap((part) => part.say ?? [])
  const ask = parts.find((part) => part.ask !== undefined)?.ask
  return { say, ...(audit !== undefined && { audit }), ...(ask !== undefined && { ask }) }
}
