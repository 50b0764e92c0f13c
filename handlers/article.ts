// What the document says: one of its sixteen articles word for word, with the numbers that stand in it.
import { bold, bullets, type Card, card, md, multiline, note, text } from '../bot/cards/index.ts'
import type { MessageIn, Outcome } from '../bot/context.ts'
import { type Article, articles, articlesAsked, document } from '../policy/document.ts'
import { articlesAbout } from '../policy/subjects.ts'
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
    const named = articlesAsked(message.text)
    const numbered = named.length > 0 ? named : articlesAsked(`第${rest.trim()}条`)
    if (numbered.length > 0) return cardsOf(numbered, message)
    const asked = numberRead.exec(message.text)?.[0] ?? rest
    return cardsOf(numberRead.test(message.text) ? [] : articlesAbout(rest), message, asked)
  },
}

const numberRead = /第[\d一二三四五六七八九十百零〇]{1,6}条/u
/** Articles of one question that are shown; a matter that stands in more of them is asked back. */
const mostShown = 3

/**
 * The answer to a question about articles anywhere in a text, by number (第五条写了什么) or by their matter
 * (执法经费怎么要求); undefined when it asks none.
 */
export function articleAnswer(message: MessageIn): Outcome | undefined {
  const typed = message.text.trim()
  const named = articlesAsked(typed)
  if ([...typed].length > 60) return undefined
  if (named.length > 0) return isAboutArticle(typed) ? cardsOf(named, message) : undefined
  if (numberRead.test(typed) && isAboutArticle(typed))
    return cardsOf([], message, numberRead.exec(typed)?.[0])
  if (/107\s*号/.test(typed)) return { say: [{ to: answerTo(message), card: parentCard() }] }
  if (wholeDocument.test(typed)) return cardsOf([], message)
  if (!asksRule(typed)) return undefined
  const about = articlesAbout(typed.replace(rule, ' '))
  return about.length === 0 ? undefined : cardsOf(about, message)
}

/** Asked with words of a question, or nothing but the numbers: 第五条第二款, 第五条和第七条. */
function isAboutArticle(typed: string): boolean {
  return (
    /写|说|讲|内容|规定|要求|原文|什么|怎么|哪些|啥|[?？]/.test(typed) ||
    /^(?:(?:看|查|发)(?:一下|看|下)?|给我)?(?:文件)?(?:[第条款项句和及与跟、，,\s一二三四五六七八九十\d（）()]|条款)+$/u.test(
      typed,
    )
  )
}

const rule =
  /规定|要求|依据|条款|原文|文件|标准|(?:哪|那)(?:一)?条|意思|制度|最少|至少|必须|应当?(?:配|有|占|是)|应该|(?:要|该|得)(?:配|有|占|几)|多久一次|几年一次|(?:怎么|咋)(?:写|说|讲|规定|要求)的?/u
const asking =
  /怎么|咋|什么|啥|几|多少|哪|吗|呢|多久|[?？]|(?:规定|要求|依据|原文|条款|标准|内容|意思|文件)(?:是)?$/u
const wholeDocument =
  /^(?:(?:看|查|发)(?:一下|看|下)?|给我(?:看看?)?|把)?(?:这个?|那个?)?(?:文件|原文|10号文|晋市政办〔2021〕10号|晋市政办\[2021\]10号)(?:全文|原文|内容|目录)?(?:给我看看?|发我)?$/u
/** A day, a person's move or a reward tells or asks something else; what a reward is has an answer of its own. */
const notRule =
  /\d[月号日]|调[到入出]|到岗|离岗|退休|(?:按|根据|落实|贯彻|达到|符合)[^，。]{0,6}(?:要求|规定|标准)|我们?(?:镇|县|局|单位|厂|矿)[^，。]{0,4}有(?:几|多少)|隐患|怎么(?:报|填|交|算)|达标|到期|还[要得差缺]|够|缺/u

/** A matter of the document and the wish to know what it asks, in one short sentence. */
function asksRule(typed: string): boolean {
  const aboutReward = /举报|奖/.test(typed) && !/哪一?条|文件|原文|条款|制度/u.test(typed)
  return (
    [...typed].length <= 40 && rule.test(typed) && asking.test(typed) && !notRule.test(typed) && !aboutReward
  )
}

/** One card an article; with none, or with too many, the list of all. */
function cardsOf(found: readonly Article[], message: MessageIn, asked = ''): Outcome {
  const to = answerTo(message)
  if (found.length === 0 || found.length > mostShown) return { say: [{ to, card: whichCard(asked) }] }
  return { say: found.map((article) => ({ to, card: articleCard(article, message.text) })) }
}

function parentCard(): Card {
  const { parent } = document
  return notice('上级文件', [
    md`${parent.number}《${parent.title}》是省里的文件，原文不在我这里。`,
    md`我能查的是${document.number}，照它制定。发“第五条”看原文。`,
  ])
}

/** The tile of the menu: which articles there are. */
export const clausePress: Press = {
  act: 'clause.list',
  run: (press, ctx) => sendTo(press, ctx, whichCard('')),
}

function articleCard({ number, heading, part, text: words }: Article, asked: string): Card {
  const numbers = phrasesWithNumbers(words)
  const paragraph = /第\s*[一二三四五六七八九十\d]{1,3}\s*[款项]/u.exec(asked)?.[0]
  return card({
    title: `${articleWord(number)} ${heading}`,
    subtitle: document.number,
    state: 'info',
    summary: `${articleWord(number)} ${heading}`,
    elements: [
      paragraph === undefined ? [] : text(md`文件的条不分款项，没有${paragraph}，整条如下：`),
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
