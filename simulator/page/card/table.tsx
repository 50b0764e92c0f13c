// The table with its pages and cell kinds. Card-only.

import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { marginOf, type Style } from './box.ts'
import { type ElementProps, marks } from './context.ts'
import { isTrue, type Node, nodeAt, nodesAt, numberAt, textAt } from './json.ts'
import { Cell } from './table-cell.tsx'

const ROW_HEIGHTS: Readonly<Record<string, string>> = { low: '36px', middle: '48px', high: '60px' }
const DEFAULT_PAGE = 5

export function Table(props: ElementProps) {
  const { node } = props
  const [page, setPage] = useState(0)
  const columns = nodesAt(node, 'columns')
  const rows = nodesAt(node, 'rows')
  const size = Math.min(Math.max(numberAt(node, 'page_size') ?? DEFAULT_PAGE, 1), 10)
  const pages = Math.max(Math.ceil(rows.length / size), 1)
  const shown = rows.slice(page * size, page * size + size)
  const header = nodeAt(node, 'header_style')
  return (
    <div class="table" style={marginOf(node)} {...marks(node)}>
      <div class="table-scroll">
        <table class={isTrue(node, 'freeze_first_column') ? 'frozen' : ''}>
          <thead class={textAt(header, 'background_style') === 'grey' ? 'grey' : ''}>
            <tr>
              {columns.map((column) => (
                <th key={textAt(column, 'name')} scope="col" style={headStyle(header, column)}>
                  {textAt(column, 'display_name') || textAt(column, 'name')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={page * size + at} style={rowStyle(node)}>
                {columns.map((column) => (
                  <td key={textAt(column, 'name')} style={cellStyle(column)}>
                    <Cell column={column} value={row[textAt(column, 'name')]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="table-none">暂无数据</p>}
      {pages > 1 && <Pager page={page} pages={pages} rows={rows.length} turn={setPage} />}
    </div>
  )
}

function Pager(props: { page: number; pages: number; rows: number; turn: (page: number) => void }) {
  const { page, pages, turn } = props
  return (
    <div class="pager">
      <span>共 {props.rows} 条</span>
      <button type="button" aria-label="上一页" disabled={page === 0} onClick={() => turn(page - 1)}>
        <Icon name="back" size={14} />
      </button>
      <span>
        {page + 1}/{pages}
      </span>
      <button type="button" aria-label="下一页" disabled={page + 1 === pages} onClick={() => turn(page + 1)}>
        <span class="mirrored">
          <Icon name="back" size={14} />
        </span>
      </button>
    </div>
  )
}

function headStyle(header: Node, column: Node): Style {
  const grey = textAt(header, 'text_color') === 'grey'
  return {
    textAlign: textAt(header, 'text_align') || alignOf(column),
    fontWeight: isTrue(header, 'bold', 'else true') ? '600' : '400',
    fontSize: textAt(header, 'text_size') === 'heading' ? '16px' : '14px',
    ...(grey ? { color: 'var(--grey-600)' } : {}),
    ...columnWidth(column),
  }
}

function rowStyle(node: Node): Style {
  const height = textAt(node, 'row_height')
  if (height === 'auto') return {}
  return { height: ROW_HEIGHTS[height] ?? (/^\d{2,3}px$/.test(height) ? height : '36px') }
}

function cellStyle(column: Node): Style {
  const down: Readonly<Record<string, string>> = { top: 'top', center: 'middle', bottom: 'bottom' }
  return { textAlign: alignOf(column), verticalAlign: down[textAt(column, 'vertical_align')] ?? 'middle' }
}

/** Numbers stand right when the column does not say otherwise. */
function alignOf(column: Node): string {
  const given = textAt(column, 'horizontal_align')
  if (given !== '') return given
  return textAt(column, 'data_type') === 'number' ? 'right' : 'left'
}

function columnWidth(column: Node): Style {
  const width = textAt(column, 'width')
  return /^\d{1,3}(px|%)$/.test(width) ? { width, minWidth: width.endsWith('px') ? width : '0' } : {}
}
