// How the names of desks and of posts end. Longer words stand before those they begin with or end like.

import { oneOf } from './words.ts'

/** A desk inside a unit. */
export const DESK = oneOf('办公室 大队 中队 支队 队 办 站 科 股 室 所 中心')

/** Who heads a unit or a desk. */
export const HEAD = oneOf(
  '书记 局长 镇长 乡长 县长 区长 市长 部长 厅长 主席',
  '大队长 支队长 队长 站长 科长 股长 所长 主任',
)

/** Any post: 安全科长, 副主任, 网格员, 安全总监, 总工程师. */
export const POST_END = oneOf('长 主任 书记 员 经理 总监 主席 师')
