// Findings and their changes in one line each.
import { describe, expect, test } from 'vitest'
import { card, cardAsText, changeLine, findingLine, lackLine, type Md, text } from '../../bot/cards/index.ts'
import { obligations } from '../../policy/index.ts'
import type { Finding } from '../../policy/kernel.ts'

const staff: Finding = {
  obligation: 'A05-5',
  unit: 'zhengzhuang',
  unitKind: 'township',
  force: 'must',
  asOf: '2024-03-20',
  status: 'notMet',
  measured: { value: 2, unit: 'heads' },
  required: { value: 3, unit: 'heads' },
  target: { value: 5, unit: 'heads' },
  gap: { value: 1, unit: 'heads' },
  used: [],
  rows: [],
}
const qualified: Finding = {
  ...staff,
  obligation: 'A06-5',
  measured: { value: 746, of: 1000, unit: 'heads' },
  required: { value: 750, of: 1000, unit: 'heads' },
  gap: { value: 4, unit: 'heads' },
  used: [{ id: 'qualifiedOfficers', value: 75, unit: 'percent', from: '2021-04-20', source: 'document' }],
}
const { target: _target, ...withoutTarget } = staff
const { gap: _gap, ...enough } = staff
const met: Finding = { ...enough, status: 'met', measured: { value: 3, unit: 'heads' } }

/** What stands in a card, labels included. */
function shown(line: Md): string {
  return cardAsText(card({ title: '-', state: 'info', summary: '-', elements: [text(line)] }))
}

describe('a finding in one line', () => {
  test('says what there is, what is asked and what is missing', () => {
    expect(findingLine(staff)).toBe('专职应急管理人员 2人，至少3人，还差1人')
  })

  test('shows a share with both numbers, to one decimal, and the percentage asked', () => {
    expect(findingLine(qualified)).toBe(
      '符合专业条件的执法人员 746/1000人（74.6%），至少750人（不低于75%），还差4人',
    )
  })

  test('says what is advised above the floor as advice and not as a shortfall', () => {
    const near: Finding = {
      ...staff,
      status: 'atRisk',
      measured: { value: 3, unit: 'heads' },
      gap: { value: 2, unit: 'heads' },
    }
    expect(findingLine(near)).toBe('专职应急管理人员 3人，至少3人，距建议的5人差2人')
  })

  test.each<[string, Partial<Finding>, string]>([
    [
      'villages',
      {
        obligation: 'A05-7',
        measured: { value: 18, of: 20, unit: 'villages' },
        required: { value: 20, of: 20, unit: 'villages' },
        gap: { value: 2, unit: 'villages' },
      },
      '明确应急责任人的村（居） 18/20个村（居）（90.0%），应为全部，还差2个村（居）',
    ],
    [
      'organisations',
      {
        obligation: 'A05-4',
        measured: { value: 0, unit: 'organisations' },
        required: { value: 1, unit: 'organisations' },
        gap: { value: 1, unit: 'organisations' },
      },
      '专职应急管理机构 0个，至少1个，还差1个',
    ],
    [
      'tips',
      {
        obligation: 'A12-4',
        measured: { value: 4, of: 5, unit: 'tips' },
        required: { value: 5, of: 5, unit: 'tips' },
        gap: { value: 1, unit: 'tips' },
      },
      '按时办理的举报 4/5件（80.0%），应为全部，1件超期',
    ],
    [
      'diverted posts, where more is worse',
      {
        obligation: 'A05-3',
        measured: { value: 1, of: 8, unit: 'heads' },
        required: { value: 0, of: 8, unit: 'heads' },
        gap: { value: 1, unit: 'heads' },
      },
      '被挪用挤占的执法编制 1/8人（12.5%），应为0人，须归位1人',
    ],
  ])('has words for %s', (_what, changes, line) => {
    expect(findingLine({ ...withoutTarget, ...changes })).toBe(line)
  })

  test('of nothing known says so and gives no figure', () => {
    const { measured: _measured, ...rest } = enough
    expect(findingLine({ ...rest, status: 'noData' })).toBe('专职应急管理人员：缺数据')
  })

  test('of people nobody asked about counts them', () => {
    const items = [{ id: 'p1', kind: 'person', why: 'unknown' }] as const
    const { gap: _none, ...open } = qualified
    expect(findingLine({ ...open, status: 'noData', items })).toContain('1人情况未报')
  })

  test('that is too old says so beside its figure', () => {
    expect(findingLine({ ...met, status: 'stale' })).toContain('数据已过期')
  })

  test('exists for every obligation that has a rule, without a bare id in it', () => {
    for (const { id } of obligations.filter((one) => one.implementation === 'done')) {
      expect(findingLine({ ...staff, obligation: id })).not.toMatch(/A\d\d|第.+条·/)
    }
  })

  test('has nothing missing to say when there is no gap', () => {
    expect(lackLine(met)).toBe('')
  })
})

describe('a change in one line', () => {
  test('shows the way from two to three and the clause it reaches', () => {
    expect(shown(changeLine({ before: staff, after: met }))).toContain(
      '专职应急管理人员 2→3人，达到第五条“至少3人”',
    )
  })

  test('says that a clause was lost and what is missing now', () => {
    const words = shown(changeLine({ before: met, after: staff }))
    expect(words).toContain('3→2人，降到要求以下：第五条“至少3人”，还差1人')
    expect(words).toContain('不达标')
  })

  test.each<[string, Partial<Finding>, string]>([
    ['what is advised is not reached', { gap: { value: 2, unit: 'heads' } }, '距建议的5人差2人 临界'],
    ['a day is near', {}, '有期限临近 临界'],
  ])('that ends 临界 says what that means: %s', (_what, changes, words) => {
    const near = { ...met, ...changes, status: 'atRisk' } satisfies Finding
    expect(shown(changeLine({ before: staff, after: near }))).toContain(
      `2→3人，达到第五条“至少3人”，${words}`,
    )
  })

  test('without anything known before shows the figure alone', () => {
    expect(shown(changeLine({ before: undefined, after: staff }))).toContain(
      '专职应急管理人员 2人，未达到第五条“至少3人”，还差1人',
    )
  })
})
