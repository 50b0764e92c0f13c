// An administrator makes a one-time code for one person: 邀请 单位 角色 姓名. What is missing or unclear is asked with
// a form that keeps what was typed.
import {
  type Card,
  card,
  type Field,
  form,
  labelled,
  md,
  note,
  type Option,
  select,
  text,
  textInput,
} from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome, PressIn, Role, Unit } from '../bot/context.ts'
import { bindingOf, may, refused } from './access.ts'
import { inPrivate, notice } from './notice.ts'
import { roleOf, roles, roleWord } from './roles.ts'
import type { Command, Press } from './route.ts'
import { clockTime } from './time.ts'
import { unitNamed } from './unit-name.ts'

const validDays = 7
const codeBytes = 5
const nameMax = 20
const onlyAdmins = '只有管理员能邀请人。请向本单位或上级的管理员要邀请码。'

/** What was typed, before it is understood. `unitId` is a choice among units of one name. */
type Typed = { unit: string; unitId?: string; role: string; name: string }
type Invited = { unit: Unit; role: Role; name: string | undefined }
type Problem = { sentence: string; choices?: readonly Unit[] }

/** 邀请 沁水县郑庄镇 报送员 张三; in any spacing, the name may be left out. Administrators of that unit or above it. */
export const invite: Command = {
  words: ['邀请'],
  help: { name: '给新成员发邀请码（管理员）', example: '邀请 沁水县郑庄镇 报送员 张三' },
  who: 'bound',
  inGroups: 'privately',
  async run(rest, message, ctx) {
    if (bindingOf(ctx.sender, ['admin']) === undefined)
      return inPrivate(message, notice('不能邀请', [onlyAdmins]))
    const typed = typedIn(rest)
    const read = await readInvitation(typed, ctx)
    if ('sentence' in read)
      return inPrivate(message, inviteForm(typed, rest.trim() === '' ? undefined : read))
    return invited(read, message, ctx)
  },
}

/** The form of the same, submitted. */
export const inviteByForm: Press = {
  act: 'bind.invite',
  async run(press, ctx) {
    if (bindingOf(ctx.sender, ['admin']) === undefined) return refused(onlyAdmins)
    const unitId = formText(press, 'unit_id')
    const unit = formText(press, 'unit')
    const typed = {
      unit,
      ...(unitId !== '' && { unitId }),
      role: formText(press, 'role'),
      name: formText(press, 'name'),
    }
    const read = await readInvitation(typed, ctx)
    if ('sentence' in read) return { card: inviteForm(typed, read) }
    const { say = [], ...rest } = await invited(read, press, ctx)
    const [shown, ...others] = say
    return { ...rest, say: others, ...(shown !== undefined && 'card' in shown && { card: shown.card }) }
  },
}

/** The role's word parts what was typed: the unit stands before it, the name after it. */
function typedIn(rest: string): Typed {
  const role = roles.map(roleWord).find((word) => rest.includes(word))
  if (role === undefined) {
    const [unit = '', other, ...name] = rest.trim().split(/\s+/u)
    return name.length === 0 || other === undefined
      ? { unit: rest.trim(), role: '', name: '' }
      : { unit, role: other, name: name.join('') }
  }
  const at = rest.indexOf(role)
  return { unit: rest.slice(0, at).trim(), role, name: rest.slice(at + role.length).trim() }
}

async function readInvitation(typed: Typed, ctx: Ctx): Promise<Invited | Problem> {
  const unit =
    typed.unitId === undefined ? await unitTyped(typed.unit, ctx) : await unitChosen(typed.unitId, ctx)
  if ('sentence' in unit) return unit
  if (!(await may(ctx, ['admin'], unit.id)))
    return { sentence: `您不是${unit.name}的管理员，只能邀请本单位和下级单位的人。` }
  const role = roleOf(typed.role)
  const read = typed.role === '' ? '没有读到角色' : `没有“${typed.role.slice(0, 20)}”这个角色`
  if (role === undefined) return { sentence: `${read}，请选一个：报送员、经办人、领导、管理员。` }
  if ([...typed.name].length > nameMax) return { sentence: `姓名太长，最多${nameMax}个字。` }
  return { unit, role, name: typed.name === '' ? undefined : typed.name }
}

