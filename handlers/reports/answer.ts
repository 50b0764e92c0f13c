// The answer to what a card asks, typed instead of put into the form: "3月6号", "叫张三", "郑甲3月5号，郑乙3月6号". Acts on
// the draft that is replied to, the one gone on with, or the newest; whatever holds more than an answer is none.
import type { Ctx, MessageIn, Outcome, Report } from '../../bot/context.ts'
import { type Parsed, saysLater } from '../../bot/text/index.ts'
import type { Said } from '../said.ts'
import { changedTo } from './amend.ts'
import { addressed, type Piece } from './answer-pieces.ts'
import { type Answered, type Around, answeredValue, type Refused } from './answered-value.ts'
import { type Open, openFields } from './cards.ts'
import { type ConfirmedReport, difference, type Item, type Problem } from './define.ts'
import { short } from './fields.ts'
import { reportType } from './index.ts'
import { meantUnnamed } from './meant.ts'
import { problemsOf } from './save.ts'
import { changes, isChange } from './staffing-words.ts'

/** A bare answer is meant for what was asked lately. */
const answeredWithin = 3 * 24 * 3_600_000
/** Longer than this nobody answers one question. */
const longest = 60

type Asked = { readonly report: Report; readonly type: ConfirmedReport }
type Draft = Asked & { readonly open: readonly Open[] }
type Read = { readonly parsed: Parsed; readonly message: MessageIn; readonly ctx: Ctx }
type Answer = {
  readonly changes: readonly { readonly index: number; readonly values: Item }[]
  readonly notes: readonly string[]
  /** what could not be taken, to be asked again */
  readonly asks: readonly Problem[]
}

/** Undefined when the words are no answer: a question, a report of its own, or nothing that fits what is asked. */
export async function answerReport(said: Said): Promise<Outcome | undefined> {
  const { message, ctx } = said
  const parsed = await said.parsed()
  const bare = isBare(parsed)
  if (!bare && parsed.intent !== 'staffing' && parsed.intent !== 'training') return undefined
  const report = await meantUnnamed(said, answeredWithin)
  const type = report === undefined ? undefined : reportType(report.kind)
  if (report === undefined || type === undefined) return undefined
  if (type.storing === 'confirmed') return answerDraft(report, type, { parsed, message, ctx })
  return bare ? type.amend(report, { message, as: 'answer' }, ctx) : undefined
}

/** Words that are no report of their own. */
const isBare = ({ intent, items }: Parsed): boolean =>
  intent === 'other' || (intent === 'hazard' && items.every(saysNothing))

/** A tip that only names a place or an enterprise. */
function saysNothing({ type, description, target }: Parsed['items'][number]): boolean {
  return type === 'hazardTip' && (description === undefined || String(target).includes(String(description)))
}

function waits(report: Report, type: ConfirmedReport, { openId }: MessageIn): Outcome {
  const what = short(type.headline(report.items[0] ?? {}), 30)
  const text = `好的，草稿先留着：${what}。没有保存前不计入统计。问到了直接发给我就行，过几天也可以发“草稿”接着填。`
  return { say: [{ to: { openId }, text }] }
}

/** Nothing against the draft: a verb of the same direction, said of nobody else: 3月5日调来的, after 张三调到应急办. */
function agrees(parsed: Parsed, { items }: Report): boolean {
  const direction = (change: unknown) => (isChange(change) ? changes[change].does : undefined)
  const known = items.map(({ changeType }) => direction(changeType))
  return parsed.items.every(({ changeType, person }) => {
    if (person !== undefined && !items.some((item) => item['person'] === person)) return false
    const does = direction(changeType)
    return does === undefined || known.every((one) => one === undefined || one === does)
  })
}

async function answerDraft(
  report: Report,
  type: ConfirmedReport,
  { parsed, message, ctx }: Read,
): Promise<Outcome | undefined> {
  if (report.status !== 'draft' || [...message.text].length > longest) return undefined
  if (isBare(parsed) && saysLater(message.text)) return waits(report, type, message)
  if (!isBare(parsed) && !agrees(parsed, report)) return undefined
  const answer = await answerIn({ report, type }, { parsed, message, ctx })
  return answer === undefined ? undefined : changedBy(answer, { report, type }, { message, ctx })
}

