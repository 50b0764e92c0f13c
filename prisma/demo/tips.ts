// Seven tips of the eight weeks before today, in every state a tip can be in: one waits for its decision longer
// than allowed. Enterprises and places are invented or general. Written by write-tips.ts.
import { addDays, type LocalDate } from '../../policy/calendar.ts'

export type DemoTip = {
  readonly day: LocalDate
  readonly minute: number
  /** where it is, by name */
  readonly place: string
  readonly sector: string
  readonly category: 'hazard' | 'violation'
  readonly level: 'general' | 'major' | 'unknown'
  readonly urgency: 'high' | 'normal'
  readonly target: string
  readonly location: string
  readonly description: string
  /** the person of the public who wants to hear of it; the others were sent from no chat */
  readonly sender: 'stranger' | 'nobody'
  readonly decision?: {
    readonly afterDays: number
    readonly status: 'accepted' | 'refused'
    readonly reason?: string
  }
  readonly closed?: { readonly afterDays: number; readonly note: string }
}

type Story = Omit<DemoTip, 'day'> & { readonly daysAgo: number }

const stories: readonly Story[] = [
  {
    daysAgo: 47,
    minute: 620,
    place: '阳城县北留镇',
    sector: 'fireworks',
    category: 'violation',
    level: 'major',
    urgency: 'high',
    target: '申酉烟花爆竹批发部',
    location: '库房',
    description: '库房里同时存放纸箱和成品，没有人值守',
    sender: 'stranger',
    decision: { afterDays: 1, status: 'accepted' },
    closed: { afterDays: 15, note: '核查属实，已清理并处罚' },
  },
  {
    daysAgo: 40,
    minute: 1115,
    place: '高平市北城街道',
    sector: 'construction',
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    target: '某小区工地',
    location: '北城街道',
    description: '夜间施工噪声大',
    sender: 'nobody',
    decision: { afterDays: 2, status: 'refused', reason: '属噪声扰民，已转生态环境部门' },
  },
  {
    daysAgo: 33,
    minute: 1320,
    place: '陵川县礼义镇',
    sector: 'roadTransport',
    category: 'violation',
    level: 'general',
    urgency: 'normal',
    target: '拉煤货车',
    location: '礼义镇路段',
    description: '货车超载，苫布没有盖好',
    sender: 'nobody',
    decision: { afterDays: 10, status: 'accepted' },
  },
  {
    daysAgo: 26,
    minute: 540,
    place: '城区东街街道',
    sector: 'fire',
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    target: '某商场',
    location: '二楼东侧',
    description: '疏散通道堆放货物，安全出口上锁',
    sender: 'nobody',
    decision: { afterDays: 1, status: 'accepted' },
    closed: { afterDays: 4, note: '已清理，出口保持畅通' },
  },
  {
    daysAgo: 20,
    minute: 905,
    place: '泽州县大阳镇',
    sector: 'coalMine',
    category: 'hazard',
    level: 'unknown',
    urgency: 'normal',
    target: '子丑煤业有限公司',
    location: '地面变电所',
    description: '变电所门口没有挡鼠板，电缆沟盖板缺了三块',
    sender: 'nobody',
    decision: { afterDays: 3, status: 'accepted' },
  },
  {
    daysAgo: 11,
    minute: 1010,
    place: '泽州县巴公镇',
    sector: 'metallurgyTrade',
    category: 'hazard',
    level: 'unknown',
    urgency: 'normal',
    target: '辰巳铸造厂',
    location: '打磨车间',
    description: '除尘系统停了还在打磨，地上积了一层粉尘',
    sender: 'stranger',
  },
  {
    daysAgo: 2,
    minute: 1260,
    place: '沁水县嘉峰镇',
    sector: 'coalMine',
    category: 'hazard',
    level: 'general',
    urgency: 'normal',
    target: '丙丁煤矿',
    location: '运煤皮带走廊',
    description: '皮带走廊的护栏断了一截',
    sender: 'nobody',
  },
]

/** Oldest first. */
export function demoTips(today: LocalDate): readonly DemoTip[] {
  return stories.map(({ daysAgo, ...tip }) => ({ ...tip, day: addDays(today, -daysAgo) }))
}
