// Strict validation of cards: what Feishu would refuse is refused with its inner code, what it takes is taken.

import { describe, expect, test } from 'vitest'
import { problemMessage } from '../../simulator/cards/problem.ts'
import { validateCard } from '../../simulator/cards/validate.ts'
import { clerk, clientFor, group, refusalOf, simulate } from './bot.ts'

const surroundings = { imageKeys: new Set(['img_v3_ok']), openIds: new Set([clerk]) }
const plain = (content: string) => ({ tag: 'plain_text', content })
const md = (content: string) => ({ tag: 'markdown', content })
const option = (value: string) => ({ text: plain(value), value })
const submit = { tag: 'button', name: 'ok', text: plain('提交'), form_action_type: 'submit' }
const button = (more: object = {}) => ({ tag: 'button', text: plain('保存'), ...more })
const formOf = (...elements: object[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] })
const columnsOf = (...elements: object[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] })
const boxOf = (...elements: object[]) => ({ tag: 'interactive_container', elements })
const panelOf = (...elements: object[]) => ({
  tag: 'collapsible_panel',
  header: { title: plain('说明') },
  elements,
})
const table = (more: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'u', data_type: 'text' },
    { name: 'n', data_type: 'number' },
    { name: 's', data_type: 'options' },
  ],
  rows: [{ u: '北山镇', n: 3, s: [{ text: '逾期', color: 'red' }] }],
  ...more,
})
const chart = (spec: object) => ({
  tag: 'chart',
  chart_spec: { type: 'bar', data: { values: [{ w: '27周', v: 3 }] }, xField: 'w', yField: 'v', ...spec },
})
const card = (...elements: unknown[]) => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
})
const nested = (depth: number): object => (depth === 0 ? md('底') : boxOf(nested(depth - 1)))

