import { expect, test } from 'vitest'
import { nameWithin } from '../../bot/cards/index.ts'

const city = { name: '晋城市', kind: 'city' }
const county = { name: '沁水县', kind: 'county' }
const department = (name: string) => ({ name, kind: 'department' })

test.each([
  [{ name: '沁水县郑庄镇', kind: 'township' }, county, '郑庄镇'],
  [{ name: '沁水县郑庄镇', kind: 'township' }, city, '沁水县郑庄镇'],
  [department('沁水县应急管理局'), county, '县应急管理局'],
  [department('沁水县应急管理局'), city, '沁水县应急管理局'],
  [department('晋城市应急管理局'), city, '市应急管理局'],
  [county, county, '沁水县'],
])('%j on a card about %j is called %s', (unit, root, name) => {
  expect(nameWithin(unit, root)).toBe(name)
})
