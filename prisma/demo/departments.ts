// Which departments the demo city has at each level and what they regulate. The city's own duty table would
// say it; this is the usual split in the province. Imported by prisma/demo/units.ts.

export type DemoDepartment = {
  readonly name: string
  readonly sectors: readonly string[]
  readonly keySector: boolean
}

const emergencySectors = [
  'coalMine',
  'nonCoalMine',
  'hazardousChemical',
  'fireworks',
  'metallurgyTrade',
  'tailingsPond',
  'dustExplosion',
  'confinedSpace',
  'buildingMaterial',
]

/** The name of every emergency bureau after the name of its place. */
export const emergencyBureauName = '应急管理局'

const emergency = key(emergencyBureauName, emergencySectors)
const building = key('住建局', ['construction', 'gas'])
const transport = key('交通局', ['roadTransport'])
const market = key('市场监管局', ['specialEquipment'])

/** Departments of the city, in the order of their codes; all of them have a safety duty. */
export const cityDepartments: readonly DemoDepartment[] = [
  emergency,
  key('能源局', ['coalbedMethane']),
  building,
  transport,
  market,
  key('消防救援支队', ['fire']),
  other('公安局'),
  other('自然资源局'),
  other('工信局'),
  other('城市管理局'),
  other('农业农村局'),
  other('水务局'),
  other('教育局'),
  other('文旅局'),
]

/** Departments of a county; the zone has the first two. */
export const countyDepartments: readonly DemoDepartment[] = [emergency, building, transport, market]

function key(name: string, sectors: readonly string[]): DemoDepartment {
  return { name, sectors, keySector: true }
}

function other(name: string): DemoDepartment {
  return { name, sectors: [], keySector: false }
}
