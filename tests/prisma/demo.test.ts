// The demo city in a real database: what a newcomer finds on the first day.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { groupTopics } from '../../handlers/group-form.ts'
import { fieldProblems, missingFields } from '../../handlers/reports/define.ts'
import { reportType } from '../../handlers/reports/index.ts'
import { tipFields } from '../../handlers/tips/fields.ts'
import type { DemoCity } from '../../prisma/demo/city.ts'
import { historyMondays } from '../../prisma/demo/history.ts'
import { type DemoInvitation, loadDemo } from '../../prisma/demo/load.ts'
import { demoUnits } from '../../prisma/demo/units.ts'
import { freshDatabase, noon, storeEnv, type TestDatabase, testVault } from '../support/database.ts'

const today = '2026-11-23'
const now = noon(today)
const env = storeEnv()
const opened: TestDatabase[] = []

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase()
  opened.push(database)
  return database
}

/** How many rows each table of the demo has. */
function rowsOf(database: TestDatabase): Promise<Record<string, number>> {
  return database.at(today, async (_, tx) => ({
    units: await tx.unit.count(),
    aliases: await tx.unitAlias.count(),
    people: await tx.person.count(),
    posts: await tx.post.count(),
    certificates: await tx.certificate.count(),
    trainings: await tx.trainingRecord.count(),
    reports: await tx.report.count(),
    tips: await tx.tip.count(),
    bindings: await tx.binding.count(),
    groups: await tx.group.count(),
    invitations: await tx.invitation.count(),
    snapshots: await tx.snapshot.count(),
    findings: await tx.finding.count(),
    settings: await tx.setting.count(),
  }))
}

let full: TestDatabase
let city: DemoCity
let invitation: DemoInvitation | undefined

beforeAll(async () => {
  full = await emptyDatabase()
  const before = performance.now()
  const loaded = await loadDemo(full, env, { today, now, onlyUnits: false })
  city = loaded.city
  invitation = loaded.invitation
  process.stdout.write(`the demo city loaded in ${Math.round(performance.now() - before)} ms\n`)
  expect(loaded.outcome).toBe('loaded')
})

afterAll(async () => {
  for (const database of opened) await database.close()
})

const idOf = (name: string) => city.units.find((unit) => unit.name === name)?.id ?? name

describe('loading the demo city', () => {
  test('a second time, even on a later day, changes nothing', async () => {
    const before = await rowsOf(full)
    const again = await loadDemo(full, env, {
      today: '2026-12-01',
      now: now + 8 * 86_400_000,
      onlyUnits: false,
    })
    expect(again.outcome).toBe('alreadyThere')
    expect(await rowsOf(full)).toEqual(before)
  })

  test('the units alone, and the rest when it is asked for later', async () => {
    const database = await emptyDatabase()
    const units = { today, now, onlyUnits: true } as const
    expect((await loadDemo(database, env, units)).invitation).toBeUndefined()
    expect(await rowsOf(database)).toMatchObject({
      units: demoUnits().filter((unit) => unit.kind !== 'village' && unit.kind !== 'enterprise').length,
      people: 0,
      bindings: 0,
      groups: 0,
    })
    expect((await loadDemo(database, env, units)).outcome).toBe('alreadyThere')

    expect((await loadDemo(database, env, { ...units, onlyUnits: false })).outcome).toBe('loaded')
    expect((await loadDemo(database, env, units)).outcome).toBe('alreadyThere')
    expect(await rowsOf(database)).toEqual(await rowsOf(full))
  })

  test('is refused when somebody else is in the database, and nothing is added', async () => {
    const database = await emptyDatabase()
    await database.at(today, (store) => store.people.create({ name: '某人', reportId: 1 }))
    const load = loadDemo(database, env, { today, now, onlyUnits: false })
    await expect(load).rejects.toMatchObject({ code: 'demo.notEmpty' })
    expect(await rowsOf(database)).toMatchObject({ people: 1, units: 0, settings: 0 })
  })

  test('is refused when people were bound to the demo units by hand', async () => {
    const database = await emptyDatabase()
    await loadDemo(database, env, { today, now, onlyUnits: true })
    await database.at(today, (store) =>
      store.members.bind({ openId: 'ou_real', unitId: '140500', role: 'admin', createdBy: 'cli' }),
    )
    const load = loadDemo(database, env, { today, now, onlyUnits: false })
    await expect(load).rejects.toMatchObject({ code: 'demo.notEmpty' })
    expect(await rowsOf(database)).toMatchObject({ people: 0, bindings: 1 })
  })
})

