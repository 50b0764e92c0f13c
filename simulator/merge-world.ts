// Brings a world into the tenant: adds what is not there yet, never removes. Groups of a world have existed
// before, so the bot is not told of them by events; it finds them by listing its chats.

import { addChat } from './chats.ts'
import { derivedId } from './ids.ts'
import { joinTenant } from './people.ts'
import type { Tenant } from './tenant.ts'
import type { World, WorldGroup } from './world.ts'

/** @throws when a group names a member that is neither in the tenant nor in this world. */
export function mergeWorld(tenant: Tenant, world: World): void {
  tenant.bot.name = world.bot.name
  tenant.bot.menu = world.bot.menu
  for (const user of world.users) joinTenant(tenant, user)
  for (const group of world.groups) mergeGroup(tenant, group)
  tenant.changes.announce({ type: 'users' })
  tenant.changes.announce({ type: 'bot' })
}

function mergeGroup(tenant: Tenant, group: WorldGroup): void {
  const stranger = group.memberOpenIds.find((openId) => !tenant.people.has(openId))
  if (stranger !== undefined)
    throw new Error(`group ${group.name} names ${stranger}, who is not in the tenant`)
  const chatId = group.chatId ?? derivedId('oc_', 'group', group.name)
  const known = tenant.chats.get(chatId)
  if (known === undefined) {
    addChat(tenant, { ...group, chatId, kind: 'group', memberOpenIds: [...group.memberOpenIds] })
    return
  }
  const newcomers = group.memberOpenIds.filter((openId) => !known.memberOpenIds.includes(openId))
  known.memberOpenIds.push(...newcomers)
  known.hasBot = known.hasBot || group.hasBot
  tenant.changes.announce({ type: 'chat', chatId })
}
