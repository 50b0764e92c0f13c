// A county with twenty townships and a clerk of the county, for lists that are long. The benchmark measures with it too.
import { writeWorkbook } from '../../bot/sheets/write.ts'
import type { World } from '../../simulator/world.ts'
import { startApp, type TestApp, type TestAppInit } from './app.ts'
import { addUnit, type TestDatabase } from './database.ts'

const clerk = 'ou_county_clerk'
const world: World = {
  bot: { name: '安监通', menu: [] },
  users: [{ openId: clerk, name: '宋敏', title: '县应急局' }],
  groups: [],
}

/** The townships, as a list names them. */
export const townships = Array.from({ length: 20 }, (_, at) => `沁水县第${at + 1}镇`)

export type County = TestApp & {
  readonly clerk: string
  /** Every percentage the card shows from now on, until it says that all is saved. */
  progressOf(messageId: string): Promise<string[]>
}

export async function startCounty(init: Partial<TestAppInit> = {}): Promise<County> {
  const app = await startApp({
    at: '2026-03-06T10:00',
    world,
    load: loadCounty,
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

/** A roster of so many newcomers, by turns at each of the units. */
export function rosterFile(count: number, units: readonly string[]): Buffer {
  const rows = Array.from({ length: count }, (_, at) => [
    nameOf(at),
    units[at % units.length] ?? '',
    '应急办',
    '2026-01-05',
    '是',
    '3',
  ])
  return writeWorkbook([
    { name: '名单', header: ['姓名', '单位', '科室', '到岗日期', '专职', '从业年限'], rows },
  ])
}

/** A different name for each number below 160,000. */
function nameOf(at: number): string {
  const signs = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
  return [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20, Math.floor(at / 8000)]
    .map((sign) => signs[sign])
    .join('')
}

function loadCounty(database: TestDatabase): Promise<void> {
  return database.at('2026-01-05', async (store, tx) => {
    await addUnit(tx, 'city', null, { kind: 'city', name: '晋城市' })
    await addUnit(tx, 'qinshui', 'city', { kind: 'county', name: '沁水县', countyId: 'qinshui' })
    for (const [at, name] of townships.entries())
      await addUnit(tx, `town-${at}`, 'qinshui', { name, countyId: 'qinshui' })
    await store.members.bind({
      openId: clerk,
      unitId: 'qinshui',
      role: 'reporter',
      name: '宋敏',
      createdBy: 'test',
    })
  })
}
