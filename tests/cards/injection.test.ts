/** No text of a stranger can act in a card: it is shown, and that is all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, bullets, join, type Md, md, multiline, personMention, text } from '../../bot/cards/index.ts'
import { hostileText, marksOf, shapeOf, textsOf, wordsOf } from './reading.ts'
import { SAMPLES } from './samples.ts'

const KIT_MARK =
  /<\/?font( color='(blue|orange|red|green|grey)')?>|<\/?text_tag( color='(neutral|blue|orange|red|green)')?>|<br>|<at id=ou_clerk1><\/at>/g

function drawn(content: Md): string {
  return textsOf(text(content)).markdown.join('')
}

describe('text between the literals of md', () => {
  test('is shown as typed, on one line, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const markdown = drawn(md`前${typed}后`)

        expect(marksOf(markdown)).toEqual(['paragraph_open', 'paragraph_close'])
        expect(markdown).not.toMatch(/[<>\n]/)
      }),
      { numRuns: 1000 },
    )
  })

  test('is shown as typed when nothing stands around it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        expect(marksOf(drawn(md`${one}${other}`))).toEqual(['paragraph_open', 'paragraph_close'])
        expect(marksOf(drawn(multiline(`${one}\n${other}`, 5000)))).toEqual([
          'paragraph_open',
          'paragraph_close',
        ])
      }),
      { numRuns: 1000 },
    )
  })

  test('is bold as a whole in bold, also where it touches punctuation', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(marksOf(drawn(md`前${bold(typed)}后`))).toEqual([
          'paragraph_open',
          'strong_open',
          'strong_close',
          'paragraph_close',
        ])
      }),
    )
  })

  test.each([
    ['<at id=all></at>', '<at id=all></at>'],
    ['[点我](https://evil.cn/a)', '[点我](https://evil.cn/a)'],
    ['&#60;at id=all&#62;', '&#60;at id=all&#62;'],
    ['&lt;at id=all&gt;', '&lt;at id=all&gt;'],
    ['*_`~#|', '*_`~#|'],
    ['a\nb\r\nc\u2028d', 'a b c d'],
    ['1. 水位3.2米, 18:30', '1. 水位3.2米, 18:30'],
    ['- 一', '- 一'],
    ['卐\u202E倒\u200B过\0来\uD800', '卐倒过来'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%j is read as %j', (typed, shown) => {
    expect(wordsOf(drawn(md`${typed}`))).toBe(shown)
  })

  test('dates, times and decimals stay readable in the source', () => {
    expect(drawn(md`${'2026-07-20 18:30'}，水位${'3.2'}米，${-2}，${97.8}`)).toBe(
      '2026-07-20 18:30，水位3.2米，-2，97.8',
    )
  })

  test('makes no emoji and no address, also where a digit stands on one side', () => {
    expect(drawn(md`${':8ball: a.1 1.a 1:a'}`)).not.toMatch(/[.:]/)
  })

  test('stays in its own item of a list', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(marksOf(drawn(bullets([typed, '二'])))).toEqual(marksOf(drawn(bullets(['一', '二']))))
      }),
    )
  })

  test('an item of several lines stays one item', () => {
    expect(drawn(bullets([join([md`一`, md`- 二`]), md`三`]))).toBe('- 一<br>- 二\n- 三')
    expect(drawn(join([bullets(['一']), md`二`, md`三`]))).toBe('- 一\n\n二\n三')
    expect(drawn(join([bullets(['一']), bullets(['二'])]))).toBe('- 一\n- 二')
  })

  test('several lines keep their breaks, but not more than one empty line', () => {
    expect(drawn(multiline('一\n- 二\r\n\n\n\n三\n', 100))).toBe('一<br>&#45; 二<br><br>三')
  })

  test('a mention takes an open id and nothing that could mention more', () => {
    expect(drawn(personMention('ou_7d8a6e6df7621556ce0d21922b676706ccs'))).toBe(
      '<at id=ou_7d8a6e6df7621556ce0d21922b676706ccs></at>',
    )
    for (const id of ['all', 'ou_', 'ou_a,ou_b', 'ou_a></at><at id=all', 'OU_a', 'ou_a\n']) {
      expect(() => personMention(id)).toThrow('open id')
    }
  })
})

describe.each(Object.entries(SAMPLES))("a stranger's text in every place of the card %s", (_name, sample) => {
  const harmless = sample('某某')

  test('changes neither its parts nor its marks', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const built = sample(typed)
        const found = textsOf(built)

        expect(shapeOf(built)).toEqual(shapeOf(harmless))
        expect(found.markdown.map(marksOf)).toEqual(textsOf(harmless).markdown.map(marksOf))
      }),
      { numRuns: 200 },
    )
  })

  test('leaves no angle bracket, line break or half character outside the marks of the kit', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const found = textsOf(sample(typed))

        for (const markdown of found.markdown) expect(markdown.replace(KIT_MARK, '')).not.toMatch(/[<>]/)
        for (const shown of [...found.plain, ...found.other]) expect(shown).not.toMatch(/[<>\p{Cc}\p{Cs}]/u)
      }),
      { numRuns: 200 },
    )
  })

  test('fits and stays valid JSON however long it is', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 12 }), (typed, times) => {
        const serialised = JSON.stringify(sample(typed.repeat(times)))

        expect(shapeOf(JSON.parse(serialised))).toEqual(shapeOf(harmless))
        expect(Buffer.byteLength(serialised)).toBeLessThanOrEqual(28_000)
        expect(serialised).not.toMatch(/\\ud[89a-f]/i)
      }),
      { numRuns: 50 },
    )
  })
})
