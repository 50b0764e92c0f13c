// The real bot as a process of its own that kills itself right after one step of the corridor, as a power cut would.
// Started by Victim in tests/support/kill.ts, which tells it everything over its channel.
import { openDatabase } from '../../bot/store/database.ts'
import { composeApp } from './compose.ts'
import type { Death, Orders, Word } from './kill.ts'

const clock = { ms: 0 }
let death: Death | undefined

async function live({ url, atMs, ...rest }: Orders): Promise<void> {
  clock.ms = atMs
  const app = await composeApp({
    ...rest,
    database: await openDatabase({ url }),
    clock: { now: () => clock.ms },
    onStep(done, key) {
      if (done === death?.step && key.startsWith(death.of)) process.kill(process.pid, 'SIGKILL')
    },
  })
  await app.run()
  process.send?.({ is: 'running', url: app.url })
}

process.on('message', (word: Word) => {
  if ('orders' in word) void live(word.orders)
  else if ('atMs' in word) clock.ms = word.atMs
  else {
    death = word.dieAfter
    process.send?.({ is: 'armed' })
  }
})
process.send?.({ is: 'ready' })
