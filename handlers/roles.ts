// The four roles in the words people use for them, and what each lets one do.
import type { Role, Sender } from '../bot/context.ts'

const words: Readonly<Record<Role, string>> = {
  reporter: '报送员',
  handler: '经办人',
  leader: '领导',
  admin: '管理员',
}

export const roles = Object.keys(words) as readonly Role[]

export function roleWord(role: Role): string {
  return words[role]
}

/** The role of a word or of a form's value; undefined for anything else. */
export function roleOf(word: string): Role | undefined {
  return roles.find((role) => role === word || words[role] === word)
}

/** What the role lets one do, for the card that welcomes a new member. */
export const roleDoes: Readonly<Record<Role, string>> = {
  reporter: '可以报人员变动、登记培训、查达标情况。',
  handler: '可以受理本单位的隐患举报，也可以上报和查达标情况。',
  leader: '可以查看本单位和下级的达标情况、隐患办理进度。',
  admin: '可以邀请和解除人员、设置工作群。',
}

/** 沁水县郑庄镇 · 报送员 */
export function bindingText({
  unitName,
  role,
}: Pick<Sender['bindings'][number], 'unitName' | 'role'>): string {
  return `${unitName} · ${roleWord(role)}`
}
