// What a group is for: asked of an administrator when the bot is put into it, kept as unit and topics. Jobs read it
// to know whom to send what.
import { bullets, md, note } from '../bot/cards/index.ts'
import type { Ctx, Inbound, Outcome, Unit } from '../bot/context.ts'
import { bindingOf, may, refused } from './access.ts'
import { groupForm, type Topic, topics, topicsIn, unitIn, whatComes } from './group-form.ts'
import { inPrivate, notice } from './notice.ts'
import type { Command, Press } from './route.ts'
import { unitMentioned, unitNamed } from './unit-name.ts'

type GroupChat = NonNullable<Awaited<ReturnType<Ctx['store']['members']['group']>>>

const aboutGroup = (chatId: string): string => `group:${chatId}`
const chatShape = /^[\w-]{1,80}$/

/** The bot is in a group: whoever put it there is asked if an administrator, otherwise those of the city. */
export async function botAdded(added: Extract<Inbound, { kind: 'botAdded' }>, ctx: Ctx): Promise<Outcome> {
  const { chatId, chatName } = added
  const known = await ctx.store.members.group(chatId)
  await ctx.store.members.setGroup({
    chatId,
    name: chatName,
    status: 'asked',
    addedBy: ctx.sender?.ref ?? '',
  })
  const admins = await adminsToAsk(added.openId, ctx)
  const audit = { action: 'group.added', subject: `group:${chatId}` }
  if (admins.length === 0) {
    const text = '大家好，我是安监通。还没有管理员认领我，请先由管理员与我单聊，发“认领 认领码”。'
    return { say: [{ to: { chatId }, text }], audit }
  }
  const unit =
    known?.unitId == null ? await unitMentioned(chatName, ctx) : await ctx.store.units.byId(known.unitId)
  const shown = groupForm({
    chatId,
    chatName,
    unit: unit?.name ?? '',
    topics: topicsOf(known),
    bound: undefined,
    problems: [],
  })
  const asked = admins.map((openId) => ({ to: { openId }, card: shown, about: aboutGroup(chatId) }))
  const hello = admins.includes(added.openId) ? [] : [{ to: { chatId }, text: waiting }]
  return { say: [...asked, ...hello], audit }
}

const waiting =
  '大家好，我是安监通。已请管理员设置本群对接的单位和推送内容，设置好之前不推送。要问我请@我，发“帮助”看能做什么。'

/** What the group is sent or was sent before the bot left it; at first everything. */
function topicsOf(group: { readonly topics: readonly string[] } | undefined): readonly string[] {
  return group === undefined || group.topics.length === 0 ? topics : group.topics
}

/** The bot is out of a group: nothing is sent there any more. */
export async function botRemoved(
  removed: Extract<Inbound, { kind: 'botRemoved' }>,
  ctx: Ctx,
): Promise<Outcome> {
  const { chatId } = removed
  if ((await ctx.store.members.group(chatId)) === undefined) return {}
  await ctx.store.members.setGroup({ chatId, status: 'left' })
  return { audit: { action: 'group.left', subject: `group:${chatId}` } }
}

/** 群设置, said in the group by an administrator: the same form again, in private. */
export const groupSettings: Command = {
  words: ['群设置', '设置本群'],
  help: { name: '设置本群的单位和推送（管理员，在群里@我）', example: '群设置' },
  who: 'bound',
  inGroups: 'privately',
  async run(_rest, message, ctx) {
    if (message.chatType === 'p2p')
      return inPrivate(message, notice('群设置', ['请到要设置的群里@我，发“群设置”。']))
    if (bindingOf(ctx.sender, ['admin']) === undefined)
      return inPrivate(message, notice('不能设置', ['只有管理员能设置工作群。']))
    const { chatId } = message
    const group = await ctx.store.members.group(chatId)
    if (group === undefined || group.status === 'left') {
      await ctx.store.members.setGroup({ chatId, status: 'asked', addedBy: ctx.sender?.ref ?? '' })
    }
    const unit = group?.unitId == null ? undefined : await ctx.store.units.byId(group.unitId)
    const shown = groupForm({
      chatId,
      chatName: group?.name ?? '',
      unit: unit?.name ?? '',
      topics: topicsOf(group),
      bound: (await unitNow(group, ctx))?.name,
      problems: [],
    })
    return { say: [{ to: { openId: message.openId }, card: shown, about: aboutGroup(chatId) }] }
  },
}

