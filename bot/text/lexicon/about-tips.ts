// What is said about tips and hazards without telling one: questions, papers, thanks, wishes, meetings.

import { oneOf } from './words.ts'

/** Words about tips as such; what is left of a message without them tells something, or nothing. */
export const TIP_WORDS = new RegExp(
  oneOf(`
  (?:重大|一般|较大|安全|事故|生产)*(?:事故)?隐患(?:排查)? 举报人? 反映 投诉 检举 揭发 线索 有人说 听说 整改 复查 12350
  (?:重大|安全|生产)*(?:违法|违规|违章)行为
`),
  'g',
)

/** How a matter of tips is asked about, besides the questions about anything. */
export const ASKS_OF_TIPS = new RegExp(
  oneOf(String.raw`
  什么(?:算|是|叫|样|举报|隐患|线索|$) 算什么 算不算 (?:是|叫|有|为)什么 怎么 如何 咋 哪 几[条个件起] 多少 多久 有没有 是不是
  是否 能不能 可不可以 要不要 会不会 谁 吗$ 吗[,。?] 么$ 呢$ \?$ 咨询 问(?:问|一下|下) 想知道 想了解 想问
`),
)

/** Rules are asked for, even beside the name of a thing: 加油站抽烟算不算隐患. */
export const ASKS_NORM = new RegExp(
  oneOf(`
  (?:算不算|是不是|算是?|属于|属不属于|是否(?:属于|构成)?|构不构成)[^,。;]{0,4}(?:重大|一般)?(?:事故|安全)*隐患(?:吗|么|呢|$)
  (?:应该?|要|该)(?:怎么|如何|咋)(?:处理|处置|办|整改|处罚|上报|弄)$ (?:期限|时限)[^,。;]{0,6}(?:几天|多久|多长|多少|什么)
  (?:什么|哪些|啥)[^,。;]{0,6}(?:算|是|叫|属于)[^,。;]{0,8}隐患 隐患[^,。;]{0,4}(?:怎么|如何|咋)(?:分|判|认|定|划)
  隐患的?(?:判定|认定|分级|划分|分类)(?:标准|办法|依据)? 隐患[^,。;]{0,4}(?:标准|定义)
`),
)

/** How many there are, or whether any, even at a named place: 子丑煤业有没有隐患. */
export const ASKS_FIGURE =
  /(?:有没有|哪些|多少|几[个条处件起]|什么|是否有)[^,。;]{0,8}(?:隐患|举报|线索|投诉)$|(?:隐患|举报|线索|投诉)(?:吗|么|没有?|有(?:没有|哪些|多少|几[条个处]))\??$/

/** A paper, a figure or a way is named and nothing else: 举报流程, 我们的举报台账, 举报办法发我一份. */
export const NAMES_PAPER = new RegExp(
  `(?:${oneOf(`
  流程 程序 步骤 方式 途径 渠道 办法 规定 制度 条例 标准 电话 热线 邮箱 信箱 地址 箱 奖励 奖金 范围 条件 要求 材料 须知 指南
  模板 样表 表格? 台账 清单 统计 情况 记录 汇总 列表 总数 数量 数据 率 进度 结果 表 文件
`)})(?:呢|是)?(?:请|麻烦)?(?:再|都)?(?:[发给传][给到]?我?(?:们)?)?(?:一下|一份|看看|看一下)?$`,
)

/** Something is to be handed out: 导出举报, 把隐患清单下载下来. */
export const TAKES_OUT = /导出|下载|打印|^(?:请|帮我|给我|把)?[^,。;]{0,8}(?:汇总|统计)(?:一下|出来)/

/** For something: a mere 谢谢 at the end is politeness. */
export const THANKS = /(?:谢谢|感谢|多谢|谢了|辛苦)(?:了)?[^,，。;；!！]{2,}/

/** Not meant as a tip: 我没举报, 不是举报,我就问问. */
export const NO_TIP =
  /(?:没有?|未|不是|并非|不算|不想|不要|不用|不需要|别)(?:来|去|在|是|要|想|再|打算|过)*(?:举报|反映|投诉|检举)/

