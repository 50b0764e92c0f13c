// People in a card, named by open_id: one, or a row of them. Somebody the tenant does not have is shown as
// unknown, as the client does for people an application may not see. Card-only.

import type { PageUser } from '../../page-api.ts'
import { Avatar } from '../parts/avatar.tsx'
import { marginOf } from './box.ts'
import { type ElementProps, marks, useCard } from './context.ts'
import { isTrue, nodesAt, textAt } from './json.ts'

const AVATARS: Readonly<Record<string, number>> = { extra_small: 16, small: 20, medium: 24, large: 32 }

export function Person(props: ElementProps) {
  const { node } = props
  const { users } = useCard()
  const capsule = textAt(node, 'style') === 'capsule' ? ' capsule' : ''
  return (
    <span class={`person${capsule}`} style={marginOf(node)} {...marks(node)}>
      <One
        user={someone(users, textAt(node, 'user_id'))}
        size={textAt(node, 'size')}
        avatar={isTrue(node, 'show_avatar', 'else true')}
        name={isTrue(node, 'show_name')}
      />
    </span>
  )
}

export function PersonList(props: ElementProps) {
  const { node } = props
  const { users } = useCard()
  const named = isTrue(node, 'show_name', 'else true')
  return (
    <div class={named ? 'person-list' : 'person-list stacked'} style={marginOf(node)} {...marks(node)}>
      {nodesAt(node, 'persons').map((person) => (
        <span key={textAt(person, 'id')} class="person">
          <One
            user={someone(users, textAt(person, 'id'))}
            size={textAt(node, 'size')}
            avatar={isTrue(node, 'show_avatar') || !named}
            name={named}
          />
        </span>
      ))}
    </div>
  )
}

export function someone(users: readonly PageUser[], openId: string): PageUser {
  const found = users.find((user) => user.openId === openId)
  return found ?? { openId, name: '未知用户', title: '', colour: '#8f959e' }
}

function One(props: { user: PageUser; size: string; avatar: boolean; name: boolean }) {
  const { user } = props
  return (
    <>
      {props.avatar && <Avatar user={user} size={AVATARS[props.size] ?? 24} />}
      {props.name ? <span>{user.name}</span> : <span class="unseen">{user.name}</span>}
    </>
  )
}
