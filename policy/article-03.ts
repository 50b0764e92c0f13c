// Article 3, leading bodies: its obligations.
// Imported by index.ts.

import { leadersHaveBackground } from './article-03-leaders.ts'
import type { Provision } from './provision.ts'

export const article03: readonly Provision[] = [
  {
    id: 'A03-1',
    title: '领导班子安全培训',
    clause: '加强各级党政领导班子安全监管能力建设，增强防范化解重大安全风险的能力',
    who: ['city', 'county', 'sectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'yearly',
    intake: 'training',
    reminder: '10月1日未参训的，提醒组织部门联络员',
    settings: [],
  },
  {
    id: 'A03-2',
    title: '配齐领导班子',
    clause: '配齐配强各级负有安全监管职责部门领导班子',
    who: ['sectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'monthly',
    intake: 'staffing',
    reminder: '空缺第45天，提醒组织部门和单位',
    settings: [],
  },
  {
    id: 'A03-3',
    title: '班子专业背景不少于20%',
    clause: '班子成员中具有应急管理专业背景、工作经历的领导成员一般不少于20%的比例',
    who: ['sectorRegulator'],
    force: 'inPrinciple',
    kind: 'computed',
    frequency: 'quarterly',
    intake: 'staffing',
    reminder: '变动后10天内及每季提醒人事',
    settings: ['leaderExperienceMonths', 'leaderGraceDays', 'staleQuarterlyDays'],
    rule: leadersHaveBackground,
  },
  {
    id: 'A03-4',
    title: '关心基层监管干部',
    clause: '关心长期在县乡特别是重点地区安全生产监管岗位工作的干部',
    who: ['organisation', 'county'],
    force: 'encouraged',
    kind: 'evidence',
    frequency: 'yearly',
    intake: 'evidence',
    reminder: '每年12月提醒组织部门',
    settings: [],
  },
  {
    id: 'A03-5',
    title: '同等条件优先提拔',
    clause: '对业绩突出、表现优秀的干部，同等条件下优先提拔使用',
    who: ['organisation'],
    force: 'encouraged',
    kind: 'indicator',
    frequency: 'yearly',
    intake: 'evidence',
    reminder: null,
    settings: [],
  },
]
