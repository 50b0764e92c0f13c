// `anjian parse`: one JSON message a line in, one JSON result a line out. Needs no database.
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../policy/calendar.ts'
import { jinchengGazetteer, parse as parseText } from '../text/index.ts'
import { type Command, UsageError } from './command.ts'

const line = z.object({
  id: z.string().optional(),
  text: z.string(),
  today: z.string().refine((value) => isLocalDate(value), 'today must be YYYY-MM-DD'),
  sender: z
    .object({ unit: z.string().nullable().default(null), role: z.string().nullable().default(null) })
    .default({ unit: null, role: null }),
})

export const parse: Command = {
  usage: 'anjian parse < messages.jsonl   {"id","text","today","sender":{"unit","role"}} a line',
  words: 0,
  async run(words) {
    if (words.length > 0)
      throw new UsageError(`read "${words.join(' ')}", but messages come from standard input`)
    let number = 0
    for await (const raw of createInterface({ input: process.stdin })) {
      number += 1
      if (raw.trim() === '') continue
      process.stdout.write(`${JSON.stringify(parseLine(raw, number))}\n`)
    }
  },
}

function parseLine(raw: string, number: number) {
  const value = asJson(raw)
  if (value === undefined) throw new UsageError(`line ${number}: expected JSON`)
  const read = line.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new UsageError(`line ${number}: ${[...(issue?.path ?? []), issue?.message ?? ''].join(' ')}`)
  }
  const { id, text, today, sender } = read.data
  const parsed = parseText(text, { today: today as LocalDate, sender, gazetteer: jinchengGazetteer })
  return { id, ...parsed }
}

function asJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
