// What the documents say about the code is still true: files, steps, functions, fields and words exist.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { steps } from '../../bot/steps.ts'
import { certificate } from '../../handlers/reports/certificate.ts'
import { obligationById } from '../../policy/index.ts'
import { below, isThere, named, pages, read, rows } from './pages.ts'

test.each(pages)('every file and folder that %s names exists', (page) => {
  expect(named(page).filter((path) => !isThere(path))).toEqual([])
})

test('documents name enough files for the test above to mean something', () => {
  expect(named('ARCHITECTURE.md').length).toBeGreaterThan(40)
})

test('the nine steps are those of bot/steps.ts, each with a file that holds its function', () => {
  const table = rows(below('ARCHITECTURE.md', '## The corridor: nine steps'))
  const lost = table.filter(([, , file = '', name = '']) => {
    const [path = '', word = ''] = [file, name].map((cell) => cell.replaceAll('`', ''))
    return !new RegExp(`\\b${word}\\b`).test(read(path))
  })

  expect(table.map(([, step]) => step)).toEqual([...steps])
  expect(lost).toEqual([])
})

test('a function that stands beside its file in the text is in that file', () => {
  const beside = [
    ...read('ARCHITECTURE.md').matchAll(/`(\w+)` in `([\w./-]+\.ts)`|`([\w./-]+\.ts)` `(\w+)`/g),
  ].map(([, name, inFile, file, after]) => ({ file: inFile ?? file ?? '', name: name ?? after ?? '' }))

  expect(beside.length).toBeGreaterThan(4)
  expect(beside.filter(({ file, name }) => !new RegExp(`\\b${name}\\b`).test(read(file)))).toEqual([])
})

test('the architecture stays under 200 lines', () => {
  expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThan(200)
})

test('the shown report type has the very fields of a definition', () => {
  const [, block = ''] = /```ts\nexport const certificate([\s\S]*?)```/.exec(read('ARCHITECTURE.md')) ?? []
  const shown = [...block.matchAll(/^ {2}(\w+)[:(]/gm)].map(([, key]) => key)

  expect(shown.sort()).toEqual(Object.keys(certificate).sort())
})

test('the shown number of the document stands in its article', () => {
  const [, entry = ''] = /^ {2}(\{ from: '2021.*\}),$/m.exec(read('ARCHITECTURE.md')) ?? []

  expect(entry).not.toBe('')
  expect(read('policy/article-05-staff.ts')).toContain(entry)
})

test('every identifier of the glossary is a word of the code', () => {
  const code = ['policy', 'handlers', 'cron', 'bot', 'prisma']
    .flatMap((folder) => sources(folder))
    .map(read)
    .join('\n')
  const words = rows(read('docs/glossary.md')).flatMap(([, , cell = '']) => cell.split(/[/,]|(?<=\w) (?=\w)/))
  const lost = words
    .map((word) => word.replaceAll('`', '').trim())
    .filter((word) => /^\w+$/.test(word))
    .filter((word) => !new RegExp(`\\b${word}\\b`).test(code))

  expect(lost).toEqual([])
})

test.each(pages)('every obligation and decision that %s refers to exists', (page) => {
  const text = read(page)
  const ids = [...text.matchAll(/\bA\d\d-\d+\b/g)].map(([id]) => id)
  const numbers = [...text.matchAll(/\((\d{4})\)|\b(0\d{3})\b/g)].map(([, a, b]) => a ?? b ?? '')
  const decided = readdirSync('docs/decisions').map((name) => name.slice(0, 4))

  expect(ids.filter((id) => obligationById(id) === undefined)).toEqual([])
  expect(numbers.filter((number) => number.startsWith('0') && !decided.includes(number))).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|prisma)$/.test(name) && !name.startsWith('generated'))
    .map((name) => `${folder}/${name}`)
}
