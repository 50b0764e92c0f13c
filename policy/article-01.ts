// Article 1, safety red line: its obligations.
// Imported by index.ts.

import type { Provision } from './provision.ts'

export const article01: readonly Provision[] = [
  {
    id: 'A01-1',
    title: '学习安全发展理念',
    clause: '切实把习近平总书记关于安全发展理念要求贯彻落实到经济社会发展的各领域、全过程',
    who: ['city', 'county', 'sectorRegulator', 'township'],
    force: 'must',
    kind: 'evidence',
    frequency: 'quarterly',
    intake: 'meeting',
    reminder: '季末前10天仍未学习的，提醒单位办公室',
    settings: [],
  },
  {
    id: 'A01-2',
    title: '安全作为三条底线之一',
    clause: '切实把抓好安全生产作为全市经济发展的“三条底线”之一',
    who: ['city', 'county'],
    force: 'must',
    kind: 'evidence',
    frequency: 'yearly',
    intake: 'evidence',
    reminder: '3月15日未报的，提醒安委办',
    settings: [],
  },
  {
    id: 'A01-3',
    title: '更新重大风险清单',
    clause: '把防范安全生产领域重大风险作为“三大攻坚”任务之一',
    who: ['city', 'county', 'sectorRegulator'],
    force: 'must',
    kind: 'evidence',
    frequency: 'quarterly',
    intake: 'evidence',
    reminder: '上次更新满80天，提醒部门联络员',
    settings: [],
  },
  {
    id: 'A01-4',
    title: '坚守安全生产红线',
    clause: '毫不动摇坚守安全生产红线',
    who: ['city', 'county', 'township', 'village', 'sectorRegulator', 'enterprise'],
    force: 'must',
    kind: 'indicator',
    frequency: 'monthly',
    intake: 'accident',
    reminder: null,
    settings: [],
  },
]
