// Article 8, conduct: its obligations.
// Imported by index.ts.

import type { Provision } from './provision.ts'

export const article08: readonly Provision[] = [
  {
    id: 'A08-1',
    title: '忠诚教育',
    clause:
      '教育广大安全监管人员忠诚党的安全生产事业，严格践行“对党忠诚、纪律严明、赴汤蹈火、竭诚为民”训词精神',
    who: ['emergencyBureau', 'sectorRegulator'],
    force: 'must',
    kind: 'evidence',
    frequency: 'halfYearly',
    intake: 'meeting',
    reminder: '6月、12月提醒单位办公室',
    settings: [],
  },
  {
    id: 'A08-2',
    title: '严细实作风',
    clause: '培育广大安全监管人员严、细、实的工作作风，坚决做到和各类安全生产违法违规行为作斗争',
    who: ['emergencyBureau', 'sectorRegulator'],
    force: 'must',
    kind: 'conduct',
    frequency: 'monthly',
    intake: 'case',
    reminder: '每案只提醒纪检机构',
    settings: [],
  },
  {
    id: 'A08-3',
    title: '善于发现隐患',
    clause: '善于从细微之处发现重大隐患和普遍问题',
    who: ['emergencyBureau', 'sectorRegulator', 'township'],
    force: 'must',
    kind: 'indicator',
    frequency: 'monthly',
    intake: 'inspection',
    reminder: null,
    settings: [],
  },
  {
    id: 'A08-4',
    title: '制度措施落实到位',
    clause: '确保安全生产法律法规和制度措施落实到位',
    who: ['emergencyBureau', 'sectorRegulator'],
    force: 'must',
    kind: 'computed',
    frequency: 'weekly',
    intake: 'progress',
    reminder: '整改到期前3天、1天及次日，提醒检查人员和单位',
    settings: [],
  },
]
