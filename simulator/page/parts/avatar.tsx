// The round picture of a person (surname on their colour), of the bot and of a group. Imported by all panes.

import type { PageUser } from '../../page-api.ts'
import { Icon } from './icon.tsx'

const DOUBLE_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '东方',
]

export function Avatar(props: { user: PageUser; size?: number }) {
  return (
    <Disc size={props.size ?? 36} colour={props.user.colour}>
      {surname(props.user.name)}
    </Disc>
  )
}

export function BotAvatar(props: { size?: number }) {
  const size = props.size ?? 36
  return (
    <span class="avatar bot" aria-hidden="true" style={{ width: `${size}px`, height: `${size}px` }}>
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
        <path class="shield" d="M16 6l8 3v6c0 5-3.4 9-8 11-4.6-2-8-6-8-11V9z" />
        <path class="tick" d="M12.5 15.5l2.7 2.7 4.8-5" />
      </svg>
    </span>
  )
}

export function GroupAvatar(props: { name: string; size?: number }) {
  const size = props.size ?? 36
  return (
    <span class="avatar group" aria-hidden="true" style={{ width: `${size}px`, height: `${size}px` }}>
      <Icon name="group" size={Math.round(size * 0.56)} />
    </span>
  )
}

/** 欧 of 欧阳明 would be wrong: the few double surnames are known. */
function surname(name: string): string {
  const double = name.slice(0, 2)
  return DOUBLE_SURNAMES.includes(double) ? double : name.slice(0, 1)
}

function Disc(props: { size: number; colour: string; children: string }) {
  const { size, colour, children } = props
  const fontSize = Math.round(size * (children.length > 1 ? 0.34 : 0.44))
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${fontSize}px`, background: colour }}
    >
      {children}
    </span>
  )
}
