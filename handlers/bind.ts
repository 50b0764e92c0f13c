// Binds a person of the chat to a unit by a one-time code, and says who somebody is here. Codes are the way to get a
// role; the other one is the roster (bind-phone.ts). The first administrator's claim code is an invitation too.
import { bullets, type Card, md, note } from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, Role } from '../bot/context.ts'
import { isBound } from './access.ts'
import { phoneOffer } from './bind-phone.ts'
import { inPrivate, notice } from './notice.ts'
import { bindingText, roleDoes } from './roles.ts'
import type { Command } from './route.ts'

/**
 * 绑定 CODE or 认领 CODE, by anybody. A code counts once; case, spaces and dashes are forgiven. Binding twice to the same
 * unit and role changes nothing. A wrong, used and outdated code get the same answer.
 */
export const bind: Command = {
  words: ['绑定', '认领'],
  help: { name: '用邀请码绑定单位', example: '绑定 邀请码' },
  who: 'anyone',
  inGroups: 'privately',
  async run(rest, message, ctx) {
    const code = rest.trim()
    if (code === '') return inPrivate(message, await unboundCard(ctx))
    const invitation = code.length > 40 ? undefined : await ctx.store.members.redeem(code)
    const unit = invitation && (await ctx.store.units.byId(invitation.unitId))
    if (invitation === undefined || unit === undefined) return wrongCode(message)
    const { role, unitId } = invitation
    const name = invitation.name ?? ctx.sender?.name ?? ctx.phoneMatch?.name
    const personId = name === undefined ? undefined : await personInPost(name, unitId, ctx)
    await ctx.store.members.bind({
      openId: message.openId,
      unitId,
      role,
      name,
      personId,
      createdBy: ctx.sender?.ref ?? '',
    })
    return {
      ...inPrivate(message, boundCard({ name, unitName: unit.name, role })),
      audit: { action: 'member.bound', subject: `unit:${unitId}`, detail: { role, by: 'invitation' } },
    }
  },
}

/** 我是谁: units and roles of whoever asks. */
export const whoAmI: Command = {
  words: ['我是谁', '我的单位', '我的身份'],
  help: { name: '看自己绑定的单位和角色', example: '我是谁' },
  who: 'anyone',
  inGroups: 'privately',
  async run(_rest, message, ctx) {
    const bindings = ctx.sender?.bindings ?? []
    if (bindings.length === 0) return inPrivate(message, await unboundCard(ctx))
    const name = ctx.sender?.name ?? '（没有登记姓名）'
    const lines = [md`姓名：${name}`, bullets(bindings.map(bindingText))]
    return inPrivate(message, notice('您在安监通的身份', lines))
  },
}

/**
 * For somebody unbound who wants what only members may do: how to become one, and the offer of the roster when the
 * phone number is known there. For somebody bound: how to get a further unit.
 */
export async function unboundCard(ctx: Ctx): Promise<Card> {
  const offer = await phoneOffer(ctx)
  if (offer !== undefined) return offer
  const state = isBound(ctx) ? '要再绑定一个单位：' : '您还没有绑定单位。'
  return notice('绑定单位', [
    state,
    '请向本单位管理员要一个邀请码（8位字母和数字），然后发：',
    md`**绑定 邀请码**`,
    '举报隐患不用绑定，直接发照片和一句话。',
  ])
}

// A person of the roster under the same name at that unit; two of one name stay unlinked.
async function personInPost(name: string, unitId: string, ctx: Ctx): Promise<string | undefined> {
  const held = await ctx.store.people.holding(name, [unitId], ctx.today)
  const ids = new Set(held.map(({ personId }) => personId))
  return ids.size === 1 ? held[0]?.personId : undefined
}

function wrongCode(message: MessageIn): Outcome {
  const shown = notice('没有绑定成功', [
    '这个邀请码不对、已经用过，或者过了有效期。',
    '请逐个核对字母和数字（邀请码8位、认领码12位，大小写和空格不要紧）；仍然不行，请管理员重新发一个。',
  ])
  return { ...inPrivate(message, shown), audit: { action: 'member.codeRefused', subject: 'invitation' } }
}

/** Shown to somebody who has just become a member. */
function boundCard(member: { name: string | undefined; unitName: string; role: Role }): Card {
  const hello = member.name === undefined ? md`绑定好了。` : md`${member.name}，绑定好了。`
  return notice(`已绑定：${bindingText(member)}`, [hello, roleDoes[member.role]], {
    state: 'done',
    elements: [note(md`发“帮助”打开菜单，发“我是谁”看自己的身份。`)],
  })
}
