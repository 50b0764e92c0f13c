// Rows pasted from a spreadsheet below a header row whose titles are known, such as those of certificates and courses.

/** Column names with the titles they go by. */
export type Columns = readonly (readonly [name: string, title: RegExp])[]

/** The cells of a row by column; columns that the header or the row leaves out are missing. */
export type Row = Readonly<Record<string, string>>

const cellsOf = (line: string): string[] => line.split(/\t|\||\s{2,}| /).map((cell) => cell.trim())

/** The rows below the first header that fits, or undefined when there is none. */
export function rowsBelow(
  text: string,
  columns: Columns,
  fits: (found: ReadonlySet<string>) => boolean,
): Row[] | undefined {
  const lines = text.split('\n')
  const headers = lines.map((line) =>
    cellsOf(line).map((cell) => columns.find(([, title]) => title.test(cell))?.[0]),
  )
  const at = headers.findIndex((names) => fits(new Set(names.filter((name) => name !== undefined))))
  const header = headers[at]
  return header && lines.slice(at + 1).map((line) => rowOf(cellsOf(line), header))
}

const rowOf = (cells: readonly string[], header: readonly (string | undefined)[]): Row =>
  Object.fromEntries(
    header.flatMap((name, index) => (name === undefined || !cells[index] ? [] : [[name, cells[index]]])),
  )
