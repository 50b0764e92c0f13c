// What an event or a card press needs from a way of delivery, the same for long connection and webhook.

/** How the bot took a push. */
export type PushAnswer =
  /** in time and fine; `body` is what came back, already parsed, `undefined` when nothing did */
  | { kind: 'acked'; body: unknown }
  /** in time, but refused: HTTP status other than 200, or code 500 over the long connection */
  | { kind: 'refused'; status: number }
  /** in time with HTTP 200, but the body is not JSON */
  | { kind: 'garbled' }
  | { kind: 'timeout' }
  /** no connection is open, or the address does not accept one */
  | { kind: 'unreachable' }
  /** the callback subscription is not effective: the push went out in a form the client ignores */
  | { kind: 'misrouted' }

/** `body` is the decrypted schema 2.0 envelope. `use` tells events from callbacks, whose answer matters. */
export type Push = { use: 'event' | 'callback'; body: Envelope }

export type Envelope = {
  schema: '2.0'
  header: {
    event_id: string
    event_type: string
    create_time: string
    token: string
    app_id: string
    tenant_key: string
  }
  event: Record<string, unknown>
}

export type Transport = {
  kind: 'ws' | 'webhook'
  /** Whether a push can leave at all. */
  connected: () => boolean
  /** Resolves when the bot answered or the time is over; never rejects. */
  deliver: (push: Push) => Promise<PushAnswer>
  /** `header.token` of envelopes: the verification token over HTTP, empty over the long connection. */
  token: string
}