describe('the units alone', () => {
  test('carry nothing that nobody reported: no township is judged to meet or miss anything', async () => {
    const database = await emptyDatabase()
    await loadDemo(database, env, { today, now, onlyUnits: true })
    const townships = city.units.filter((unit) => unit.kind === 'township').map((unit) => unit.id)
    const findings = await database.at(today, (store) => store.findings.judge(townships, today))
    const standings = new Set(findings.map((finding) => finding.status))
    expect([...standings].filter((status) => status !== 'noData' && status !== 'notApplicable')).toEqual([])
  })

  test('are still there, and nothing more, when they are asked for again after people were bound', async () => {
    const database = await emptyDatabase()
    const load = { today, now, onlyUnits: true } as const
    await loadDemo(database, env, load)
    await database.at(today, (store) =>
      store.members.bind({ openId: 'ou_real', unitId: '140500', role: 'admin', createdBy: 'cli' }),
    )
    expect((await loadDemo(database, env, load)).outcome).toBe('alreadyThere')
  })
})

describe('what a newcomer finds', () => {
  test('郑庄镇 stands at two of three, short of one head', async () => {
    const [finding] = await full.at(today, (store) => store.findings.of([idOf('沁水县郑庄镇')], ['A05-5']))
    expect(finding).toMatchObject({
      status: 'notMet',
      measured: { value: 2 },
      required: { value: 3 },
      gap: { value: 1, unit: 'heads' },
    })
  })

  test('巴公镇 has the five of its class', async () => {
    const [finding] = await full.at(today, (store) => store.findings.of([idOf('泽州县巴公镇')], ['A05-5']))
    expect(finding).toMatchObject({ status: 'met', measured: { value: 5 } })
  })

  test('townships of every standing: met, short, near, out of date and unknown', async () => {
    const tally = await full.at(today, (store) => store.findings.counts(idOf('晋城市')))
    const staff = tally.find((row) => row.obligationId === 'A05-5')
    expect(staff?.met).toBeGreaterThan(30)
    expect(staff?.notMet).toBeGreaterThan(5)
    expect(staff?.atRisk).toBeGreaterThan(5)
    expect(staff?.stale).toBe(5)
    expect(staff?.noData).toBe(2)
  })

  test('every obligation that is computed is met by some, and missed by others', async () => {
    const tally = await full.at(today, (store) => store.findings.counts(idOf('晋城市')))
    expect(tally.length).toBeGreaterThanOrEqual(12)
    const oneSided = tally.filter((row) => row.met === 0 || row.notMet === 0)
    expect(oneSided.map((row) => row.obligationId)).toEqual([])
  })

  test('eight weekly pictures that differ from one another', async () => {
    const mondays = historyMondays(today)
    const [from, to] = [mondays[0] ?? today, mondays[7] ?? today]
    const unitId = idOf('晋城市')
    const series = await full.at(today, (store) =>
      store.snapshots.series({ unitId, from, to, obligationIds: ['A05-5'] }),
    )
    expect(series.map((row) => row.day)).toEqual(mondays)
    const met = series.map((row) => row.met)
    expect(new Set(met).size).toBeGreaterThanOrEqual(4)
    const steps = met.slice(1).map((count, week) => Math.sign(count - (met[week] ?? 0)))
    expect(steps).toContain(1)
    expect(steps).toContain(-1)
  })

  test('some counties got better in the last week and some worse over the eight', async () => {
    const mondays = historyMondays(today)
    const [first, last] = [mondays[0] ?? today, mondays[7] ?? today]
    const compared = await full.at(today, (store) => store.snapshots.compare(last, first, idOf('晋城市')))
    expect(compared.some((county) => county.better.length > 0)).toBe(true)
    expect(compared.some((county) => county.worse.length > 0)).toBe(true)
  })

  test('李四, an officer of 沁水县 whose rotation is due in twenty days', async () => {
    const officer = city.people.find((person) => person.name === '李四')
    const [finding] = await full.at(today, (store) =>
      store.findings.of([idOf('沁水县应急管理局')], ['A07-3']),
    )
    expect(finding?.items).toContainEqual({
      id: officer?.id,
      kind: 'person',
      why: 'dueSoon',
      dueOn: '2026-12-13',
    })
  })

  test('a tip in 泽州县 that waits for its decision longer than allowed, and others in every state', async () => {
    const tips = await full.at(today, (_, tx) => tx.tip.findMany())
    expect(new Set(tips.map((tip) => tip.status))).toEqual(
      new Set(['received', 'accepted', 'refused', 'closed']),
    )
    const [finding] = await full.at(today, (store) =>
      store.findings.of([idOf('泽州县应急管理局')], ['A12-4']),
    )
    expect(finding?.status).toBe('notMet')
    expect(finding?.items?.map((item) => item.why)).toContain('decisionLate')
  })

  test('a regulator for the tip about 子丑煤业 in 泽州县', async () => {
    const handler = await full.at(today, (store) => store.units.regulator(idOf('泽州县'), 'coalMine'))
    expect(handler?.name).toBe('泽州县应急管理局')
    const holders = await full.at(today, (store) => store.members.holders(handler?.id ?? '', 'handler'))
    expect(holders.map((bound) => bound.name)).toEqual(['陈志强'])
  })

  test('reports of the clerk of 郑庄镇, numbered and readable', async () => {
    const reports = await full.at(today, (store) =>
      store.reports.ofSender(testVault.ref('ou_demo_clerk_zhengzhuang'), 9),
    )
    expect(reports.map((report) => report.kind)).toEqual(['nil', 'nil', 'staffing'])
    expect(reports[2]?.items[0]).toMatchObject({ changeType: 'retire' })
    expect(reports[2]?.number).toMatch(/^RY-2026\d{4}-\d{3}$/)
  })

  test('somebody unbound whose number is on the roster', async () => {
    const member = city.members.find((one) => one.openId === 'ou_demo_clerk_beiliu')
    const found = await full.at(today, (store) => store.people.byPhone(member?.mobile ?? ''))
    expect(found).toMatchObject([{ name: '何文静', posts: [{ unitName: '阳城县北留镇' }] }])
    expect(await full.at(today, (store) => store.members.of(member?.openId ?? ''))).toEqual([])
  })

  test('an invitation that makes one reporter of 米山镇', async () => {
    const redeem = () => full.at(today, (store) => store.members.redeem(invitation?.code ?? ''))
    expect(await redeem()).toMatchObject({ unitId: idOf('高平市米山镇'), role: 'reporter' })
    expect(await redeem()).toBeUndefined()
  })

  test('groups of the city, the seven county-level units and townships, each sent everything', async () => {
    const unitIds = city.units.map((unit) => unit.id)
    for (const topic of Object.keys(groupTopics)) {
      const groups = await full.at(today, (store) => store.members.groupsOf(unitIds, topic))
      expect(groups).toHaveLength(city.groups.length)
      expect(groups).toContainEqual({ chatId: 'oc_demo_140521', unitId: idOf('沁水县') })
    }
  })
})

