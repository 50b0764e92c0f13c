// An officer's misconduct, and what is done to people who told.

import { oneOf } from './words.ts'

/** What is done to somebody who told. */
export const PUNISHED = oneOf(`
  停(?:工|职|班|岗) 开除 辞退 打了 被打 挨打 骂 扣 威胁 恐吓 调岗 调去 调到 调离 降[薪职级] 报复 穿小鞋
  找[我他]?的?(?:茬|麻烦) 不给(?:我|他)?(?:排|派|安排|发|活) 不让(?:我|他)?(?:上班|下井|干) 刁难 孤立
  扫厕所 看大门 撵 赶(?:我|走) 不续签 逼我(?:走|辞)
`)

/** Who inspects, manages or is sent. */
export const OFFICER = new RegExp(
  oneOf(`
  执法(?:人员|[大支中]?队|局|员|时) 安监(?:局|站|员) 应急(?:局|办|站) 检查(?:组|的人|人员) 局里
  你们(?:的人|人|[局站队科](?!的?.{1,2}[科站局队所]长)) 干部 领导 站长 副?局长 科长 队长 专家
`),
)

/** What they must not do. */
export const MISCONDUCT = new RegExp(
  oneOf(`
  收(?:了|过|受)?[^,。;]{0,8}(?:钱|礼|红包|好处|烟|酒|卡) 走(?:个)?过场 吃(?:完)?饭
  根本没(?:看|查|下井|进) 吃(?:拿卡要|了|喝) 吃请 索要 要(?:钱|好处|烟) 通风报信 走漏(?:风声|消息)
  提前通知 打招呼 受贿 包庇 徇私 不作为 乱作为 乱罚款 态度(?:恶劣|差) 刁难 入股 亲戚
  检查前[^,。;]{0,4}(?:打电话|通知|告诉) 放水 睁一只眼
`),
)
