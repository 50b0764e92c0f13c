// Article 6, professional strength: its obligations.
// Imported by index.ts.

import { officersAreQualified } from './article-06-officers.ts'
import type { Provision } from './provision.ts'

export const article06: readonly Provision[] = [
  {
    id: 'A06-1',
    title: '引进紧缺人才',
    clause: '加大急需紧缺专业人才引进和培养力度',
    who: ['county', 'sectorRegulator'],
    force: 'must',
    kind: 'evidence',
    frequency: 'yearly',
    intake: 'staffing',
    reminder: '6月、11月提醒人事',
    settings: [],
  },
  {
    id: 'A06-2',
    title: '招录专业对口人员',
    clause: '注重招考（聘）专业对口并有从业经验的大专院校毕业生',
    who: ['county', 'sectorRegulator', 'emergencyBureau'],
    force: 'encouraged',
    kind: 'computed',
    frequency: 'perEvent',
    intake: 'staffing',
    reminder: '每次招录后提醒人事',
    settings: [],
  },
  {
    id: 'A06-3',
    title: '选调人员充实基层',
    clause: '选调懂业务、年纪轻、素质高的人员充实基层安全监管队伍',
    who: ['county'],
    force: 'encouraged',
    kind: 'computed',
    frequency: 'yearly',
    intake: 'staffing',
    reminder: '每年12月提醒人事',
    settings: [],
  },
  {
    id: 'A06-4',
    title: '优化队伍结构',
    clause: '优化基层安全监管队伍年龄、专业和知识结构',
    who: ['county', 'sectorRegulator'],
    force: 'encouraged',
    kind: 'indicator',
    frequency: 'halfYearly',
    intake: 'staffing',
    reminder: null,
    settings: [],
  },
  {
    id: 'A06-5',
    title: '专业执法人员不低于75%',
    clause:
      '到2022年底，具有应急管理、安全生产相关学历、职业资格和实践经验的执法人员比例不低于在职执法人员的75%',
    who: ['emergencyBureau', 'sectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'quarterly',
    intake: 'staffing',
    reminder: '每季及人员将离开时，提醒人事和局长',
    settings: ['officerReading', 'officerExperienceMonths', 'staleQuarterlyDays'],
    rule: officersAreQualified,
  },
]
