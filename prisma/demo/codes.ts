// Administrative codes of 晋城市: those of the national list of 2023-06-30. The zone has none there, its code
// follows the form such zones have elsewhere. Names are the ones of bot/text/names/places.ts.

export const cityCode = '140500'

/** County-level units by name. */
export const countyCodes: Readonly<Record<string, string>> = {
  城区: '140502',
  沁水县: '140521',
  阳城县: '140522',
  陵川县: '140524',
  泽州县: '140525',
  晋城经济技术开发区: '140571',
  高平市: '140581',
}

/** The last three digits of each township, by county and by name without its suffix. */
const townshipDigits: Readonly<Record<string, string>> = {
  城区: '东街001 西街002 南街003 北街004 钟家庄006 西上庄007 开发区009 北石店100',
  沁水县: '龙港100 中村101 郑庄102 端氏103 嘉峰104 郑村105 柿庄106 土沃201 张村202 胡底204 固县205 十里206',
  阳城县:
    '凤城100 北留101 润城102 町店103 芹池104 次营105 横河106 河北107 蟒河108 东冶109 演礼110 白桑111 ' +
    '寺头201 西河202 董封205',
  陵川县: '崇文100 礼义101 附城102 西河底103 平城104 杨村105 潞城106 夺火204 马圪当206 古郊207 六泉209',
  泽州县:
    '南村100 下村101 大东沟102 周村103 犁川104 晋庙铺105 金村106 高都107 巴公108 大阳109 山河110 大箕111 ' +
    '柳树口112 北义城113 川底114 南岭115',
  高平市:
    '北城001 东城002 南城003 米山101 三甲102 神农103 陈区104 北诗105 河西106 马村107 野川108 寺庄109 ' +
    '建宁201 石末202 原村203',
}

const townships = new Map(
  Object.entries(townshipDigits).flatMap(([county, list]) =>
    list
      .split(' ')
      .map(
        (entry) => [`${county}${entry.slice(0, -3)}`, `${countyCodes[county]}${entry.slice(-3)}`] as const,
      ),
  ),
)

/**
 * The code of a township by its canonical name, such as 沁水县郑庄镇.
 *
 * @throws RangeError for a name that is not in the list
 */
export function townshipCode(name: string): string {
  const code = townships.get(name.replace(/(?:街道|镇|乡)$/, ''))
  if (code === undefined) throw new RangeError(`no code for ${name}`)
  return code
}
