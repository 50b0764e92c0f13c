// What stands before the name of an enterprise and is no part of it, and what names only a kind.

import { oneOf } from './words.ts'

/** What may stand before an enterprise's name in the same run of characters. */
export const BEFORE_ENTERPRISE = new RegExp(
  `^.*${oneOf(String.raw`
  查看 查了 看了 ^都?说
  (?:夜里|夜间|晚上|[夜晚](?![里间上])|半夜|凌晨|早上|清早|上午|中午|下午|傍晚|后半夜|前半夜|白天|点|点半|时许|左右)(?=\p{Script=Han}{3,})
  举报 反映 投诉 检查 发现 我要 关于 位于 附近 旁边 边上 我们 县里 镇上 村里 乡里 督促 要求 责令 接到
  名称[是为:]? 单位[是为:] 企业[是为:] 暗访 抽查 督查 看见 看到 知道 复查 有人说 听说 听人说 今日 昨日
  今天 昨天 路边 就是 那个 这个 一下 有个 有家 有一?[个家座处] [那这][家座处] 有座 跟 离 距离? 挨着? 紧?[邻靠贴]着 靠近 对着 辖区内?的?
  (?<=.)[在到去对的叫了是把被将拟给啊呀呢吧嘛哎] 某(?=.*某) ^[在到去对叫把被将拟给我]
`)}`,
  'u',
)

/** 有个, 附近的, 儿子: words that leave an enterprise without a name. */
export const NAMELESS = new RegExp(
  `^${oneOf(String.raw`
  有 一 \d+家? 儿子 女儿 孩子 县城 城里 某 那 这 个 家 座 处 我们? 他们? 你们? 本 该 此 小 大 老 新 旧
  私人 附近 旁边 边上 楼[下上] 对面 隔壁 门口 路边 当地 村里 镇上 县里 另 几 多 反映 上次 以后 后 被 老板
  不 没 还 都
`)}*(?:的)?(?:个|家|座|处)?(?:的)?$`,
  'u',
)

/** 小, 煤, 化工, 养殖: what a works makes is no name. */
export const GENERIC_NAME = new RegExp(
  `^${oneOf(`
  [的个家座处] 工 煤 小 大 砖 铁 石料 化工 加工 机械 修理 烟花爆竹 私人 黑 废弃 废旧 村办 民营 建材 食品
  铸造 养殖 建筑 施工 洗 选 配 物流 非法 无证 尾矿 露天 住人 沙 石灰 水泥 粉笔 木器 家具 纺织 冶炼 汽修
`)}*$`,
  'u',
)
