// The command line as an operator uses it: words in, lines or JSON out, exit status 0, 1 or 2.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'anjian-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { status: number; out: string; err: string }

function anjian(words: readonly string[], input = ''): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: `file:${folder}/cli.db`, DATA_DIR: folder }
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', 'bot/cli/main.ts', ...words]
    const child = execFile(
      process.execPath,
      args,
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err })
      },
    )
    child.stdin?.end(input)
  })
}

describe('without a database', () => {
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

describe('on a database with the demo city', () => {
  beforeAll(async () => {
    const { status, err } = await anjian(['demo'])
    expect(err).toBe('')
    expect(status).toBe(0)
  }, 60_000)

  test('demo a second time changes nothing', async () => {
    expect((await anjian(['demo', '--json'])).out).toContain('alreadyThere')
  })

  test('assess judges one unit as of a day', async () => {
    const { out } = await anjian(['assess', '--unit', '沁水县郑庄镇', '--json'])

    const staff = JSON.parse(out).find((one: { obligation: string; unitName: string }) => {
      return one.obligation === 'A05-5' && one.unitName === '沁水县郑庄镇'
    })
    expect(staff).toMatchObject({
      status: 'notMet',
      measured: { value: 2 },
      gap: { value: 1, unit: 'heads' },
    })
  })

  test('assess says which unit it does not know', async () => {
    const { status, err } = await anjian(['assess', '--unit', '郑州市'])

    expect(status).toBe(2)
    expect(err).toContain('郑州市')
  })

  test('assess takes the short names of the chat, and names the nearest units when it knows none', async () => {
    const short = await anjian(['assess', '--unit', '郑庄镇', '--json'])
    const bare = await anjian(['assess', '--unit', '应急局'])
    const heard = await anjian(['assess', '--unit', '郑装镇'])

    expect(JSON.parse(short.out)[0]).toMatchObject({ unitName: '沁水县郑庄镇' })
    expect(bare.status).toBe(2)
    expect(bare.err).toContain('应急局')
    expect(heard.err).toMatch(/no unit is called "郑装镇".*nearest: .*沁水县郑庄镇/)
  })

  test('bind and bind-group answer what they did', async () => {
    const bound = await anjian([
      'bind',
      'ou_new',
      '--unit',
      '沁水县端氏镇',
      '--role',
      'reporter',
      '--name',
      '王小明',
    ])
    const group = await anjian(['bind-group', 'oc_new', '--unit', '端氏镇', '--json'])

    expect(bound.out).toBe('bound to 沁水县端氏镇 as reporter\n')
    expect(JSON.parse(group.out)).toMatchObject({ chatId: 'oc_new', unit: '沁水县端氏镇' })
  })

  test('push puts a slot into the inbox once, and the queue shows it waiting', async () => {
    const slot = ['push', 'weekly', '--slot', '2026-11-23T09:00']

    const first = await anjian(slot)
    const second = await anjian(slot)

    expect(first.out).toContain('put into the inbox')
    expect(second.out).toContain('nothing changed')
    expect(JSON.parse((await anjian(['queue', '--json'])).out)).toMatchObject({ triggers: 1, parked: 0 })
  })

  test('push --dry-run says who would get what and stores nothing', async () => {
    const before = await anjian(['queue', '--json'])

    const { out } = await anjian(['push', 'weekly', '--slot', '2026-11-30T09:00', '--dry-run'])

    expect(out.trim().split('\n').length).toBeGreaterThan(8)
    expect(out).toContain('oc_demo_140500')
    expect((await anjian(['queue', '--json'])).out).toBe(before.out)
  })
})
