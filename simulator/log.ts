// What went over the wire, one line each: requests of the bot, events pushed to it, card presses. Nothing that
// is pushed or refused is missing here; secrets are taken out before a line is kept.

import type { Changes } from './changes.ts'
import type { PageLogLine } from './page-api.ts'
import { redact } from './redact.ts'

export type Log = {
  add: (line: Omit<PageLogLine, 'id'>) => void
  /** Every kept line, oldest first. When old ones had to go, the first line says how many. */
  lines: () => PageLogLine[]
  line: (id: number) => PageLogLine | undefined
  /** From now on `secret` is masked wherever it occurs. */
  hide: (secret: string) => void
}

const keptLines = 20_000

export function makeLog(changes: Changes): Log {
  const kept: PageLogLine[] = []
  const secrets: string[] = []
  let nextId = 1
  let dropped = 0
  return {
    add: (line) => {
      const id = nextId++
      kept.push({
        ...line,
        id,
        body: redact(line.body, secrets),
        answer: redact(line.answer, secrets),
      })
      if (kept.length > keptLines) dropped += kept.splice(0, keptLines / 10).length
      changes.announce({ type: 'log', lineId: id })
    },
    lines: () => (dropped === 0 ? [...kept] : [droppedLine(dropped, kept[0]?.atMs ?? 0), ...kept]),
    line: (id) => kept[id - 1 - dropped],
    hide: (secret) => {
      secrets.push(secret)
    },
  }
}

function droppedLine(count: number, atMs: number): PageLogLine {
  const name = `${count} older lines were dropped to save memory`
  return { id: 0, atMs, direction: 'request', name, result: '', tookMs: 0, body: null, answer: null }
}
