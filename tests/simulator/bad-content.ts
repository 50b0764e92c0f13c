// Cards of a right structure that break a rule or refer to nothing, with the inner code they are refused with.

import { clerk } from './bot.ts'
import {
  boxOf,
  button,
  card,
  chart,
  columnsOf,
  formOf,
  md,
  option,
  panelOf,
  plain,
  submit,
  table,
} from './card-parts.ts'

export const badContent: [name: string, card: unknown, code: number, says?: string][] = [
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
