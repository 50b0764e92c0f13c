// Words around the answer to what a card asks: those that put it off, and those that stand before and after a date or a
// name without telling more.

/** The answer comes later, or there is none yet. */
export const LATER =
  /^(?:我|这个?|暂时?|目前|现在|那|先|还)*(?:(?:稍|请|再)?等(?:一?下|一?会儿?|等|我[^,。;]{0,8})?(?:再?(?:告诉|回复|发给|报给?|说给?|补)你?)?|(?:稍后|回头|晚[点些]|过会儿?|一会儿?|改天|明天|下午|以后|随后)(?:再)?(?:说|报|补|填|告诉你?|发(?:给你)?|给你|回复)|不(?:太)?(?:清楚|知道|确定|晓得|记得)|说不(?:准|好)|没(?:有)?(?:定|想好|问|确定|通知)?|忘(?:记)?了?|记不(?:清|得)|待定|未定|不(?:填|写|报)|(?:空|放|留)(?:着|一下)|我(?:去)?(?:问|查|看|核实)(?:一?下|问|查|看)?(?:再(?:说|报|告诉你?))?)(?:了|呢|啊|吧|再说|哈)*[。!]*$/u

/** Beside a date, besides the words of change. */
export const AROUND_DATE =
  /^(?:[,。!:\s|的了吧啊呢呀嘛哦哈]|生效|到期|开始|结束|起|止|为止|发证|日期|时间|日子|是|就|在|于|从|自|为|应该?|大[概约]|可能|好像|估计|差不多|左右|前后|那一?天|当天|这一?天|[上下中]午|早上|晚上|一早|正式|到岗?|来|去|走|报到|参加|参训|培训|办|开|他们?|她们?|我们?|都|全部?|一[起块同]|统一|两个?人?|[三四五六七八九]个?人|几个?人?|大家|同一天|事|时候)*$/u
export const UNSURE_DATE = /大[概约]|可能|好像|估计|差不多|左右|前后/u

/** Before a name. */
export const NAMED =
  /^(?:他|她|这个?人|那个?人|新来的|本人)?的?(?:(?:姓名|名字|大名|全名)(?:就?是|叫做?|为|:)?|叫做?|就?是)\s*/u
/** Of those, the ones after which nothing but a name comes, even one of a rare surname. */
export const CALLED = /名|叫/u
/** After a name. */
export const AFTER_NAME =
  /(?:同志|,?[男女]|[吧啊哦呀]|[。!]|(?:都|也)?(?:参加|去|参训|来|培训)了?|这?[\d一二两三四五六七八九十]+个?人)+$/u
/** Between names. */
export const BETWEEN_NAMES = /^(?:[、,;\s和与及跟]|还有|以及)*$/u
/** No part of a name. */
export const NO_NAME = /什么|[谁啥吗呢哪几吧他她我你们不没]/u

/** Everybody of the unit. */
export const EVERYONE =
  /^(?:我们|咱们|我们?镇|单位|是|应急办)*(?:的)?(?:全体|全员|全部|所有的?人|大家|都)(?:人员|职工|干部|工作人员|同志|成员|在岗)*(?:都|全)?(?:参加|去|到|参训|培训|来|在)?(?:了|的|吧)*[。!]?$/u
