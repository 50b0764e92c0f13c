// The table behind settings.ts: id, Chinese name, unit, default, allowed range. Defaults are proposals, not the document's.
// Imported by settings.ts alone.

import type { Quantity } from './kernel.ts'

export type NumberSetting = {
  readonly kind: 'number'
  readonly label: string
  readonly unit: Quantity
  readonly value: number
  readonly min: number
  readonly max: number
}

export type ChoiceSetting<C extends string = string> = {
  readonly kind: 'choice'
  readonly label: string
  /** What each choice is called. */
  readonly choices: Readonly<Record<C, string>>
  readonly value: C
}

export const settingTable = {
  // Freshness of what was reported.
  staleMonthlyDays: days(40, '按月更新的数据超过此天数未报视为过期', 1, 366),
  staleQuarterlyDays: days(100, '按季更新的数据超过此天数未报视为过期', 1, 366),
  // Who counts.
  leaveExcludedDays: days(90, '请假超过此天数不计入在岗', 1, 366),
  partTimePercent: percent(0, '兼职人员折算比例'),
  // Article 3.
  leaderGraceDays: days(180, '班子专业背景不足的整改宽限期', 0, 730),
  leaderExperienceMonths: months(24, '班子成员应急工作经历至少', 120),
  // Article 5.
  diversionDays: days(90, '执法编制人员借调超过此天数视为挪用', 1, 366),
  diversionWarningDays: days(30, '执法编制人员借调超过此天数预警', 1, 366),
  townshipTargetA: heads(5, 'A类（重点）乡镇专职应急人员目标'),
  townshipTargetB: heads(4, 'B类乡镇专职应急人员目标'),
  townshipTargetC: heads(3, 'C类乡镇专职应急人员目标'),
  villageVacancyDays: days(10, '村级应急负责人空缺容许', 0, 366),
  villageConfirmDays: days(92, '村级应急负责人确认的有效期', 1, 366),
  // Article 6.
  officerExperienceMonths: months(24, '执法人员实践经验至少', 120),
  officerReading: choice('any', '第六条“相关学历、职业资格和实践经验”的理解', {
    any: '具备其一',
    all: '三项齐备',
  }),
  // Article 7.
  entryTrainingDays: days(180, '新录用执法人员完成考试培训的期限', 1, 730),
  entryExamReading: choice('combined', '第七条“必考”的理解', {
    combined: '执法资格培训考试合格即可',
    separate: '另须录用考试合格',
  }),
  rotationCalendarDays: days(14, '轮训“两周”按自然日', 1, 60),
  rotationTrainingDays: days(10, '轮训“两周”按培训日', 1, 60),
  rotationHours: { kind: 'number', label: '轮训“两周”按学时', unit: 'hours', value: 80, min: 1, max: 400 },
  rotationReading: choice('any', '第七条“不少于两周”的理解', {
    any: '自然日、培训日、学时任一达到',
    calendarDays: '只按自然日',
    trainingDays: '只按培训日',
    hours: '只按学时',
  }),
  rotationAccumulates: choice('yes', '同一年度内多次培训是否累计', { yes: '累计', no: '不累计' }),
  rotationOnlinePercent: percent(50, '轮训中网络培训最多占'),
  rotationInitialCounts: choice('yes', '执法资格培训是否计入轮训', { yes: '计入', no: '不计入' }),
  rotationWarningDays: days(90, '轮训到期前提醒', 0, 366),
  certificateWarningDays: days(90, '执法证件到期前提醒', 0, 366),
  // Article 12.
  tipWindowDays: days(365, '举报办理情况统计最近', 30, 1096),
  tipReceiptWorkingDays: {
    kind: 'number',
    label: '举报回执期限',
    unit: 'workingDays',
    value: 1,
    min: 1,
    max: 10,
  },
  tipDecisionDays: days(7, '举报受理决定期限', 1, 30),
  tipClosingDays: days(60, '举报办结期限', 1, 180),
  tipExtensionDays: days(30, '举报办结最多延长', 0, 90),
  tipWarningDays: days(3, '举报各期限到期前预警', 0, 30),
} satisfies Readonly<Record<string, NumberSetting | ChoiceSetting>>

function days(value: number, label: string, min: number, max: number): NumberSetting {
  return { kind: 'number', label, unit: 'days', value, min, max }
}

function months(value: number, label: string, max: number): NumberSetting {
  return { kind: 'number', label, unit: 'months', value, min: 0, max }
}

function heads(value: number, label: string): NumberSetting {
  return { kind: 'number', label, unit: 'heads', value, min: 3, max: 50 }
}

function percent(value: number, label: string): NumberSetting {
  return { kind: 'number', label, unit: 'percent', value, min: 0, max: 100 }
}

function choice<C extends string>(
  value: NoInfer<C>,
  label: string,
  choices: Record<C, string>,
): ChoiceSetting<C> {
  return { kind: 'choice', label, choices, value }
}
