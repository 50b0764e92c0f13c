// The form of a new group: its name and who is in it; the bot comes along. Drawn by parts/dialog.

import { useState } from 'preact/hooks'
import { Avatar } from '../parts/avatar.tsx'
import { createGroup } from '../state/doings.ts'
import { useStore } from '../state/store.ts'

export function NewGroup(props: { close: () => void }) {
  const users = useStore((state) => state.users)
  const me = useStore((state) => state.me)
  const botName = useStore((state) => state.bot.name)
  const [name, setName] = useState('')
  const [members, setMembers] = useState<readonly string[]>([])
  const toggle = (openId: string) =>
    setMembers(members.includes(openId) ? members.filter((id) => id !== openId) : [...members, openId])
  const create = (event: Event) => {
    event.preventDefault()
    props.close()
    void createGroup(name.trim(), [...members])
  }
  return (
    <form class="new-group" onSubmit={create}>
      <label>
        群名称
        <input value={name} maxLength={60} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <fieldset>
        <legend>成员（{botName}会一起入群）</legend>
        {users
          .filter((user) => user.openId !== me.openId)
          .map((user) => (
            <label key={user.openId} class="new-group-member">
              <input
                type="checkbox"
                checked={members.includes(user.openId)}
                onChange={() => toggle(user.openId)}
              />
              <Avatar user={user} size={24} />
              <span>{user.name}</span>
              <small>{user.title}</small>
            </label>
          ))}
      </fieldset>
      <div class="over-buttons">
        <button type="button" class="plain" onClick={props.close}>
          取消
        </button>
        <button type="submit" class="strong" disabled={name.trim() === ''}>
          建群
        </button>
      </div>
    </form>
  )
}
