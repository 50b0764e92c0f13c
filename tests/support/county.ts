// A county with twenty townships and a clerk of the county, for lists that are long.
import type { World } from '../../simulator/world.ts'
import { startApp, type TestApp, type TestAppInit } from './app.ts'
import { addUnit, freshDatabase } from './database.ts'

const clerk = 'ou_county_clerk'
const world: World = {
  bot: { name: '安监通', menu: [] },
  users: [{ openId: clerk, name: '宋敏', title: '县应急局' }],
  groups: [],
}

/** The townships, as a list names them. */
export const demoLike = Array.from({ length: 20 }, (_, at) => `沁水县第${at + 1}镇`)

export type County = TestApp & {
  readonly clerk: string
  /** Every percentage the card shows from now on, until it says that all is saved. */
  progressOf(messageId: string): Promise<string[]>
}

export async function startCounty(init: Partial<TestAppInit> = {}): Promise<County> {
  const app = await startApp({
    at: '2026-03-06T10:00',
    world,
    open: countyDatabase,
    time: 'running',
    ...init,
  })
  return Object.assign(app, {
    clerk,
    async progressOf(messageId: string) {
      const seen: string[] = []
      const percent = (content: string) => /"(\d+%)"/.exec(content)?.[1]
      for (;;) {
        const { content } = await app.feishu.messageWhere((message) => {
          const shown = percent(message.content)
          const moved = shown === undefined ? message.content.includes('已导入') : shown !== seen.at(-1)
          return message.messageId === messageId && moved
        }, 60_000)
        if (content.includes('已导入')) return seen
        seen.push(percent(content) ?? '')
      }
    },
  })
}

async function countyDatabase() {
  const database = await freshDatabase()
  await database.at('2026-01-05', async (store, tx) => {
    await addUnit(tx, 'city', null, { kind: 'city', name: '晋城市' })
    await addUnit(tx, 'qinshui', 'city', { kind: 'county', name: '沁水县', countyId: 'qinshui' })
    for (const [at, name] of demoLike.entries())
      await addUnit(tx, `town-${at}`, 'qinshui', { name, countyId: 'qinshui' })
    await store.members.bind({
      openId: clerk,
      unitId: 'qinshui',
      role: 'reporter',
      name: '宋敏',
      createdBy: 'test',
    })
  })
  return database
}
