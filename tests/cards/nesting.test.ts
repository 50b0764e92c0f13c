/** What does not compile. `tsc` checks these lines: each expected error that is missing is an error itself. */
import { expect, test } from 'vitest'
import {
  button,
  card,
  columns,
  form,
  md,
  multiSelect,
  panel,
  text,
  textInput,
} from '../../bot/cards/index.ts'

const submit = { text: '提交', act: { act: 'save' } }
const save = button({ text: '保存', act: { act: 'save' }, style: 'primary' })
const aForm = form({ name: 'f', elements: [], submit })
const many = multiSelect({ name: 'm', label: md`选`, required: false, placeholder: '', options: [] })
const one = textInput({ name: 'a', label: md`名`, required: true, placeholder: '', maxLength: 9 })
const head = { title: '标题', state: 'info', summary: '' } as const

test('illegal nesting, plain strings and foreign JSON are refused by the compiler', () => {
  const refused = [
    // @ts-expect-error a form stands only directly in the card
    () => panel({ title: md`标题`, expanded: false, elements: [aForm] }),
    // @ts-expect-error nor in a column
    () => columns([{ width: 1, elements: [aForm] }]),
    // @ts-expect-error no form in a form
    () => form({ name: 'g', submit, elements: [aForm] }),
    // @ts-expect-error no button in a form but its own
    () => form({ name: 'g', submit, elements: [save] }),
    // @ts-expect-error a multi select stands only in a form
    () => card({ ...head, elements: [many] }),
    // @ts-expect-error fields stand only in a form
    () => columns([{ width: 1, elements: [one] }]),
    // @ts-expect-error a plain string is no markdown
    () => text('**加粗**'),
    // @ts-expect-error card JSON is written in the kit only
    () => card({ ...head, elements: [{ tag: 'markdown', content: '<at id=all></at>' }] }),
    // @ts-expect-error a card is made by `card`
    (): import('../../bot/cards/index.ts').Card => ({
      schema: '2.0',
      config: {},
      header: {},
      body: { elements: [] },
    }),
  ]

  expect(refused).toHaveLength(9)
})
