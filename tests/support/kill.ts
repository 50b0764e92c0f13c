// Starts victims (victim.ts) ahead of need, because loading the bot takes longer than what it lives for.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Step } from '../../bot/steps.ts'
import type { Composition } from './compose.ts'

/** Where the victim works and from what moment on. */
export type Orders = Pick<Composition, 'feishu' | 'transport' | 'dataDir'> & { url: string; atMs: number }

/** The step after which it dies, of the first trigger whose key begins so. */
export type Death = { step: Step; of: string }

/** What a victim is told. */
export type Word = { orders: Orders } | { dieAfter: Death } | { atMs: number }

export type Victim = {
  /** Starts the bot; resolves with its address when it listens. */
  live(orders: Orders): Promise<string>
  /** From now on it dies right after this step. */
  dieAfter(death: Death): Promise<void>
  /** Puts its clock forward, if it still lives. */
  atMs(ms: number): void
  /** Resolves with the signal that ended it. */
  died: Promise<string | null>
}

/** A line of victims, so many loaded at a time. The caller ends it. */
export function lineOfVictims(ahead: number): { next(): Promise<Victim>; end(): void } {
  const children: ChildProcess[] = []
  const load = () => {
    const child = fork('tests/support/victim.ts', { execArgv: ['--import', 'tsx'] })
    children.push(child)
    return { child, ready: once(child, 'message') }
  }
  const waiting = Array.from({ length: ahead }, load)
  return {
    async next() {
      const { child, ready } = waiting.shift() ?? load()
      waiting.push(load())
      await ready
      return victimOf(child)
    },
    end() {
      for (const child of children) child.kill('SIGKILL')
    },
  }
}

function victimOf(child: ChildProcess): Victim {
  const died = once(child, 'exit').then(([, signal]) => signal as string | null)
  const tooEarly = died.then(() => Promise.reject(new Error('the victim died too early')))
  tooEarly.catch(() => undefined)
  const ask = async (word: Word): Promise<unknown> => {
    const answered = once(child, 'message')
    child.send(word)
    const [answer] = await Promise.race([answered, tooEarly])
    return answer
  }
  return {
    died,
    live: async (orders) => ((await ask({ orders })) as { url: string }).url,
    async dieAfter(death) {
      await ask({ dieAfter: death })
    },
    atMs(ms) {
      // It may die while this is written.
      if (child.connected) child.send({ atMs: ms } satisfies Word, () => undefined)
    },
  }
}
