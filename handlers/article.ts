// What the document says: one of its sixteen articles word for word, with the numbers that stand in it.
import { bold, bullets, type Card, card, md, multiline, note, text } from '../bot/cards/index.ts'
import type { MessageIn, Outcome } from '../bot/context.ts'
import { type Article, articleAsked, articles, document } from '../policy/document.ts'
import { maskText } from './mask.ts'
import { notice, sendTo } from './notice.ts'
import { answerTo, type Command, type Press } from './route.ts'

const numerals = '一二三四五六七八九十'

/** 条款 5, 条款 五, 第五条. */
export const clause: Command = {
  words: [
    '条款',
    '原文',
    '文件',
    ...articles.flatMap(({ number }) => [articleWord(number), `第${number}条`]),
  ],
  help: { name: '看文件原文', example: '第五条' },
  who: 'anyone',
  inGroups: 'here',
  async run(rest, message) {
    const article = articleAsked(message.text) ?? articleAsked(`第${rest.trim()}条`)
    const asked = /第[\d一二三四五六七八九十百零〇]{1,6}条/u.exec(message.text)?.[0] ?? rest
    const shown = article === undefined ? whichCard(asked) : articleCard(article)
    return { say: [{ to: answerTo(message), card: shown }] }
  },
}

/** The answer to a question about an article anywhere in a text, such as 第五条写了什么; undefined when it asks none. */
export function articleAnswer(message: MessageIn): Outcome | undefined {
  const article = articleAsked(message.text)
  const isQuestion = /写|说|讲|内容|规定|要求|原文|什么|怎么|哪些|[?？]/.test(message.text)
  if (article === undefined || !isQuestion || [...message.text].length > 60) return undefined
  return { say: [{ to: answerTo(message), card: articleCard(article) }] }
}

/** The tile of the menu: which articles there are. */
export const clausePress: Press = {
  act: 'clause.list',
  run: (press, ctx) => sendTo(press, ctx, whichCard('')),
}

function articleCard({ number, heading, part, text: words }: Article): Card {
  const numbers = phrasesWithNumbers(words)
  return card({
    title: `${articleWord(number)} ${heading}`,
    subtitle: document.number,
    state: 'info',
    summary: `${articleWord(number)} ${heading}`,
    elements: [
      text(multiline(words, 3000)),
      numbers.length === 0 ? [] : text(md`${bold('其中的数字要求：')}\n${bullets(numbers)}`),
      note(md`出处：《${document.title}》（${document.number}），${part}，${articleWord(number)}。`),
    ],
  })
}

function whichCard(rest: string): Card {
  const asked = rest.trim()
  const read =
    asked === ''
      ? '请写上条款号。'
      : md`读到的是“${maskText(asked.slice(0, 20), [])}”，文件只有第一条到第十六条。`
  const list = articles.map(({ number, heading }) => `${articleWord(number)} ${heading}`)
  return notice('看哪一条', [read, '请这样写：第五条', bullets(list)])
}

/** The clauses of a sentence that name a number, as they stand. */
function phrasesWithNumbers(words: string): readonly string[] {
  return words.split(/[，。；]/).filter((phrase) => /\d/.test(phrase))
}

/** 第五条, 第十六条 */
function articleWord(number: number): string {
  const ones = numerals[(number - 1) % 10] ?? ''
  return `第${number > 10 ? '十' : ''}${ones}条`
}
