// What the SDK brings for webhooks, on Node's own server: it verifies, calls a handler that does nothing, and answers.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { answerParent } from './child.ts'
import { eventPath, secrets } from './deliveries.ts'

export type StockQuestion = { ask: 'url' } | { ask: 'handled' }

let handled = 0
const dispatcher = new EventDispatcher({ ...secrets, loggerLevel: LoggerLevel.error }).register({
  'im.message.receive_v1': async () => {
    handled += 1
  },
})
const server = createServer(adaptDefault(eventPath, dispatcher))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

answerParent(async (asked) => {
  if ((asked as StockQuestion).ask === 'handled') return handled
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
