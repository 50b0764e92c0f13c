// A unit that got another name or was founded: "原安监站更名为应急管理站", "我镇成立应急管理办公室".

import { DESK } from '../lexicon/posts.ts'
import { type Item, makeItem } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { headCounts } from './head-counts.ts'
import { documentNoIn } from './traits.ts'

const RENAMED =
  /(?:我(?:镇|乡|局|街道|县)?的?)?(?:原来?的?)?([\p{Script=Han}]{2,20}?)(?:正式|已|现|从今天起|即日起)*(?:更名|改名|改称|改叫|换牌|变更|合并|改组|整合|改制|改设|改建|改(?=[为成叫]))(?:为|成|组建为|叫)?(?:了)?([\p{Script=Han}]{2,20}?)(?=[,。;\n(了]|$|的)/u

const SAFETY_DESK = `(?:应急|安监|安全|消防)\\p{Script=Han}{0,10}?${DESK}`
const FOUNDED = new RegExp(
  `(?:成立|设立|组建|新设)(?:了)?(\\p{Script=Han}{0,8}${SAFETY_DESK})(?=[,。;\\n(]|了|$)`,
  'u',
)

const NOW_FOUNDED = new RegExp(
  `(\\p{Script=Han}{0,6}${SAFETY_DESK})(?:已|正式|今天|现已)*(?:挂牌)?(?:成立|组建|设立)(?:了|并|,|。|$)`,
  'u',
)
/** 应急管理站改为应急管理办公室: a name on both sides. */
const RECAST = new RegExp(
  `(?:${DESK}|局)改(?:设|建|组)?(?:为|成)\\p{Script=Han}{2,18}?(?:${DESK}|局)(?=[,。;\\n(]|$)`,
  'u',
)

/** Whether a text tells of a unit that was founded or got another name. */
export const tellsOfUnit = (text: string): boolean =>
  /(?:更名|改名|改称|合并|换牌)(?:为|成|叫)|(?:站|办|办公室|中心|队|所|局|科|股)[^,。;]{0,4}改(?:叫|称)/.test(
    text,
  ) || [FOUNDED, NOW_FOUNDED, RECAST].some((pattern) => pattern.test(text))

/** The change of name or the founding told, or none. */
export const orgChanges = (reading: Reading): Item[] =>
  reading.people.length > 0 ? [] : (renamed(reading) ?? founded(reading))

/** A township that founds its emergency office; a head-count beside it is the greater news. */
function founded({ text, sender, dates }: Reading): Item[] {
  const newName = (FOUNDED.exec(text) ?? NOW_FOUNDED.exec(text))?.[1]
  if (newName === undefined || sender.level !== 'township' || headCounts(text) > 0) return []
  const date = dates.find(({ kind }) => kind === 'day')
  return [
    makeItem('orgChange', {
      unit: sender.unit,
      newName: newName.replace(/^(?:了|专职|镇|乡|街道)+/, ''),
      effectiveDate: date?.from,
      fullTime: /(?<!非)专职/.test(text) ? true : undefined,
      documentNo: documentNoIn(text),
    }),
  ]
}

function renamed(reading: Reading): Item[] | undefined {
  const told = reading.text.replace(/[“”"「」]/g, '')
  const undated = reading.dates.reduce((text, date) => text.replace(date.text, ''), told)
  const match = RENAMED.exec(undated.replace(/(?:自|从|于)?起|(?<=[,。站所办队])[自从于]/g, ''))
  const [oldName, newName] = [match?.[1], match?.[2]]
  if (oldName === undefined || newName === undefined) return undefined
  const date = reading.dates.find(({ kind }) => kind === 'day')
  const bare = oldName
    .replace(/^.*(?:日|号|起|,)/, '')
    .replace(/^(?:我|本)们?(?:镇|乡|局|街道|县)?的?(?:原来?的?)?/, '')
  return [
    makeItem('orgChange', {
      unit: reading.sender.unit,
      oldName: bare,
      newName,
      effectiveDate: date?.from,
      documentNo: documentNoIn(reading.text),
    }),
  ]
}
