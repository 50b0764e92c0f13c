// What stands right before and right after a person's name, each entry a pattern.

import { wordsOf } from './words.ts'

/** Before a name. */
export const BEFORE_NAMES = wordsOf(
  // the beginning, marks, numbers of a list
  String.raw`^ [\s,、;:。!?()"“|\d.]`,
  // joining words and particles
  `由 和 与 及 跟 让 以及 原 现 是 有 为 对 把 将 给 经 的 说 在 了 后 前 起 条 啊 呀 其中 分别 代 请 向 查 到 来 用 这 那 个 得
   除 次 于 外 另 开始 同意`,
  // appointing, calling, lending, sending
  `叫 任命 免去 任 派 聘用? 新来的? 安排 推荐 选派 接替 替 吸收 提拔 增补 调整 录用 招聘 招录 指定 明确 确定 免 撤 借调 抽调 调入 调来
   新增 补充 聘任`,
  // the end of a post, an office or a trade
  `同志 长 员 书记 监 经理 师 总工 专家 干部 警 把手 人 办 局 站 镇 乡 村 道 科 股 队 所 室 中心 工人 司机 家属 邻居
   [电焊钳叉车架炉]工 官 生`,
  // the end of a day, a number of people, a course or what was done there
  `名 位 日 号 月 天 期间 去年 今年 训 试 班 格 成 育 [堂课座] 习 消 回`,
)

/** Before a surname that is mostly another word, only clear signs of a name count. */
export const BEFORE_WEAK_NAMES = wordsOf(
  String.raw`^ [\s,、;:。(|.]`,
  `同志 叫 [大本真]名 名是 和 与 由 其中 现在 新来的? 新聘 聘请 任命 免去`,
  `专家 长 主任 经理 总监 书记 员 [我本][办站局镇乡科股队厂矿] [轮培]训`,
)

/** After a name. */
export const AFTER_NAMES = wordsOf(String.raw`
  $ 选[调派拔] 达到 遴选 履新 出任 就任 上任 落选 骨折 突发 违纪 涉嫌 递[交了] 提出 找 想 打算 准备 计划 听 说 老师 教授 高工 博士 合同 叫 让 [啊呢呀嘛哈哦] [\s,、;:。!?()\-—~/"”|\d※] 了(?=$|[,。;!]) 同志 等(?!级|待) 和 与 及 跟 同(?!意) 调 退 借 抽 辞 离 免 任 担任
  代理? 主持 正[在于参接随] 报名 收(?=[了过受]) 参 通过 考 取得 取证 从 自 于 到 去 来 被 在 已 现 今 昨 前[天年几] 上个?[月周] 下个?[月周] 本[月周] 大概 转
  兼 挂 病 因 没 未 过(?:了|来) 变更 更换 换 对调 互换 怀孕 生病 摔 受伤 结婚
  \p{Script=Han}{1,6}(?:科|股|办|站|大队|所|室|队|镇|乡|局|委)(?:副)?(?:科长|股长|主任|站长|队长|所长|大队长|镇长|乡长|局长|书记|长) 初任 岗前
  轮训 培训 网络 专题 线上 视频 证件 缺 补 拿 领 办 执法 持 学 为(?!了) 负责 管 接 顶 请 产假 婚假 休 返 回 继续 期满 提前 入职 报到 上班 新 原[任来定本是计] 拟
  将 是 也 都 均 改 不 out in 成绩 得 的(?!士) 要 走 划 交流 轮 当选 当 晋升 升 提拔 去世 逝世 因公 牺牲 殉职 受 停 还 开 分别 至 由 给 可 月
  年(?=前|后|初|底) [(] 女 男 本科 硕士 专科 大专 安全工程 元旦 春节 国庆 中秋 清明 端午 五一 三天 半年 一周 两周 那 这 说 有 共 一起 以及 出生 电话 手机 身份
  先后 完成 结束 编制 人事 工作 实际 住院 出差 轻伤 重伤 死亡 进 定[于在] 证(?!明) 分管 协助 就 才 能 应 再 只 仅 专职 兼职 专门 一同 二人 两人 三人 四人 两名 三名
  两位 三位 下派 上派 支援 跨 留 丢 违 擅 值班 带班 替 经 自愿 申请 获 评 被评 签 注册 注安 安全 安管 局(?:长|党) 副 主任 书记 站长 科长 镇长 乡长 党委 党组 应急
  名下 复审 换证 到期 证书 操作 电工 焊工 在岗 脱产 驻村 帮忙 跟班 正式 试用 暂 临时 长期 目前 拟任 另 其 他 她 内退 进(?:了|入) 工伤
  先(?:顶|来|代|去|兼|管|负|干|替) 岗位 延长 延期 续
`)