/** The submitted form. Needs an administrator of the unit, and of the unit the group belonged to before. */
export const bindGroup: Press = {
  act: 'groups.bind',
  async run(press, ctx): Promise<Outcome> {
    const chatId = String(press.value['chat'] ?? '')
    const group = chatShape.test(chatId) ? await ctx.store.members.group(chatId) : undefined
    if (group === undefined || group.status === 'left') return refused('我已经不在这个群里了，不用再设置。')
    if (group.unitId !== null && !(await may(ctx, ['admin'], group.unitId)))
      return refused('这个群已由别的单位设置，您不是那个单位的管理员。')
    const typed = { unit: unitIn(press), topics: topicsIn(press) }
    const unit = await unitTyped(typed.unit, ctx)
    const problem = 'sentence' in unit ? unit.sentence : await problemWith(unit, typed.topics, ctx)
    if ('sentence' in unit || problem !== undefined) return askAgain(group, typed, problem, ctx)
    await ctx.store.members.setGroup({ chatId, unitId: unit.id, topics: typed.topics, status: 'bound' })
    return groupBound(group, unit, typed.topics)
  },
}

async function askAgain(
  group: GroupChat,
  typed: { readonly unit: string; readonly topics: readonly Topic[] },
  problem: string | undefined,
  ctx: Ctx,
): Promise<Outcome> {
  const { chatId, name } = group
  const bound = await unitNow(group, ctx)
  const problems = problem === undefined ? [] : [problem]
  return { card: groupForm({ chatId, chatName: name, ...typed, bound: bound?.name, problems }) }
}

/** The unit that the group gets messages of now; none while an administrator is being asked. */
async function unitNow(group: GroupChat | undefined, ctx: Ctx): Promise<Unit | undefined> {
  return group?.status === 'bound' && group.unitId !== null ? ctx.store.units.byId(group.unitId) : undefined
}

function groupBound(group: { chatId: string; name: string }, unit: Unit, chosen: readonly Topic[]): Outcome {
  const { chatId } = group
  const done = notice(
    '群设置好了',
    [
      md`群：${group.name === '' ? chatId : group.name}`,
      md`单位：${unit.name}`,
      bullets(chosen.map(whatComes)),
    ],
    { state: 'done', elements: [note(md`要改，请到群里@我，发“群设置”。`)] },
  )
  const hello = notice(`本群已对接${unit.name}`, ['以后会在这里发：', bullets(chosen.map(whatComes))], {
    elements: [note(md`在群里要@我才会回答，发“帮助”看能做什么。姓名和电话在群里不显示全。`)],
  })
  return {
    card: done,
    toast: { type: 'success', content: '群设置好了' },
    say: [
      { replace: aboutGroup(chatId), card: done },
      { to: { chatId }, card: hello },
    ],
    audit: {
      action: 'group.bound',
      subject: `group:${chatId}`,
      detail: { unit: unit.id, topics: chosen.join(' ') },
    },
  }
}

async function adminsToAsk(openId: string, ctx: Ctx): Promise<readonly string[]> {
  if (bindingOf(ctx.sender, ['admin']) !== undefined) return [openId]
  const admins = await ctx.store.members.all('admin')
  const city = admins.filter(({ unitKind }) => unitKind === 'city')
  return [...new Set((city.length > 0 ? city : admins).map((admin) => admin.openId))]
}

async function unitTyped(typed: string, ctx: Ctx): Promise<Unit | { sentence: string }> {
  if (typed === '') return { sentence: '没有读到单位，请写单位名称，如 沁水县。' }
  const named = await unitNamed(typed, ctx)
  if (named.found === 'one') return named.unit
  const near = (named.found === 'several' ? named.units : named.nearest).map(({ name }) => name).join('、')
  const read = `读到的单位是“${typed.slice(0, 30)}”`
  if (named.found === 'several') return { sentence: `${read}，有几个单位都叫这个名字：${near}。请写全称。` }
  return { sentence: `${read}，没有这个单位${near === '' ? '' : `，相近的有：${near}`}。请写全称。` }
}

async function problemWith(unit: Unit, chosen: readonly Topic[], ctx: Ctx): Promise<string | undefined> {
  if (!(await may(ctx, ['admin'], unit.id)))
    return `您不是${unit.name}的管理员，只能设置本单位和下级单位的群。`
  return chosen.length === 0 ? '还没有选推送内容，请至少选一项。' : undefined
}
