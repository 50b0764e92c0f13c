// Binds somebody whose phone number in the contacts is that of a person on the roster. Only offered; the person
// confirms, and the press looks the number up again.
import { bold, bullets, button, buttonRow, type Card, md, note } from '../bot/cards/index.ts'
import type { Ctx, HeldPost, Outcome, Role } from '../bot/context.ts'
import { isBound } from './access.ts'
import { notice } from './notice.ts'
import { bindingText } from './roles.ts'
import type { Press } from './route.ts'

/** Posts that make somebody a member, and as what. Other posts need an invitation. */
const roleOfPost: Readonly<Record<string, Role>> = {
  townshipStaff: 'reporter',
  safetyStaff: 'reporter',
  enforcementOfficer: 'handler',
  leader: 'leader',
}

type Offered = Pick<HeldPost, 'unitId' | 'unitName'> & { readonly role: Role }

/** 是否绑定为 …, for somebody unbound whom the roster knows by phone; undefined when there is nothing to offer. */
export async function phoneOffer(ctx: Ctx): Promise<Card | undefined> {
  const offered = await offeredBy(ctx)
  if (ctx.phoneMatch === undefined || offered.length === 0) return undefined
  const lines = [
    md`按手机号，您是花名册上的${bold(ctx.phoneMatch.name)}。是否绑定为：`,
    bullets(offered.map(bindingText)),
  ]
  return notice('绑定单位', lines, {
    state: 'waiting',
    stateText: '待您确认',
    elements: [
      buttonRow([
        button({ text: '是我，绑定', style: 'primary', act: { act: 'bind.phone' } }),
        button({ text: '不是我', style: 'default', act: { act: 'bind.notMe' } }),
      ]),
      note(md`姓名或单位不对，请点“不是我”。`),
    ],
  })
}

/** The button of the offer. What the card said counts for nothing: contacts and roster are asked again. */
export const bindByPhone: Press = {
  act: 'bind.phone',
  async run(press, ctx): Promise<Outcome> {
    if (isBound(ctx)) return { toast: { type: 'info', content: '您已经绑定过了。发“我是谁”可以查看。' } }
    const offered = await offeredBy(ctx)
    if (ctx.phoneMatch === undefined || offered.length === 0) return noMatch
    const { personId, name } = ctx.phoneMatch
    const createdBy = ctx.sender?.ref ?? ''
    for (const { unitId, role } of offered) {
      await ctx.store.members.bind({ openId: press.openId, unitId, role, name, personId, createdBy })
    }
    const lines = [md`${name}，绑定好了：`, bullets(offered.map(bindingText)), '发“帮助”打开菜单。']
    return {
      card: notice('已绑定', lines, { state: 'done' }),
      toast: { type: 'success', content: '已绑定' },
      audit: {
        action: 'member.bound',
        subject: `person:${personId}`,
        detail: { units: offered.length, by: 'phone' },
      },
    }
  },
}

/** The other button of the offer: nothing is bound, and the note in the audit tells where the roster may be wrong. */
export const notMe: Press = {
  act: 'bind.notMe',
  async run(_press, ctx): Promise<Outcome> {
    const lines = [
      '没有绑定。请向本单位管理员要邀请码，发“绑定 邀请码”。',
      '花名册上可能把您的手机号写给了别人，请一并告诉管理员。',
    ]
    return {
      card: notice('没有绑定', lines, { state: 'ended' }),
      audit: { action: 'member.phoneDenied', subject: `person:${ctx.phoneMatch?.personId ?? 'unknown'}` },
    }
  },
}

const noMatch: Outcome = {
  toast: {
    type: 'warning',
    content: '现在按手机号查不到您，没有绑定。请向管理员要邀请码，发“绑定 邀请码”。',
  },
  audit: { action: 'member.phoneRefused', subject: 'press' },
}

/** One entry per unit and role of the person's present posts. */
async function offeredBy(ctx: Ctx): Promise<readonly Offered[]> {
  if (ctx.phoneMatch === undefined || isBound(ctx)) return []
  const offered = new Map<string, Offered>()
  for (const { unitId, unitName, roleCode } of await ctx.store.people.postsOf(
    ctx.phoneMatch.personId,
    ctx.today,
  )) {
    const role = roleOfPost[roleCode]
    if (role !== undefined) offered.set(`${unitId} ${role}`, { unitId, unitName, role })
  }
  return [...offered.values()]
}
