// The clerks' page is played on the demo city: every example is said in its order, and everything the page promises
// to come back does. A changed answer makes the page wrong, and this test says where.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { startDemo } from '../support/demo.ts'

type Example = { readonly title: string; readonly say: string; readonly steps: readonly Step[] }
/** `press` undefined: what comes at once. */
type Step = { readonly press: string | undefined; readonly phrases: readonly string[] }

/** Sections `## 1. …` with the message after `>` and, a line each, what comes at once and after a press. */
function examplesOf(page: string): readonly Example[] {
  return page
    .split(/^## (?=\d+\. )/m)
    .slice(1)
    .map((section) => {
      const lines = section.split('\n')
      const steps = lines.flatMap((line): readonly Step[] => {
        const [, press] = /^- (?:马上看到|点“(.+)”)：/.exec(line) ?? []
        const phrases = [...line.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase)
        return line.startsWith('- ') ? [{ press, phrases }] : []
      })
      const say = lines.find((line) => line.startsWith('> '))?.slice(2) ?? ''
      return { title: lines[0] ?? '', say, steps }
    })
}

const examples = examplesOf(readFileSync('docs/guide-clerks.md', 'utf8'))

test('the page has ten examples, each with a message and what comes back', () => {
  expect(examples.map(({ title }) => Number.parseInt(title, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(
    examples.every(({ say, steps }) => say !== '' && steps.every((step) => step.phrases.length > 0)),
  ).toBe(true)
})

describe('on the demo city, said in order', () => {
  const clerk = 'ou_demo_clerk_zhengzhuang'
  const running: { bot?: TestApp } = {}
  beforeAll(async () => {
    running.bot = await startDemo({ at: '2026-03-06T10:00' })
  }, 60_000)
  afterAll(() => running.bot?.[Symbol.asyncDispose]())

  test.each(examples)('"$say" brings what the page says', async ({ say, steps }) => {
    const said = await running.bot?.say(clerk, say)
    for (const { press, phrases } of steps) {
      const shown =
        press === undefined || said === undefined ? said : await running.bot?.click(clerk, said, press)
      const words = `${shown?.text}\n${shown !== undefined && 'toast' in shown ? shown.toast : ''}`
      expect(phrases.filter((phrase) => !words.includes(phrase)).map((phrase) => [phrase, words])).toEqual([])
    }
  })
})
