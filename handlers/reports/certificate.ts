// Report type: a certificate was issued or renewed (第七条 持证上岗).
import { addDays, type LocalDate } from '../../policy/calendar.ts'
import { defineReport, type Item, ofItem, type Problem } from './define.ts'
import { choice, day, person, text, words } from './fields.ts'

const kinds = [
  { text: '行政执法证', value: 'enforcement' },
  { text: '注册安全工程师', value: 'safetyEngineer' },
  { text: '注册消防工程师', value: 'fireEngineer' },
  { text: '安全评价师', value: 'safetyAssessor' },
  { text: '其他', value: 'other' },
]
/** The word of the text understanding for the certificate that article 7 means. */
const stored = (kind: unknown) => (kind === 'enforcement' ? 'enforcementCertificate' : String(kind))

export const certificate = defineReport({
  storing: 'confirmed',
  kind: 'certificate',
  title: '证件情况',
  prefix: 'ZJ',
  words: ['登记证件', '证件登记', '报证件'],
  hint: '执法证等，到期提醒',
  example: '李四执法证2026.3.10发证，有效期到2031.3.9',
  itemTypes: ['certificateRecord'],
  who: ['reporter'],
  clauses: ['A06-5', 'A07-5'],
  fields: {
    person: person({ label: '姓名', required: 'yes', expect: '一个人的全名，如 李四' }),
    certificateType: choice({ label: '证件', required: 'yes', expect: '从列表中选一项', options: kinds }),
    certificateNo: words({ label: '编号', expect: '证件编号', most: 40 }),
    issueDate: day({ label: '发证日期', required: 'yes', expect: '日期，如 2026-03-10' }),
    expiryDate: day({ label: '有效期至', expect: '日期，如 2031-03-09' }),
  },
  headline: (item) => {
    const what = kinds.find((kind) => kind.value === item['certificateType'])?.text ?? '证件'
    const until = item['expiryDate'] === undefined ? '' : ` 有效期至 ${String(item['expiryDate'])}`
    return `${String(item['person'] ?? '（姓名未填）')} ${what}${until}`
  },
  complete: async (item) => ({ ...item, ...kindOf(item) }),
  async check(items, ctx, unitId) {
    const unitIds = (await ctx.store.units.tree(unitId)).map((unit) => unit.id)
    const problems: Problem[] = []
    for (const [index, item] of items.entries()) {
      const name = text(item['person'])
      if (name !== undefined && (await ctx.store.people.holding(name, unitIds, ctx.today)).length === 0) {
        const sentence = `在岗名单里没有“${name}”。请核对姓名；如刚到岗，请先报人员变动。`
        problems.push({ field: 'person', sentence, item: index })
      }
      problems.push(...ofItem(index, dateProblems(item, ctx.today)))
    }
    return problems
  },
  async save(items, report, ctx) {
    if (report.unitId === null) throw new Error('a certificate report needs a unit')
    const unitIds = (await ctx.store.units.tree(report.unitId)).map((unit) => unit.id)
    for (const item of items) {
      const [post] = await ctx.store.people.holding(String(item['person']), unitIds, ctx.today)
      if (post === undefined) throw new Error('certificate item was not checked')
      await ctx.store.people.addCertificate({
        personId: post.personId,
        kind: stored(item['certificateType']),
        number: text(item['certificateNo']),
        issueDate: text(item['issueDate']) as LocalDate | undefined,
        expiryDate: text(item['expiryDate']) as LocalDate | undefined,
        reportId: report.id,
      })
    }
  },
  follow: async (items) =>
    items.some((item) => item['expiryDate'] !== undefined)
      ? ['到期前90、30、7天会提醒换证。']
      : ['没有有效期，不会提醒换证；有的话请改正补上。'],
})

/** A certificate that article 7 does not ask for, such as an electrician's, is one of the others. */
function kindOf({ certificateType: kind }: Item): Item {
  return kind === undefined || kinds.some(({ value }) => value === kind) ? {} : { certificateType: 'other' }
}

/** It may expire many years ahead; when it was issued is as near as any other day that is reported. */
function dateProblems({ issueDate: from, expiryDate: to }: Item, today: LocalDate) {
  const latest = addDays(today, 366)
  if (typeof from === 'string' && from > latest) {
    const sentence = `发证日期读到的是 ${from}，在一年以后；最晚只能报到 ${latest}。请核对年份后改正。`
    return [{ field: 'issueDate', sentence }]
  }
  if (typeof from !== 'string' || typeof to !== 'string' || to >= from) return []
  return [{ field: 'expiryDate', sentence: `有效期至 ${to} 早于发证日期 ${from}，请核对先后。` }]
}
