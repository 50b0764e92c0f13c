// What a sender types about a tip already stored: "地点写错了，是三号井口", or the bare answer to a question of the receipt.
// The words are read as a tip of their own, so places, industries and telephones are understood as always.

import type { Ctx, MessageIn, Outcome, Report, Tip } from '../../bot/context.ts'
import { parse } from '../../bot/text/index.ts'
import { notice } from '../notice.ts'
import { becomes } from '../reports/correction-words.ts'
import { fieldProblems, type Item } from '../reports/define.ts'
import { changeTip, differences } from './change.ts'
import { isOver, questionsFor, tipFields } from './fields.ts'
import { reasonForm } from './forms.ts'

/** Words that name the field which is wrong. */
const named: readonly (readonly [name: string, words: RegExp])[] = [
  ['location', /地点|位置|地方|哪里/],
  ['target', /单位|企业|公司|厂名|矿名/],
  ['reporterPhone', /电话|手机|号码/],
  ['description', /内容|问题|描述|情况/],
]
const newWords = new RegExp(`(?:${becomes}|(?<!不)是)([^。;；]{1,200}?)(?:[,，]?不是.*)?[。.]?$`, 'u')

export async function amendTip(
  report: Report,
  { message, as }: { readonly message: MessageIn; readonly as: 'correction' | 'answer' },
  ctx: Ctx,
): Promise<Outcome | undefined> {
  const tip = await ctx.store.tips.ofReport(report.id)
  if (tip === undefined || tip.status === 'withdrawn') return undefined
  return as === 'correction' ? corrected(tip, message, ctx) : answered(tip, message, ctx)
}

async function corrected(tip: Tip, { text, openId }: MessageIn, ctx: Ctx): Promise<Outcome | undefined> {
  const words = newWords.exec(text.trim())?.[1]?.trim()
  const to = words === undefined ? {} : await correction(text, words, ctx)
  if (Object.keys(to).length === 0) return undefined
  if (isOver(tip)) return { say: [{ to: { openId }, card: reasonForm(tip, to, differences(tip, to)) }] }
  return said(tip, { to, as: 'corrected' }, { openId, ctx })
}

async function correction(text: string, words: string, ctx: Ctx): Promise<Item> {
  const details = await detailsIn(words, ctx)
  const field = named.find(([, pattern]) => pattern.test(text.replace(words, '')))?.[0]
  const to = field === undefined || details[field] !== undefined ? details : { ...details, [field]: words }
  return fieldProblems({ fields: tipFields }, to).length === 0 ? to : {}
}

/** Where it is, in words that hold no place of the map: 是在村东头. */
const where = /^(?:就)?(?:是)?在([^，。,;；?？]{2,60})[。.]?$/u

/** Only what is still asked is taken from an answer, a telephone, also another one, and where exactly it is. */
async function answered(tip: Tip, { text, openId }: MessageIn, ctx: Ctx): Promise<Outcome | undefined> {
  if (isOver(tip) || [...text].length > 40) return undefined
  const offered = tip.content['township'] === undefined ? ['township'] : []
  const asked = [...questionsFor(tip.content), ...offered, 'reporterPhone']
  const place = where.exec(text.trim())?.[1]
  const { location: known } = tip.content
  if (place !== undefined && typeof known === 'string' && !known.includes(place))
    return said(tip, { to: { location: `${known}，${place}`.slice(0, 100) }, as: 'added' }, { openId, ctx })
  const found = Object.entries({ location: place, ...(await detailsIn(text, ctx)) })
  const to = Object.fromEntries(found.filter(([name, value]) => value !== undefined && asked.includes(name)))
  if (Object.keys(to).length === 0 || saysMore(text, to)) return undefined
  return said(tip, { to, as: 'added' }, { openId, ctx })
}

/** 大阳镇有人偷着挖煤 is no answer to where it is: more is told than a place and the words around it. */
function saysMore(text: string, to: Item): boolean {
  const values = Object.values(to).map(String)
  const known = values.flatMap((value) => [value, value.replace(/[县市区镇乡]$/u, '')])
  const rest = known.reduce((left, words) => left.replace(words, ''), text)
  return (
    rest.replace(/[^\p{Script=Han}]|就?是?在|那边|这边|附近|电话|手机|我的?|你们?|他们?/gu, '').length > 4
  )
}

async function said(
  tip: Tip,
  change: { readonly to: Item; readonly as: 'added' | 'corrected' },
  { openId, ctx }: { readonly openId: string; readonly ctx: Ctx },
): Promise<Outcome> {
  const lines = differences(tip, change.to)
  const { say } = await changeTip(tip, change, ctx)
  const does = change.as === 'added' ? '已补充' : '已更正'
  return {
    say: [
      ...say,
      {
        to: { openId },
        card: notice(`${does} ${tip.number}`, lines, { state: 'done', stateText: '已保存' }),
      },
    ],
    audit: { action: `tip.${change.as}`, subject: `tip:${tip.id}` },
  }
}

const details = ['target', 'location', 'county', 'township', 'industry', 'reporterPhone'] as const

/** Place, target, industry and telephone, read as they would be in a tip. */
async function detailsIn(words: string, ctx: Ctx): Promise<Item> {
  const context = {
    today: ctx.today,
    sender: { unit: null, role: null },
    gazetteer: ctx.gazetteer,
    roster: [],
  }
  const [item] = parse(`${words}发现隐患`, context).items
  if (item?.type !== 'hazardTip') return {}
  return Object.fromEntries(
    details.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]] as const])),
  )
}
