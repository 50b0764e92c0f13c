// Where one message may pass from one matter to the next: at full stops, semicolons and line breaks, at the numbers
// of a list, at words such as 另外, and at a comma between the telling of a danger and a report.

import type { Reading } from '../reading.ts'
import { type Sign, signOf } from './signs.ts'

/** How a piece begins. */
export type Opening = 'start' | 'stop' | 'semicolon' | 'comma' | 'word' | 'number'

export interface Piece {
  /** Where it begins in the message behind the mark, the word or the number that opens it, and where it ends. */
  readonly start: number
  readonly end: number
  readonly opening: Opening
}

/** Words that begin another matter, with what is said to lead over to it. */
const WORD =
  '(?:对了|另外|此外|同时|还有(?:就是|一[件个条](?:事儿?|情况)?)?|顺便|再(?:一[个件]|就是|报一[个件条])|另(?!有任用|行|一|[\\d两三]))(?:[,:]|再|还|也|跟|给|向|和|你们?|您|领导|想|要|说|报告?|反映|提|汇报|补充|举报|问(?!题)|一(?:下|声|句|个|件|条)|(?:个|件)?(?:事儿?|情况)(?:[,:]|(?=[^\\p{Script=Han}])))*'
const NUMBER =
  '(?:[(]?\\d{1,2}(?:[.、)](?!\\d)|[.、)](?=\\d{1,2}月\\d))|\\([一二三四五六七八九十]{1,2}\\)|[一二三四五六七八九十]{1,2}(?:、|\\.)|第?[一二三四五]件?(?:事)?(?:是|:)|第[一二三四五](?:件事?|个|条)?,)'

const markAfter = (before: string): RegExp =>
  new RegExp(`(?<break>[。;!?\\n]+)|(?<=^|[,:\\s]${before})(?<number>${NUMBER})|,(?=${WORD})`, 'gu')
const MARK = markAfter('')
/** Where a list has begun its next number may follow a word at once: 专职2.李四. */
const LISTED = /(?:^|[,:。;\s])[(]?[1一][.、)]/
const MARK_IN_LIST = markAfter('|\\p{Script=Han}(?=[(\\d])')
/** What opens a piece is no part of it. */
const LEAD = new RegExp(`^[\\s,。;:]*(?<number>${NUMBER})?\\s*(?<word>${WORD})?[\\s,]*`, 'u')

function openingOf(mark: string, lead: RegExpExecArray | null): Opening {
  if (lead?.groups?.['word'] !== undefined) return 'word'
  if (lead?.groups?.['number'] !== undefined) return 'number'
  if (mark === '') return 'start'
  return /^;+$/.test(mark) ? 'semicolon' : 'stop'
}

/** The piece between two marks, cut again at commas. */
function pieceAt(reading: Reading, mark: string, from: number, end: number): Piece[] {
  const lead = LEAD.exec(reading.text.slice(from, end))
  const start = from + (lead?.[0].length ?? 0)
  if (start >= end) return []
  return atCommas(reading, { start, end, opening: openingOf(mark, lead) })
}

/** What goes on about the one told of before stays with it, and so do courses and certificates one after the other. */
function partsAt(last: Sign, sign: Sign, newName: boolean): boolean {
  if (sign === 'course') return /nil|tip|question/.test(last)
  if (sign === 'ownCourse') return !/ourse/.test(last)
  if (sign === 'certificate') return !/ourse|certificate/.test(last)
  if (sign === 'going') return /nil|tip|question/.test(last)
  if (sign === 'change' && last === 'going') return false
  if (sign === 'change' && /ourse|certificate/.test(last)) return newName
  return last !== sign
}

/** 张三调到应急办,隔壁矿上把探头包住了: cut where the clauses pass from report to danger, or back. */
function atCommas({ text, people }: Reading, piece: Piece): Piece[] {
  const pieces: Piece[] = []
  let last: Sign | undefined
  let { start, opening } = piece
  const excepted = /除|但/.test(text.slice(piece.start, piece.end))
  for (const { 0: clause, index } of text.slice(piece.start, piece.end).matchAll(/[^,]+/g)) {
    const at = piece.start + index
    const end = at + clause.length
    const named = people.filter((person) => person.start >= at && person.end <= end)
    const newName = named.some(({ name }) => !text.slice(start, at).includes(name))
    const told = signOf(clause, { named: named.length > 0, newName })
    const sign = told === 'nil' && excepted ? undefined : told
    if (sign !== undefined && last !== undefined && partsAt(last, sign, newName)) {
      pieces.push({ start, end: at - 1, opening })
      start = at
      opening = 'comma'
    }
    last = sign ?? last
  }
  return [...pieces, { start, end: piece.end, opening }]
}

/**
 * The pieces of a message in order; only what stands between them and opens them is left out.
 * @param begin where the head of the message ends
 */
export function piecesOf(reading: Reading, begin: number): Piece[] {
  const text = `${' '.repeat(begin)}${reading.text.slice(begin)}`
  const pieces: Piece[] = []
  let [from, mark] = [begin, '']
  for (const { 0: match, index, groups } of text.matchAll(LISTED.test(text) ? MARK_IN_LIST : MARK)) {
    pieces.push(...pieceAt(reading, mark, from, index))
    const words = groups?.['break'] ?? ''
    mark = words === '' ? match : words
    from = Math.max(begin, index + words.length)
  }
  return [...pieces, ...pieceAt(reading, mark, from, text.length)]
}
