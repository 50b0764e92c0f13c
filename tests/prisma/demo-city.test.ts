import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '../../policy/calendar.ts'
import { demoCity } from '../../prisma/demo/city.ts'
import { historyMondays, importDay } from '../../prisma/demo/history.ts'
import { demoWorld } from '../../prisma/demo/world.ts'
import { worldSchema } from '../../simulator/world.ts'

const today = '2026-11-23'
const city = demoCity(1, today)
const unitNamed = (name: string) => {
  const unit = city.units.find((candidate) => candidate.name === name)
  if (unit === undefined) throw new Error(`no unit ${name}`)
  return unit
}
const ofKind = (...kinds: string[]) => city.units.filter((unit) => kinds.includes(unit.kind))
const staffOf = (name: string) =>
  city.people.filter(
    ({ post }) => post.unitId === unitNamed(name).id && post.roleCode === 'townshipStaff' && post.fullTime,
  )

describe('the units of the demo city', () => {
  test('are 7 county-level units, 77 townships and at least a dozen departments of the city', () => {
    expect(ofKind('county', 'zone')).toHaveLength(7)
    expect(ofKind('township')).toHaveLength(77)
    expect(ofKind('department').filter((unit) => unit.countyId === null).length).toBeGreaterThanOrEqual(12)
  })

  test('have a code and a name of their own', () => {
    expect(new Set(city.units.map((unit) => unit.id)).size).toBe(city.units.length)
    expect(new Set(city.units.map((unit) => unit.name)).size).toBe(city.units.length)
  })

  test.each([
    ['城区', 8],
    ['高平市', 15],
    ['泽州县', 16],
    ['阳城县', 15],
    ['陵川县', 11],
    ['沁水县', 12],
    ['晋城经济技术开发区', 0],
  ])('give %s its %i townships', (county, count) => {
    const below = ofKind('township').filter((unit) => unit.path.startsWith(unitNamed(county).path))
    expect(below).toHaveLength(count)
  })

  test('stand below one another by path, parents before children', () => {
    const seen = new Map<string, string>()
    for (const unit of city.units) {
      const above = unit.parentId === null ? '/' : seen.get(unit.parentId)
      expect(unit.path).toBe(`${above}${unit.id}/`)
      seen.set(unit.id, unit.path)
    }
  })

  test('keep apart the names that collide or sound alike', () => {
    expect(unitNamed('阳城县西河乡').aliases).toContain('西河乡')
    expect(unitNamed('陵川县西河底镇').aliases).toContain('西河底镇')
    expect(unitNamed('城区开发区街道').aliases).toContain('开发区街道')
    expect(unitNamed('晋城经济技术开发区').aliases).toContain('开发区')
    expect(unitNamed('沁水县郑庄镇').aliases).toContain('郑庄镇')
    expect(unitNamed('沁水县郑村镇').aliases).toContain('郑村镇')
    expect(unitNamed('高平市北城街道').aliases).toContain('北城街道')
    expect(unitNamed('城区北街街道').aliases).toContain('北街街道')
    const aliases = city.units.flatMap((unit) => unit.aliases)
    expect(new Set(aliases).size).toBe(aliases.length)
  })

  test('never take an everyday word or the name of the province as an alias', () => {
    const aliases = city.units.flatMap((unit) => unit.aliases)
    expect(aliases.filter((alias) => ['河北', '十里', '潞城', '南村'].includes(alias))).toEqual([])
  })

  test('have a regulator for coal mines in every county', () => {
    for (const county of ofKind('county', 'zone')) {
      const bureaus = ofKind('department').filter((unit) => unit.parentId === county.id)
      const found = bureaus.filter((unit) => unit.sectors.includes('coalMine')).map((unit) => unit.name)
      expect(found).toEqual([`${county.name}应急管理局`])
    }
  })
})

