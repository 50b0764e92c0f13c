// Words by which an accident is told, and words beside which it is none.

import { oneOf } from './words.ts'

/** Something happened. */
export const ACCIDENT = new RegExp(
  oneOf(String.raw`
  事故 冒顶 透水 爆炸 坍塌 塌方 垮塌 着火 起火 火灾 中毒 窒息 触电 坠落 车祸 翻车 侧翻 相撞 撞车 追尾 砸
  埋 喷溅 爆溅 喷炉 冒落 片帮 跑车 垮落 溃仓 滑坡 烫伤 烧伤 机械伤害 绞 挤伤 卷入 淹
  (?:吊|架子?|墙|机|车|杆|料|楼|顶|棚)(?:倒|塌|翻|砸)了 压(?:住|着)[^,。;]{0,4}人 [车撞][^,。;]{0,6}撞了
  撞(?:上|了) 塌了 冲走 山洪 死了?(?:\d|[一二两三四五六七八九十])+(?:个|名|人) \d+人?死
  (?:人|个)[^,。;]{0,4}没(?:有)?(?:再)?(?:上来|出来|升井|上井)
`),
)

/** It is told as one. */
export const ACCIDENT_TOLD = new RegExp(
  oneOf(`
  事故(?!隐患|警示|应急|案例|教育|调查|处理|教训|防范) 死 伤 困 埋 亡 送医 中毒 爆炸 发生 起火 着火 火灾
  (?:个|人|名)[^,。;]{0,2}(?:没气|断气)了 坍塌 冒顶 透水 压住 压着 困住 联系不上 塌了 遇难 失联 失踪 喷溅 爆溅 没(?:有)?(?:再)?(?:上来|出来|升井|上井)
`),
)

/** Hearsay, concealment, drills and figures: no report of an accident. */
export const NO_ACCIDENT = new RegExp(
  oneOf(String.raw`
  瞒着 瞒下 没往?上?报(?=[,。;]|$)
  瞒报 私了 摁住 没上报 没有上报 不吭声 捂 隐患 听说 听人(?:家)?(?:说|讲)
  不让(?:往外)?(?:说|打电话|报|声张) 压着不报 举报 警示教育 演练 培训 演习 未发生 无[^,。;]{0,6}事故
  零事故 同比 事故\d+起
`),
)

/** It happened, even when nobody is said to be hurt. */
export const HAPPENED = new RegExp(
  oneOf(`
  发生[^,。;]{0,16}(?:事故|火灾|爆炸|坍塌|冒顶|透水|泄漏|着火|车祸|喷溅|爆溅|喷炉|冒落|片帮|垮落|滑坡)
  (?:起火|着火|爆炸|坍塌|翻车|车祸|垮塌)[^。]{0,12}(?:伤亡|消防(?:队|车)?(?:已|正)|救援|扑灭|处置|报警|被困)
  (?:爆炸|冒顶|透水|起火|着火|坍塌|塌方|翻车)了 事故(?:快报|报告|续报)
`),
)
