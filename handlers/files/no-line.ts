// Rows of a list that are no lines of it: empty ones, sums, remarks, signatures, titles of sections, a header that is
// repeated on each page. A row that may be a line stays one, so that it is refused with a reason and not lost.
import { type Header, plain } from './header.ts'

const sum = /^(本页|以上|全部)?(合计|小计|总计|共计|累计|总人数|人数)|^共\d+(人|名|条)/
const remark = /^(备注|说明|附注|注|填[表报]说明)\d*([:.]|$)/
const signature = /^(填[表报]|制表|审核|审批|复核|报送|单位负责)(人|单位|日期|时间)/

export function isNoLine(cells: readonly string[], header: Header): boolean {
  const { at } = header
  const filled = cells.map(spaceless).filter((cell) => cell !== '')
  const known = [...at.values()].map((column) => spaceless(cells[column] ?? '')).filter((cell) => cell !== '')
  const name = spaceless(cells[at.get('person') ?? -1] ?? '')
  const first = filled[0] ?? ''
  return (
    known.length === 0 ||
    [first, name].some((cell) => sum.test(cell) || remark.test(cell) || signature.test(cell)) ||
    filled.every((cell) => cell.includes(':')) ||
    isTitle(filled, known, name) ||
    isHeader(name, header)
  )
}

/** One text over several columns, or one text alone that no name looks like, such as 一、应急办 or a date. */
function isTitle(filled: readonly string[], known: readonly string[], name: string): boolean {
  if (name !== '' && known.length > 1 && new Set(known).size === 1) return true
  const isAlone = new Set(filled).size === 1
  return isAlone && (name === '' || name.length > 15 || /[、,.;。()]|\d{4}/.test(name))
}

function isHeader(name: string, { sheet, row, upper, at }: Header): boolean {
  const rows = [sheet.rows[row], upper === 'yes' ? sheet.rows[row - 1] : undefined]
  return name !== '' && rows.some((cells) => plain(cells?.[at.get('person') ?? -1] ?? '') === plain(name))
}

function spaceless(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, '')
}
