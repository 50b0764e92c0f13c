// A small city with its people of the chat, as most handler tests need it.
import type { Role } from '../../bot/context.ts'
import type { Tx } from '../../bot/store/database.ts'
import { addSmallCity, freshDatabase, type TestDatabase } from '../support/database.ts'

/** open_id → unit, role, name. ou_stranger is bound to nothing. */
const people: Readonly<Record<string, readonly [unitId: string, role: Role, name: string]>> = {
  ou_clerk: ['zhengzhuang', 'reporter', '张三'],
  ou_neighbour: ['bagong', 'reporter', '李四'],
  ou_officer: ['bureau', 'handler', '王五'],
  ou_builder: ['housing', 'handler', '冯二'],
  ou_bureau_head: ['bureau', 'leader', '赵六'],
  ou_county_leader: ['qinshui', 'leader', '钱七'],
  ou_county_admin: ['qinshui', 'admin', '孙八'],
  ou_city_admin: ['city', 'admin', '周九'],
}

/** An own database with the units of `addSmallCity`, their county and short names, and these people bound. */
export async function memberCity(): Promise<TestDatabase> {
  const database = await freshDatabase()
  await database.transact(async (tx) => {
    await addSmallCity(tx)
    await addNames(tx)
  })
  await database.at('2024-03-01', async (store) => {
    for (const [openId, [unitId, role, name]] of Object.entries(people)) {
      await store.members.bind({ openId, unitId, role, name, createdBy: 'test' })
    }
  })
  return database
}

/** The group that `message` speaks in, as the county's. */
export function bindGroup(database: TestDatabase): Promise<void> {
  return database.at('2024-03-01', ({ members }) =>
    members.setGroup({ chatId: 'oc_group', unitId: 'qinshui', topics: [], status: 'bound' }),
  )
}

async function addNames(tx: Tx): Promise<void> {
  for (const countyId of ['qinshui', 'zezhou']) {
    await tx.unit.updateMany({ where: { path: { startsWith: `/city/${countyId}/` } }, data: { countyId } })
  }
  const aliases = { city: '晋城', qinshui: '沁水', zezhou: '泽州' }
  await tx.unitAlias.createMany({
    data: Object.entries(aliases).map(([unitId, alias]) => ({ unitId, alias })),
  })
}
