// One cell of a table by its column's data_type, and how numbers and dates are written. Card-only.

import { Avatar } from '../parts/avatar.tsx'
import { localTime } from '../parts/when.ts'
import { hueOf } from './colour.ts'
import { useCard } from './context.ts'
import { isNode, isTrue, type Node, nodeAt, numberAt, textAt } from './json.ts'
import { someone } from './person.tsx'
import { Html } from './words.tsx'

export function Cell(props: { column: Node; value: unknown }) {
  const { column, value } = props
  if (value === undefined || value === null) return null
  switch (textAt(column, 'data_type')) {
    case 'markdown':
      return <Html class="markdown" text={String(value)} dialect="markdown" />
    case 'lark_md':
      return <Html class="words" text={String(value)} dialect="lark_md" />
    case 'options':
      return <Options value={value} />
    case 'persons':
      return <Persons value={value} />
    case 'number':
      return <>{typeof value === 'number' ? numberWords(value, nodeAt(column, 'format')) : ''}</>
    case 'date':
      return <>{typeof value === 'number' ? dateWords(value, textAt(column, 'date_format')) : ''}</>
    default:
      return (
        <span class="one-line" title={String(value)}>
          {String(value)}
        </span>
      )
  }
}

function Options(props: { value: unknown }) {
  const list = Array.isArray(props.value) ? props.value.filter(isNode) : [{ text: String(props.value) }]
  return (
    <>
      {list.map((option: Node) => {
        const hue = hueOf(textAt(option, 'color'), 'blue')
        const paint = { background: `var(--${hue}-100)`, color: `var(--${hue}-700)` }
        return (
          <span key={textAt(option, 'text')} class="text-tag" style={paint}>
            {textAt(option, 'text')}
          </span>
        )
      })}
    </>
  )
}

function Persons(props: { value: unknown }) {
  const { users } = useCard()
  const ids: unknown[] = Array.isArray(props.value) ? props.value : [props.value]
  return (
    <span class="cell-persons">
      {ids.map((id) => {
        const user = someone(users, String(id))
        return (
          <span key={user.openId} class="person">
            <Avatar user={user} size={20} />
            <span>{user.name}</span>
          </span>
        )
      })}
    </span>
  )
}

/** `format` is { precision?, symbol?, separator? }; the symbol stands before the number. */
function numberWords(value: number, format: Node): string {
  const precision = numberAt(format, 'precision')
  const words = value.toLocaleString('zh-CN', {
    useGrouping: isTrue(format, 'separator'),
    ...(precision === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: precision, maximumFractionDigits: precision }),
  })
  return `${textAt(format, 'symbol')}${words}`
}

/** `format` knows YYYY MM DD HH mm ss; without one the ISO form with the zone is shown, as the client does. */
function dateWords(ms: number, format: string): string {
  const { year, month, day, hour, minute, second } = localTime(ms)
  if (format === '') return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`
  return format
    .replace('YYYY', year)
    .replace('MM', month)
    .replace('DD', day)
    .replace('HH', hour)
    .replace('mm', minute)
    .replace('ss', second)
}
