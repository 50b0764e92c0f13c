// All list types. A new one is a file and a line here.
import type { ListType } from './define.ts'
import { roster } from './roster.ts'
import { trainingList } from './training-list.ts'

export const listTypes: readonly ListType[] = [roster, trainingList]

export function listType(kind: string): ListType | undefined {
  return listTypes.find((type) => type.kind === kind)
}

/** The type a text speaks of: 模板 培训, 导出 名单. */
export function listTypeIn(words: string): ListType | undefined {
  return /培训/.test(words) ? trainingList : /人员|名单|花名册/.test(words) ? roster : undefined
}
