// The world a simulator starts with: who is in the tenant, which groups there are, how the bot is called.
// Given to startSimulator, or merged later through POST /sim/world.

import { z } from 'zod'

const userShape = z.strictObject({
  name: z.string().min(1),
  /** what the page shows below the name, such as 郑庄镇应急办 · 报送员 */
  title: z.string(),
  /** a hex colour for the round avatar; chosen from the name when absent */
  colour: z.string().optional(),
  /** with or without +86; asked for by users/batch_get_id */
  mobile: z.string().optional(),
  /** derived from name and title when absent, so it is the same at every start */
  openId: z.string().startsWith('ou_').optional(),
})

const groupShape = z.strictObject({
  name: z.string().min(1),
  /** derived from the name when absent */
  chatId: z.string().startsWith('oc_').optional(),
  memberOpenIds: z.array(z.string()),
  hasBot: z.boolean(),
})

const botShape = z.strictObject({
  name: z.string().min(1),
  /** the menu beside the input box of the private chat */
  menu: z.array(z.strictObject({ name: z.string().min(1), eventKey: z.string().min(1).max(30) })),
})

export const worldSchema = z.strictObject({
  bot: botShape,
  users: z.array(userShape),
  groups: z.array(groupShape),
})

/** People and groups of a tenant as a user of the simulator writes them. */
export type World = z.infer<typeof worldSchema>
export type WorldUser = z.infer<typeof userShape>
export type WorldGroup = z.infer<typeof groupShape>

/** Nobody yet. */
export const emptyWorld: World = { bot: { name: '机器人', menu: [] }, users: [], groups: [] }

/** Two people: enough to say hello. */
export const smallWorld: World = {
  bot: { name: '安监通', menu: [{ name: '帮助', eventKey: 'help' }] },
  users: [
    { name: '张三', title: '演示 · 报送员' },
    { name: '李四', title: '演示 · 管理员' },
  ],
  groups: [],
}
