// Cards of a wrong structure, with the inner code they are refused with.

import { boxOf, button, card, columnsOf, md, nested, panelOf, plain, table } from './card-parts.ts'

export const badStructure: [name: string, card: unknown, code: number, says?: string][] = [
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
]
