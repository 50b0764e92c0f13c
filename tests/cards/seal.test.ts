/** What may not leave: too big, too many parts, names taken twice, buttons that carry more than ids. */
import { describe, expect, test } from 'vitest'
import {
  type Act,
  type BodyElement,
  button,
  CARD_LIMITS,
  type Card,
  CardTooLarge,
  card,
  form,
  md,
  overflow,
  panel,
  text,
  textInput,
} from '../../bot/cards/index.ts'

function cardOf(...elements: readonly BodyElement[]): Card {
  return card({ title: '标题', state: 'info', summary: '', elements })
}

function tooLarge(build: () => Card): Pick<CardTooLarge, 'code' | 'measure' | 'actual'> {
  try {
    build()
  } catch (error) {
    if (error instanceof CardTooLarge)
      return { code: error.code, measure: error.measure, actual: error.actual }
    throw error
  }
  throw new Error('the card was let through')
}

function bytesOf(built: Card): number {
  return Buffer.byteLength(JSON.stringify(built))
}

describe('size', () => {
  const room = CARD_LIMITS.bytes - bytesOf(cardOf(text(md``)))

  test('a card of exactly the permitted bytes leaves, one byte more does not', () => {
    expect(bytesOf(cardOf(text(md`${'a'.repeat(room)}`)))).toBe(CARD_LIMITS.bytes)
    expect(tooLarge(() => cardOf(text(md`${'a'.repeat(room + 1)}`)))).toEqual({
      code: 'card.too_large',
      measure: 'bytes',
      actual: CARD_LIMITS.bytes + 1,
    })
  })

  test('bytes are counted, not characters: Chinese counts three times', () => {
    expect(bytesOf(cardOf(text(md`${'安'.repeat(Math.floor(room / 3))}`)))).toBeLessThanOrEqual(
      CARD_LIMITS.bytes,
    )
    expect(tooLarge(() => cardOf(text(md`${'安'.repeat(Math.floor(room / 3) + 1)}`))).measure).toBe('bytes')
  })

  test('180 parts leave, 181 do not; the title counts as one', () => {
    const lines = Array.from({ length: CARD_LIMITS.tags - 1 }, () => text(md`行`))

    expect(cardOf(...lines).body.elements).toHaveLength(179)
    expect(tooLarge(() => cardOf(...lines, text(md`行`)))).toMatchObject({ measure: 'tags', actual: 181 })
  })

  test('containers nest five deep and no deeper', () => {
    const nested = (depth: number): BodyElement =>
      Array.from({ length: depth }).reduce<ReturnType<typeof panel> | ReturnType<typeof text>>(
        (inner) => panel({ title: md`层`, elements: [inner], expanded: false }),
        text(md`底`),
      )

    expect(cardOf(nested(5)).body.elements).toHaveLength(1)
    expect(() => cardOf(nested(6))).toThrow('deeper')
  })
})

describe('names', () => {
  const field = (name: string) =>
    textInput({ name, label: md`姓名`, required: true, placeholder: '姓名', maxLength: 20 })
  const formOf = (...names: readonly string[]): BodyElement =>
    form({ name: 'staffing', elements: names.map(field), submit: { text: '提交', act: { act: 'save' } } })

  test('two fields of one name are refused', () => {
    expect(() => cardOf(formOf('person', 'person'))).toThrow('two fields are named person')
  })

  test('a field named like the submit button of its form is refused', () => {
    expect(() => cardOf(formOf('staffing_submit'))).toThrow('two fields')
  })

  test('two forms of one name are refused', () => {
    expect(() => cardOf(formOf('a'), formOf('b'))).toThrow('two fields are named staffing')
  })

  test.each(['', '姓名', '1st', 'a b', 'a'.repeat(61)])('%j is refused as a name', (name) => {
    expect(() => cardOf(formOf(name))).toThrow('no name')
  })
})

describe('what a press carries', () => {
  const pressed = (act: Act): Card => cardOf(button({ text: '保存', act, style: 'primary' }))

  test('ids, revisions, dates and weeks pass', () => {
    const act = {
      act: 'draft.save',
      draft: 'd_7f3a',
      rev: 3,
      on: '2026-07-20',
      week: '2026-W29',
      person: 'ou_1a',
    }
    expect(pressed(act).body.elements).toHaveLength(1)
  })

  test.each([
    ['a name', { act: 'save', person: '张三' }],
    ['a sentence', { act: 'save', text: 'fell from a ladder' }],
    ['a long text', { act: 'save', text: 'a'.repeat(81) }],
    ['no number', { act: 'save', rev: Number.NaN }],
    ['an odd key', { act: 'save', 单位: 1 }],
    ['too many keys', Object.fromEntries(['act', ...'abcdefghijkl'].map((key) => [key, 'x'])) as Act],
  ])('%s does not', (_what, act) => {
    expect(() => pressed(act)).toThrow('ids and revisions')
    expect(() => cardOf(overflow({ act, options: [{ text: '撤回', value: 'undo' }] }))).toThrow(
      'ids and revisions',
    )
  })
})
