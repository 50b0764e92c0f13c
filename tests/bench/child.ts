// A part of the benchmark in a process of its own, asked over the channel Node gives to parent and child. The child
// ends with its parent, however that ends, so that nothing stays behind.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Child = AsyncDisposable & {
  /** One question at a time. @throws when the child fails, ends or is silent for a minute */
  ask<Answer>(question: object): Promise<Answer>
}

type Reply = { answer: unknown } | { failed: string }

const answerWithinMs = 60_000
const endsWithinMs = 5000

/** @param file beside this one, such as `stock-child.ts`; `setting` is told to it as ANJIAN_BENCH */
export function startChild(file: string, setting: string): Child {
  const child = fork(join(import.meta.dirname, file), {
    env: { ...process.env, ANJIAN_BENCH: setting },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    async ask<Answer>(question: object) {
      const settled = new AbortController()
      const signal = AbortSignal.any([settled.signal, AbortSignal.timeout(answerWithinMs)])
      child.send(question)
      const message = once(child, 'message', { signal }) as Promise<[Reply]>
      const exit = once(child, 'exit', { signal }).then((): [Reply] => [{ failed: `${file} ended` }])
      const [reply] = await Promise.race([message, exit])
      settled.abort()
      await Promise.allSettled([message, exit])
      if ('failed' in reply) throw new Error(reply.failed)
      return reply.answer as Answer
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      const overdue = setTimeout(() => child.kill('SIGKILL'), endsWithinMs)
      await ended
      clearTimeout(overdue)
    },
  }
}

/** The child's side: answers each question of the parent. */
export function answerParent(answer: (question: unknown) => Promise<unknown>): void {
  process.once('disconnect', () => process.exit(0))
  process.on('message', (question) => {
    const reply = async (): Promise<Reply> => ({ answer: (await answer(question)) ?? null })
    void reply()
      .catch(
        (error: unknown): Reply => ({ failed: error instanceof Error ? String(error.stack) : String(error) }),
      )
      .then((said) => process.send?.(said))
  })
}