const refused: [name: string, card: unknown, code: number, says?: string][] = [
  ['no object', [], 200621],
  ['a wrapped card', { card: card() }, 200621, 'property: card'],
  ['schema 1.0', { elements: [md('旧')] }, 200830],
  [
    'elements at the root',
    { ...card(), elements: [] },
    200621,
    'unknown property, property: elements, path: ROOT',
  ],
  ['an unknown config key', { ...card(), config: { wide_screen_mode: true } }, 200621, 'wide_screen_mode'],
  ['update_multi false', { ...card(), config: { update_multi: false } }, 300302],
  ['a header without title', { ...card(), header: { template: 'blue' } }, 200621],
  [
    'a header with tag',
    { ...card(), header: { tag: 'header', title: plain('题') } },
    200621,
    'property: tag',
  ],
  [
    'a header colour that is none',
    { ...card(), header: { title: plain('题'), template: '#ff0000' } },
    200621,
  ],
  [
    'a header tag of unknown colour',
    {
      ...card(),
      header: { title: plain('题'), text_tag_list: [{ tag: 'text_tag', text: plain('急'), color: 'pink' }] },
    },
    200621,
  ],
  ['a card link without scheme', { ...card(), card_link: { url: 'example.cn' } }, 200621],
  ['note', card({ tag: 'note', elements: [] }), 200861, 'unsupported tag note'],
  [
    'action',
    card(md('a'), { tag: 'action', actions: [] }),
    200861,
    'ROOT -> body -> elements -> [1](tag: action)',
  ],
  ['a tag that never existed', card({ tag: 'checkbox' }), 200621, 'not supported tag: checkbox'],
  [
    'an unknown property of an element',
    card(button({ value: {} })),
    200621,
    'unknown property, property: value, path: ROOT -> body -> elements -> [0](tag: button)',
  ],
  [
    'an unknown property deep inside',
    card(button({ text: { ...plain('好'), weight: 1 } })),
    200621,
    'property: weight',
  ],
  [
    'a corner radius on a column',
    card({ tag: 'column_set', columns: [{ tag: 'column', corner_radius: '8px' }] }),
    200621,
    'corner_radius',
  ],
  ['a wrong type', card({ tag: 'markdown', content: 5 }), 200621, 'parse card json err'],
  ['an unknown button type', card(button({ type: 'green' })), 200621],
  ['a margin in em', card({ tag: 'hr', margin: '1em' }), 200621],
  ['a padding below zero', card(panelOf(), { ...boxOf(), padding: '-4px' }), 200621],
  ['a button text over 100 characters', card(button({ text: plain('字'.repeat(101)) })), 200621],
  [
    'an unknown colour',
    card({ ...columnsOf(), background_style: 'pink-50' }),
    200621,
    'background_style: pink-50',
  ],
  ['a hex colour', card({ tag: 'div', text: { ...plain('字'), text_color: '#333333' } }), 200621, '#333333'],
  ['an element_id that begins with a digit', card({ ...md('a'), element_id: '1a' }), 200621],
  ['an element_id twice', card({ ...md('a'), element_id: 'x' }, { ...md('b'), element_id: 'x' }), 300301],
  [
    '201 tagged nodes',
    card(...Array.from({ length: 201 }, () => md('a'))),
    11310,
    'element exceeds the limit',
  ],
  ['201 nodes counting texts', card(...Array.from({ length: 101 }, () => button())), 11310],
  ['six tables', card(...Array.from({ length: 6 }, () => table())), 11310, 'card table number over limit'],
  [
    'tables and markdown tables above five',
    card(...Array.from({ length: 5 }, () => table()), md('|a|b|\n|---|---|\n|1|2|')),
    11310,
  ],
  ['six containers in one another', card(nested(6)), 11310, 'nesting'],
  ['more than 30 KB', card(md('长'.repeat(10_240))), 230025],
  ['a form in a column', card(columnsOf(formOf())), 200621, 'not supported tag: form'],
  ['a form in a form', card(formOf(formOf())), 200621, 'not supported tag: form'],
  ['a table in a panel', card(panelOf(table())), 200621, 'not supported tag: table'],
  ['a table in a form', card(formOf(table())), 200621],
  ['a chart in a form, even within a column', card(formOf(columnsOf(chart({})))), 200621, 'tag: chart'],
  ['a column outside a column set', card({ tag: 'column', elements: [] }), 200621],
  ['something else as a column', card({ tag: 'column_set', columns: [md('a')] }), 200621],
  ['a multiple choice outside a form', card({ tag: 'multi_select_static', options: [option('a')] }), 200621],
  ['several people outside a form', card(boxOf({ tag: 'multi_select_person' })), 200621],
  [
    'several pictures outside a form',
    card({ tag: 'select_img', multi_select: true, options: [{ img_key: 'img_v3_ok', value: 'a' }] }),
    200621,
  ],
  [
    'a form without submit button',
    card({ tag: 'form', name: 'f', elements: [button({ name: 'b' })] }),
    300123,
    'there is no submit button in the form container',
  ],
  ['an input in a form without name', card(formOf({ tag: 'input' })), 200530],
  ['a button in a form without name', card(formOf(button())), 200530],
  ['a name twice in the card', card(formOf({ tag: 'input', name: 'ok' })), 11310, 'name is duplicate'],
  ['a submit button outside a form', card(submit), 11310],
  ['two options of one value', card({ tag: 'select_static', options: [option('a'), option('a')] }), 11310],
  [
    'an initial option that is not offered',
    card({ tag: 'select_static', initial_option: 'b', options: [option('a')] }),
    11310,
  ],
  [
    'an initial index beyond the options',
    card({ tag: 'select_static', initial_index: 2, options: [option('a')] }),
    11310,
  ],
  [
    'chosen values that are not offered',
    card(formOf({ tag: 'multi_select_static', name: 'm', selected_values: ['b'], options: [option('a')] })),
    11310,
  ],
  ['an initial date of another form', card({ tag: 'date_picker', initial_date: '2026/3/5' }), 200621],
  ["an initial time of 25 o'clock", card({ tag: 'picker_time', initial_time: '25:00' }), 200621],
  ['max_length above 1000', card({ tag: 'input', max_length: 1001 }), 200621],
  ['an unknown behaviour', card(button({ behaviors: [{ type: 'form_action' }] })), 200621],
  [
    'a link without scheme on a button',
    card(button({ behaviors: [{ type: 'open_url', default_url: 'www.gov.cn' }] })),
    200621,
  ],
  [
    'a script as link',
    card(button({ behaviors: [{ type: 'open_url', default_url: 'javascript:alert(1)' }] })),
    200621,
  ],
  ['a script as link in markdown', card(md('[点我](javascript:alert(1))')), 200621],
  ['a row key that is no column', card(table({ rows: [{ x: 'a' }] })), 200915, 'row 0, column x'],
  ['a cell of the wrong type', card(table({ rows: [{ n: 1 }, { n: '2' }] })), 200914, 'row 1, column n'],
  [
    'an option cell of unknown colour',
    card(table({ rows: [{ s: [{ text: '逾期', color: '#f00' }] }] })),
    200914,
  ],
  ['a column of unknown type', card(table({ columns: [{ name: 'u', data_type: 'link' }] })), 200621],
  [
    'two columns of one name',
    card(
      table({
        columns: [
          { name: 'u', data_type: 'text' },
          { name: 'u', data_type: 'text' },
        ],
      }),
    ),
    200914,
  ],
  ['a page of eleven rows', card(table({ page_size: 11 })), 200621],
  ['a chart of unknown type', card(chart({ type: 'donut' })), 200550, 'chart spec is invalid'],
  ['a chart without data', card(chart({ data: undefined })), 200550],
  ['a chart field the data has not', card(chart({ yField: 'value' })), 200550, 'the data has no value'],
  ['a chart without its field', card(chart({ xField: undefined })), 200550, 'xField'],
  ['a chart whose axes are null', card(chart({ axes: null })), 200550, 'axes: Invalid type'],
  ['a chart with a function', card(chart({ label: { formatMethod: () => 'x' } })), 200550, 'functions'],
  [
    'a combined chart whose series lacks its field',
    card(
      chart({
        type: 'common',
        data: [{ values: [{ w: 1 }] }],
        series: [{ type: 'bar', dataIndex: 0, xField: 'w', yField: 'v' }],
      }),
    ),
    200550,
  ],
  ['an image that was not uploaded', card({ tag: 'img', img_key: 'img_v3_bad', alt: plain('图') }), 200570],
  ['an image in markdown that was not uploaded', card(md('![图](img_v3_bad)')), 200570],
  [
    'a header icon that was not uploaded',
    { ...card(), header: { title: plain('题'), icon: { tag: 'custom_icon', img_key: 'img_v3_bad' } } },
    200570,
  ],
  ['a mention of nobody', card(md('<at id=ou_nobody></at>')), 100290],
  ['one nobody among several', card(md(`<at ids=${clerk},ou_nobody></at>`)), 100290],
  ['a person who is nobody', card({ tag: 'person', user_id: 'ou_nobody' }), 100290],
  ['a list with somebody unknown', card({ tag: 'person_list', persons: [{ id: 'ou_nobody' }] }), 100290],
  [
    'a person cell of nobody',
    card({ tag: 'table', columns: [{ name: 'p', data_type: 'persons' }], rows: [{ p: ['ou_nobody'] }] }),
    100290,
  ],
  [
    'a mention in lark_md',
    card({ tag: 'div', text: { tag: 'lark_md', content: '<at id="ou_nobody"></at>' } }),
    100290,
  ],
]

