// Report type: the emergency organisation of a township was founded, renamed or changed (第五条 专职应急管理机构).
import type { LocalDate } from '../../policy/calendar.ts'
import { defineReport } from './define.ts'
import { day, text, words, yesNo } from './fields.ts'

export const organisation = defineReport({
  storing: 'confirmed',
  kind: 'organisation',
  title: '机构情况',
  prefix: 'JG',
  words: ['报机构', '机构情况', '登记机构'],
  hint: '设立、更名、文号',
  example: '我镇2026年3月1日成立应急管理办公室，文号郑政发〔2026〕5号',
  itemTypes: ['orgChange'],
  who: ['reporter'],
  clauses: ['A05-4'],
  fields: {
    newName: words({ label: '机构名称', required: 'yes', expect: '如 应急管理办公室', most: 30 }),
    effectiveDate: day({ label: '从哪天起', required: 'yes', expect: '如 2026-03-01' }),
    documentNo: words({ label: '设立文件的文号', expect: '如 郑政发〔2026〕5号', most: 40 }),
    fullTime: yesNo({ label: '是专职机构', expect: '是或否' }),
    oldName: words({ label: '原名称', rare: 'yes', expect: '更名时填，如 安监站', most: 30 }),
  },
  headline: (item) => {
    const { oldName, newName, effectiveDate, documentNo } = item
    const name = String(newName ?? '（名称未填）')
    const what = oldName === undefined ? name : `${String(oldName)} 更名为 ${name}`
    return [what, effectiveDate, documentNo].filter((part) => part !== undefined).join(' ')
  },
  async complete(item, ctx, unitId) {
    const known = await ctx.store.organisations.at(unitId, ctx.today)
    // A new name does not take the founding paper away.
    const kept = known?.documentNo ?? undefined
    return { fullTime: true, ...(kept !== undefined && { documentNo: kept }), ...item }
  },
  async check(items, ctx, unitId) {
    const unit = await ctx.store.units.byId(unitId)
    const wrongUnit =
      unit?.kind === 'township'
        ? []
        : [`第五条说的是乡镇（街道）的机构，${unit?.name ?? ''}不用报这一项。请取消。`]
    const many = items.length > 1 ? ['一次只能报一个机构。请去掉多余的，再保存。'] : []
    const early = items.some(({ effectiveDate: day }) => typeof day === 'string' && day > ctx.today)
      ? ['还没有成立的机构不用先报，到那一天再报。请核对日期。']
      : []
    return [
      ...[...wrongUnit, ...many].map((sentence) => ({ field: undefined, sentence })),
      ...early.map((sentence) => ({ field: 'effectiveDate', sentence })),
    ]
  },
  async save(items, report, ctx) {
    const { unitId } = report
    if (unitId === null) throw new Error('an organisation belongs to a unit')
    for (const item of items)
      await ctx.store.organisations.put({
        unitId,
        name: text(item['newName']),
        documentNo: text(item['documentNo']),
        fullTime: item['fullTime'] !== false,
        from: String(item['effectiveDate']) as LocalDate,
        reportId: report.id,
      })
  },
  follow: async (items) =>
    items.every((item) => item['documentNo'] !== undefined)
      ? []
      : ['没有设立文件的文号，第五条还不能算达标；有了点“改正”补上。'],
})
