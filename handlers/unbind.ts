// An administrator ends somebody's role at a unit. The person is told; what was filed stays.
import { type BodyElement, button, type Card, columns, md, text } from '../bot/cards/index.ts'
import type { Ctx, Outcome } from '../bot/context.ts'
import { bindingOf, may, refused } from './access.ts'
import { inPrivate, notice } from './notice.ts'
import { bindingText, roleWord } from './roles.ts'
import { type Command, idOf, type Press } from './route.ts'
import { unitNamed } from './unit-name.ts'

type Binding = NonNullable<Awaited<ReturnType<Ctx['store']['members']['binding']>>>

const onlyAdmins = '只有管理员能解除绑定。要解除自己的绑定，请告诉本单位管理员。'
const mostShown = 15

/** 解除绑定 姓名, or a unit for everybody bound there. Lists what the administrator may end; nothing is ended yet. */
export const unbind: Command = {
  words: ['解除绑定', '解绑'],
  help: { name: '解除某人的绑定（管理员）', example: '解除绑定 张三' },
  who: 'bound',
  inGroups: 'privately',
  async run(rest, message, ctx) {
    if (bindingOf(ctx.sender, ['admin']) === undefined)
      return inPrivate(message, notice('不能解除绑定', [onlyAdmins]))
    const wanted = rest.trim()
    if (wanted === '')
      return inPrivate(message, notice('解除谁的绑定', ['请写上姓名或单位，如：解除绑定 张三']))
    const found = await within(await bindingsOf(wanted, ctx), ctx)
    return inPrivate(message, found.length === 0 ? noneCard(wanted) : listCard(found))
  },
}

/** The red button of the list. The last administrator at or above a unit stays. */
export const unbindByPress: Press = {
  act: 'bind.end',
  async run(press, ctx): Promise<Outcome> {
    const id = idOf(press, 'id')
    const binding = id === undefined ? undefined : await ctx.store.members.binding(id)
    if (binding === undefined) return refused('这条绑定已经解除了。')
    if (!(await may(ctx, ['admin'], binding.unitId)))
      return refused(`您不是${binding.unitName}的管理员，不能解除。`)
    if (binding.role === 'admin' && (await isLastAdmin(binding, ctx)))
      return refused('这是这里最后一位管理员，不能解除。请先邀请另一位管理员。')
    await ctx.store.members.unbind(binding.openId, binding.unitId, binding.role)
    const told = notice('绑定已解除', [
      md`您在${binding.unitName}的${roleWord(binding.role)}身份已由管理员解除。`,
      '如有疑问，请联系本单位管理员。',
    ])
    return {
      card: notice('绑定已解除', [md`${binding.name ?? '（未登记姓名）'}：${bindingText(binding)}`], {
        state: 'ended',
      }),
      toast: { type: 'success', content: '已解除' },
      say: [{ to: { openId: binding.openId }, card: told }],
      audit: { action: 'member.unbound', subject: `unit:${binding.unitId}`, detail: { role: binding.role } },
    }
  },
}

async function bindingsOf(wanted: string, ctx: Ctx): Promise<readonly Binding[]> {
  const named = await ctx.store.members.named(wanted)
  if (named.length > 0) return named
  const unit = await unitNamed(wanted, ctx)
  return unit.found === 'one' ? ctx.store.members.atUnit(unit.unit.id) : []
}

async function within(bindings: readonly Binding[], ctx: Ctx): Promise<readonly Binding[]> {
  const allowed = await Promise.all(bindings.map(({ unitId }) => may(ctx, ['admin'], unitId)))
  return bindings.filter((_, index) => allowed[index])
}

/** Whether nobody else could invite people at that unit any more. */
async function isLastAdmin(binding: Binding, ctx: Ctx): Promise<boolean> {
  const above = new Set((await ctx.store.units.upwards(binding.unitId)).map(({ id }) => id))
  const admins = await ctx.store.members.all('admin')
  return !admins.some(({ id, unitId }) => id !== binding.id && above.has(unitId))
}

function listCard(bindings: readonly Binding[]): Card {
  const more =
    bindings.length > mostShown ? [text(md`还有${bindings.length - mostShown}条，请写姓名再查。`)] : []
  return notice('解除绑定', ['点右边的按钮解除；以前上报的内容都还在。'], {
    elements: [...bindings.slice(0, mostShown).map(line), ...more],
  })
}

function line(binding: Binding): BodyElement {
  const name = binding.name ?? '（未登记姓名）'
  const end = button({
    text: '解除',
    style: 'danger',
    act: { act: 'bind.end', id: binding.id },
    confirm: { title: '解除绑定？', text: `${name}：${bindingText(binding)}。解除后不能再上报和查询。` },
  })
  return columns([
    { width: 3, elements: [text(md`${name}\n${bindingText(binding)}`)] },
    { width: 1, elements: [end] },
  ])
}

function noneCard(wanted: string): Card {
  return notice('没有找到', [
    md`您管理的单位里没有叫“${wanted.slice(0, 30)}”的成员。`,
    '请写绑定时登记的姓名，或写单位名称看那里有谁。',
  ])
}
