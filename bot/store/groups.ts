// Group chats: which unit each belongs to and what it is sent. Part of members.ts.
import type { Tx } from './database.ts'

export type GroupChat = {
  chatId: string
  name: string
  unitId: string | null
  topics: readonly string[]
  /** asked: an administrator has been asked what the group is for */
  status: 'asked' | 'bound' | 'left'
}

export type Groups = {
  group(chatId: string): Promise<GroupChat | undefined>
  setGroup(group: {
    chatId: string
    name?: string
    unitId?: string
    topics?: readonly string[]
    status: GroupChat['status']
    addedBy?: string
  }): Promise<void>
  /** Groups of the units that take the topic. */
  groupsOf(unitIds: readonly string[], topic: string): Promise<{ chatId: string; unitId: string }[]>
  /** Whether a message of the bot was sent to this person alone. What cannot be told is not private. */
  sentPrivately(messageId: string, openId: string): Promise<boolean>
}

export function groups(tx: Tx, env: { now: number }): Groups {
  return {
    async group(chatId) {
      const row = await tx.group.findUnique({ where: { chatId } })
      if (row === null) return undefined
      const status = row.status as GroupChat['status']
      return { ...row, status, topics: JSON.parse(row.topics) as string[] }
    },
    async setGroup({ chatId, topics, ...to }) {
      const data = { ...to, ...(topics === undefined ? {} : { topics: JSON.stringify(topics) }) }
      const create = { name: '', ...data, chatId, createdAt: new Date(env.now) }
      await tx.group.upsert({ where: { chatId }, create, update: data })
    },
    async groupsOf(unitIds, topic) {
      const rows = await tx.group.findMany({
        where: { status: 'bound', unitId: { in: [...unitIds] } },
        orderBy: { chatId: 'asc' },
      })
      return rows.flatMap((row) =>
        row.unitId !== null && (JSON.parse(row.topics) as string[]).includes(topic)
          ? [{ chatId: row.chatId, unitId: row.unitId }]
          : [],
      )
    },
    async sentPrivately(messageId, openId) {
      const rows = await tx.outgoing.findMany({ where: { messageId }, select: { target: true } })
      return rows.some(({ target }) => (JSON.parse(target) as { openId?: string }).openId === openId)
    },
  }
}
