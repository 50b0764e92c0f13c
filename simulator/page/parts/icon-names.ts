// Which drawn outline stands for a standard icon of Feishu. Imported by parts/icon and card/markdown.

import { iconPaths } from './icon-paths.ts'

/** tokens whose base name is none of the drawn names */
const relatives: Readonly<Record<string, string>> = {
  'add-app': 'add',
  'add-bold': 'add',
  'add-middle': 'add',
  'alarm-clock': 'alarm',
  album: 'image',
  'app-default': 'sheet',
  'chat-forbidden': 'chat',
  'chat-history': 'chat',
  'check-circle': 'todo',
  'close-circle': 'error',
  'down-small-ccm': 'down',
  'up-small-ccm': 'up',
  'expand-down': 'down',
  'file-form': 'report',
  'file-lark-minutes': 'file',
  'file-link-docx': 'file',
  'file-link-text': 'file',
  'file-link-bitable': 'sheet',
  'forward-com': 'forward',
  'frame-selection': 'sheet',
  'ai-common': 'star',
  myai: 'star',
  apaas: 'sheet',
  hirelogo: 'member',
  'lark-logo': 'send',
  larkcommunity: 'group',
  meego: 'list',
  'msgcard-rectangle': 'report',
  'reply-cn': 'reply',
  'sheet-iconsets-increase': 'up',
  'sheet-iconsets-stable': 'more',
  'wiki-bitable': 'sheet',
  setting: 'gear',
  'setting-inter': 'gear',
  'list-check': 'todo',
  'doc-search': 'search',
  'card-search': 'search',
  'browser-mac': 'computer',
  people: 'group',
  'tab-todo': 'todo',
  'status-doing': 'time',
  'pa-calibration-report': 'chart',
}

/** The outline for a token `<name>_outlined`, `_filled` or `_colorful`; undefined when there is no such icon. */
export function iconNameOf(token: string): string | undefined {
  const base = token.slice(0, Math.max(0, token.lastIndexOf('_')))
  return iconPaths[base] === undefined ? relatives[base] : base
}
