// Whom the page plays: everybody of the simulated tenant, by the unit their title begins with. Drawn by app.

import { useState } from 'preact/hooks'
import type { PageUser } from '../../page-api.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { update, useStore } from '../state/store.ts'
import { become } from '../state/stream.ts'

const SEARCH_FROM = 9

export function People() {
  const users = useStore((state) => state.users)
  const me = useStore((state) => state.me)
  const [search, setSearch] = useState('')
  const shown = users.filter((user) => `${user.name}${user.title}`.includes(search.trim()))
  return (
    <nav class="people" aria-label="扮演谁">
      <div class="people-top">
        <button type="button" class="round back" aria-label="返回" onClick={() => update({ pane: 'chats' })}>
          <Icon name="back" />
        </button>
        <h1>
          本地飞书<small>选择要扮演的人</small>
        </h1>
      </div>
      {users.length >= SEARCH_FROM && (
        <label class="search">
          <Icon name="search" size={14} />
          <input
            type="search"
            placeholder="搜索姓名、单位"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="people-list">
        {shown.length === 0 && <p class="nobody">没有这个人</p>}
        {[...byUnit(shown)].map(([unit, members]) => (
          <section key={unit} aria-label={unit}>
            <h2>{unit}</h2>
            {members.map((user) => (
              <Someone key={user.openId} user={user} chosen={user.openId === me.openId} />
            ))}
          </section>
        ))}
      </div>
    </nav>
  )
}

function Someone(props: { user: PageUser; chosen: boolean }) {
  const { user, chosen } = props
  const [, role] = split(user.title)
  return (
    <button
      type="button"
      class="someone"
      aria-current={chosen ? 'true' : undefined}
      title={`${user.name} ${user.title}`}
      data-open-id={user.openId}
      onClick={() => void become(user.openId, '')}
    >
      <Avatar user={user} size={32} />
      <span class="someone-words">
        <b>{user.name}</b>
        <small>{role}</small>
      </span>
    </button>
  )
}

/** In the order in which the units first appear. */
function byUnit(users: readonly PageUser[]): Map<string, PageUser[]> {
  const units = new Map<string, PageUser[]>()
  for (const user of users) {
    const [unit] = split(user.title)
    units.set(unit, [...(units.get(unit) ?? []), user])
  }
  return units
}

/** 郑庄镇应急办 · 报送员 → unit and role; a title in one piece is both. */
function split(title: string): [unit: string, role: string] {
  const [unit = '', ...rest] = title.split('·').map((part) => part.trim())
  return rest.length === 0 ? ['其他人员', unit] : [unit, rest.join(' · ')]
}
