// List type: who was trained (培训名单). Its columns are the fields of a training report, one line a person.
import { count as countField, words as wordsField } from '../reports/fields.ts'
import { training } from '../reports/training.ts'
import { choice, count, name, words } from './cells.ts'
import { type Column, headsOf, type ListType } from './define.ts'
import { dayOrNear, endOrNear, nearNote, spanOrNear } from './near.ts'
import { planTrainings, replacedRecords, stageTrainings, trainingsOvertaken } from './training-plan.ts'

const codes = [
  'rotation',
  'initialQualification',
  'continuing',
  'special',
  'lecture',
  'online',
  'leader',
  'warningEducation',
  'villageCadre',
  'gridMember',
  'enterpriseRetraining',
  'specialOperationReview',
  'other',
]

/** Other words than those of the choice itself. */
const kindWords: readonly (readonly [RegExp, string])[] = [
  [/轮训|全员培训/, 'rotation'],
  [/执法资格|初任|岗前|资格培训/, 'initialQualification'],
  [/继续教育|再教育/, 'continuing'],
  [/大讲堂|讲座/, 'lecture'],
  [/网络|线上|在线/, 'online'],
  [/警示/, 'warningEducation'],
  [/专题/, 'special'],
  [/领导/, 'leader'],
  [/网格/, 'gridMember'],
  [/特种作业|复审/, 'specialOperationReview'],
]

const results: readonly (readonly [RegExp, string])[] = [
  [/不合格|不通过|未通过|不及格|未过|^[否×✗]$/, 'fail'],
  [/合格|通过|及格|优秀|良好|过关|^[是√✓]$/, 'pass'],
  [/没有|无|未组织|不考/, 'none'],
]

/** 合格 in the column of scores is a result and no score. */
const resultIn = (cell: string) => results.slice(0, 2).find(([words]) => words.test(cell.trim()))?.[1]

const besides = (name: string, value: string | undefined) =>
  value === undefined ? {} : { values: { [name]: value } }

function column(fieldName: string, rest: Omit<Column, 'name' | 'field'>): Column {
  const field = training.fields[fieldName]
  if (field === undefined) throw new Error(`training has no field ${fieldName}`)
  return { name: fieldName, field, ...rest }
}

const optionsOf = (fieldName: string, values: readonly string[]) =>
  values.map((value) => ({ value, text: training.fields[fieldName]?.show(value) ?? value }))

const columns: readonly Column[] = [
  {
    name: 'person',
    field: { ...wordsField({ label: '姓名', required: 'yes', expect: '在岗名单里的姓名', most: 15 }) },
    heads: headsOf(`
      参训人员 学员姓名 参训人员姓名 学员 人员姓名 培训人员 人员 参训人 参训学员 受训人员
      受训人 参加人员 参加人 学习人员
    `),
    read: name,
    example: '李四',
  },
  {
    name: 'unit',
    field: wordsField({ label: '单位', expect: '单位全称，如 沁水县郑庄镇', most: 40 }),
    heads: headsOf(`
      单位名称 所在单位 工作单位 所属单位 乡镇 乡镇街道 部门单位 乡镇名称 所属乡镇 所在乡镇
      镇街 学员单位
    `),
    read: words,
    example: '',
  },
  column('trainingType', {
    heads: headsOf(`
      培训类别 培训名称 培训班次 培训班 班次 培训项目 培训 培训班名称 班名 学习班 培训形式
      培训类
    `),
    read: choice(optionsOf('trainingType', codes), kindWords),
    example: '轮训',
  }),
  column('startDate', {
    heads: headsOf(`
      开始时间 培训开始时间 培训开始日期 起始日期 开班日期 开班时间 培训日期 培训时间 起止时间
      起止日期 培训起止时间 培训起止日期 开始 起始 开班 起 起始时间 开训时间 开训日期 学习时间
      时间
    `),
    read: (cell, { today }) => spanOrNear(cell, today)?.from ?? dayOrNear(cell, today),
    also: (cell, { today, values }) => {
      const { values: near, note } = nearNote(cell, values['startDate'], today)
      const end = besides('endDate', spanOrNear(cell, today)?.to)
      return { values: { ...end.values, ...near }, ...(note !== undefined && { note }) }
    },
    example: '2026-03-04',
  }),
  column('endDate', {
    heads: headsOf(`
      结束时间 培训结束时间 培训结束日期 截止日期 结业日期 结业时间 结束 截止 终止 结班 结业
      止 截止时间 终止日期 终止时间 结班时间 结训时间 结训日期
    `),
    read: (cell, { today, values }) => endOrNear(cell, today, values['startDate']),
    also: (cell, { today, values }) => nearNote(cell, values['endDate'], today),
    example: '2026-03-17',
  }),
  column('days', { heads: ['培训天数', '培训天', '培训日数', '脱产天数'], read: count, example: '14' }),
  column('hours', {
    heads: headsOf('培训学时 课时 学时数 总学时 总课时 课时数 培训课时 累计学时 学习学时 完成学时'),
    read: count,
    example: '80',
  }),
  column('passed', {
    heads: headsOf(`
      考试结果 考核结果 是否合格 考试情况 考核情况 结业情况 考核 结果 合格 合格情况 合格与否
      是否通过 考试是否合格 考核是否合格 是否结业
    `),
    read: choice(optionsOf('passed', ['pass', 'fail', 'none']), results),
    example: '合格',
  }),
  {
    name: 'score',
    field: countField({ label: '成绩', expect: '0–1000 的整数', most: 1000, unit: '分' }),
    heads: headsOf('考试成绩 分数 得分 考核成绩 考分 总分 考试分数 考试得分 结业成绩'),
    read: (cell) => (resultIn(cell) === undefined ? count(cell) : undefined),
    also: (cell) => besides('passed', resultIn(cell)),
    example: '92',
  },
  column('topic', {
    heads: headsOf('培训主题 培训内容 课程 内容 课程名称 培训课程 培训科目 学习内容'),
    read: words,
    example: '执法文书制作',
  }),
  column('organizer', {
    heads: headsOf(`
      主办 培训单位 组织单位 培训机构 承办单位 举办单位 主办方 主办部门 组织部门 培训主办单位
      培训组织单位
    `),
    read: words,
    example: '晋城市应急管理局',
  }),
  column('venue', {
    heads: headsOf('培训地点 培训地址 上课地点 授课地点 举办地点 培训场所'),
    read: words,
    example: '市委党校',
  }),
]

export const trainingList: ListType = {
  kind: 'trainingList',
  title: '培训名单',
  word: '培训',
  prefix: 'PX',
  columns,
  needs: [
    ['person', 'trainingType'],
    ['person', 'startDate', 'endDate'],
  ],
  notes: [
    '一人一行；姓名要在该单位的在岗名单里，刚到岗的请先报人员变动或导入人员名单。',
    '培训类型、开始日期、结束日期必填；只有一天的，结束日期与开始日期相同。两个日期也可以写在“培训时间”一列，如 2026.3.4-3.17。',
  ],
  clauses: training.clauses,
  plan: planTrainings,
  stage: stageTrainings,
  overtaken: trainingsOvertaken,
  replaces: replacedRecords,
}