async function unitTyped(typed: string, ctx: Ctx): Promise<Unit | Problem> {
  if (typed === '') return { sentence: '没有读到单位，请写单位名称，如 沁水县郑庄镇。' }
  const named = await unitNamed(typed, ctx)
  if (named.found === 'one') return named.unit
  if (named.found === 'several')
    return { sentence: `有几个单位都叫“${typed}”，请选一个。`, choices: named.units }
  const near = named.nearest.map(({ name }) => name).join('、')
  return {
    sentence: `没有叫“${typed.slice(0, 30)}”的单位${near === '' ? '' : `，相近的有：${near}`}。请写单位全称。`,
  }
}

async function unitChosen(unitId: string, ctx: Ctx): Promise<Unit | Problem> {
  return (await ctx.store.units.byId(unitId)) ?? { sentence: '选的单位已不存在，请重新写单位名称。' }
}

async function invited({ unit, role, name }: Invited, to: MessageIn | PressIn, ctx: Ctx): Promise<Outcome> {
  const code = ctx.randomCode(codeBytes)
  const expiresAt = ctx.now + validDays * 24 * 3_600_000
  const createdBy = ctx.sender?.ref ?? ''
  await ctx.store.members.invite({ code, unitId: unit.id, role, name, expiresAt, createdBy })
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`
  return {
    say: [
      { to: { openId: to.openId }, card: codeCard({ unit, role, name }, shown, expiresAt) },
      // Plain words of our own, to be passed on with one touch.
      { to: { openId: to.openId }, text: `请在飞书里找到“安监通”，发给它：绑定 ${shown}` },
    ],
    audit: { action: 'member.invited', subject: `unit:${unit.id}`, detail: { role } },
  }
}

function codeCard({ unit, role, name }: Invited, code: string, expiresAt: number): Card {
  return card({
    title: '邀请码已生成',
    state: 'done',
    summary: '邀请码已生成',
    elements: [
      text(md`请把下面这句话转给本人，让本人发给我：\n**绑定 ${code}**`),
      labelled([
        { label: '单位', value: md`${unit.name}` },
        { label: '角色', value: md`${roleWord(role)}` },
        { label: '姓名', value: md`${name ?? '（未写）'}` },
        { label: '有效期至', value: md`${clockTime(expiresAt)}` },
      ]),
      note(md`只能用一次，谁拿到谁就能绑定，请不要发到群里。`),
    ],
  })
}

function inviteForm(typed: Typed, problem: Problem | undefined): Card {
  const options: readonly Option[] = roles.map((role) => ({ text: roleWord(role), value: role }))
  const elements: readonly Field[] = [
    unitField(typed, problem),
    select({
      name: 'role',
      label: md`角色`,
      required: true,
      placeholder: '请选择角色',
      initial: roleOf(typed.role),
      options,
    }),
    textInput({
      name: 'name',
      label: md`姓名`,
      required: false,
      placeholder: '被邀请人的姓名',
      maxLength: nameMax,
      initial: typed.name,
    }),
  ]
  const problems = problem === undefined ? [] : [problem.sentence]
  const submit = { text: '生成邀请码', act: { act: 'bind.invite' } }
  return card({
    title: '邀请新成员',
    state: 'info',
    icon: 'member_outlined',
    summary: '邀请新成员',
    elements: [form({ name: 'invite', elements, submit, problems })],
  })
}

function unitField(typed: Typed, problem: Problem | undefined): Field {
  const common = { label: md`单位`, required: true, placeholder: '如 沁水县郑庄镇' }
  if (problem?.choices === undefined)
    return textInput({ ...common, name: 'unit', maxLength: 60, initial: typed.unit })
  const options = problem.choices.map(({ id, name }) => ({ text: name, value: id }))
  return select({ ...common, name: 'unit_id', options })
}

function formText(press: PressIn, name: string): string {
  const value = press.form[name]
  return typeof value === 'string' ? value.trim() : ''
}
