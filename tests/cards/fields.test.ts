/** Fields keep what was typed, and never hold what their control could not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  datePicker,
  datetimePicker,
  type Field,
  form,
  md,
  multilineInput,
  multiSelect,
  personSelect,
  select,
  textInput,
  timePicker,
} from '../../bot/cards/index.ts'

const base = { name: 'a', label: md`名`, required: false, placeholder: '请选择' }
const options = [
  { text: '郑庄镇', value: 'u1' },
  { text: '柿庄镇', value: 'u2' },
]

function controlOf(field: Field): unknown {
  return field.drawn.at(-1)
}

describe('initial values', () => {
  test.each([
    ['2026-07-20', { initial_date: '2026-07-20' }],
    ['2026-02-30', {}],
    ['2026-7-2', {}],
    ['明天', {}],
  ])('the date %j', (initial, kept) => {
    expect(controlOf(datePicker({ ...base, initial }))).toMatchObject(kept)
    expect('initial_date' in Object(controlOf(datePicker({ ...base, initial })))).toBe('initial_date' in kept)
  })

  test('a time or a moment that is none is left out', () => {
    expect(controlOf(timePicker({ ...base, initial: '23:59' }))).toMatchObject({ initial_time: '23:59' })
    expect(controlOf(timePicker({ ...base, initial: '24:00' }))).not.toHaveProperty('initial_time')
    expect(controlOf(datetimePicker({ ...base, initial: '2026-07-20 18:30' }))).toMatchObject({
      initial_datetime: '2026-07-20 18:30',
    })
    expect(controlOf(datetimePicker({ ...base, initial: '2026-07-20 18:30 +0800' }))).not.toHaveProperty(
      'initial_datetime',
    )
  })

  test('a choice that is no longer offered is left out', () => {
    expect(controlOf(select({ ...base, options, initial: 'u2' }))).toMatchObject({ initial_option: 'u2' })
    expect(controlOf(select({ ...base, options, initial: 'u9' }))).not.toHaveProperty('initial_option')
    expect(controlOf(multiSelect({ ...base, options, initial: ['u9', 'u2'] }))).toMatchObject({
      selected_values: ['u2'],
    })
    expect(controlOf(personSelect({ ...base, people: ['ou_a'], initial: 'ou_b' }))).not.toHaveProperty(
      'initial_option',
    )
  })

  test('typed text comes back unchanged into a text of several lines', () => {
    expect(
      controlOf(multilineInput({ ...base, rows: 3, maxLength: 100, initial: '<b> 一\r\n* 二\t&#60;' })),
    ).toMatchObject({
      default_value: '<b> 一\n* 二\t&#60;',
    })
  })

  test('typed text never exceeds what its field takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -5, max: 2000 }), (initial, maxLength) => {
        const control = Object(controlOf(textInput({ ...base, maxLength, initial })))

        expect(control.max_length).toBe(Math.min(Math.max(maxLength, 1), 1000))
        expect(control.default_value ?? '').not.toMatch(/[\n\p{Cs}]/u)
        expect((control.default_value ?? '').length).toBeLessThanOrEqual(control.max_length)
      }),
    )
  })
})

describe('a field', () => {
  test('that must be filled has a red star after its label', () => {
    const drawn = textInput({ ...base, required: true, maxLength: 20 }).drawn
    expect(drawn).toMatchObject([
      { content: "名 <font color='red'>*</font>" },
      { tag: 'input', required: true },
    ])
  })

  test('refuses two options of one value and more than a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ text: '镇', value: `u${index}` }))
    expect(() => select({ ...base, options: [...options, { text: '又', value: 'u1' }] })).toThrow(
      'same value',
    )
    expect(() => multiSelect({ ...base, options: many })).toThrow('at most 100')
  })
})

describe('a form', () => {
  const submit = { text: '提交', act: { act: 'save' } }

  test('says above its fields what was wrong, one line each', () => {
    expect(form({ name: 'f', elements: [], submit, problems: ['日期不存在', '*缺单位*'] })).toMatchObject({
      elements: [
        {
          content:
            "<text_tag color='red'>请修改</text_tag>\n<font color='red'>• 日期不存在</font>\n<font color='red'>• &#42;缺单位&#42;</font>",
        },
        { tag: 'button', name: 'f_submit', form_action_type: 'submit' },
      ],
    })
  })

  test('has its reset button beside the submit button, half as wide', () => {
    expect(form({ name: 'f', elements: [], submit, reset: { text: '还原' } })).toMatchObject({
      elements: [{ columns: [{ weight: 2 }, { weight: 1, elements: [{ form_action_type: 'reset' }] }] }],
    })
  })
})
