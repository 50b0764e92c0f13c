// `anjian bind` and `anjian bind-group`: what an administrator does in chat, from the server.
import type { Role } from '../context.ts'
import { type Command, inStore, namedUnit, output, UsageError, withDatabase } from './command.ts'

const roles: readonly Role[] = ['reporter', 'handler', 'leader', 'admin']
const allTopics = ['summary', 'reminder']

export const bind: Command = {
  usage: 'anjian bind OPEN_ID --unit NAME --role reporter|handler|leader|admin --name NAME',
  words: 1,
  async run([openId], options) {
    if (openId === undefined || !/^ou_\w+$/.test(openId))
      throw new UsageError(`read "${openId ?? ''}", expected an open_id such as ou_…`)
    const role = roles.find((one) => one === options.role)
    if (role === undefined)
      throw new UsageError(`--role: read "${options.role ?? ''}", expected one of ${roles.join(', ')}`)
    const name = options.name?.trim() ?? ''
    if (name === '') throw new UsageError('expected --name NAME, the name of the person')
    await withDatabase(async (opened) => {
      const unit = await inStore(opened, async (store, tx) => {
        const unit = await namedUnit(store, tx, options.unit)
        await store.members.bind({
          openId,
          unitId: unit.id,
          role,
          name,
          createdBy: 'command line',
        })
        await store.records.audit({
          actor: 'command line',
          action: 'member.bound',
          subject: `unit:${unit.id}`,
          detail: { role },
        })
        return unit
      })
      output(options, { openId, unit: unit.name, role }, [`bound to ${unit.name} as ${role}`])
    })
  },
}

export const bindGroup: Command = {
  usage: 'anjian bind-group CHAT_ID --unit NAME',
  words: 1,
  async run([chatId], options) {
    if (chatId === undefined || !/^oc_\w+$/.test(chatId))
      throw new UsageError(`read "${chatId ?? ''}", expected a chat_id such as oc_…`)
    await withDatabase(async (opened) => {
      const unit = await inStore(opened, async (store, tx) => {
        const unit = await namedUnit(store, tx, options.unit)
        await store.members.setGroup({ chatId, unitId: unit.id, topics: allTopics, status: 'bound' })
        await store.records.audit({
          actor: 'command line',
          action: 'group.bound',
          subject: `unit:${unit.id}`,
          detail: {},
        })
        return unit
      })
      output(options, { chatId, unit: unit.name, topics: allTopics }, [`group bound to ${unit.name}`])
    })
  },
}
