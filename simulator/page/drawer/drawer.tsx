// What goes between the bot and the platform, newest first: name, result, time, and the whole JSON on a tap.
// For whoever runs the simulator. Drawn by app.

import { useState } from 'preact/hooks'
import type { PageLogLine } from '../../page-api.ts'
import { Icon } from '../parts/icon.tsx'
import { localTime } from '../parts/when.ts'
import { update, useStore } from '../state/store.ts'

const ARROWS = { request: '机器人 → 飞书', event: '飞书 → 机器人', callback: '卡片回调' }

export function Drawer() {
  const log = useStore((state) => state.log)
  const [search, setSearch] = useState('')
  const shown = log.filter((line) => `${line.name} ${line.result}`.includes(search.trim())).reverse()
  return (
    <aside class="drawer" aria-label="请求与事件">
      <div class="drawer-top">
        <h2>请求与事件</h2>
        <button type="button" class="round" aria-label="关闭" onClick={() => update({ drawerOpen: false })}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <label class="search">
        <Icon name="search" size={14} />
        <input
          type="search"
          placeholder="筛选"
          aria-label="筛选请求与事件"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <ol class="log">
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {shown.length === 0 && <p class="chats-none">还没有记录。</p>}
    </aside>
  )
}

function Line(props: { line: PageLogLine }) {
  const { line } = props
  const [open, setOpen] = useState(false)
  const { hour, minute, second } = localTime(line.atMs)
  return (
    <li class={`log-line ${line.direction}`} data-log-id={line.id}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="log-name">{line.name}</span>
        <span class="log-facts">
          <span>{ARROWS[line.direction]}</span>
          <span class={isGood(line.result) ? 'log-result' : 'log-result bad'}>{line.result}</span>
          <span>{Math.round(line.tookMs)} ms</span>
          <time>
            {hour}:{minute}:{second}
          </time>
        </span>
      </button>
      {open && (
        <div class="log-bodies">
          <h3>内容</h3>
          <pre>{json(line.body)}</pre>
          <h3>回答</h3>
          <pre>{json(line.answer)}</pre>
        </div>
      )}
    </li>
  )
}

/** `200 0` is HTTP status and platform code of a request that was granted. */
function isGood(result: string): boolean {
  return /^2\d\d( 0)?$|^answered$|(^|, )ack$/.test(result)
}

function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}
