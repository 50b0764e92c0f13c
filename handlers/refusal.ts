// What is said to a demand that nobody is granted: who told on whom, everybody's numbers, made-up records, the inside of
// the program. Each refusal leaves an audit row, without the words.
import type { Outcome } from '../bot/context.ts'
import { answerTo } from './route.ts'
import type { Said } from './said.ts'

/** In the order of telling: a right asked for is no record made up. */
const kinds = [
  ['inside', /管理员|权限|密码|口令|密钥/u],
  ['tipper', /举报|投诉|反映|检举|告密|告的|线索|YH-?\d/iu],
  ['personal', /电话|手机|号码|身份证|住址|个人信息|联系方式|open_?id/iu],
  [
    'madeUp',
    /编|造假|做假|假的|[改写填弄设标][^。；，]{0,4}成|改成|改为|补[^。；，]{0,6}(?:签到|记录|学时|人)|学时|成绩|瞒|压下|捂|凑|好看|漂亮/u,
  ],
] as const

const sentences = {
  tipper: '这个要求不能办：举报人和线索内容依法保密，谁也不能从这里查到。如需了解整改情况，请联系办理单位。',
  madeUp:
    '这个要求不能办：人员、培训、考试、隐患和事故要据实上报，编造和瞒报要追责。差什么发“达标”看，实际情况直接说一句话就能报。',
  personal: '这个要求不能办：个人信息不成批提供。工作上要找一个人，请发“查电话 姓名”。',
  inside:
    '这个要求不能办：系统的设置和记录不从聊天里提供，也不能从聊天里更改。要办什么请直接说，或发“帮助”。',
} as const

/** Undefined when nothing of the kind is demanded. */
export async function refusal({ message, parsed }: Said): Promise<Outcome | undefined> {
  const { text } = message
  if ((await parsed()).intent !== 'refused') return undefined
  const about = kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'inside'
  const audit = { action: 'request.refused', subject: 'message' }
  return { say: [{ to: answerTo(message), text: sentences[about] }], audit }
}
