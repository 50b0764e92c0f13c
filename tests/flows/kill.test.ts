// Power cuts: the process is killed with SIGKILL right after each step of the corridor, once while a message is on its
// way and once while a press is, and in the midst of a long list. Whatever step it was, the person ends up with one
// draft, one number, one receipt.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { steps } from '../../bot/steps.ts'
import { openDatabase } from '../../bot/store/database.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'
import { composeApp, testSecrets } from '../support/compose.ts'
import { rosterFile } from '../support/county.ts'
import { type Death, lineOfVictims } from '../support/kill.ts'
import { people, sentences, smallCity, smallWorld } from '../support/small.ts'

const { clerk } = people
const victims = lineOfVictims(2)
/** A process of its own takes its time on a busy machine. */
const patience = { timeout: 60_000 }
afterAll(victims.end)

type Scene = Awaited<ReturnType<typeof setScene>>

/** The local Feishu, a database on the disk that outlives processes, and one clock. */
async function setScene() {
  const clock = { ms: Date.parse('2026-03-06T10:00:00+08:00') }
  const now = () => clock.ms
  const database = await smallCity()
  const { url } = database
  const start = { port: 0, host: '127.0.0.1', now, rateNow: now, world: smallWorld }
  const feishu = await startSimulator(start)
  const dataDir = await mkdtemp(join(tmpdir(), 'anjian-kill-'))
  return {
    clock,
    feishu,
    url,
    dataDir,
    chat: feishu.botChat(clerk),
    async [Symbol.asyncDispose]() {
      await feishu.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The platform gives the address one second to answer, which a busy machine may miss. */
async function reach(feishu: Simulator, url: string): Promise<void> {
  const choice = { kind: 'webhook', url: `${url}/feishu/events`, ...testSecrets } as const
  while ((await feishu.setTransport(choice)) !== 'verified');
}

/** Starts a bot that dies after a step, lets something happen to it, and waits for its end. */
async function killed(scene: Scene, death: Death, happen: () => unknown): Promise<void> {
  const { feishu, url, dataDir, clock } = scene
  const victim = await victims.next()
  const platform = { url: feishu.url, app: feishu.app }
  const orders = { feishu: platform, transport: 'webhook', url, dataDir, atMs: clock.ms } as const
  await reach(feishu, await victim.live(orders))
  await victim.dieAfter(death)
  await happen()
  // What a press leaves to be sent is due three seconds later.
  clock.ms += 4000
  victim.atMs(clock.ms)
  expect(await victim.died).toBe('SIGKILL')
}

/** A bot in this process, for as long as `work` lasts. */
async function alive(scene: Scene, work: (settle: () => Promise<void>) => Promise<void>): Promise<void> {
  const { feishu, url, dataDir, clock } = scene
  const database = await openDatabase({ url })
  const parts = { feishu, transport: 'webhook' as const, dataDir, clock: { now: () => clock.ms } }
  const app = await composeApp({ ...parts, database })
  await reach(feishu, app.url)
  await app.run()
  await work(async () => {
    clock.ms += 4000
    await feishu.settled()
    await app.settle()
    await app.settle()
  })
  await app.close()
  await database.close()
}

const card = (scene: Scene) =>
  scene.feishu.messages(scene.chat).findLast(({ type }) => type === 'interactive')?.content ?? ''

async function press(scene: Scene): Promise<void> {
  const shown = scene.feishu.messages(scene.chat).findLast(({ type }) => type === 'interactive')
  await scene.feishu.click({ as: clerk, messageId: shown?.messageId ?? '', label: '保存' })
}

/** Everything there is of the report, in the chat and in the database. */
async function expectOneOfAll(scene: Scene): Promise<void> {
  const ofBot = scene.feishu.messages(scene.chat).filter(({ from }) => from === 'bot')
  expect(ofBot).toHaveLength(1)
  expect(card(scene)).toContain('已登记 RY-20260306-001')
  const database = await openDatabase({ url: scene.url })
  const kept = await database.transact(async (tx) => ({
    reports: await tx.report.findMany({ select: { status: true, number: true } }),
    posts: await tx.post.count({ where: { unitId: 'zhengzhuang' } }),
    audits: await tx.audit.count({ where: { action: 'report.saved' } }),
    waiting: await tx.trigger.count({ where: { status: { not: 'done' } } }),
  }))
  await database.close()
  expect(kept).toEqual({
    reports: [{ status: 'saved', number: 'RY-20260306-001' }],
    posts: 3,
    audits: 1,
    waiting: 0,
  })
}

describe('a message', patience, () => {
  test.each(steps)(
    'whose work is cut off once it is %s becomes one draft, and that one report',
    async (step) => {
      await using scene = await setScene()
      await killed(scene, { step, of: '' }, () =>
        scene.feishu.say({ as: clerk, chatId: scene.chat, text: sentences.staffing }),
      )

      await alive(scene, async (settle) => {
        await scene.feishu.moveClock(scene.feishu.now() + 15_000)
        await settle()
        await press(scene)
        await settle()
      })

      await expectOneOfAll(scene)
    },
  )
})

describe('a press', patience, () => {
  test.each(steps)('whose work is cut off once it is %s saves once, pressed again or not', async (step) => {
    await using scene = await setScene()
    await alive(scene, async (settle) => {
      scene.feishu.say({ as: clerk, chatId: scene.chat, text: sentences.staffing })
      await settle()
    })
    await killed(scene, { step, of: '' }, () => press(scene))

    await alive(scene, async (settle) => {
      await settle()
      if (card(scene).includes('"保存"')) await press(scene)
      await settle()
    })

    await expectOneOfAll(scene)
  })
})

describe('a list in parts', patience, () => {
  const lines = 1200
  // Each of the three parts has a trigger of its own, and so has the last step, which makes them count.
  const moments: [string, Death][] = [
    ['before its second part is kept', { step: 'handled', of: 'next:1:' }],
    ['after its second part is kept', { step: 'committed', of: 'next:1:' }],
    ['when it was about to count', { step: 'handled', of: 'next:3:' }],
  ]
  test.each(moments)('that is cut off %s is written once, under one number', async (_, death) => {
    await using scene = await setScene()
    const { feishu, chat } = scene
    const file = { as: clerk, chatId: chat, kind: 'file', fileName: '名单.xlsx' } as const
    await alive(scene, async (settle) => {
      feishu.upload({ ...file, bytes: rosterFile(lines, ['沁水县郑庄镇']) })
      await settle()
    })
    await killed(scene, death, () => press(scene))
    expect(await rowsOf(scene)).toMatchObject({ reports: ['draft'], inPost: 2 })

    await alive(scene, async (settle) => {
      await settle()
      await settle()
    })

    expect(await rowsOf(scene)).toEqual({ reports: ['saved'], inPost: 2 + lines, people: 2 + lines })
    const said = feishu
      .messages(chat)
      .filter(({ type, content }) => type === 'text' && content.includes('已导入'))
    expect(said).toHaveLength(1)
    expect(card(scene)).toContain('RY-20260306-001')
  })
})

async function rowsOf(scene: Scene) {
  const database = await openDatabase({ url: scene.url })
  const rows = await database.transact(async (tx) => ({
    reports: (await tx.report.findMany()).map(({ status }) => status),
    inPost: await tx.post.count({ where: { unitId: 'zhengzhuang', voidedAt: null } }),
    people: await tx.person.count(),
  }))
  await database.close()
  return rows
}
