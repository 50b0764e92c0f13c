// One field of a report type: its schema, its label, how it is asked for on a form and how it reads on a card.
// The names of fields are those of the text understanding, so a parsed message fits without translation.
import { z } from 'zod'
import {
  datePicker,
  type Field as FormField,
  type Md,
  md,
  multilineInput,
  type Option,
  select,
  textInput,
} from '../../bot/cards/index.ts'
import { isLocalDate } from '../../policy/calendar.ts'

export type Field = {
  readonly label: string
  readonly required: boolean
  /** of a list to choose from */
  readonly options?: readonly Option[]
  /** of words: so many characters at most */
  readonly mostLetters?: number
  /** stands behind a fold on the form, because few need it */
  readonly rare?: 'yes'
  /** what is expected, for the sentence about a wrong entry and the placeholder */
  readonly expect: string
  readonly schema: z.ZodType
  /** the control on a form; `name` is the key of the value that comes back */
  readonly control: (name: string, initial: unknown) => FormField
  /** from what a form gives (always text, list or tick) to a value for `schema`; undefined when left empty */
  readonly fromForm: (typed: string | readonly string[] | boolean | undefined) => unknown
  /** how a value reads on a card */
  readonly show: (value: unknown) => string
}

type Spec = { label: string; required?: 'yes'; rare?: 'yes'; expect: string }

const typedText = (typed: unknown) =>
  typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
const isRequired = (spec: Spec) => spec.required === 'yes'

function base(spec: Spec, name: string) {
  return { name, label: md`${spec.label}`, required: isRequired(spec), placeholder: spec.expect }
}

/** Free words of at most `most` characters. */
export function words(spec: Spec & { most: number }): Field {
  const long = spec.most > 60
  return {
    ...spec,
    required: isRequired(spec),
    mostLetters: spec.most,
    schema: z.string().trim().min(1).max(spec.most),
    control: (name, initial) => {
      const props = { ...base(spec, name), maxLength: spec.most, initial: typedText(initial) }
      return long ? multilineInput({ ...props, rows: 3 }) : textInput(props)
    },
    fromForm: typedText,
    show: String,
  }
}

/** The name of one person, two to fifteen characters, dots of minority names allowed. */
export function person(spec: Spec): Field {
  return {
    ...words({ ...spec, most: 15 }),
    schema: z.string().regex(/^[\p{Script=Han}·•]{2,15}$/u),
  }
}

/** Names of several people; typed with any separator. */
export function people(spec: Spec): Field {
  return {
    ...words({ ...spec, most: 500 }),
    schema: z
      .array(z.string().regex(/^[\p{Script=Han}·•]{2,15}$/u))
      .min(1)
      .max(200),
    control: (name, initial) =>
      multilineInput({
        ...base(spec, name),
        maxLength: 500,
        rows: 2,
        initial: Array.isArray(initial) ? initial.join('、') : typedText(initial),
      }),
    fromForm: (typed) =>
      typedText(typed)
        ?.split(/[\s、，,；;]+/u)
        .filter(Boolean),
    show: (value) => (Array.isArray(value) ? value.join('、') : String(value)),
  }
}

/** A day that exists, `YYYY-MM-DD` in Asia/Shanghai. */
export function day(spec: Spec): Field {
  return {
    ...spec,
    required: isRequired(spec),
    schema: z.string().refine((value) => isLocalDate(value)),
    control: (name, initial) => datePicker({ ...base(spec, name), initial: typedText(initial) }),
    fromForm: (typed) => typedText(typed)?.slice(0, 10),
    show: (value) => String(value),
  }
}

/** A whole number; full-width digits are understood. */
export function count(spec: Spec & { most: number; unit: string }): Field {
  return {
    ...spec,
    required: isRequired(spec),
    schema: z.number().int().min(0).max(spec.most),
    control: (name, initial) =>
      textInput({
        ...base(spec, name),
        maxLength: 9,
        initial: initial === undefined ? undefined : String(initial),
      }),
    fromForm: (typed) => {
      const text = typedText(typed)?.normalize('NFKC')
      return text === undefined ? undefined : /^\d{1,9}$/.test(text) ? Number(text) : text
    },
    show: (value) => (typeof value === 'number' ? `${value} ${spec.unit}` : String(value)),
  }
}

/** One of a fixed list; the text of an option is understood as well as its code. */
export function choice(spec: Spec & { options: readonly Option[] }): Field {
  const textOf = (value: unknown) => spec.options.find((option) => option.value === value)?.text
  return {
    ...spec,
    required: isRequired(spec),
    schema: z.string().refine((value) => textOf(value) !== undefined),
    control: (name, initial) =>
      select({ ...base(spec, name), options: spec.options, initial: typedText(initial) }),
    fromForm: (typed) => {
      const text = typedText(typed)
      return spec.options.find((option) => option.text === text)?.value ?? text
    },
    show: (value) => textOf(value) ?? String(value),
  }
}

const yesOrNo = [
  { text: '是', value: 'true' },
  { text: '否', value: 'false' },
]

/** Yes, no, or not said: a box to tick could not tell the last two apart. */
export function yesNo(spec: Spec): Field {
  return {
    ...spec,
    required: isRequired(spec),
    schema: z.boolean(),
    control: (name, initial) => {
      const known = typeof initial === 'boolean' ? String(initial) : undefined
      return select({ ...base(spec, name), options: yesOrNo, initial: known })
    },
    fromForm: (typed) => {
      const said = yesOrNo.find(({ text, value }) => typed === text || typed === value)
      return said === undefined ? undefined : said.value === 'true'
    },
    show: (value) => (value === true ? '是' : '否'),
  }
}

/** The value of a field as a card line; words that say so when it is missing. */
export function shown(field: Field, value: unknown): Md {
  return value === undefined ? md`（未填）` : md`${short(field.show(value), 120)}`
}

/** At most `most` characters, the last one a sign that there is more. */
export function short(words: string, most: number): string {
  const letters = [...words]
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`
}

/** A value that is words; undefined for anything else and for none. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
