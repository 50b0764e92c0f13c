// What is told about trainings without being one: who is overdue, who missed days, what it cost, who was absent.

import { storiesOf } from '../form/clauses.ts'
import { TRAINING_TYPES } from '../lexicon/training.ts'
import { findDurations } from '../numbers/durations.ts'
import { moneyIn } from '../numbers/money.ts'
import { firstCount } from '../numbers/numerals.ts'
import { type Item, makeItem } from '../parsed.ts'
import { namesIn, type Reading, readPart } from '../reading.ts'
import { participantCountOf } from './facts.ts'

const typeNamed = (text: string): string | undefined =>
  TRAINING_TYPES.find(([, pattern]) => pattern.test(text))?.[0]

const GAP =
  /轮训[^,。;\d]{0,4}(?:没|未)(?:有)?(?:安排|搞|组织|开展)|(?:没有?|未|还没|尚未)(?:参加|安排|进行|搞|完成)?(?:过)?(?:轮训|执法资格培训|初任培训)(?:的|过|了|:|,|$)|(?:没有?|未|还没|尚未)(?:参加|安排|进行|搞|完成)(?:过)?培训的|(?:没有?|未|还没|尚未)(?:取得|拿到|考取)(?:执法)?证的|(?:逾期|超期|到期)(?:未|没)(?:轮训|培训)|该(?:再|重新)?(?:轮)?训(?:了|的)|(?:满|超过?)三年[^,。;]{0,4}(?:没|未|该|要)/

const REASON =
  /(?:因为?|由于)([^,。;\n]{1,14}?)(?=没|未|缺|请假|不能|无法|,|。|$)|(?:原因(?:是|为|:)?)([^,。;\n]{2,14})|(住院|生病|出差|值班|产假|病假|家里有事|抢险|下乡)/

function gap(reading: Reading): Item | undefined {
  const { text, sender } = reading
  if (!GAP.test(text) || (reading.people.length > 0 && REASON.test(text))) return undefined
  const names = namesIn(reading)
  const planned = reading.dates.find(
    ({ from, precision }) => from !== undefined && precision !== 'year' && precision !== 'span',
  )
  const kind = /初任|执法资格|取得?(?:执法)?证/.test(text)
    ? 'initialMissing'
    : /轮训/.test(text)
      ? 'rotationOverdue'
      : 'trainingMissing'
  const count = firstCount(text, '人|名|个')
  return makeItem('trainingGap', {
    gapType: kind,
    unit: sender.unit,
    participants: names.length > 0 ? names : undefined,
    participantCount: names.length > 0 ? undefined : count?.value,
    plannedRange:
      planned?.from === undefined || planned.to === undefined ? undefined : [planned.from, planned.to],
  })
}

/** The course told of before is meant. */
const lastMeant = (text: string): 'last' | undefined =>
  /刚(?:才|报|刚|发|办|结束|填)|上(?:一)?[次期回个条批]|前[一次]|这[次期个批回]|那[次期个批回]|本[次期]/.test(
    text,
  )
    ? 'last'
    : undefined

function cost(reading: Reading): Item | undefined {
  const { text } = reading
  // 每人2300元,共花了11.5万: the whole is the cost.
  const money = moneyIn(/(?:一?共|总共|拢共|合计|总计)[^,。;]*$/.exec(text)?.[0] ?? '') ?? moneyIn(text)
  if (
    money === undefined ||
    !/花[了掉]|花费|费用|开支|支出|用了|共计/.test(text) ||
    reading.people.length > 0
  )
    return undefined
  return makeItem('trainingAdjustment', { trainingRef: lastMeant(text), costYuan: money })
}

/** Of a person, 这次 is the course that is told of, and no other one. */
const LAST_ONE = /上(?:一)?[次期回条]|刚才|刚[报发填]的/

