// Units by any of their names, seen from the sender; names that collide are asked about, not guessed.

import { describe, expect, test } from 'vitest'
import { readSender } from '../../bot/text/form/sender.ts'
import { jinchengGazetteer, jinchengPlaces, makeGazetteer, normalise, parse } from '../../bot/text/index.ts'
import { findUnits } from '../../bot/text/names/units.ts'

function named(text: string, unit: string | null): string[] {
  const sender = readSender({ unit, role: '' }, jinchengGazetteer)
  return findUnits(normalise(text), jinchengGazetteer, sender).map(({ name }) => name)
}

describe('the book of Jincheng', () => {
  test('holds 7 county-level units and 77 townships, each with its county', () => {
    const kinds = (kind: RegExp) => jinchengPlaces.filter((place) => kind.test(place.kind))

    expect(kinds(/^(?:county|zone)$/)).toHaveLength(7)
    expect(kinds(/^(?:township|subdistrict)$/)).toHaveLength(77)
    expect(
      kinds(/^(?:township|subdistrict)$/).every(
        ({ county, name }) => county !== undefined && name.startsWith(county),
      ),
    ).toBe(true)
    expect(new Set(jinchengPlaces.map(({ name }) => name)).size).toBe(jinchengPlaces.length)
  })
})

describe('a unit', () => {
  test.each([
    ['泽州县巴公镇', null, '泽州县巴公镇'],
    ['巴公镇', null, '泽州县巴公镇'],
    ['泽州巴公', null, '泽州县巴公镇'],
    ['207国道巴公段', null, '泽州县巴公镇'],
    ['听说沁水那边', null, '沁水县'],
    ['泽州应急局', null, '泽州县应急管理局'],
    ['县应急局', '泽州县巴公镇', '泽州县应急管理局'],
    ['市应急局', '阳城县应急管理局', '晋城市应急管理局'],
    ['市应急局', '高平市河西镇', '高平市应急管理局'],
    ['市安委办', '城区北街街道', '晋城市安委办'],
    ['省厅', '高平市应急管理局', '山西省应急管理厅'],
    ['公安局', '高平市应急管理局', '高平市公安局'],
    ['县委办', '阳城县北留镇', '阳城县委办'],
    ['市消防', '晋城市住建局', '晋城市消防救援支队'],
    ['县局', '泽州县巴公镇', '泽州县应急管理局'],
    ['泽州县南岭镇甲村', null, '泽州县南岭镇甲村'],
  ])('%s said by %s is %s', (text, sender, name) => {
    expect(named(text, sender)).toEqual([name])
  })

  test('with an everyday name needs its ending: 河北 and 十里 alone are no townships', () => {
    expect(named('河北人，走了十里', '阳城县应急管理局')).toEqual([])
    expect(named('河北镇', '阳城县应急管理局')).toEqual(['阳城县河北镇'])
  })

  test('sounding alike is kept apart', () => {
    expect(named('西河乡和西河底镇', null)).toEqual(['阳城县西河乡', '陵川县西河底镇'])
    expect(named('郑村镇，郑庄镇', null)).toEqual(['沁水县郑村镇', '沁水县郑庄镇'])
  })
})

describe('a name two units share', () => {
  const gazetteer = makeGazetteer([
    ...jinchengPlaces,
    { name: '高平市巴公镇', kind: 'township', county: '高平市', aliases: [] },
  ])
  const ask = (unit: string) =>
    parse('张三3月5日调到巴公镇', { today: '2024-03-20', sender: { unit, role: '' }, gazetteer })

  test('is the one in the sender’s county', () => {
    expect(ask('高平市米山镇').items[0]?.['toUnit']).toBe('高平市巴公镇')
    expect(ask('泽州县高都镇').items[0]?.['toUnit']).toBe('泽州县巴公镇')
  })

  test('is asked about when neither is near, and not filled in', () => {
    const parsed = ask('陵川县礼义镇')

    expect(parsed.items[0]?.['toUnit']).toBeUndefined()
    expect(parsed.problems).toEqual([
      { kind: 'ambiguousUnit', read: '巴公镇', candidates: ['泽州县巴公镇', '高平市巴公镇'] },
    ])
  })
})

describe('a township written with other characters of the same sound', () => {
  test('is the one that sounds so', () => {
    expect(named('李四从北六镇调来', '沁水县端氏镇')).toEqual(['阳城县北留镇'])
    expect(named('调到家峰镇', '沁水县端氏镇')).toEqual(['沁水县嘉峰镇'])
  })

  test('is named as unknown when none sounds so', () => {
    const parsed = parse('王五3月5日调到白马镇', {
      today: '2024-03-20',
      sender: { unit: '沁水县端氏镇', role: '' },
      gazetteer: jinchengGazetteer,
    })

    expect(parsed.items[0]?.['toUnit']).toBeUndefined()
    expect(parsed.problems).toEqual([{ kind: 'unknownUnit', read: '白马镇' }])
  })

  test('is not heard in everyday words', () => {
    expect(named('各乡镇，我镇，全县，本街道', '沁水县端氏镇')).toEqual([])
  })
})

test('an enterprise of the book is found by its short name', () => {
  const gazetteer = makeGazetteer([
    ...jinchengPlaces,
    { name: '泽州县甲乙丙有限公司', kind: 'enterprise', county: '泽州县', aliases: ['甲乙丙'] },
  ])
  const parsed = parse('举报甲乙丙私拉电线', {
    today: '2024-03-20',
    sender: { unit: null, role: '群众' },
    gazetteer,
  })

  expect(parsed.items[0]).toMatchObject({ target: '泽州县甲乙丙有限公司' })
})
