// Endpoint discovery of the long connection: hands out addresses whose ticket opens one socket, once.

import type { Ids } from '../ids.ts'

/** What the client is told about pinging and reconnecting; all numbers in seconds, −1 means for ever. */
export type ClientConfig = {
  ReconnectCount: number
  ReconnectInterval: number
  ReconnectNonce: number
  PingInterval: number
}

/** Quick to come back after a restart, because this server is on the same machine. */
export const localClientConfig: ClientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 1,
  ReconnectNonce: 0,
  PingInterval: 10,
}

export const serviceId = 33_554_678

export type Tickets = {
  /** The address for one socket; `base` is such as ws://127.0.0.1:18080. */
  issue: (base: string) => string
  /** True once per issued ticket. */
  use: (ticket: string) => boolean
}

export function makeTickets(ids: Ids): Tickets {
  const open = new Set<string>()
  return {
    // service_id must not come first: the SDK loses the first parameter of the address
    issue: (base) => {
      const ticket = ids.event()
      open.add(ticket)
      const query = `fpid=493&aid=552564&device_id=74${ids.below(1_000_000_000)}`
      return `${base}/ws/v2?${query}&access_key=${ids.event()}&service_id=${serviceId}&ticket=${ticket}`
    },
    use: (ticket) => open.delete(ticket),
  }
}