describe('the reports of the demo', () => {
  test('fill the fields of their report type as if somebody had typed them', () => {
    for (const report of city.reports) {
      if (report.kind === 'nil') continue
      const type = reportType(report.kind)
      if (type === undefined) throw new Error(`no report type ${report.kind}`)
      expect(type.itemTypes).toContain(report.item['type'])
      expect(missingFields(type, report.item)).toEqual([])
      expect(fieldProblems(type, report.item)).toEqual([])
    }
  })

  test('of tips hold what the form of a tip asks for', async () => {
    const contents = await full.at(today, async (store, tx) => {
      const tips = await Promise.all((await tx.tip.findMany()).map((tip) => store.tips.byId(tip.id)))
      return tips.map((tip) => tip?.content ?? {})
    })
    for (const content of contents) {
      expect(content['description']).toBeTruthy()
      expect(fieldProblems({ fields: tipFields }, content)).toEqual([])
      expect(city.units.map((unit) => unit.name)).toContain(`${content['county']}${content['township']}`)
    }
  })
})

// Last, because it adds to the city.
test('张三, moved to the emergency office full time, brings 郑庄镇 to the floor of article 5', async () => {
  const unitId = idOf('沁水县郑庄镇')
  const changes = await full.at(today, async (store) => {
    const [held] = await store.people.holding('张三', [unitId], '2026-03-04')
    await store.people.addPost({
      personId: held?.personId ?? '',
      unitId,
      roleCode: 'townshipStaff',
      from: '2026-03-05',
      fullTime: true,
      reportId: 1,
    })
    return store.findings.evaluate([unitId], today)
  })
  const change = changes.find((one) => one.obligationId === 'A05-5')
  expect(change?.before).toMatchObject({ status: 'notMet', measured: { value: 2 } })
  expect(change?.after).toMatchObject({ status: 'met', measured: { value: 3 } })
})
