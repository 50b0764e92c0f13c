// What every report type must keep, looped over the registry: a new type is covered by its line there.
import { describe, expect, test } from 'vitest'
import type { Report } from '../../../bot/context.ts'
import { jinchengGazetteer, parse } from '../../../bot/text/index.ts'
import { atOnceForm } from '../../../handlers/reports/at-once.ts'
import { confirmCard, formCard } from '../../../handlers/reports/cards.ts'
import { fieldProblems, missingFields, type ReportType } from '../../../handlers/reports/define.ts'
import { reportTypes, typeOfItem } from '../../../handlers/reports/index.ts'
import { endedCard, receiptCard } from '../../../handlers/reports/receipt.ts'
import { obligationById } from '../../../policy/index.ts'
import { validateCard } from '../../../simulator/cards/validate.ts'

const nobody = { imageKeys: new Set<string>(), openIds: new Set<string>() }
const evil = '<at id=all></at>[x](javascript:alert(1))**`|#\n'

function reportOf(type: ReportType, items: Report['items']): Report {
  return {
    id: 1,
    number: `${type.prefix}-20260306-001`,
    kind: type.kind,
    unitId: 'town',
    senderRef: 'ref',
    senderName: null,
    editorRef: null,
    editorName: null,
    editedAt: null,
    items,
    rawText: '',
    revision: 1,
    status: 'draft',
    effect: null,
    correctsId: null,
    messageId: null,
    chatId: null,
    createdAt: 0,
    savedAt: null,
    endedAt: null,
  }
}

function parsedExample(type: ReportType): Report['items'] {
  const context = {
    today: '2026-03-20' as const,
    sender: { unit: '沁水县郑庄镇', role: null },
    gazetteer: jinchengGazetteer,
  }
  const found = parse(type.example, { ...context, roster: ['张三', '李四'] })
  return found.items.filter((item) => type.itemTypes.includes(item.type)).map(({ type: _, ...item }) => item)
}

describe.each(reportTypes.map((type) => [type.kind, type] as const))('report type %s', (_kind, type) => {
  const cards = (items: Report['items']) => {
    if (type.storing === 'atOnce')
      return (items.length === 0 ? [{}] : items).map((item) => atOnceForm(type, item, [`读到${evil}`]))
    const base = { type, report: reportOf(type, items), unitName: `沁水县${evil}` }
    const problems = [{ field: Object.keys(type.fields)[0], sentence: `读到${evil}` }]
    return [
      formCard({ ...base, problems: [] }),
      formCard({ ...base, problems }),
      confirmCard({ ...base, problems: [] }),
      confirmCard({ ...base, problems }),
      receiptCard({ ...base, effects: [], follow: [evil], savedAt: '3月6日 10:00' }),
      endedCard({ ...base, effects: [] }),
    ]
  }

  test('draws cards that the platform takes, from nothing, from its example and from hostile text', () => {
    const hostile = Object.fromEntries(Object.keys(type.fields).map((name) => [name, evil]))
    for (const items of [
      [],
      [{}],
      parsedExample(type),
      [hostile],
      Array.from({ length: 40 }, () => hostile),
    ]) {
      for (const card of cards(items)) expect(validateCard(card, nobody)).toBeUndefined()
    }
  })

  test('understands its own example completely', () => {
    const [item, ...more] = parsedExample(type)

    expect(more).toEqual([])
    expect(missingFields(type, item ?? {})).toEqual([])
    expect(fieldProblems(type, item ?? {})).toEqual([])
  })

  test('asks for every required field of an empty form and says what it expects', () => {
    const required = Object.entries(type.fields).filter(([, field]) => field.required)

    expect(required.length).toBeGreaterThan(0)
    expect(missingFields(type, {})).toEqual(required.map(([name]) => name))
    for (const [, field] of Object.entries(type.fields)) expect(field.expect.length).toBeGreaterThan(1)
  })

  test('turns what its form gives into values its schema takes', () => {
    const [item = {}] = parsedExample(type)
    for (const [name, value] of Object.entries(item)) {
      const field = type.fields[name]
      if (field === undefined) continue
      const typed = Array.isArray(value) ? value.join('、') : String(value)
      expect(field.schema.safeParse(field.fromForm(typed)).success, `${type.kind}.${name}`).toBe(true)
    }
  })

  test('refuses hostile text in typed fields with a sentence', () => {
    const hostile = Object.fromEntries(Object.keys(type.fields).map((name) => [name, evil.repeat(300)]))

    const problems = fieldProblems(type, hostile)

    expect(problems).toHaveLength(Object.keys(type.fields).length)
    for (const { sentence } of problems) expect(sentence).toMatch(/读到的是.+应为.+|读到\d+个字，最多\d+个字/)
  })

  test('names obligations that exist and item types that no other type takes', () => {
    expect(type.clauses.every((id) => obligationById(id) !== undefined)).toBe(true)
    expect(type.itemTypes.every((itemType) => typeOfItem(itemType) === type)).toBe(true)
  })
})

test('kinds, prefixes and opening words are each used once', () => {
  for (const list of [
    reportTypes.map((type) => type.kind),
    reportTypes.map((type) => type.prefix),
    reportTypes.flatMap((type) => type.words),
  ]) {
    expect(new Set(list).size).toBe(list.length)
  }
})