describe('the people of the demo city', () => {
  test('are the same for one seed and others for another', () => {
    expect(demoCity(1, today)).toEqual(city)
    expect(demoCity(2, today).people.map((person) => person.name)).not.toEqual(
      city.people.map((person) => person.name),
    )
  })

  test('have a name and a telephone number of their own', () => {
    expect(new Set(city.people.map((person) => person.name)).size).toBe(city.people.length)
    expect(new Set(city.people.map((person) => person.phone)).size).toBe(city.people.length)
    expect(city.people.every((person) => /^1380000\d{4}$/.test(person.phone))).toBe(true)
  })

  test('hold posts that began before today at units that exist', () => {
    const ids = new Set(city.units.map((unit) => unit.id))
    expect(city.people.filter(({ post }) => !ids.has(post.unitId) || post.from >= today)).toEqual([])
  })

  test('leave 郑庄镇 with two full-time staff after its third retires, and 张三 at the farm office', () => {
    const plan = city.plans.find(({ unit }) => unit.name === '沁水县郑庄镇')
    expect(plan).toMatchObject({ staff: 2, changes: [{ kind: 'leaves' }] })
    expect(staffOf('沁水县郑庄镇')).toHaveLength(3)
    const farmClerk = city.people.find((person) => person.name === '张三')
    expect(farmClerk?.post).toMatchObject({ department: '农业办', roleCode: 'other' })
  })

  test('leave some townships short and most with three or more', () => {
    const known = city.plans.filter((plan) => plan.reports !== 'never')
    const short = known.filter((plan) => plan.staff < 3).length
    expect(short).toBeGreaterThanOrEqual(8)
    expect(short).toBeLessThan(known.length / 3)
  })

  test('have certificates that ran out and some that do within 7, 30 and 90 days', () => {
    const ends = city.people.flatMap(({ certificates }) =>
      certificates.flatMap(({ expiryDate }) => (expiryDate === undefined ? [] : [expiryDate])),
    )
    const between = (after: string, until: string) => ends.filter((day) => day > after && day <= until).length
    expect(between('2000-01-01', today)).toBeGreaterThan(0)
    expect(between(today, '2026-11-30')).toBeGreaterThan(0)
    expect(between('2026-11-30', '2026-12-23')).toBeGreaterThan(0)
    expect(between('2026-12-23', '2027-02-21')).toBeGreaterThan(0)
  })
})

describe('the history of the demo city', () => {
  test('ends before the last Monday before today and begins after the import, whatever day today is', () => {
    for (let days = 0; days < 400; days += 13) {
      const day = addDays('2026-11-23', days)
      const mondays = historyMondays(day)
      expect(mondays).toHaveLength(8)
      expect(mondays.every((monday) => weekday(monday) === 1 && monday < day)).toBe(true)
      const { reports, tips } = demoCity(1, day)
      expect(
        reports.filter((report) => report.day <= importDay(day) || report.day >= (mondays[7] ?? '')),
      ).toEqual([])
      expect(tips.filter((tip) => tip.day <= importDay(day) || tip.day >= day)).toEqual([])
    }
  })

  test('has something new in every week after the first picture', () => {
    const mondays = historyMondays(today)
    const weeks = city.reports.map((report) => mondays.findIndex((monday) => report.day < monday))
    expect(new Set(weeks)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]))
  })
})

describe('the chat people of the demo city', () => {
  test('are ten, bound to units that exist, each with a number of the roster but the stranger', () => {
    const phones = new Set(city.people.map((person) => person.phone))
    const unbound = city.members.filter((member) => member.binding === undefined)
    expect(city.members).toHaveLength(10)
    expect(unbound.map((member) => phones.has(member.mobile))).toEqual([true, false])
  })

  test('stay the same on every later day, numbers included', () => {
    const later = demoCity(1, '2027-03-01')
    expect(later.members).toEqual(city.members)
    expect(later.groups).toEqual(city.groups)
  })

  test('share one group for the city, one for each county-level unit and at least four for townships', () => {
    const kinds = city.groups.map(({ unitId }) => city.units.find((unit) => unit.id === unitId)?.kind)
    expect(kinds.filter((kind) => kind === 'city')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'county' || kind === 'zone')).toHaveLength(7)
    expect(kinds.filter((kind) => kind === 'township').length).toBeGreaterThanOrEqual(4)
  })

  test('make a world the local Feishu accepts', () => {
    const world = demoWorld(city)
    expect(worldSchema.parse(JSON.parse(JSON.stringify(world)))).toEqual(JSON.parse(JSON.stringify(world)))
    const known = new Set(world.users.map((user) => user.openId))
    expect(world.groups.flatMap((group) => group.memberOpenIds).filter((id) => !known.has(id))).toEqual([])
  })
})
