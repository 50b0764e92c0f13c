// List type: who works where (人员名单). Its columns are the fields of a staffing report. A line about somebody
// unknown is a new post, one about somebody in post is compared field by field; nobody is ended by being absent.
import { z } from 'zod'
import { words as wordsField } from '../reports/fields.ts'
import { staffing } from '../reports/staffing.ts'
import { roleOptions } from '../reports/staffing-words.ts'
import { choice, name, phone, several, words, years, yesNo } from './cells.ts'
import { type Column, headsOf, type ListType } from './define.ts'
import { dayOrNear, monthOrNear, nearNote } from './near.ts'
import { planRoster } from './roster-plan.ts'
import { replacedPosts, rosterOvertaken, stageRoster } from './roster-save.ts'

const roleWords: readonly (readonly [RegExp, string])[] = [
  [/执法/, 'enforcementOfficer'],
  [/^(乡镇|专职)?(专业)?应急(管理)?(工作)?人员$|^应急专干$/, 'townshipStaff'],
  [/^(部门)?安全(监管|工作|管理)?人员$|安全员$/, 'safetyStaff'],
  [/领导|班子/, 'leader'],
  [/村|居|社区/, 'villageCadre'],
  [/网格/, 'gridMember'],
]

function column(
  fieldName: string,
  { label, ...rest }: Omit<Column, 'name' | 'field'> & { label?: string },
): Column {
  const field = staffing.fields[fieldName]
  if (field === undefined) throw new Error(`staffing has no field ${fieldName}`)
  return { name: fieldName, field: { ...field, label: label ?? field.label }, ...rest }
}

/** Many lists name the month alone. A newcomer counts from its first day; who is known to have come in it stays. */
const monthOnly = (first: string | undefined) =>
  first === undefined ? {} : { values: { monthOnly: true }, note: `到岗日期只写到月，按 ${first} 计` }

const more = (label: string, expect: string, most: number) => wordsField({ label, expect, most })

const columns: readonly Column[] = [
  column('person', {
    heads: headsOf('人员姓名 名字 员工姓名 人员 职工姓名 干部姓名 工作人员 工作人员姓名'),
    read: name,
    example: '张三',
  }),
  {
    name: 'unit',
    field: more('单位', '单位全称，如 沁水县郑庄镇', 40),
    heads: headsOf(`
      单位名称 所在单位 工作单位 所属单位 乡镇 乡镇街道 乡镇名称 部门单位 所属乡镇 所在乡镇
      所属部门单位 镇街 乡镇办 村居 所在村
    `),
    read: words,
    example: '',
  },
  column('department', {
    heads: headsOf(`
      科室 所在科室 部门 内设机构 股室 站所 工作部门 所在部门 所属部门 工作科室 所属科室
      内设科室 所在股室 处室 站办所 任职部门 任职科室
    `),
    read: words,
    example: '应急办',
  }),
  column('role', {
    heads: headsOf(`
      职务职称 现任职务 岗位 职务岗位 担任职务 岗位职务 职位 岗位名称 工作岗位 现职务 现任岗位
      行政职务
    `),
    read: words,
    example: '站长',
  }),
  column('roleCode', {
    heads: headsOf('人员类别 人员类型 类别 岗位类型 人员分类 岗位分类 岗位性质'),
    read: choice(roleOptions, roleWords),
    example: '乡镇专业应急管理人员',
  }),
  column('fullTime', {
    heads: headsOf('是否专职 专职兼职 专兼职 专职/兼职 专/兼职 专兼职情况 专职或兼职 专兼'),
    read: yesNo,
    example: '是',
  }),
  column('effectiveDate', {
    label: '到岗日期',
    heads: headsOf(`
      生效日期 到岗时间 任职时间 任职日期 任现职时间 上岗时间 入职时间 入职日期 到任时间 到岗
      任职 上岗日期 上任时间 报到时间 报到日期 调入时间 调入日期 录用时间 到本单位时间
      来本单位时间 任现岗位时间 现岗位时间
    `),
    read: (cell, { today }) => monthOrNear(cell, today) ?? dayOrNear(cell, today),
    also: (cell, { today, values }) => {
      const first = monthOrNear(cell, today)
      return first === undefined ? nearNote(cell, values['effectiveDate'], today) : monthOnly(first)
    },
    example: '2026-03-05',
  }),
  {
    name: 'phone',
    field: {
      ...more('电话', '一个11位手机号，或带区号的座机号', 20),
      schema: z.string().regex(/^(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?)$/),
    },
    heads: headsOf('手机 手机号 手机号码 联系电话 联系方式 电话号码 移动电话 手机电话 联系手机 联系号码'),
    read: phone,
    example: '13800000001',
  },
  column('certificates', {
    heads: headsOf(`
      证书名称 持证情况 资格证书 专业资格 职业资格 证件 持证 持有证书 所持证书 证书情况
      资质证书 证书类型 资格证
    `),
    read: several,
    example: '注册安全工程师',
  }),
  column('experienceYears', {
    label: '从事安全监管年限',
    heads: headsOf(`
      从事安全监管 从业年限 工作年限 从事安全监管工作年限 安全监管年限 监管年限 安全工作年限
      从事应急工作年限 从事安全工作年限 从业年数
    `),
    read: years,
    example: '3',
  }),
  column('emergencyBackground', {
    heads: headsOf(`
      应急管理专业背景 是否应急管理专业 专业背景 应急专业背景 是否应急专业
      是否具有应急管理专业背景 应急管理专业
    `),
    read: yesNo,
    example: '是',
  }),
  {
    name: 'education',
    field: more('学历', '如 本科', 20),
    heads: headsOf('文化程度 最高学历 学历层次 教育程度 文化水平 全日制学历'),
    read: words,
    example: '本科',
  },
  {
    name: 'major',
    field: more('专业', '如 安全工程', 30),
    heads: headsOf('所学专业 毕业专业 专业名称 学历专业 所学专业名称'),
    read: words,
    example: '安全工程',
  },
]

export const roster: ListType = {
  kind: 'rosterList',
  title: '人员名单',
  word: '人员',
  prefix: 'RY',
  columns,
  needs: [['person']],
  notes: [
    '名单上没有的人不会被删除；有人调出、退休，请直接发一句话，如“张三3月5日调出”。',
    '到岗日期留空的新人，从导入当天起算；只写到月的，按当月1日计。',
    '电话只在新登记的人身上保存；已在册的人换了号码，请联系管理员。',
  ],
  clauses: staffing.clauses,
  plan: planRoster,
  stage: stageRoster,
  overtaken: rosterOvertaken,
  replaces: replacedPosts,
}
