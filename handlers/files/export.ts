// 导出 名单, 导出 培训, 导出 达标 and the others: what the asker may see of a unit and everything below it, as an .xlsx.
import { clauseName, findingLine, statusWords } from '../../bot/cards/index.ts'
import type { Ctx, KnownPerson, MessageIn, NewSheet, Outcome, Unit } from '../../bot/context.ts'
import { mayRead } from '../access.ts'
import { ownLevel } from '../asked-unit.ts'
import type { Command } from '../route.ts'
import { unitNamed } from '../unit-name.ts'
import { dueSheet, mineSheet, shortageSheet, tipsSheet } from './export-others.ts'
import { roster } from './roster.ts'
import { trainingList } from './training-list.ts'

export const exportKinds = ['roster', 'training', 'standing', 'due', 'shortage'] as const
export type ExportKind = (typeof exportKinds)[number]

/** In the order of trying: 轮训到期名单 is no roster. */
const kindWords: readonly (readonly [RegExp, ExportKind, string])[] = [
  [/(该|要)?轮训(快?到期|逾期)?的?(人员|名单|人)?/, 'due', '轮训到期名单'],
  [/(缺人|缺编|缺员|人员缺口|人手不够)的?(乡镇|单位|情况|名单)?/, 'shortage', '缺人单位'],
  [/培训(人员)?(名单|记录|情况|台账)?/, 'training', '培训记录'],
  [/达标(情况)?/, 'standing', '达标情况'],
  [/(在岗)?(人员)?(名单|花名册|名册)|(在岗)?人员/, 'roster', '在岗名单'],
]
/** What is the asker's own and not a unit's. */
const ownWords = [
  [/我的?(上报|填报|报送)|我报的|上报记录/, '我的上报', mineSheet],
  [/举报|线索|隐患/, '举报线索', tipsSheet],
] as const

export const exportCommand: Command = {
  words: ['导出'],
  help: { name: '把名单、培训、达标、我的上报等导出成Excel', example: '导出 名单' },
  who: 'bound',
  inGroups: 'privately',
  async run(rest, message, ctx): Promise<Outcome> {
    const to = { openId: message.openId }
    const [, ownTitle, ownSheet] = ownWords.find(([words]) => words.test(rest)) ?? []
    if (ownSheet !== undefined && ownTitle !== undefined)
      return sheetSent(await ownSheet(ctx), ownTitle, 'own', message, ctx)
    const [pattern, kind, title] = kindWords.find(([words]) => words.test(rest)) ?? []
    if (pattern === undefined || kind === undefined)
      return {
        say: [
          {
            to,
            text: '要导出什么？请发“导出 名单”“导出 培训”“导出 达标”“导出 轮训到期”“导出 缺人”“导出 我的上报”或“导出 举报”，后面可以写单位，如“导出 名单 沁水县”。',
          },
        ],
      }
    const asked = await unitAsked(
      rest
        .replace(pattern, '')
        .replace(/^的|的$/g, '')
        .trim(),
      ctx,
    )
    if ('sentence' in asked) return { say: [{ to, text: asked.sentence }] }
    const sheet = await exportSheet(kind, asked, ctx)
    return sheetSent(sheet, `${asked.name}${title}`, `unit:${asked.id}`, message, ctx)
  },
}

function sheetSent(
  sheet: NewSheet,
  title: string,
  subject: string,
  { openId }: MessageIn,
  ctx: Ctx,
): Outcome {
  const to = { openId }
  if (sheet.rows.length === 0) return { say: [{ to, text: `没有可以导出的${title}。` }] }
  return {
    say: [{ to, file: { name: `${title}-${ctx.today}.xlsx`, sheets: [sheet] } }],
    audit: { action: 'list.exported', subject, detail: { kind: sheet.name, rows: sheet.rows.length } },
  }
}

