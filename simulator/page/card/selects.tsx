// The four selects: of texts or people, one or several. Card-only.

import type { PageUser } from '../../page-api.ts'
import { Avatar } from '../parts/avatar.tsx'
import { StandardIcon } from '../parts/icon.tsx'
import { marginOf, widthOf } from './box.ts'
import { Choice, type Option } from './choice.tsx'
import { type CardWorld, type ElementProps, type FieldValue, marks, useCard } from './context.ts'
import { useField } from './field.ts'
import { Wrong } from './input.tsx'
import { isTrue, type Node, nodeAt, nodesAt, textAt, wordsAt } from './json.ts'
import { someone } from './person.tsx'
import { activate } from './press.ts'

export function SelectStatic(props: ElementProps) {
  return <Select {...props} options={textOptions(props.node)} many={false} />
}

export function MultiSelectStatic(props: ElementProps) {
  return <Select {...props} options={textOptions(props.node)} many={true} />
}

export function SelectPerson(props: ElementProps) {
  return <Select {...props} options={personOptions(props.node, useCard())} many={false} />
}

export function MultiSelectPerson(props: ElementProps) {
  return <Select {...props} options={personOptions(props.node, useCard())} many={true} />
}

function Select(props: ElementProps & { options: Option[]; many: boolean }) {
  const { node, options, many } = props
  const card = useCard()
  const field = useField(node)
  const choose = async (value: string) => {
    const before = field.value
    field.change(many ? toggled(before, value) : value)
    if (field.inForm) return
    if (!(await activate(node, card, { option: value }, 'nothing'))) field.change(before)
  }
  return (
    <div class="select" style={{ ...marginOf(node), width: widthOf(node) ?? '' }} {...marks(node)}>
      <Choice
        label={props.label ?? ''}
        placeholder={wordsAt(node, 'placeholder')}
        options={options}
        chosen={Array.isArray(field.value) ? field.value : [String(field.value)]}
        many={many}
        disabled={isTrue(node, 'disabled') || card.locked}
        wrong={field.wrong !== ''}
        required={isTrue(node, 'required', many ? 'else true' : 'else false')}
        bare={textAt(node, 'type') === 'text'}
        choose={(value) => void choose(value)}
      />
      <Wrong sentence={field.wrong} />
    </div>
  )
}

function toggled(before: FieldValue, value: string): string[] {
  const list = Array.isArray(before) ? before : []
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
}

function textOptions(node: Node): Option[] {
  return nodesAt(node, 'options').map((option) => {
    const token = textAt(nodeAt(option, 'icon'), 'token')
    const mark = token === '' ? {} : { mark: <StandardIcon token={token} /> }
    return { value: textAt(option, 'value'), text: wordsAt(option, 'text'), ...mark }
  })
}

/** Without options of its own, or with none that exists, the members of the chat are offered. */
function personOptions(node: Node, card: CardWorld): Option[] {
  const named = nodesAt(node, 'options').map((option) => textAt(option, 'value'))
  const known = named.filter((openId) => card.users.some((user) => user.openId === openId))
  const offered = known.length > 0 ? known : card.memberOpenIds
  return offered.map((openId) => personOption(someone(card.users, openId)))
}

function personOption(user: PageUser): Option {
  return { value: user.openId, text: user.name, mark: <Avatar user={user} size={20} /> }
}
