// Reads the message files beside the tests and parses them as the command line would: with the book of Jincheng.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jinchengGazetteer, type Parsed, parse } from '../../bot/text/index.ts'
import type { Message } from './scoring.ts'

const folder = (name: string): string => fileURLToPath(new URL(`./${name}/`, import.meta.url))

/** The .jsonl files in a folder beside this file. */
export const filesIn = (name: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()

/** The messages of one such file, one JSON object a line. */
export const messagesOf = (name: string, file: string): Message[] =>
  readFileSync(`${folder(name)}${file}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Message)

/** All messages of a folder. */
export const messagesIn = (name: string): Message[] => filesIn(name).flatMap((file) => messagesOf(name, file))

export const parseMessage = ({ text, today, sender }: Pick<Message, 'text' | 'today' | 'sender'>): Parsed =>
  parse(text, { today, sender, gazetteer: jinchengGazetteer })

/** Messages as long as one may be, of one part over and over: the worst there is for a pattern that looks ahead. */
export const longestMessages: readonly string[] = [
  '张',
  '一',
  '路',
  '1',
  '《',
  '有',
  '抽',
  '请假',
  '3月5日',
  '张三',
  '举报',
  '\n',
].map((part) => part.repeat(Math.floor(4900 / part.length)))
