// Words and things by which a message is one of hazards, and matters that are none of work safety.

import { oneOf } from './words.ts'

/** Words of a hazard that are no accident. */
export const HAZARD_WORDS = new RegExp(
  oneOf(String.raw`
  (?:责令|被|已)停产 (?:偷偷|偷着|悄悄|私自|擅自)(?:又)?(?:开工|复工|复产|生产|干活|营业|开业|作业|施工)
  (?:检查|巡查|排查|督查)(?:时|中)?发现 核载 核定 坐了\d 校车 接送学生 隐患 举报 反映 投诉 线索 有人说
  听说 偷采 偷产 盗采 带病 冒险 没证 无证 没有证 超载 超员 漏气 漏油 漏电 泄漏 冒烟 着火 起火 私拉 乱拉
  飞线 堵(?:塞|住|了)?[^,。;]{0,4}(?:通道|出口) (?:通道|出口)[^,。;]{0,6}(?:堵|锁|占|封) 瞒报 私了 摁住
  冒顶 透水 瓦斯 探头 报警器 传感器 监控[^,。;]{0,4}(?:拆|关|坏) 越界 裂(?:缝|开|了) 塌 渗水 管涌
  防护(?:栏|罩|网)?(?:缺|没|无|坏|损) 护罩 护栏 没有?(?:防护|护) 失灵 失效 未接地 没接地 过期 灭火器
  消防(?:通道|栓|设施|器材) 楼道 电动车 安全出口 抽烟 吸烟 动火 违章 违规 违法 非法 不戴 未戴 没戴 安全帽
  安全带 临边 坍塌 脚手架 基坑 卸油 罐车 危险(?!化学品|品|废物) 太吓人 隐瞒 不安全 事故隐患 裸露 破损 老化
  松动 锈蚀 腐蚀 变形 堆放 乱堆 堆满 火药 雷管 炸药 民爆 尾矿库 载人 拉着?\d+个 三合一 住人 跟住人
  安全距离 超温 超压 超限 带电 异响 异味 刺鼻 停工整顿 整改 (?:已|都)(?:更换|修复|安装|补齐)
  (?:修|换|处理|弄)好了 (?:都|已|全部)(?:改|整改)(?:好|完) 宽限 延期整改 复查
`),
)

/** Things and places of work safety: a citizen who names one with a complaint reports a hazard. */
export const SAFETY_THINGS = new RegExp(
  oneOf(`
  救生衣 喷淋 装修 雷管 超产 漂流 景区 栈道 玻璃桥 气站 充气 冲床 机床 皮带 防护 顶板 罐 沼气 养殖 养猪
  公交 大巴 客车 司机 开车 酒驾 护坡 冲垮 山洪 积水 险情 栈道 缆车 反应釜 吊装 花炮 炮仗 危险品
  漏(?:东西|油|水|液) 石头 滚下来 (?:要|快)(?:塌|倒|掉) 没收 危废 危险废物 园区 学校 修路 挖的?沟 沟 围挡
  坑 掉下 摔 汽油 柴油 钢丝绳 石料厂 采石 放炮 爆破 工地 塔吊 吊车 脚手架 基坑 矿 煤 挖煤 电梯 扶梯 锅炉
  变压器 高压线 电线 电闸 配电 柴火 柴草 杂物 消防 灭火 起重 行车 燃气 液化气 天然气 煤气 气瓶 加油 加气
  油罐 储罐 罐车 大车 货车 校车 面包车 三轮 超速 危房 楼板 楼顶 广告牌 护栏 井盖 窨井 水库 大坝 尾矿 坝
  边坡 山体 滑坡 落石 塌陷 裂缝 裂 化工 化学品 危化 硫酸 甲醇 液氨 粉尘 有限空间 污水池 化粪池 烟花 鞭炮
  炸药 雷管 火药 放射 有毒 中毒 爆炸 冒烟 着火 明火 火 焊 作业 施工 车间 厂 安全帽 安全带 安全出口 疏散
  逃生 商场 超市 网吧 宾馆 饭店 仓库 幼儿园 游乐 索道 桥 隧道 路面 通道 电动车 充电 飞线
`),
)

/** The public complaining of something that is no matter of work safety. */
export const OUT_OF_SCOPE = new RegExp(
  oneOf(`
  打孩子 吵架 打架 家暴 噪音 扰民 狗 猫 广场舞 彩礼 离婚 欠(?:钱|工资|薪) 工资 社保 医保 低保 房产证
  物业费 停车费 退款 网购 诈骗 骗(?:钱|子) 赌博 嫖 偷(?:东西|车|钱) 小偷 垃圾(?:没人|太多|桶) 油烟 上户口
  身份证 学区
`),
)

/** Words of complaint: beside a known place a citizen's complaint is a hazard. */
export const COMPLAINT = new RegExp(
  oneOf(`
  没(?:有)?(?:人管|修|装|盖|锁|戴|系|检|关|围) 坏了 断了 裂了 漏 堵 塌 倒了 掉(?:下|进) 危险 出事 吓人
  管管 差点
`),
)

/** Words around the name of a hazard in a report of progress. */
export const AROUND_HAZARD = new RegExp(
  oneOf(String.raw`
  安全 查出 举报人? 经 现场 核[查实] 反映 情况 内容 竞争对手 隐患 问题 整改 完成 完毕 已经? 全部 都 均 也
  了 好 到位 复查 验收 请 申请 领导 安排 要求 我[们厂矿站司公局]* 你们 贵局 该 这 那 上次 检查 发现 提出
  指出 按照? 关于 的 时间 期限 不了 不完 改 想 能 否 可以 再 宽限 延期 延长 推迟 来不及 到 至 项 条 处 个
  \d [一二三四五六七八九十两天日周月]
`),
  'g',
)

/** More time is asked for. */
export const EXTENSION = new RegExp(
  oneOf(String.raw`
  延期 延长(?:整改|期限|时间)? 宽限 推迟(?:到|至) 整改不了 改不完 来不及整改 缓(?:几天|一缓|到|至)
  延(?:几|\d+|[一二三两五十])天
`),
)

/** It is put right. */
export const RECTIFIED = new RegExp(
  oneOf(`
  (?:已经?|全部|都|均|现已)(?:整改|改)(?:完成|完毕|完|到位|好)?(?:了)? 整改(?:完|好|到位)(?:了|成|毕)?
  隐患(?:已)?(?:消除|排除|销号) 整改完成 (?:修|换|处理|弄|装|补)好(?:了|(?=[,。;]|$)) 修复 故障(?:已)?排除
  恢复正常 更换完 (?:已经?|都)(?:更换|修复|安装|补齐) 解决了
`),
)

/** There was nothing in it. */
export const UNFOUNDED = new RegExp(
  oneOf(`
  不属实 查无此事 没有(?:发现)?(?:上述|举报)(?:问题|情况) 举报(?:内容)?失实 与事实不符 瞎说 没有这回事
  子虚乌有 诬告
`),
)