/** The message as a whole, else part by part. */
async function answerIn(
  { report, type }: Asked,
  { parsed, message, ctx }: Read,
): Promise<Answer | undefined> {
  const draft = { report, type, open: openFields(type, report, await problemsOf(type, report, ctx)) }
  const held = report.unitId === null ? [] : await ctx.store.people.inPost([report.unitId], ctx.today)
  const roster = [...new Set(held.map(({ name }) => name))]
  const around = { today: ctx.today, roster, read: parsed.items[0] }
  const whole = { indexes: [...report.items.keys()], words: message.text.trim() }
  return together(draft, [whole], around) ?? together(draft, addressed(message.text, report.items), around)
}

async function changedBy(
  answer: Answer,
  { report, type }: Asked,
  { message, ctx }: Omit<Read, 'parsed'>,
): Promise<Outcome> {
  const items = await Promise.all(
    report.items.map(async (item, at) => {
      const values = answer.changes.filter(({ index }) => index === at).map((one) => one.values)
      if (values.length === 0) return item
      return type.complete(Object.assign({}, item, ...values), ctx, report.unitId ?? '')
    }),
  )
  return changedTo(
    { report, type, items, says: saysOf({ report, type }, answer), asks: answer.asks },
    message,
    ctx,
  )
}

/** Every part must be an answer, or the whole is none. */
function together(draft: Draft, pieces: readonly Piece[], around: Around): Answer | undefined {
  const answers = pieces.map((piece) => answerOf(draft, piece, around))
  if (answers.length === 0 || answers.some((answer) => answer === undefined)) return undefined
  const all = answers.filter((answer) => answer !== undefined)
  return {
    changes: all.flatMap(({ changes }) => changes),
    notes: all.flatMap(({ notes }) => notes),
    asks: all.flatMap(({ asks }) => asks),
  }
}

function answerOf({ report, type, open }: Draft, { indexes, words }: Piece, around: Around) {
  const here = open.filter(({ index }) => indexes.includes(index))
  const names = [...new Set(here.map(({ name }) => name))]
  for (const name of names) {
    const others = names.filter((one) => one !== name)
    const answer = answeredValue(type, [name, ...others], words, around)
    if (answer === undefined) continue
    const asked = here.filter((one) => one.name === name).map(({ index }) => index)
    const lacking = asked.filter((index) => report.items[index]?.[name] === undefined)
    const meantItems = lacking.length > 0 ? lacking : asked
    const given = spread(name, answer, meantItems)
    if (given !== undefined) return given
  }
  return undefined
}

/** One value is for every item that lacks it; names are for one each. */
function spread(name: string, answer: Answered | Refused, indexes: readonly number[]): Answer | undefined {
  const [first = 0] = indexes
  if ('sentence' in answer) {
    const asks = [{ field: name, item: first, sentence: answer.sentence }]
    return { changes: indexes.map((index) => ({ index, values: answer.keep })), notes: [], asks }
  }
  const { values, notes } = answer
  if (name === 'person' && values.length > indexes.length) {
    const sentence = `读到${values.length}个姓名，这里只缺${indexes.length}个。请一个一个发，其他人请另外再报。`
    return { changes: [], notes: [], asks: [{ field: name, item: first, sentence }] }
  }
  const changed = indexes.map((index, at) => ({ index, values: name === 'person' ? values[at] : values[0] }))
  return {
    changes: changed.flatMap(({ index, values: one }) => (one === undefined ? [] : [{ index, values: one }])),
    notes,
    asks: [],
  }
}

/** What was changed, of whom when there are several. */
function saysOf({ report, type }: Asked, { changes: changed, notes }: Answer): string | undefined {
  const inOrder = [...changed].sort((one, other) => one.index - other.index)
  const lines = inOrder.flatMap(({ index, values }) => {
    const item = report.items[index] ?? {}
    const who = report.items.length > 1 ? `${String(item['person'] ?? `第${index + 1}项`)} ` : ''
    return Object.entries(values)
      .filter(([name]) => type.fields[name] !== undefined)
      .map(([name, value]) => who + difference(type, name, item[name], value))
  })
  return lines.length === 0 ? undefined : short([...lines, ...notes].join('；'), 300)
}
