// Rows of a list that are no lines of it: empty ones, sums, remarks, signatures, titles of sections, a header that is
// repeated on each page. A row that may be a line stays one, so that it is refused with a reason and not lost.
import { type Header, plain } from './header.ts'

const sum = /^(本页|以上|全部)?(合计|小计|总计|共计|累计|总人数|人数)|^共\d+(人|名|条)/
const remark = /^(备注|说明|附注|注|填[表报]说明)\d*([:.]|$)/
const signature = /^(填[表报]|制表|审核|审批|复核|报送|单位负责)(人|单位|日期|时间)/

/** Tells of the rows below a header which are no lines. */
export function noLineBelow({ sheet, row, upper, at }: Header): (cells: readonly string[]) => boolean {
  const place = at.get('person') ?? -1
  const rows = [sheet.rows[row], upper === 'yes' ? sheet.rows[row - 1] : undefined]
  const heads = new Set(rows.map((cells) => plain(cells?.[place] ?? '')).filter((head) => head !== ''))
  return (cells) => {
    const plainCells = cells.map(spaceless)
    const filled = plainCells.filter((cell) => cell !== '')
    const known = [...at.values()].flatMap((column) => plainCells[column] || [])
    const name = plainCells[place] ?? ''
    return (
      known.length === 0 ||
      [filled[0] ?? '', name].some((cell) => sum.test(cell) || remark.test(cell) || signature.test(cell)) ||
      filled.every((cell) => cell.includes(':')) ||
      isTitle(filled, known, name) ||
      heads.has(plain(name))
    )
  }
}

/** One text over several columns, or one text alone that no name looks like, such as 一、应急办 or a date. */
function isTitle(filled: readonly string[], known: readonly string[], name: string): boolean {
  if (name !== '' && known.length > 1 && new Set(known).size === 1) return true
  const isAlone = new Set(filled).size === 1
  return isAlone && (name === '' || name.length > 15 || /[、,.;。()]|\d{4}/.test(name))
}

function spaceless(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, '')
}
