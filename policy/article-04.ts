// Article 4, organisation of supervision: its obligations.
// Imported by index.ts.

import { regulatorHasSafetyStaff } from './article-04-staff.ts'
import type { Provision } from './provision.ts'

export const article04: readonly Provision[] = [
  {
    id: 'A04-1',
    title: '明确安全监管内设机构',
    clause: '各行业领域监管部门要明确负责安全监管的内设机构',
    who: ['sectorRegulator'],
    force: 'must',
    kind: 'evidence',
    frequency: 'once',
    intake: 'evidence',
    reminder: '每年1月提醒部门人事',
    settings: [],
  },
  {
    id: 'A04-2',
    title: '配足监管人员',
    clause: '配足配强监管人员',
    who: ['sectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'monthly',
    intake: 'staffing',
    reminder: '每月25日提醒部门联络员',
    settings: [],
  },
  {
    id: 'A04-3',
    title: '重点行业不少于2名安全人员',
    clause: '重点行业领域监管部门要配备不少于2名安全工作人员',
    who: ['keySectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'monthly',
    intake: 'staffing',
    reminder: '降到1人当天提醒；每月提醒主要负责人和安委办',
    settings: ['partTimePercent', 'leaveExcludedDays', 'staleMonthlyDays'],
    rule: regulatorHasSafetyStaff,
  },
  {
    id: 'A04-4',
    title: '推进执法改革',
    clause: '大力推进安全生产监管执法队伍改革，加快构建权责一致、权威高效的应急管理执法体制',
    who: ['emergencyBureau', 'city', 'county'],
    force: 'must',
    kind: 'evidence',
    frequency: 'quarterly',
    intake: 'evidence',
    reminder: '完成前每季提醒应急管理部门',
    settings: [],
  },
  {
    id: 'A04-5',
    title: '局队合一',
    clause: '县（市、区）应急管理部门原则上实行“局队合一”体制',
    who: ['county', 'emergencyBureau'],
    force: 'inPrinciple',
    kind: 'evidence',
    frequency: 'once',
    intake: 'evidence',
    reminder: '每年提醒县级应急管理部门',
    settings: [],
  },
]