/** The sender's own tip, named and nothing more: 我的举报, 上次报的那个隐患. */
export const OWN_NAMED =
  /^(?:请|帮我|麻烦|给我)?(?:查(?:一下|询)?|看(?:一下|看)?|找(?:一下)?)?(?:(?:我|俺|咱|本人)们?)?(?:在|这|上|昨|前|今|之前|刚才?|上次|上周|上个?月|昨天|前天|前几天|今天|以前)?(?:的|(?:举报|反映|投诉|上?报|提|说)(?:过|了)?的)(?:那|这)?(?:一)?(?:[个条些件])?(?:举报|隐患|线索|投诉|事儿?|事情|问题|记录)*$/

/** How far it is with the sender's own tip: 我上周举报的那个厂子查得咋样了, 俺反映的线索到哪一步了. */
export const HOW_FAR =
  /(?:我|俺|咱)[^,。;]{0,14}(?:举报|投诉|反映|检举|线索)[^,。;]{0,12}(?:[查办处][^,。;]{0,4}(?:咋样|怎么样|到哪|没有?|了吗)|(?:怎么样|怎样|咋样|到哪)(?:了|一?步|儿了?)|有(?:没有)?(?:结果|消息|进展|下文))/

/** A meeting was held; an inspection was made. */
export const MEETING_HELD =
  /(?:开|召开|参加|组织|举行|举办|列席)(?:了|过|完)?[^,。;]{0,14}(?:会议?|座谈|例会)(?=$|[,。;了])/
export const INSPECTED =
  /(?:开展|组织|进行|部署|安排|参加|完成|启动|做|搞)(?:了|过|完|好)*[^,。;]{0,14}(?:排查|检查|整治|自查|巡查|督查|督导|行动|宣传)|(?:排查|检查|巡查)(?:了|过|完)(?:一遍|一次|隐患|工作)?$/
/** Something was found. */
export const FOUND = /(?<!未|没|没有)(?:发现|查出|查到|存在|排查出|检查出)|责令|下达|如下|:/

/** How tips are made and handled, where, and under what protection. */
export const ABOUT_RULES = new RegExp(
  oneOf(`
  咨询 流程 程序 步骤 方式 途径 渠道 办法 规定 制度 条例 电话 热线 邮箱 信箱 地址 箱 材料 须知 哪里 哪儿 在哪 找谁 范围 条件
  怎么(?:办|弄|举报|反映|投诉)? 如何 咋 受保护 保护 报复 实名 匿名
`),
)

/** News of accidents elsewhere. */
export const NEWS =
  /(?:新闻|报道|抖音|网上|朋友圈)[^,。;]{0,4}(?:说|讲|里|上|报|看)|外省|外地|某[省市](?!某)|(?:河[南北]|陕西|内蒙古?|山东|江[苏西]|贵州|云南|四川|湖[南北]|安徽|浙江|广[东西]|福建|甘肃|宁夏|青海|新疆|西藏|辽宁|吉林|黑龙江|天津|重庆|北京|上海|海南)(?:省|市|那边|的?一(?:个|家|座)|有)|(?:吸取|汲取)[^,。;]{0,4}教训|引以为戒/

/** Papers handed on, meetings and inspections that lie ahead. */
export const OFFICE_TALK =
  /开会(?:传达|讨论|研究|部署|学习|强调|安排)|(?:传达|转发|印发|学习|收到|下发)(?:了|到)?[^,。;]{0,24}(?:通知|文件|精神|要求|方案|标准)|(?:通知|文件|方案|精神)》?(?:我们?)?(?:已经?|都)?(?:收到|传达|转发|下发|学习)|(?:文件|通知|会议|上级|县里|市里|省里)(?:上|里|精神)?(?:要求|强调|明确|规定|指出)|(?:计划|拟|准备|打算|将要?|安排|下周|明天|月底前)[^,。;]{0,16}(?:检查|排查|督查|巡查|整治|执法|验收)(?![组人]|完|过|前|了|时)/
/** What is forbidden or wanted is not what happens. */
export const WANTS = /严禁|禁止|不得|不准|要求|强调|传达|学习|通知|文件|会议|开会/
export const WANTED = new RegExp(`[^,。;]*(?:${WANTS.source})[^,。;]*`, 'g')

/** The answer was good. */
export const PRAISE = /(?:处理|解决|办|查)得?(?:很|真|太|挺|特别)?(?:好|快|及时|到位)(?:了|的|$|[,。!])/
/** What was told is dealt with. */
export const DEALT_WITH = /处理|解决|整改|查处|有人管|落实/
