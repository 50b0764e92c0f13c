// `anjian queue`: what waits, what was given up, what nobody knows the fate of; `--retry` gives what was given up
// another eight tries. Codes and keys, never content.
import { queueState, queueTrouble, retryParked } from '../store/queue.ts'
import { type Command, output, withDatabase } from './command.ts'

export const queue: Command = {
  usage: 'anjian queue [--retry] [--json]',
  words: 0,
  async run(_words, options) {
    await withDatabase(async ({ database, now }) => {
      const { retried, state, trouble } = await database.transact(async (tx) => ({
        retried: options.retry === true ? await retryParked(tx, now) : 0,
        state: await queueState(tx),
        trouble: await queueTrouble(tx, 50),
      }))
      const all = { ...state, retried, parkedTriggers: trouble.triggers, troubledMessages: trouble.outgoing }
      output(options, all, [
        ...(options.retry === true ? [`tried again: ${retried}`] : []),
        `waiting triggers ${state.triggers}, waiting messages ${state.outgoing}, parked ${state.parked}, uncertain ${state.uncertain}`,
        ...trouble.triggers.map((one) => `parked trigger ${one.key} ${one.kind} ${one.error ?? ''}`),
        ...trouble.outgoing.map((one) => `${one.status} message ${one.id} ${one.error ?? ''}`),
      ])
    })
  },
}
