import { describe, expect, test } from 'vitest'
import { articleAsked, articleOf, articles, document } from '../../policy/document.ts'

describe('the document', () => {
  test('it has sixteen articles in four parts, in order, each with its heading and words', () => {
    expect(articles.map((article) => article.number)).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    )
    expect(new Set(articles.map((article) => article.part)).size).toBe(4)
    expect(articles.every((article) => article.heading.length > 5 && article.text.endsWith('。'))).toBe(true)
  })

  test('its words carry no line breaks and no spaces of the print', () => {
    expect(articles.filter((article) => /\s/.test(article.text + article.heading))).toEqual([])
  })

  test('sentences broken over pages are mended', () => {
    expect(articleOf(6)?.text).toContain('注重招考（聘）专业对口并有从业经验的大专院校毕业生')
    expect(articleOf(16)?.text).toContain('取消负有领导和监管责任的相关人员当年各项评先评优资格')
  })

  test('it names itself and the document it carries out', () => {
    expect(document).toMatchObject({
      number: '晋市政办〔2021〕10号',
      issuedOn: '2021-04-20',
      parent: { number: '晋政办发〔2020〕107号' },
    })
  })
})

describe('asking for an article', () => {
  test.each([
    ['第五条写了什么', 5],
    ['第5条', 5],
    ['看一下第 16 条', 16],
    ['第十条', 10],
    ['第十二条说了啥', 12],
    ['（七）是什么', 7],
    ['(三)', 3],
  ])('%s means article %i', (question, number) => {
    expect(articleAsked(question)?.number).toBe(number)
  })

  test.each(['第十七条', '第0条', '第二十条', '五条', '写了什么', '第十十条', '第五五条'])(
    '%s means none',
    (question) => {
      expect(articleAsked(question)).toBeUndefined()
    },
  )
})