async function unitAsked(typed: string, ctx: Ctx): Promise<Unit | { sentence: string }> {
  if (typed === '') {
    return (await ownLevel(ctx)) ?? { sentence: '您绑定的单位已不存在，请联系管理员。' }
  }
  const named = await unitNamed(typed, ctx)
  if (named.found === 'several')
    return {
      sentence: `“${typed}”可能是：${named.units.map((unit) => unit.name).join('、')}。请写全称再发一次。`,
    }
  if (named.found === 'none')
    return { sentence: `没有找到单位“${typed.slice(0, 30)}”，请写全称，如“沁水县郑庄镇”。` }
  if (await mayRead(ctx, named.unit.id)) return named.unit
  return { sentence: `您不能导出${named.unit.name}的内容，只能导出本单位和下级的。` }
}

/** The rows of the unit and all below it. The caller has checked the right. Lists can be imported again as they are. */
export async function exportSheet(kind: ExportKind, unit: Unit, ctx: Ctx): Promise<NewSheet> {
  const units = await ctx.store.units.tree(unit.id)
  const unitIds = units.map((one) => one.id)
  if (kind === 'standing') return standingSheet(units, ctx)
  if (kind === 'due') return dueSheet(units, ctx)
  if (kind === 'shortage') return shortageSheet(units, ctx)
  const known = await ctx.store.imports.roster(unitIds, ctx.today)
  const people = known.filter((post) => post.from <= ctx.today)
  return kind === 'roster' ? rosterSheet(people, ctx) : trainingSheet(people, ctx)
}

const shownIn = (type: typeof roster, values: Readonly<Record<string, unknown>>) =>
  type.columns.map(({ name, field }) => {
    const value = values[name]
    return value === undefined || value === null ? '' : typeof value === 'number' ? value : field.show(value)
  })

function rosterSheet(people: readonly KnownPerson[], ctx: Ctx): NewSheet {
  return {
    name: roster.title,
    header: roster.columns.map(({ field }) => field.label),
    rows: people.map((post) =>
      shownIn(roster, {
        person: post.name,
        unit: post.unitName,
        department: post.department,
        role: post.title,
        roleCode: post.roleCode,
        fullTime: post.fullTime,
        effectiveDate: post.from,
        phone: post.phone,
        certificates: post.certificates.map((kind) => certificateWords[kind] ?? '其他证书'),
        ...answered(post.answers, ctx),
      }),
    ),
  }
}

const certificateWords: Readonly<Record<string, string>> = {
  enforcementCertificate: '行政执法证',
  safetyEngineer: '注册安全工程师',
  fireEngineer: '注册消防工程师',
  safetyAssessor: '安全评价师',
}

function answered(answers: KnownPerson['answers'], ctx: Ctx) {
  const { experienceSince: since, emergencyBackground: background } = answers
  const years = since === undefined || since === 'no' ? undefined : wholeYears(since, ctx.today)
  return {
    experienceYears: years,
    emergencyBackground: background === undefined ? undefined : background === 'yes',
    education: answers['education'],
    major: answers['major'],
  }
}

function wholeYears(since: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4))
  return today.slice(5) < since.slice(5) ? years - 1 : years
}

async function trainingSheet(people: readonly KnownPerson[], ctx: Ctx): Promise<NewSheet> {
  const holder = new Map(people.map((post) => [post.personId, post]))
  const records = await ctx.store.imports.trainings([...holder.keys()])
  return {
    name: trainingList.title,
    header: trainingList.columns.map(({ field }) => field.label),
    rows: records.map(({ personId, session, result, score }) => {
      const post = holder.get(personId)
      const { kind, ...rest } = session
      const passed = result === 'pass' || result === 'fail' ? result : undefined
      return shownIn(trainingList, {
        ...rest,
        person: post?.name,
        unit: post?.unitName,
        trainingType: kind,
        passed,
        score,
      })
    }),
  }
}

async function standingSheet(units: readonly Unit[], ctx: Ctx): Promise<NewSheet> {
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const findings = await ctx.store.findings.of([...names.keys()])
  return {
    name: '达标情况',
    header: ['单位', '条款', '状态', '现状', '截至'],
    rows: findings.map((finding) => [
      names.get(finding.unit) ?? '',
      clauseName(finding.obligation),
      statusWords[finding.status],
      findingLine(finding),
      finding.asOf,
    ]),
  }
}
