// Several matters in one message: it is cut in pieces, pieces of one matter are put together again, and each matter
// is read by itself, so that no day, unit, person or figure of one gets into another. What heads the message, a
// unit or a day, holds for all.

import type { Intent, Item } from '../parsed.ts'
import { type Reading, readAlone } from '../reading.ts'
import { isNil } from '../records/nil-report.ts'
import { topicOf } from '../talk/query-topic.ts'
import { type Piece, piecesOf } from './cut.ts'
import { withSubject } from './halves.ts'
import { type Head, headOf, underHead } from './head.ts'
import { isSolid, type Part } from './signs.ts'

export type { Part } from './signs.ts'

/** What a message of several matters says, and its parts, each with what it was read from. */
export interface Several {
  readonly intent: Intent
  readonly items: readonly Item[]
  readonly parts: readonly Part[]
}

/** How one part is read: what it is, and, which costs more, what it says. */
export interface Understanding {
  intentOf(part: Reading): Intent
  itemsOf(part: Reading, intent: Intent): readonly Item[]
}

const KINDS = /^(?:staffing|training|mixed|equipment|insurance|hazard|accident)$/
const TIP = /^(?:hazard|accident)$/
const ASKING = /^(?:query|help)$/

interface Told {
  readonly piece: Piece
  readonly part: Part
  /** What it is part of: a kind of report, nil reports, a question; undefined for what goes with its neighbour. */
  readonly matter: string | undefined
}

interface Block {
  readonly matter: string
  readonly intent: Intent
  readonly first: Told
  readonly last: Told
}

/** What opens a list of findings, of subjects taught or of questions dealt with: the list goes with it. */
const HEADS_LIST = /(?:检查|巡查|排查|督查|发现|问题|隐患|内容|如下|课程|案例|议题|包括)[^,。;:]{0,16}:/

function matterOf({ intent, items }: Part): string {
  if (items.length > 0 && items.every(({ type }) => type === 'nilReport')) return 'nil'
  return TIP.test(intent) ? 'hazard' : intent
}

const asks = (intent: Intent, { text }: Reading): boolean => intent === 'query' && topicOf(text) !== undefined

/** A message and what heads it, as its parts are read. */
interface Setting {
  readonly reading: Reading
  readonly head: Head | undefined
  /** The message as a whole asks something. */
  readonly asking: boolean
  readonly understanding: Understanding
}

/** What the words tell under the head; the head is no part of the description of a danger. */
function readPartOf(own: Reading, intent: Intent, led: string, { understanding }: Setting): Part {
  const plain = understanding.itemsOf(own, intent)
  if (led === own.text) return { reading: own, intent, items: plain }
  const reading = readAlone(led, own)
  const items = understanding.itemsOf(reading, intent).map((item, index) => {
    const description = plain[index]?.['description']
    return description === undefined ? item : { ...item, description }
  })
  return { reading, intent, items }
}

/** Each piece with what it is and, where it stands alone, says. */
function readPieces(pieces: readonly Piece[], setting: Setting): Told[] | undefined {
  const { reading, head, asking, understanding } = setting
  const seen = pieces.map((piece) => {
    const alone = readAlone(reading.text.slice(piece.start, piece.end), reading)
    return { piece, alone, intent: understanding.intentOf(alone) }
  })
  const kinds = new Set(
    seen.flatMap(({ intent, alone }) => (KINDS.test(intent) ? [isNil(alone.text) ? 'nil' : intent] : [])),
  )
  // Most messages are of one kind: what each piece says need not be known for that.
  if (
    kinds.size + (asking || seen.some(({ intent }) => ASKING.test(intent)) ? 1 : 0) < 2 &&
    !kinds.has('mixed')
  )
    return undefined
  const besideTip = seen.some(({ intent }) => TIP.test(intent))
  const listed = inLists(seen)
  return seen.map(({ piece, alone, intent }, index) => {
    const question = asks(intent, alone)
    if (listed[index] || !(question || KINDS.test(intent)))
      return { piece, part: { reading: alone, intent, items: [] }, matter: undefined }
    const part = readPartOf(alone, intent, question ? alone.text : underHead(head, alone), setting)
    const joinedByComma = piece.opening === 'comma' || pieces[index + 1]?.opening === 'comma'
    const solid = question || isSolid(part, { besideTip, joinedByComma })
    return { piece, part, matter: solid ? matterOf(part) : undefined }
  })
}

/** Which pieces are entries of a list that one before them opened. */
function inLists(seen: readonly { readonly piece: Piece; readonly alone: Reading }[]): boolean[] {
  let open = false
  return seen.map(({ piece, alone }) => {
    const listed = open && (piece.opening === 'number' || piece.opening === 'semicolon')
    open = listed || HEADS_LIST.test(alone.text)
    return listed
  })
}

/** Neighbours of one matter together; what is no matter of its own goes with the one before it, else behind it. */
function blocksOf(told: readonly Told[]): Block[] {
  const blocks: Block[] = []
  let before: Told | undefined
  for (const one of told) {
    const last = blocks.at(-1)
    if (last !== undefined && (one.matter === undefined || one.matter === last.matter))
      blocks[blocks.length - 1] = { ...last, last: one }
    else if (one.matter === undefined) before ??= one
    else blocks.push({ matter: one.matter, intent: one.part.intent, first: before ?? one, last: one })
  }
  return blocks
}

function readBlock(block: Block, before: Part | undefined, setting: Setting): Part {
  const { first, last, matter } = block
  const goesOn = before?.intent === 'staffing' && matter === 'training' && first.piece.opening === 'stop'
  if (first === last && !goesOn) return first.part
  const { reading, head, understanding } = setting
  const own = readAlone(reading.text.slice(first.piece.start, last.piece.end), reading)
  const led = goesOn ? withSubject(own.text, before.reading.text, reading) : underHead(head, own)
  return readPartOf(own, matter === 'nil' ? understanding.intentOf(own) : block.intent, led, setting)
}

/**
 * The matters of a message with more than one, and a report that something is asked beside; undefined for all others.
 * @param intent what the message is as a whole
 */
export function severalIn(
  reading: Reading,
  intent: Intent,
  understanding: Understanding,
): Several | undefined {
  if (reading.sender.level === 'public') return undefined
  const head = headOf(reading)
  const pieces = piecesOf(reading, head?.end ?? 0)
  if (pieces.length < 2) return undefined
  const asking = ASKING.test(intent)
  const setting = { reading, head, asking, understanding }
  const told = readPieces(pieces, setting)
  if (told === undefined) return undefined
  const blocks = blocksOf(told)
  const besideQuestion = asking && blocks.length === 1 && blocks[0]?.matter !== 'query'
  if (new Set(blocks.map(({ matter }) => matter)).size < 2 && !besideQuestion) return undefined
  const parts: Part[] = []
  for (const block of blocks) parts.push(readBlock(block, parts.at(-1), setting))
  const kinds = new Set(parts.map((part) => part.intent).filter((kind) => kind !== 'query'))
  const [only] = kinds
  if (only === undefined) return undefined
  return { intent: kinds.size > 1 ? 'mixed' : only, items: parts.flatMap(({ items }) => items), parts }
}