const taken: [name: string, card: unknown][] = [
  ['an empty body', card()],
  ['exactly 200 tagged nodes', card(...Array.from({ length: 200 }, () => md('a')))],
  ['five tables', card(...Array.from({ length: 5 }, () => table()))],
  ['five containers in one another', card(nested(5))],
  [
    'a submit button inside a column of the form',
    card({ tag: 'form', name: 'f', elements: [columnsOf(submit)] }),
  ],
  ['everybody mentioned', card(md('<at id=all></at>'))],
  [
    'an unknown person in a list that drops them',
    card({ tag: 'person_list', drop_invalid_user_id: true, persons: [{ id: 'ou_x' }] }),
  ],
  ['an escaped mention', card(md('&#60;at id=ou_nobody&#62;&#60;/at&#62;'))],
  ['a chart without rows yet', card(chart({ data: { values: [] } }))],
  ['a chart grouped by two fields', card(chart({ xField: ['w', 'v'], seriesField: 'v', axes: [] }))],
  [
    'an own colour',
    {
      ...card({ ...columnsOf(), background_style: 'brand' }),
      config: { style: { color: { brand: { light_mode: 'rgba(1,2,3,1)' } } } },
    },
  ],
  [
    'callback data that looks like a card',
    card(button({ behaviors: [{ type: 'callback', value: { tag: 'note', color: '#fff' } }] })),
  ],
  ['a person picker with nobody offered', card({ tag: 'select_person', options: [] })],
]

describe('a card is refused', () => {
  test.each(refused)('for %s', (_name, bad, code, says) => {
    const problem = validateCard(bad, surroundings)

    expect(problem?.code).toBe(code)
    if (says !== undefined && problem !== undefined) expect(problemMessage(problem)).toContain(says)
  })
})

describe('a card is taken', () => {
  test.each(taken)('with %s', (_name, good) => {
    expect(validateCard(good, surroundings)).toBeUndefined()
  })
})

test('the answer to a bad card has the inner code and the way to the place in its message', async () => {
  await using simulator = await simulate()
  const content = JSON.stringify(card(md('a'), chart({ axes: null })))

  const call = clientFor(simulator).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'interactive', content },
  })

  expect(await refusalOf(call)).toMatchObject({
    status: 400,
    code: 230099,
    msg: 'Failed to create card content, ext=ErrCode: 200550; ErrPath: ROOT -> body -> elements -> [1](tag: chart); ErrMsg: chart spec is invalid; ErrorValue: - axes: Invalid type. Given: null; ',
  })
})
