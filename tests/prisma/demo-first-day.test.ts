// The demo city in a real database: what a newcomer finds on the first day.
import { describe, expect, test } from 'vitest'
import { groupTopics } from '../../handlers/group-form.ts'
import { fieldProblems, missingFields } from '../../handlers/reports/define.ts'
import { reportType } from '../../handlers/reports/index.ts'
import { tipFields } from '../../handlers/tips/fields.ts'
import { historyMondays } from '../../prisma/demo/history.ts'
import { testVault } from '../support/database.ts'
import { today, useDemo } from './loaded-city.ts'

const demo = useDemo()

describe('what a newcomer finds', () => {
  test('郑庄镇 stands at two of three, short of one head', async () => {
    const [finding] = await demo.full.at(today, (store) =>
      store.findings.of([demo.idOf('沁水县郑庄镇')], ['A05-5']),
    )
    expect(finding).toMatchObject({
      status: 'notMet',
      measured: { value: 2 },
      required: { value: 3 },
      gap: { value: 1, unit: 'heads' },
    })
  })

  test('巴公镇 has the five of its class', async () => {
    const [finding] = await demo.full.at(today, (store) =>
      store.findings.of([demo.idOf('泽州县巴公镇')], ['A05-5']),
    )
    expect(finding).toMatchObject({ status: 'met', measured: { value: 5 } })
  })

  test('townships of every standing: met, short, near, out of date and unknown', async () => {
    const tally = await demo.full.at(today, (store) => store.findings.counts(demo.idOf('晋城市')))
    const staff = tally.find((row) => row.obligationId === 'A05-5')
    expect(staff?.met).toBeGreaterThan(30)
    expect(staff?.notMet).toBeGreaterThan(5)
    expect(staff?.atRisk).toBeGreaterThan(5)
    expect(staff?.stale).toBe(5)
    expect(staff?.noData).toBe(2)
  })

  test('every obligation that is computed is met by some, and missed by others', async () => {
    const tally = await demo.full.at(today, (store) => store.findings.counts(demo.idOf('晋城市')))
    expect(tally.length).toBeGreaterThanOrEqual(12)
    const oneSided = tally.filter((row) => row.met === 0 || row.notMet === 0)
    expect(oneSided.map((row) => row.obligationId)).toEqual([])
  })

  test('eight weekly pictures that differ from one another', async () => {
    const mondays = historyMondays(today)
    const [from, to] = [mondays[0] ?? today, mondays[7] ?? today]
    const unitId = demo.idOf('晋城市')
    const series = await demo.full.at(today, (store) =>
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
    const compared = await demo.full.at(today, (store) =>
      store.snapshots.compare(last, first, demo.idOf('晋城市')),
    )
    expect(compared.some((county) => county.better.length > 0)).toBe(true)
    expect(compared.some((county) => county.worse.length > 0)).toBe(true)
  })

  test('李四, an officer of 沁水县 whose rotation is due in twenty days', async () => {
    const officer = demo.city.people.find((person) => person.name === '李四')
    const [finding] = await demo.full.at(today, (store) =>
      store.findings.of([demo.idOf('沁水县应急管理局')], ['A07-3']),
    )
    expect(finding?.items).toContainEqual({
      id: officer?.id,
      kind: 'person',
      why: 'dueSoon',
      dueOn: '2026-12-13',
    })
  })

  test('a tip in 泽州县 that waits for its decision longer than allowed, and others in every state', async () => {
    const tips = await demo.full.at(today, (_, tx) => tx.tip.findMany())
    expect(new Set(tips.map((tip) => tip.status))).toEqual(
      new Set(['received', 'accepted', 'refused', 'closed']),
    )
    const [finding] = await demo.full.at(today, (store) =>
      store.findings.of([demo.idOf('泽州县应急管理局')], ['A12-4']),
    )
    expect(finding?.status).toBe('notMet')
    expect(finding?.items?.map((item) => item.why)).toContain('decisionLate')
  })

  test('a regulator for the tip about 子丑煤业 in 泽州县', async () => {
    const handler = await demo.full.at(today, (store) =>
      store.units.regulator(demo.idOf('泽州县'), 'coalMine'),
    )
    expect(handler?.name).toBe('泽州县应急管理局')
    const holders = await demo.full.at(today, (store) => store.members.holders(handler?.id ?? '', 'handler'))
    expect(holders.map((bound) => bound.name)).toEqual(['陈志强'])
  })

  test('reports of the clerk of 郑庄镇, numbered and readable', async () => {
    const reports = await demo.full.at(today, (store) =>
      store.reports.ofSender(testVault.ref('ou_demo_clerk_zhengzhuang'), 9),
    )
    expect(reports.map((report) => report.kind)).toEqual(['nil', 'nil', 'staffing'])
    expect(reports[2]?.items[0]).toMatchObject({ changeType: 'retire' })
    expect(reports[2]?.number).toMatch(/^RY-2026\d{4}-\d{3}$/)
  })

  test('somebody unbound whose number is on the roster', async () => {
    const member = demo.city.members.find((one) => one.openId === 'ou_demo_clerk_beiliu')
    const found = await demo.full.at(today, (store) => store.people.byPhone(member?.mobile ?? ''))
    expect(found).toMatchObject([{ name: '何文静', posts: [{ unitName: '阳城县北留镇' }] }])
    expect(await demo.full.at(today, (store) => store.members.of(member?.openId ?? ''))).toEqual([])
  })

  test('an invitation that makes one reporter of 米山镇', async () => {
    const redeem = () => demo.full.at(today, (store) => store.members.redeem(demo.invitation?.code ?? ''))
    expect(await redeem()).toMatchObject({ unitId: demo.idOf('高平市米山镇'), role: 'reporter' })
    expect(await redeem()).toBeUndefined()
  })

  test('groups of the city, the seven county-level units and townships, each sent everything', async () => {
    const unitIds = demo.city.units.map((unit) => unit.id)
    for (const topic of Object.keys(groupTopics)) {
      const groups = await demo.full.at(today, (store) => store.members.groupsOf(unitIds, topic))
      expect(groups).toHaveLength(demo.city.groups.length)
      expect(groups).toContainEqual({ chatId: 'oc_demo_140521', unitId: demo.idOf('沁水县') })
    }
  })
})

describe('the reports of the demo', () => {
  test('fill the fields of their report type as if somebody had typed them', () => {
    for (const report of demo.city.reports) {
      if (report.kind === 'nil') continue
      const type = reportType(report.kind)
      if (type === undefined) throw new Error(`no report type ${report.kind}`)
      expect(type.itemTypes).toContain(report.item['type'])
      expect(missingFields(type, report.item)).toEqual([])
      expect(fieldProblems(type, report.item)).toEqual([])
    }
  })

  test('of tips hold what the form of a tip asks for', async () => {
    const contents = await demo.full.at(today, async (store, tx) => {
      const tips = await Promise.all((await tx.tip.findMany()).map((tip) => store.tips.byId(tip.id)))
      return tips.map((tip) => tip?.content ?? {})
    })
    for (const content of contents) {
      expect(content['description']).toBeTruthy()
      expect(fieldProblems({ fields: tipFields }, content)).toEqual([])
      expect(demo.city.units.map((unit) => unit.name)).toContain(`${content['county']}${content['township']}`)
    }
  })
})

// Last, because it adds to the demo.city.
test('张三, moved to the emergency office full time, brings 郑庄镇 to the floor of article 5', async () => {
  const unitId = demo.idOf('沁水县郑庄镇')
  const changes = await demo.full.at(today, async (store) => {
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
