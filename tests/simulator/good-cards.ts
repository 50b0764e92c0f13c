// Cards that look odd and are taken.

import { button, card, chart, columnsOf, md, nested, submit, table } from './card-parts.ts'

export const goodCards: [name: string, card: unknown][] = [
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
