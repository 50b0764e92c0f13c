// Every button that any card carries has somebody who answers it: an act written anywhere stands in the table.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { presses } from '../../handlers/list.ts'

/** The acts written in the sources of a folder, such as report.save. */
function actsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    return [...source.matchAll(/\bact(?:: |\()'([a-z]+\.[a-zA-Z]+)'/g)].map(([, act = '']) => act)
  })
}

test('every button of a card in handlers, jobs and the kit has a press that answers it', () => {
  const known = new Set(presses.map(({ act }) => act))
  const written = new Set(['handlers', 'cron', 'bot/cards'].flatMap(actsIn))

  expect(written.size).toBeGreaterThan(20)
  expect([...written].filter((act) => !known.has(act))).toEqual([])
})

test('no two presses answer the same act', () => {
  const acts = presses.map(({ act }) => act)

  expect(acts).toEqual([...new Set(acts)])
})
