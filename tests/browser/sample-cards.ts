// Cards for the browser tests: one with every component, one form, and each component that acts by itself.

import type { Locator } from 'playwright-core'
import { cardOf, plain } from './stage.ts'

const shown =
  "## 标题\n- 一项\n\n<font color='red'>下降</font> <number_tag background_color='red' font_color='white'>7</number_tag> " +
  "<local_datetime millisecond='1784543400000' format_type='date'></local_datetime>"

/** Everything that only shows; `openId` is the person it names. */
export function allComponents(openId: string): object {
  const call = [{ type: 'callback', value: { act: 'menu' } }]
  const column = (content: string) => ({
    tag: 'column',
    width: 'weighted',
    elements: [{ tag: 'markdown', content }],
  })
  return cardOf(
    '全部组件',
    [
      { tag: 'markdown', element_id: 'hint', content: `${shown} <at id=${openId}></at>` },
      { tag: 'div', text: { ...plain('**不是粗体**'), text_color: 'red' } },
      { tag: 'div', fields: [{ is_short: true, text: { tag: 'lark_md', content: '**单位**\n北山镇' } }] },
      { tag: 'hr' },
      { tag: 'column_set', flex_mode: 'trisect', columns: ['甲', '乙', '丙'].map(column) },
      { tag: 'person', user_id: openId, show_name: true, style: 'capsule' },
      { tag: 'person_list', persons: [{ id: openId }], show_avatar: true },
      { tag: 'interactive_container', behaviors: call, elements: [{ tag: 'markdown', content: '快报' }] },
      {
        tag: 'collapsible_panel',
        expanded: true,
        header: { title: { tag: 'markdown', content: '**说明**' } },
        elements: [{ tag: 'markdown', content: '先核对单位' }],
      },
      { tag: 'overflow', options: [{ text: plain('导出'), value: 'export' }] },
      wideTable(openId),
    ],
    {
      template: 'indigo',
      subtitle: plain('第 1 步 / 共 2 步'),
      icon: { tag: 'standard_icon', token: 'approval_colorful' },
      text_tag_list: [{ tag: 'text_tag', text: plain('草稿'), color: 'neutral' }],
    },
  )
}

function wideTable(openId: string): object {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', display_name: '单位', data_type: 'text' },
      {
        name: 'money',
        display_name: '经费',
        data_type: 'number',
        format: { precision: 2, symbol: '¥', separator: true },
      },
      { name: 'day', display_name: '日期', data_type: 'date', date_format: 'YYYY-MM-DD' },
      { name: 'state', display_name: '状态', data_type: 'options' },
      { name: 'link', display_name: '链接', data_type: 'lark_md' },
      { name: 'who', display_name: '责任人', data_type: 'persons' },
    ],
    rows: [
      {
        unit: '北山镇',
        money: 1234.5,
        day: 1784543400000,
        state: [
          { text: '逾期', color: 'red' },
          { text: '需督办', color: 'orange' },
        ],
        link: '[明细](https://gov.example.cn/1)',
        who: openId,
      },
    ],
  }
}

const units = [
  { text: plain('城东街道办'), value: 'u101' },
  { text: plain('河西街道办'), value: 'u102' },
]

/** A form with every kind of field, filled in so that it can be submitted as it is. */
export const reportForm = cardOf('防汛值班快报', [
  {
    tag: 'form',
    name: 'duty_form',
    elements: [
      { tag: 'markdown', content: "**报送单位**<font color='red'> *</font>" },
      { tag: 'select_static', name: 'unit_id', required: true, initial_option: 'u102', options: units },
      { tag: 'markdown', content: '**发生时间**' },
      { tag: 'picker_datetime', name: 'happened_at', required: true, initial_datetime: '2026-07-20 18:30' },
      {
        tag: 'input',
        name: 'summary_text',
        input_type: 'multiline_text',
        required: true,
        max_length: 500,
        label: plain('情况说明'),
        default_value: '河西泵站水位 3.2 米',
      },
      { tag: 'markdown', content: '**隐患类别**' },
      {
        tag: 'multi_select_static',
        name: 'kinds',
        required: false,
        selected_values: ['h1'],
        options: [
          { text: plain('积水'), value: 'h1' },
          { text: plain('停电'), value: 'h2' },
        ],
      },
      { tag: 'markdown', content: '**责任人**' },
      { tag: 'select_person', name: 'owner', placeholder: plain('选择责任人'), options: [] },
      { tag: 'checker', name: 'agree', checked: false, text: plain('属实') },
      {
        tag: 'button',
        name: 'btn_submit',
        type: 'primary_filled',
        text: plain('下一步'),
        form_action_type: 'submit',
        behaviors: [{ type: 'callback', value: { act: 'draft.review', draft: 'd_7f3a', rev: 3 } }],
      },
      { tag: 'button', name: 'btn_reset', text: plain('还原'), form_action_type: 'reset' },
    ],
  },
])

type Single = { what: string; element: object; act: (card: Locator) => Promise<void>; action: object }

const call = [{ type: 'callback', value: { act: 'todo' } }]

/** `act` does with the card what a person does; `action` is what the platform then sends. */
export const singles: Single[] = [
  {
    what: 'a select',
    element: { tag: 'select_static', name: 'unit', options: units, behaviors: call },
    act: async (card) => {
      await card.getByRole('combobox', { name: '责任人' }).press('ArrowDown')
      await card.getByRole('option', { name: '河西街道办' }).press('Enter')
    },
    action: { tag: 'select_static', name: 'unit', value: { act: 'todo' }, option: 'u102' },
  },
  {
    what: 'a date',
    element: { tag: 'date_picker', name: 'due', placeholder: plain('选择日期') },
    act: async (card) => {
      await card.getByLabel('责任人').fill('2026-07-31')
      await card.getByRole('button', { name: '确定' }).click()
    },
    action: { tag: 'date_picker', name: 'due', option: '2026-07-31 +0800', timezone: 'Asia/Shanghai' },
  },
  {
    what: 'a text field',
    element: { tag: 'input', name: 'note', value: { act: 'note' } },
    act: async (card) => {
      await card.getByRole('textbox').fill('已通知')
      await card.getByRole('textbox').press('Enter')
    },
    action: { tag: 'input', name: 'note', value: { act: 'note' }, input_value: '已通知' },
  },
  {
    what: 'a tick',
    element: { tag: 'checker', name: 'c1', text: plain('已通知'), behaviors: call },
    act: (card) => card.getByRole('checkbox', { name: '已通知' }).click(),
    action: { tag: 'checker', name: 'c1', value: { act: 'todo' }, checked: true },
  },
  {
    what: 'a menu',
    element: {
      tag: 'overflow',
      value: { rec: 'KB-1' },
      options: [{ text: plain('导出'), value: 'export' }],
    },
    act: async (card) => {
      await card.getByRole('button', { name: '更多', exact: true }).click()
      await card.getByRole('menuitem', { name: '导出' }).click()
    },
    action: { tag: 'overflow', value: { rec: 'KB-1' }, option: 'export' },
  },
  {
    what: 'a box',
    element: {
      tag: 'interactive_container',
      behaviors: call,
      elements: [{ tag: 'markdown', content: '防汛值班快报' }],
    },
    act: (card) => card.getByText('防汛值班快报').click(),
    action: { tag: 'interactive_container', value: { act: 'todo' } },
  },
]