function adjustment(
  reading: Reading,
  person: string | undefined,
  trainingType: string | undefined,
): Item | undefined {
  const { text, sender } = reading
  const days = /(?:缺|请假|耽误|少)了?(?:\d|[一二两三四五六七八九十])/.test(text)
    ? undefined
    : firstCount(text, '天')
  const told =
    /实际(?:参训|参加|上课|培训|学习|只|到)?|实(?:到|参训?)(?=\d+天)|(?:总共|一共)?(?:只|就|才|仅|光|共)(?:参加|上|培训|学|训|听|参训|待)(?:了|满|够|到)/.exec(
      text,
    )
  if (told === null || (person === undefined && lastMeant(text) === undefined)) return undefined
  const rest = text.slice(told.index)
  const actualDays = firstCount(rest, '天')?.value ?? findDurations(rest)[0]?.days ?? days?.value
  const actualHours = firstCount(rest, '个?(?:学时|课时|小时)')?.value
  if (person === undefined && actualDays === undefined && actualHours === undefined) return undefined
  return makeItem('trainingAdjustment', {
    trainingRef: person === undefined || LAST_ONE.test(text) ? 'last' : undefined,
    person,
    trainingType,
    unit: sender.unit,
    actualDays,
    actualHours,
  })
}

const ABSENCE =
  /(?:没有?|未)(?:能)?(?:参加|参训|去成?|来)(?:上|成|了)?|缺(?:席|训|课)|请假(?:没|未)|没去(?:参加|培训|成)|不能参加|参加不了/

/** The clause behind the absence that tells why: 李四没来,孩子发烧请假了. */
const excuseBehind = (text: string): string | undefined =>
  new RegExp(
    `(?:${ABSENCE.source})[^,。;]{0,10},((?![^,。;\\n]*(?:训|\\d月))[^,。;\\n]{2,16})(?=$|[,。;\\n])`,
  ).exec(text)?.[1]

function absence(
  told: Reading,
  person: string | undefined,
  trainingType: string | undefined,
): Item | undefined {
  if (
    person === undefined ||
    !ABSENCE.test(told.text) ||
    /补考|学时|合格|参训\d|实际|只(?:参加|上|学)了|没来考|缺考|\d分(?!钟)/.test(told.text)
  )
    return undefined
  const reason = REASON.exec(told.text)
  const why = reason?.[1] ?? reason?.[2] ?? excuseBehind(told.text) ?? reason?.[3]
  return makeItem('trainingAbsence', { person, unit: told.sender.unit, trainingType, reason: why })
}

const EXCUSED =
  /^[^,。;]{0,4}?(住院|生病|借调|开会|病假|事假|产假|请假(?!了?[\d一二两三半])|缺席|缺训|值班|出差)/

/** Who is named as missing in the record of a course: 缺2人 张三李四病假. */
export function absenteesOf(reading: Reading): Item[] {
  const names: { name: string; start: number; reason: string }[] = []
  for (const person of [...reading.people].reverse()) {
    const told = EXCUSED.exec(reading.text.slice(person.end))?.[1]
    const next = names[0]
    const beside = next !== undefined && /^[、和\s]*$/.test(reading.text.slice(person.end, next.start))
    const reason = told ?? (beside ? next.reason : undefined)
    if (reason !== undefined) names.unshift({ name: person.name, start: person.start, reason })
  }
  return names.map(({ name, reason }) =>
    makeItem('trainingAbsence', { person: name, unit: reading.sender.unit, reason }),
  )
}

/** Absence and shortened attendance, person by person. */
function personal(reading: Reading): Item[] {
  const type = typeNamed(reading.text)
  const { people, shared } = storiesOf(reading)
  if ((participantCountOf(reading.plain)?.value ?? 0) > Math.max(1, people.length)) return []
  return people.flatMap((story) => {
    const told = readPart(people.length === 1 ? reading.text : story.own, reading)
    const item =
      adjustment(told, story.name, type) ??
      absence(told, story.name, type) ??
      absence(readPart(`${story.own}${shared}`, reading), story.name, type)
    return item === undefined ? [] : [item]
  })
}

/** Such remarks, or none when the message records a course. */
export function trainingRemarks(reading: Reading): Item[] {
  const ofAll = reading.people.length === 0 ? adjustment(reading, undefined, undefined) : undefined
  const one = gap(reading) ?? cost(reading) ?? ofAll
  return one === undefined ? personal(reading) : [one]
}
