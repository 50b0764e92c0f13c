// The command line as an operator uses it: words in, lines or JSON out, exit status 0, 1 or 2.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../bot/store/database.ts'
import { commandLine } from '../support/command-line.ts'

const { anjian, remove, url } = commandLine()
beforeAll(async () => (await openDatabase({ url })).close())
afterAll(remove)

describe('without units', () => {
  test('parse answers each line with what was understood', async () => {
    const line = {
      id: 'a',
      text: '本周无人员变动',
      today: '2024-03-20',
      sender: { unit: '泽州县高都镇', role: '应急办' },
    }

    const { status, out } = await anjian(
      ['parse'],
      `${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, id: 'b' })}\n`,
    )

    const answers = out
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one))
    expect(status).toBe(0)
    expect(answers.map((one) => [one.id, one.intent])).toEqual([
      ['a', 'staffing'],
      ['b', 'staffing'],
    ])
  })

  test('parse names the line it cannot read', async () => {
    const { status, err } = await anjian(['parse'], '{"text":"x","today":"2024-02-30"}\n')

    expect(status).toBe(2)
    expect(err).toContain('line 1')
  })

  test.each([
    ['{"text":', 'line 1: expected JSON\n'],
    ['{"text":5,"today":"2024-03-20"}', 'line 1: text Invalid input: expected string, received number\n'],
  ])('parse says what is wrong with %s', async (line, says) => {
    const { status, err } = await anjian(['parse'], line)

    expect(status).toBe(2)
    expect(err).toContain(says)
  })

  test.each([['help'], ['--help'], ['assess', '-h']])(
    '%s prints every command, and that is no failure',
    async (...words) => {
      const { status, out, err } = await anjian(words)

      expect({ status, err }).toEqual({ status: 0, err: '' })
      for (const name of ['assess', 'bind-group', 'export', 'import', 'queue'])
        expect(out).toContain(`anjian ${name}`)
    },
  )

  test.each([
    [['nonsense'], 2, 'read "nonsense", expected one of\nanjian assess'],
    [['queue', '--nope'], 2, "Unknown option '--nope'\n"],
    [
      ['import', '/no/list.xlsx', '--unit', '沁水县郑庄镇'],
      1,
      '/no/list.xlsx: there is no such file or folder\n',
    ],
    [['import', tmpdir(), '--unit', '沁水县郑庄镇'], 1, 'expected a file, not a folder\n'],
    [['obligations', 'extra'], 2, 'read "extra", expected no more words\nanjian obligations'],
    [['export', 'roster', 'due'], 2, 'read "due", expected no more words\nanjian export'],
    [
      ['bind', 'ou_x', '--unit', '沁水县郑庄镇', '--role', 'reporter'],
      2,
      'expected --name NAME, the name of the person\nanjian bind',
    ],
    [
      ['push', 'weekly', '--slot', '2026-11-30T09:01', '--dry-run'],
      2,
      '--slot: weekly has no slot at 2026-11-30T09:01; the one before is 2026-11-30T09:00\nanjian push',
    ],
    [['bind-group', 'oc_x'], 2, 'expected --unit NAME, a full name such as 沁水县郑庄镇\nanjian bind-group'],
    [['assess'], 1, 'there are no units yet; anjian demo --units loads those of 晋城\n'],
    [['export', 'roster'], 1, 'there are no units yet'],
  ])('%j is answered with one plain sentence', async (words, status, says) => {
    const ran = await anjian(words)

    expect(ran).toMatchObject({ status, out: '' })
    expect(ran.err).toContain(says)
    expect(ran.err).not.toMatch(/^\s+at |ENOENT|EISDIR/m)
  })

  test('obligations prints all 114 with what each waits for', async () => {
    const { out } = await anjian(['obligations', '--json'])

    const all = JSON.parse(out)
    expect(all).toHaveLength(114)
    expect(all[0]).toMatchObject({
      id: 'A01-1',
      article: 1,
      implementation: 'waiting',
      intake: expect.any(String),
    })
    expect(all.filter((one: { implementation: string }) => one.implementation === 'done')).toHaveLength(12)
  })

  test('words that are off are answered with how it is used', async () => {
    for (const words of [
      [],
      ['nonsense'],
      ['bind', 'x'],
      ['push', 'weekly', '--slot', 'gestern'],
      ['queue', '--nope'],
    ]) {
      const { status, err } = await anjian(words)
      expect(status, words.join(' ')).toBe(2)
      expect(err).not.toContain('    at ')
    }
  })
})

test.each([['queue'], ['assess'], ['export', 'roster']])(
  '%s on a database that is not there says so and makes none',
  async (...words) => {
    const nowhere = commandLine()

    const { status, out, err } = await nowhere.anjian(words)

    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(
      /^there is no database at .*cli\.db; anjian demo --units makes one, or set DATABASE_URL\n$/,
    )
    expect(existsSync(`${nowhere.folder}/cli.db`)).toBe(false)
    nowhere.remove()
  },
)
