// The local Feishu as a program: `node dist/simulator/main.js`. Settings: SIM_PORT (18080), SIM_HOST (127.0.0.1).
// Refuses to start beside production credentials. As a child with an IPC channel it reports address and clock.

import { z } from 'zod'
import { localAppId, startSimulator } from './simulator.ts'
import { emptyWorld, smallWorld } from './world.ts'

const settings = z.object({
  SIM_PORT: z.coerce.number().int().min(0).max(65_535).default(18_080),
  SIM_HOST: z.string().min(1).default('127.0.0.1'),
  FEISHU_APP_ID: z.string().default(''),
  FEISHU_APP_SECRET: z.string().default(''),
})

async function main(): Promise<void> {
  const given = settings.parse(process.env)
  const foreign = given.FEISHU_APP_ID !== '' && given.FEISHU_APP_ID !== localAppId
  const foreignSecret = given.FEISHU_APP_SECRET !== '' && given.FEISHU_APP_ID !== localAppId
  if (foreign || foreignSecret) {
    console.error('The simulator does not start: FEISHU_APP_ID or FEISHU_APP_SECRET of a real app is set.')
    process.exitCode = 1
    return
  }
  // a parent brings its own people through POST /sim/world
  const world = process.send === undefined ? smallWorld : emptyWorld
  const simulator = await startSimulator({ port: given.SIM_PORT, host: given.SIM_HOST, now: Date.now, world })
  const { appId, appSecret } = simulator.app
  process.send?.({ type: 'ready', url: simulator.url, appId, appSecret })
  simulator.onClockMove((offsetMs) => process.send?.({ type: 'clock', offsetMs }))
  console.log(`Local Feishu: ${simulator.url}`)
  const stop = () => void simulator.close().then(() => process.exit(0))
  process.once('disconnect', stop)
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

// a taken port is said in one sentence, not with a stack
await main().catch((error: unknown) => {
  console.error(`The simulator does not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
