// `anjian queue`: what waits, what was given up, what nobody knows the fate of. Codes and keys, never content.
import { queueState, queueTrouble } from '../store/queue.ts'
import { type Command, output, withDatabase } from './command.ts'

export const queue: Command = {
  usage: 'anjian queue [--json]',
  async run(_words, options) {
    await withDatabase(async ({ database }) => {
      const { state, trouble } = await database.transact(async (tx) => ({
        state: await queueState(tx),
        trouble: await queueTrouble(tx, 50),
      }))
      output(options, { ...state, parkedTriggers: trouble.triggers, troubledMessages: trouble.outgoing }, [
        `waiting triggers ${state.triggers}, waiting messages ${state.outgoing}, parked ${state.parked}, uncertain ${state.uncertain}`,
        ...trouble.triggers.map((one) => `parked trigger ${one.key} ${one.kind} ${one.error ?? ''}`),
        ...trouble.outgoing.map((one) => `${one.status} message ${one.id} ${one.error ?? ''}`),
      ])
    })
  },
}
