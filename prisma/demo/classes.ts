// What the demo city has decided about its townships: their risk class, delegated enforcement power, and the
// paper that founded their emergency organisation. Names as in bot/text/names/places.ts.

export type TownshipRecord = {
  readonly townshipClass: 'A' | 'B' | 'C'
  readonly delegatedEnforcement: boolean
  /** its emergency organisation, when the township told of one */
  readonly organisation: { readonly from: string; readonly documentNo: string | null } | undefined
}

const classA = listOf(
  '泽州县巴公镇 泽州县大阳镇 泽州县南村镇 沁水县嘉峰镇 沁水县端氏镇 阳城县北留镇 高平市米山镇 高平市马村镇 城区北石店镇',
)
const classB = listOf(
  '泽州县下村镇 泽州县周村镇 泽州县高都镇 泽州县金村镇 沁水县郑村镇 沁水县胡底乡 阳城县凤城镇 阳城县町店镇 ' +
    '阳城县东冶镇 高平市寺庄镇 高平市原村乡 高平市三甲镇 陵川县礼义镇 陵川县附城镇 城区钟家庄街道 城区西上庄街道',
)
const delegated = listOf('泽州县巴公镇 沁水县嘉峰镇 阳城县北留镇 高平市马村镇')
/** Nobody ever said whether these have an organisation. */
const unknown = listOf('陵川县六泉乡 阳城县横河镇')
/** Founded, but the paper is missing. */
const unpapered = listOf('陵川县夺火乡 沁水县十里乡 阳城县董封乡 高平市石末乡 泽州县南岭镇')

/** What is known of a township; `order` numbers the papers of its county. */
export function townshipRecord(name: string, order: number): TownshipRecord {
  const since = unknown.has(name) ? null : '2021-09-01'
  const papered = since !== null && !unpapered.has(name)
  return {
    townshipClass: classA.has(name) ? 'A' : classB.has(name) ? 'B' : 'C',
    delegatedEnforcement: delegated.has(name),
    organisation:
      since === null
        ? undefined
        : { from: since, documentNo: papered ? `${name.charAt(0)}政办发〔2021〕${20 + order}号` : null },
  }
}

function listOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
