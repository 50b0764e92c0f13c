// The units of the demo city: 晋城市, its 7 county-level units, the 77 townships, departments, and a few
// villages and enterprises with invented names. Ids are the codes. Imported by prisma/demo only.
import { jinchengPlaces, type Place } from '../../bot/text/index.ts'
import { type TownshipRecord, townshipRecord } from './classes.ts'
import { cityCode, countyCodes, townshipCode } from './codes.ts'
import {
  cityDepartments,
  countyDepartments,
  type DemoDepartment,
  emergencyBureauName,
} from './departments.ts'

export type DemoUnit = {
  readonly id: string
  readonly name: string
  readonly kind: 'city' | 'county' | 'zone' | 'township' | 'village' | 'department' | 'enterprise'
  readonly parentId: string | null
  readonly path: string
  /** the county-level unit it belongs to, itself included; null at the city */
  readonly countyId: string | null
  readonly aliases: readonly string[]
  readonly sectors: readonly string[]
  readonly keySector: boolean
  readonly safetyDuty: boolean
  readonly emergencyBureau: boolean
  readonly highRisk: boolean
  /** of townships alone */
  readonly township?: TownshipRecord
}

/** Villages by township; the names are invented. */
const villages: Readonly<Record<string, string>> = {
  沁水县郑庄镇: '甲村 乙村 丙村 丁村',
  泽州县巴公镇: '甲村 乙村 丙村',
  泽州县大阳镇: '甲村 乙村',
  阳城县北留镇: '甲村 乙村 丙村',
  高平市米山镇: '甲村 乙村',
}

/** Enterprises by township: name, industry. Invented, from the cyclic signs. */
const enterprises: Readonly<Record<string, readonly (readonly [name: string, sector: string])[]>> = {
  泽州县大阳镇: [['子丑煤业有限公司', 'coalMine']],
  泽州县巴公镇: [['辰巳铸造厂', 'metallurgyTrade']],
  高平市米山镇: [['寅卯化工厂', 'hazardousChemical']],
  陵川县附城镇: [['午未建材有限公司', 'buildingMaterial']],
  阳城县北留镇: [['申酉烟花爆竹批发部', 'fireworks']],
  沁水县郑庄镇: [['戌亥加油站', 'hazardousChemical']],
  沁水县嘉峰镇: [['丙丁煤矿', 'coalMine']],
}

/** All units, parents before their children, siblings in the order of their codes. */
export function demoUnits(): readonly DemoUnit[] {
  const city = make(placeOf('晋城市'), 'city', cityCode, undefined)
  const counties = Object.entries(countyCodes).map(([name, code]) => {
    const place = placeOf(name)
    return make(place, place.kind === 'zone' ? 'zone' : 'county', code, city)
  })
  const townships = counties.flatMap((county) => townshipsOf(county))
  return [
    city,
    ...counties,
    ...townships,
    ...departmentsOf(city, cityDepartments),
    ...counties.flatMap((county) =>
      departmentsOf(county, county.kind === 'zone' ? countyDepartments.slice(0, 2) : countyDepartments),
    ),
    ...townships.flatMap((township) => [...villagesOf(township), ...enterprisesOf(township)]),
  ]
}

const places = new Map(jinchengPlaces.map((place) => [place.name, place]))

// The zone's building bureau is not among the known places: it has no other names.
function placeOf(name: string): Place {
  return places.get(name) ?? { name, kind: 'department', aliases: [] }
}

function make(place: Place, kind: DemoUnit['kind'], code: string, parent: DemoUnit | undefined): DemoUnit {
  const isCounty = kind === 'county' || kind === 'zone'
  return {
    id: code,
    name: place.name,
    kind,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${code}/`,
    countyId: isCounty ? code : (parent?.countyId ?? null),
    aliases: place.aliases,
    sectors: [],
    keySector: false,
    safetyDuty: false,
    emergencyBureau: false,
    highRisk: false,
  }
}

function townshipsOf(county: DemoUnit): DemoUnit[] {
  return jinchengPlaces
    .filter(({ kind }) => kind === 'township' || kind === 'subdistrict')
    .filter((place) => place.county === county.name)
    .map((place, index) => ({
      ...make(place, 'township', townshipCode(place.name), county),
      aliases: [...place.aliases, ...townshipAliases(county.name, place.name)],
      township: townshipRecord(place.name, index),
    }))
    .sort((one, next) => (one.id < next.id ? -1 : 1))
}

// Names that are safe anywhere: the short ones that are also everyday words (河北, 十里) are left to the parser.
function townshipAliases(county: string, name: string): string[] {
  const own = name.slice(county.length)
  const short = county === '城区' ? county : county.slice(0, -1)
  const office = own.endsWith('街道') ? [`${own}办事处`] : []
  return [own, ...(short === county ? [] : [`${short}${own}`]), ...office]
}

function departmentsOf(owner: DemoUnit, departments: readonly DemoDepartment[]): DemoUnit[] {
  return departments.map(({ name, sectors, keySector }, index) => ({
    ...make(placeOf(`${owner.name}${name}`), 'department', `${owner.id}-${two(index + 1)}`, owner),
    sectors,
    keySector,
    safetyDuty: true,
    emergencyBureau: name === emergencyBureauName,
  }))
}

function villagesOf(township: DemoUnit): DemoUnit[] {
  const names = villages[township.name]?.split(' ') ?? []
  return names.map((name, index) =>
    make(placeOf(`${township.name}${name}`), 'village', `${township.id}9${two(index + 1)}`, township),
  )
}

function enterprisesOf(township: DemoUnit): DemoUnit[] {
  return (enterprises[township.name] ?? []).map(([name, sector], index) => ({
    ...make(placeOf(name), 'enterprise', `${township.id}-Q${index + 1}`, township),
    sectors: [sector],
    highRisk: true,
  }))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
