/**
 * The fields of a form. Each draws its label above, with a red star when it must be filled, and takes what was typed
 * before as `initial`; an initial value the control could not hold is left out, so an old draft never breaks a card.
 */
import { type Json, larkText, plainText } from './elements.ts'
import { colour, type Md, markdownOf, md } from './md.ts'
import { plain, shorten, TEXT_LIMITS } from './plain.ts'

/** A field with its label, to be put into `form`. */
export type Field = { readonly drawn: readonly Json[] }

/** `name` is the key of the value that comes back; unique in the card. */
export type FieldProps<V> = {
  readonly name: string
  readonly label: Md
  readonly required: boolean
  readonly placeholder: string
  readonly initial?: V | undefined
}

export type Option = { readonly text: string; readonly value: string }

const INPUT_MAX = 1000
// The platform does not publish how many options it takes; more than this cannot be found on a phone anyway.
const MOST_OPTIONS = 100
const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
// Line breaks and tabs are typed on purpose; other control characters and half characters are not.
const UNTYPED = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

/** One line. `maxLength` 1–1000. */
export function textInput(props: FieldProps<string> & { readonly maxLength: number }): Field {
  return input(props, { input_type: 'text' }, (typed) => typed.replace(/\s*\n\s*/g, ' '))
}

/** Several lines, `rows` high at first. `maxLength` 1–1000. */
export function multilineInput(
  props: FieldProps<string> & { readonly maxLength: number; readonly rows: number },
): Field {
  const look = { input_type: 'multiline_text', rows: props.rows, auto_resize: true, max_rows: 10 }
  return input(props, look, (typed) => typed)
}

/** One of at most 100 options; the value of the chosen one comes back. */
export function select(props: FieldProps<string> & { readonly options: readonly Option[] }): Field {
  const { initial } = props
  const known = initial !== undefined && props.options.some((option) => option.value === initial)
  return field(props, 'select_static', {
    options: optionsJson(props.options),
    ...(known && { initial_option: initial }),
  })
}

/** Any number of at most 100 options; the values come back as a list. */
export function multiSelect(
  props: FieldProps<readonly string[]> & { readonly options: readonly Option[] },
): Field {
  const initial = new Set(props.initial)
  const selected = props.options.map((option) => option.value).filter((value) => initial.has(value))
  return field(props, 'multi_select_static', {
    options: optionsJson(props.options),
    ...(selected.length > 0 && { selected_values: selected }),
  })
}

/** `initial` is 'YYYY-MM-DD'; the same comes back, followed by the zone of the person's device, which means nothing. */
export function datePicker(props: FieldProps<string>): Field {
  return field(props, 'date_picker', isDate(props.initial) ? { initial_date: props.initial } : {})
}

/** `initial` is 'HH:mm'; comes back like a date. */
export function timePicker(props: FieldProps<string>): Field {
  return field(props, 'picker_time', isTime(props.initial) ? { initial_time: props.initial } : {})
}

/** `initial` is 'YYYY-MM-DD HH:mm'; comes back like a date. */
export function datetimePicker(props: FieldProps<string>): Field {
  const [date, time, ...rest] = props.initial?.split(' ') ?? []
  const known = isDate(date) && isTime(time) && rest.length === 0
  return field(props, 'picker_datetime', known ? { initial_datetime: `${date} ${time}` } : {})
}

/** One person. `people` are the open ids to choose from; an empty list offers the members of the chat. */
export function personSelect(props: FieldProps<string> & { readonly people: readonly string[] }): Field {
  const { initial } = props
  const known = initial !== undefined && props.people.includes(initial)
  return field(props, 'select_person', {
    options: props.people.map((value) => ({ value })),
    ...(known && { initial_option: initial }),
  })
}

/** A box to tick; the label stands beside it. */
export function checker(props: {
  readonly name: string
  readonly label: Md
  readonly checked: boolean
}): Field {
  return {
    drawn: [{ tag: 'checker', name: props.name, text: larkText(props.label), checked: props.checked }],
  }
}

function input(
  props: FieldProps<string> & { readonly maxLength: number },
  look: { readonly [key: string]: Json },
  shape: (typed: string) => string,
): Field {
  const maxLength = Math.min(Math.max(props.maxLength, 1), INPUT_MAX)
  const typed = shorten(shape((props.initial ?? '').replace(/\r\n?/g, '\n').replace(UNTYPED, '')), maxLength)
  return field(props, 'input', {
    ...look,
    max_length: maxLength,
    ...(typed !== '' && { default_value: typed }),
  })
}

function field(props: FieldProps<unknown>, tag: string, own: { readonly [key: string]: Json }): Field {
  const label = props.required ? md`${props.label} ${colour('red', md`*`)}` : props.label
  const control: Json = {
    tag,
    name: props.name,
    required: props.required,
    width: 'fill',
    placeholder: plainText(props.placeholder, TEXT_LIMITS.placeholder),
    ...own,
  }
  return { drawn: [{ tag: 'markdown', content: markdownOf(label) }, control] }
}

function optionsJson(options: readonly Option[]): Json {
  if (options.length > MOST_OPTIONS) throw new Error(`card: a select takes at most ${MOST_OPTIONS} options`)
  if (new Set(options.map((option) => option.value)).size < options.length) {
    throw new Error('card: two options of a select have the same value')
  }
  return options.map(({ text, value }) => ({
    text: { tag: 'plain_text', content: plain(text, TEXT_LIMITS.option) },
    value,
  }))
}

function isDate(text: string | undefined): text is string {
  if (text === undefined || !DATE.test(text)) return false
  const midnight = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)
}

function isTime(text: string | undefined): text is string {
  return text !== undefined && TIME.test(text)
}
