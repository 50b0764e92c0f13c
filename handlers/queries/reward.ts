// 举报奖励: what the national rules say about rewards and the rules of reporting, for anybody. Facts only: whether and how
// much is paid in a case is decided after verification, and nothing here promises it.
import { bold, bullets, md, note, text } from '../../bot/cards/index.ts'
import type { Command } from '../route.ts'
import { channelStatement } from '../tips/fields.ts'
import { rule } from './rule.ts'

/** 《安全生产领域举报奖励办法》（安监总财〔2018〕19号）, as its text and its press notice give them. */
const amounts = [
  '重大事故隐患、安全生产违法行为：按行政处罚金额的15%，最低3000元，最高30万元。',
  '瞒报、谎报事故：按查实的瞒报死亡人数，一般事故每人3万元，较大4万元，重大5万元，特别重大6万元，最高30万元。',
]
const rules = [
  '谁受理、谁奖励，属地管理、分级负责。',
  '一案一奖：同一件事多人举报，奖给第一个有效举报；联名举报由第一署名人或其委托的人领取（安监总财〔2012〕63号）。',
  '受理后60天内办结，可以延长一次，不超过30天，并把理由告诉举报人（安监总财〔2012〕63号）。',
  '核实后10天内反馈结果，联系不上的除外（安监总财〔2012〕63号）。',
  '企业职工举报本单位的，要留真实姓名和有效联系方式；受理单位必须核实、反馈，不得泄露、不得打击报复（应急〔2020〕69号）。',
]
const channels = ['电话12350', '信函', '电子邮件', '传真', '走访', '或者直接发给我']

export const rewardRule: Command = rule({
  words: ['举报奖励', '奖励办法', '举报规定'],
  help: { name: '看举报奖励的规定', example: '举报奖励' },
  title: '举报奖励的规定',
  source: '安监总财〔2018〕19号',
  elements: [
    text(md`${bold('奖多少')}\n${bullets(amounts)}`),
    text(md`${bold('怎么办')}\n${bullets(rules)}`),
    text(md`${bold('在哪里举报')}：${channels.join('、')}。`),
    text(md`${channelStatement}`),
    note(md`以上是国家办法的规定，不是承诺：奖不奖、奖多少，由受理单位核实后按规定决定。各县可能另有标准。`),
  ],
})
