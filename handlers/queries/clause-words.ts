// Which clauses with a rule a question means: by their id, their article, or what they count. Used by 怎么算.

import { articleAsked } from '../../policy/document.ts'
import { obligations } from '../../policy/index.ts'

/** What people call the clauses that are counted. */
const called: readonly (readonly [RegExp, readonly string[]])[] = [
  [/班子(?:成员)?/u, ['A03-3']],
  [/安全(?:工作|监管)人员/u, ['A04-3']],
  [/编制|挪用/u, ['A05-3']],
  [/专职(?:应急(?:管理)?)?机构/u, ['A05-4']],
  [/(?:专职|专业)(?:应急)?(?:管理)?人员|应急(?:管理)?人员|专职(?!(?:应急(?:管理)?)?机构)/u, ['A05-5']],
  [/缺(?:几|\d)?(?:个|名)?人|\d(?:个|名)?人|(?:这|那)个?\d/u, ['A05-5', 'A04-3']],
  [/村级|村干部|村（居）|每村/u, ['A05-7']],
  [/专业条件|专业比例|注安师|75\s*%/u, ['A06-5']],
  [/新录用|新进人员|必考必训/u, ['A07-2']],
  [/轮训/u, ['A07-3', 'A07-4']],
  [/持证(?:上岗)?|执法证/u, ['A07-5']],
  [/举报(?:办理)?/u, ['A12-4']],
]
const ids = /A\d\d-\d{1,2}/gu
const articles = /第\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*条/u

/** Ids of the clauses named in a text, in the order of the document; empty when it names none. */
export function clausesIn(text: string): readonly string[] {
  const article = articleAsked(text)?.number
  const named = new Set([
    ...(text.match(ids) ?? []),
    ...called.flatMap(([words, clauses]) => (words.test(text) ? clauses : [])),
  ])
  return obligations
    .filter(({ implementation, id, article: number }) => {
      return implementation === 'done' && (named.has(id) || (named.size === 0 && number === article))
    })
    .map(({ id }) => id)
}

/** The text without the words that name clauses: what is left names the unit. */
export function withoutClauses(text: string): string {
  const words = [ids, articles, ...called.map(([pattern]) => pattern)]
  return words
    .reduce((left, pattern) => left.replace(pattern, ' '), text)
    .replace(/[\s的，,：:]+/gu, ' ')
    .trim()
}
