// The documents of the project as tests read them: their text, the files they name, their tables.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const read = (file: string): string => readFileSync(file, 'utf8')

const decisions = readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`)

export const readmes = ['README.md', 'README.zh-CN.md'] as const
export const pages: readonly string[] = [
  ...readmes,
  'ARCHITECTURE.md',
  'docs/glossary.md',
  'docs/guide-operators.md',
  ...decisions,
]

/** Files and folders that a page names: in backticks by their path from the root, or as the target of a link. */
export function named(page: string): string[] {
  const text = read(page)
  const inTicks = [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /^[\w.-]+\/[\w./-]*$|\.(ts|tsx|mjs|md|json|prisma)$/.test(path))
    .filter((path) => !isOfData(path))
  const linked = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(page), target)))
  return [...new Set([...inTicks, ...linked])]
}

// What lies under DATA_DIR is there only after a start.
function isOfData(path: string): boolean {
  return ['./data', 'data/', 'files/'].includes(path)
}

/** The cells of the rows of all tables in a text, without headers and rules. */
export function rows(text: string): string[][] {
  const lines = text.split('\n').map((line) => line.trim())
  const isRule = (line: string | undefined) => line !== undefined && /^[|:-]+[\s|:-]*$/.test(line)
  return lines
    .filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1]))
    .map((line) => line.slice(1, -1).split(/(?<!\\)\|/))
    .map((cells) => cells.map((cell) => cell.trim()))
}

/** The part of a page below a heading, up to the next one of the same depth. */
export function below(page: string, heading: string): string {
  const depth = /^#+/.exec(heading)?.[0] ?? '#'
  const [, after = ''] = read(page).split(`${heading}\n`)
  return after.split(new RegExp(`^${depth} `, 'm'))[0] ?? ''
}

export function isThere(path: string): boolean {
  return existsSync(path)
}
