// The first administrator: named in ADMIN_OPEN_IDS, or whoever types the one-time claim code that is printed at
// start for as long as there is no administrator.
import { randomBytes } from 'node:crypto'
import type { Config } from './config.ts'
import type { Database } from './store/database.ts'
import { withdrawInvitations } from './store/invitations.ts'
import { members } from './store/members.ts'
import { units } from './store/units.ts'

const createdBy = 'start'
const validMs = 7 * 24 * 3_600_000

export async function announceClaim(
  config: Config,
  database: Database,
  now: number,
  print: (line: string) => void,
): Promise<void> {
  const line = await database.transact(async (tx) => {
    const store = members(tx, { now })
    const root = await units(tx).root()
    if (root === undefined)
      return '数据库里还没有单位。请先运行 npx anjian demo --units 载入单位，再重新启动。'
    for (const openId of config.ADMIN_OPEN_IDS) {
      await store.bind({ openId, unitId: root.id, role: 'admin', createdBy: 'ADMIN_OPEN_IDS' })
    }
    if ((await store.all('admin')).length > 0) return undefined
    // Only the newest code counts; one that was printed before is worth nothing.
    await withdrawInvitations(tx, createdBy)
    const code = randomBytes(6).toString('hex').toUpperCase()
    await store.invite({
      code,
      unitId: root.id,
      role: 'admin',
      name: undefined,
      expiresAt: now + validMs,
      createdBy,
    })
    return `还没有管理员。请在飞书里向机器人发送：认领 ${code}`
  })
  if (line !== undefined) print(line)
}
