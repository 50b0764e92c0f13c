// The command line on a database with the demo city.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'

const { anjian, remove } = commandLine()
afterAll(remove)

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
