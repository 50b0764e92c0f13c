/** Heads, states, and the parts whose output is not plain from the snapshots. */
import { describe, expect, test } from 'vitest'
import {
  bold,
  button,
  buttonRow,
  type Card,
  type CardState,
  card,
  image,
  kpis,
  labelled,
  md,
  menuTiles,
  openUrlButton,
  rankingChart,
  text,
} from '../../bot/cards/index.ts'

type Head = Partial<Parameters<typeof card>[0]>

function headOf(props: Head): Card['header'] {
  return card({ title: '标题', state: 'info', summary: '', elements: [], ...props }).header
}

describe('the head', () => {
  test.each<[CardState, string, string[]]>([
    ['info', 'blue', []],
    ['waiting', 'orange', ['待处理']],
    ['overdue', 'red', ['已逾期']],
    ['done', 'green', ['已完成']],
    ['ended', 'grey', ['已结束']],
  ])('the state %s is drawn %s and said in words', (state, template, words) => {
    const head = headOf({ state })

    expect(head['template']).toBe(template)
    expect(head['text_tag_list'] ?? []).toMatchObject(words.map((content) => ({ text: { content } })))
  })

  test('the state stands before other labels, and a fourth label is left out', () => {
    const tags = ['一', '二', '三'].map((label) => ({ text: label, colour: 'grey' as const }))

    expect(headOf({ state: 'done', stateText: '已保存', tags })['text_tag_list']).toMatchObject([
      { text: { content: '已保存' }, color: 'green' },
      { text: { content: '一' }, color: 'neutral' },
      { text: { content: '二' }, color: 'neutral' },
    ])
  })

  test('a long title is cut with an ellipsis and never inside an emoji', () => {
    expect(headOf({ title: `${'标'.repeat(78)}😀😀` })['title']).toMatchObject({
      content: `${'标'.repeat(78)}…`,
    })
    expect(headOf({ title: '标'.repeat(80) })['title']).toMatchObject({ content: '标'.repeat(80) })
  })

  test('every card is shared, cannot be forwarded and has the margins of the house', () => {
    const built = card({
      title: '标题',
      state: 'info',
      summary: '一\n二',
      elements: [[text(md`一`)], text(md`二`)],
    })

    expect(built.config).toEqual({
      update_multi: true,
      enable_forward: false,
      width_mode: 'default',
      summary: { content: '一 二' },
    })
    expect(built.body).toMatchObject({ padding: '12px 12px 20px 12px', vertical_spacing: '12px' })
    expect(built.body.elements).toHaveLength(2)
  })
})

describe('parts', () => {
  test('an empty labelled value is drawn as a dash', () => {
    expect(labelled([{ label: '备注', value: md`` }])).toMatchObject({
      fields: [{ is_short: true, text: { content: "<font color='grey'>备注</font>\n—" } }],
    })
  })

  test('bold keeps a distance where its marks would touch punctuation', () => {
    expect(text(md`共${bold('3人')}，${bold('（含）')}报${bold('')}`)).toMatchObject({
      content: '共**3人**， **（含）** 报',
    })
  })

  test('indentation of a template makes no code block', () => {
    expect(
      text(md`一
        二`),
    ).toMatchObject({ content: '一\n二' })
  })

  test('the last of three tiles has a row of its own', () => {
    const tile = { name: '人员', hint: '调动', act: { act: 'menu' } }
    expect(menuTiles([tile, tile, tile])).toMatchObject([{ columns: [{}, {}] }, { columns: [{}] }])
  })

  test('buttons in a row fill their share', () => {
    const one = button({ text: '好', act: { act: 'ok' }, style: 'primary' })
    expect(buttonRow([one, one], { weights: [2] })).toMatchObject({
      columns: [
        { weight: 2, elements: [{ width: 'fill' }] },
        { weight: 1, elements: [{ width: 'fill' }] },
      ],
    })
  })

  test('a ranking gives each state its colour in the order of the legend', () => {
    const bar = (name: string, tone: 'bad' | 'plain') => ({ name, value: 1, state: { text: tone, tone } })
    expect(
      rankingChart({
        title: '排名',
        unit: '',
        bars: [bar('甲', 'bad'), bar('乙', 'plain'), bar('丙', 'bad')],
      }),
    ).toMatchObject({
      height: '168px',
      chart_spec: { color: ['#E5484D', '#4E83FD'], legends: { visible: true } },
    })
  })

  test('five key figures, a foreign image key and a script address are refused', () => {
    const figure = { value: '1', label: '件', tone: 'plain' } as const
    expect(() => kpis(Array.from({ length: 5 }, () => figure))).toThrow('four')
    expect(() => image('../x', '图')).toThrow('image key')
    expect(() => openUrlButton({ text: '开', url: 'javascript:alert(1)', style: 'text' })).toThrow(
      'web addresses',
    )
  })
})
