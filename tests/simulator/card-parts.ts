// Small builders for the cards of these tests.

import { clerk } from './bot.ts'

export const surroundings = { imageKeys: new Set(['img_v3_ok']), openIds: new Set([clerk]) }
export const plain = (content: string) => ({ tag: 'plain_text', content })
export const md = (content: string) => ({ tag: 'markdown', content })
export const option = (value: string) => ({ text: plain(value), value })
export const submit = { tag: 'button', name: 'ok', text: plain('提交'), form_action_type: 'submit' }
export const button = (more: object = {}) => ({ tag: 'button', text: plain('保存'), ...more })
export const formOf = (...elements: object[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] })
export const columnsOf = (...elements: object[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', elements }],
})
export const boxOf = (...elements: object[]) => ({ tag: 'interactive_container', elements })
export const panelOf = (...elements: object[]) => ({
  tag: 'collapsible_panel',
  header: { title: plain('说明') },
  elements,
})
export const table = (more: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'u', data_type: 'text' },
    { name: 'n', data_type: 'number' },
    { name: 's', data_type: 'options' },
  ],
  rows: [{ u: '北山镇', n: 3, s: [{ text: '逾期', color: 'red' }] }],
  ...more,
})
export const chart = (spec: object) => ({
  tag: 'chart',
  chart_spec: { type: 'bar', data: { values: [{ w: '27周', v: 3 }] }, xField: 'w', yField: 'v', ...spec },
})
export const card = (...elements: unknown[]) => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
})
export const nested = (depth: number): object => (depth === 0 ? md('底') : boxOf(nested(depth - 1)))
