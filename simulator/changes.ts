// The simulator's one announcement channel: whoever changes the tenant says so here, the page's stream and
// waiting tests listen. It carries ids, not copies, so that each listener draws its own view.

export type Change =
  | { type: 'message'; messageId: string }
  | { type: 'chat'; chatId: string }
  | { type: 'users' }
  | { type: 'bot' }
  | { type: 'clock' }
  | { type: 'log'; lineId: number }

export type Changes = {
  announce: (change: Change) => void
  /** Returns the function that ends the subscription. */
  subscribe: (listener: (change: Change) => void) => () => void
}

export function makeChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    announce: (change) => {
      for (const listener of [...listeners]) listener(change)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
