import { describe, expect, test } from 'vitest'
import { articleOf } from '../../policy/document.ts'
import { obligationById, obligations, provisions } from '../../policy/index.ts'
import { settingIds } from '../../policy/settings.ts'

const perArticle = [4, 8, 5, 5, 10, 5, 10, 4, 8, 7, 13, 8, 5, 9, 7, 6]

describe('the registry', () => {
  test('it holds all 114 obligations in the order of the document, each once', () => {
    const expected = perArticle.flatMap((count, article) =>
      Array.from({ length: count }, (_, index) => `A${String(article + 1).padStart(2, '0')}-${index + 1}`),
    )

    expect(obligations).toHaveLength(114)
    expect(obligations.map((obligation) => obligation.id)).toEqual(expected)
  })

  test.each(obligations)('the clause of $id stands word for word in its article', ({ article, clause }) => {
    const { heading, text } = articleOf(article) ?? { heading: '', text: '' }

    expect(`${heading}。${text}`).toContain(clause.replaceAll(/\s/g, ''))
  })

  test('exactly the twelve computed now are done', () => {
    const done = obligations.filter((obligation) => obligation.implementation === 'done')

    expect(done.map((obligation) => obligation.id)).toEqual([
      'A03-3',
      'A04-3',
      'A05-3',
      'A05-4',
      'A05-5',
      'A05-7',
      'A06-5',
      'A07-2',
      'A07-3',
      'A07-4',
      'A07-5',
      'A12-4',
    ])
    expect(done.every((obligation) => obligation.kind === 'computed')).toBe(true)
  })

  test('the wording 一般, 原则上 and 基本 binds in principle, 鼓励 and 推广 only encourages', () => {
    const forces = Object.fromEntries(obligations.map((obligation) => [obligation.id, obligation.force]))

    expect(forces).toMatchObject({ 'A03-3': 'inPrinciple', 'A07-3': 'inPrinciple', 'A04-5': 'inPrinciple' })
    expect(forces).toMatchObject({ 'A09-6': 'inPrinciple', 'A11-8': 'encouraged', 'A14-6': 'encouraged' })
    expect(forces).toMatchObject({ 'A05-3': 'must', 'A05-5': 'must', 'A06-5': 'must', 'A07-5': 'must' })
  })

  test('every obligation binds somebody and has a short Chinese name', () => {
    expect(
      obligations.filter(({ who, title }) => who.length === 0 || !/^[\p{Script=Han}\d%]{4,16}$/u.test(title)),
    ).toEqual([])
  })

  test('every setting changes some obligation that is done, and only those have settings', () => {
    const used = provisions.flatMap(({ settings, rule }) => (rule === undefined ? [] : settings))

    expect(new Set(used)).toEqual(new Set(settingIds))
    expect(provisions.filter(({ settings, rule }) => rule === undefined && settings.length > 0)).toEqual([])
  })

  test('printed as JSON it carries data and no code', () => {
    expect(Object.keys(JSON.parse(JSON.stringify(obligationById('A05-5'))))).toEqual(
      expect.arrayContaining([
        'id',
        'article',
        'clause',
        'who',
        'force',
        'kind',
        'frequency',
        'implementation',
        'intake',
        'reminder',
        'settings',
      ]),
    )
    expect(obligations.every((obligation) => !('rule' in obligation))).toBe(true)
    expect(obligationById('A05-11')).toBeUndefined()
  })
})
