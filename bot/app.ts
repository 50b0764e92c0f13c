// The machine with its doors open: HTTP server, long connection, timers. The same for the program, the tests and
// the benchmarks; handlers, jobs and texts come in from outside.
import { connect } from './feishu/connection.ts'
import { makeHttp } from './http.ts'
import { type AppInit, credentialsOf, type Machine, makeMachine } from './machine.ts'
import type { Receiver } from './receiver.ts'
import type { OnStep } from './steps.ts'
import { queueState } from './store/queue.ts'

export type App = Pick<Machine, 'inbox' | 'dispatcher' | 'outbox' | 'receiver' | 'schedule' | 'vault'> & {
  /** the address of the HTTP server */
  url: string
  /** Works and sends until nothing is due by the clock. */
  settle(): Promise<void>
  /** Starts what happens by itself: timers, schedule, connection. */
  run(): Promise<void>
  close(): Promise<void>
}

/** Listens, but nothing is worked on until `settle` or `run`. @throws when the port is taken or Feishu is not there */
export async function makeApp(init: AppInit): Promise<App> {
  const machine = await makeMachine(init)
  const { dispatcher, outbox, pump, receiver, schedule, onStep } = machine
  const connection: { open?: ReturnType<typeof connect> } = {}
  const http = serverOf(init, machine, () => connection.open?.state())
  const url = await http.listen({ host: init.config.HOST, port: init.config.PORT })
  return {
    ...machine,
    url,
    async settle() {
      await dispatcher.drain()
      await outbox.drain()
    },
    async run() {
      await dispatcher.recover()
      pump.start()
      schedule.start()
      if (init.config.FEISHU_TRANSPORT === 'webhook') return
      const onEnvelope = (body: unknown) => overConnection(receiver, onStep, body)
      connection.open = connect({ ...credentialsOf(init.config), log: init.log, onEnvelope })
    },
    async close() {
      await schedule.stop()
      connection.open?.close()
      await http.close()
      await pump.stop()
    },
  }
}

function serverOf(init: AppInit, machine: Machine, connectionState: () => string | undefined) {
  const { config, database, clock, log } = init
  const secrets = {
    encryptKey: config.FEISHU_ENCRYPT_KEY,
    verificationToken: config.FEISHU_VERIFICATION_TOKEN,
    appId: config.FEISHU_APP_ID,
  }
  return makeHttp({
    secrets: config.FEISHU_TRANSPORT === 'webhook' ? secrets : undefined,
    receiver: machine.receiver,
    now: () => clock.now(),
    onStep: machine.onStep,
    log,
    async readiness() {
      const state = connectionState()
      const connection =
        state === undefined || state === 'connected' ? [] : [`connection to Feishu is ${state}`]
      const stored = await database.transact(queueState).then(
        () => [],
        () => ['the database does not answer'],
      )
      return [...connection, ...stored]
    },
    async metrics() {
      machine.metrics.queue(await database.transact(queueState))
      return machine.metrics.text()
    },
  })
}

async function overConnection(receiver: Receiver, onStep: OnStep, body: unknown): Promise<unknown> {
  onStep('received', 'ws')
  const answer = await receiver.receive(body)
  onStep('acknowledged', 'ws')
  // An empty answer is sent as none: the platform wants no body for events.
  return answer === undefined || Object.keys(answer).length === 0 ? undefined : answer
}
