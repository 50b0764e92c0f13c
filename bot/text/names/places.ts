// The units of 晋城市 as plain data: 7 county-level units and the zone, 77 townships and subdistricts (code
// list of 2023-06-30), and the departments each level usually has. `anjian parse` and the demo city use it.

/** What kind of unit a place is in the administrative tree. */
export type UnitKind =
  | 'province'
  | 'city'
  | 'county'
  | 'zone'
  | 'township'
  | 'subdistrict'
  | 'village'
  | 'department'
  | 'enterprise'

/** One unit; `county` is the county-level unit it belongs to and absent for city units. */
export interface Place {
  readonly name: string
  readonly kind: UnitKind
  readonly county?: string
  readonly aliases: readonly string[]
}

const TOWNSHIPS: readonly (readonly [county: string, suffix: string, names: string])[] = [
  ['城区', '街道', '东街 西街 南街 北街 钟家庄 西上庄 开发区'],
  ['城区', '镇', '北石店'],
  ['高平市', '街道', '北城 东城 南城'],
  ['高平市', '镇', '米山 三甲 神农 陈区 北诗 河西 马村 野川 寺庄'],
  ['高平市', '乡', '建宁 石末 原村'],
  ['泽州县', '镇', '南村 下村 大东沟 周村 犁川 晋庙铺 金村 高都 巴公 大阳 山河 大箕 柳树口 北义城 川底 南岭'],
  ['阳城县', '镇', '凤城 北留 润城 町店 芹池 次营 横河 河北 蟒河 东冶 演礼 白桑'],
  ['阳城县', '乡', '寺头 西河 董封'],
  ['陵川县', '镇', '崇文 礼义 附城 西河底 平城 杨村 潞城'],
  ['陵川县', '乡', '夺火 马圪当 古郊 六泉'],
  ['沁水县', '镇', '龙港 中村 郑庄 端氏 嘉峰 郑村 柿庄'],
  ['沁水县', '乡', '土沃 张村 胡底 固县 十里'],
]

const COUNTIES: readonly string[] = ['城区', '高平市', '泽州县', '阳城县', '陵川县', '沁水县']
const CITY = '晋城市'
const ZONE = '晋城经济技术开发区'

/** Departments by their canonical short name with the other names people use; `city` when only there. */
export const departmentNames: readonly (readonly [name: string, aliases: string])[] = [
  ['应急管理局', '应急局 安监局 应急管理部门 应急部门'],
  ['安委办', '安委会办公室 安全生产委员会办公室'],
  ['安委会', '安全生产委员会'],
  ['公安局', '公安'],
  ['住建局', '住房和城乡建设局 住房城乡建设局 住建'],
  ['交通局', '交通运输局 交通'],
  ['自然资源局', '自然资源和规划局 规划和自然资源局 国土局 自然资源'],
  ['能源局', '煤炭局 煤管局'],
  ['市场监管局', '市场监督管理局 市监局 市场局 市监 市场监管 质监局'],
  ['城市管理局', '城管局 城市管理综合行政执法局 城管'],
  ['工信局', '工业和信息化局 经信局'],
  ['农业农村局', '农业局 农委'],
  ['水务局', ''],
  ['水利局', ''],
  ['教育局', ''],
  ['文旅局', '文化和旅游局 文化旅游局 旅游局'],
  ['商务局', '商务粮食局'],
  ['财政局', ''],
  ['人社局', '人力资源和社会保障局 人力资源社会保障局 人社'],
  ['卫健局', '卫生健康局 卫健委 卫体局'],
  ['林业局', ''],
  ['生态环境局', '环保局 生态环境分局'],
  ['民政局', ''],
  ['司法局', ''],
  ['信访局', ''],
  ['审计局', ''],
  ['统计局', ''],
  ['气象局', ''],
  ['农机局', '农机中心'],
  ['发改局', '发展和改革局 发改委 发展改革委'],
  ['行政审批局', '审批局 行政审批服务管理局'],
  ['退役军人局', '退役军人事务局'],
  ['委组织部', '组织部'],
  ['委宣传部', '宣传部'],
  ['委统战部', '统战部'],
  ['委政法委', '政法委'],
  ['委巡察办', '巡察办 委巡察组 巡察组'],
  ['乡村振兴局', '扶贫办'],
  ['总工会', ''],
  ['人大', '人大常委会'],
  ['政协', ''],
  ['党校', '委党校'],
  ['法院', '人民法院'],
  ['检察院', '人民检察院'],
  ['税务局', ''],
  ['医保局', '医疗保障局'],
  ['大数据局', ''],
  ['编办', '编委办'],
  ['纪委监委', '监委'],
  ['纪委', ''],
  ['县委办', '委办'],
  ['政府办', '政府办公室'],
  ['创卫办', ''],
  ['创城办', '创建办'],
  ['文明办', ''],
  ['防汛办', '防指办 防汛抗旱指挥部办公室 防汛抗旱指挥部'],
  ['森防办', '森林防火指挥部 森防指'],
  ['征迁办', '拆迁办 征拆办'],
  ['团委', ''],
  ['妇联', ''],
]
/** Names that people say and that are no units of their own in the tree. */
const SAID_ONLY = /^(?:水利局|县委办|纪委|创卫办|创城办|文明办|防汛办|森防办|征迁办|团委|妇联)$/
const FIRE: readonly [string, string] = ['消防救援支队', '消防支队']
const FIRE_COUNTY: readonly [string, string] = ['消防救援大队', '消防大队']

const aliasesOf = (words: string): string[] => words.split(' ').filter((word) => word !== '')

function departmentsOf(owner: string, county: string | undefined): Place[] {
  const fire = county === undefined ? FIRE : FIRE_COUNTY
  const own = departmentNames.filter(([name]) => !SAID_ONLY.test(name))
  return [...own, fire].map(([name, aliases]) => ({
    name: `${owner}${name}`,
    kind: 'department',
    ...(county === undefined ? {} : { county }),
    aliases: aliasesOf(aliases)
      .filter((alias) => alias.length > 2 && !/部门$|^[县市区]委/.test(alias))
      .map((alias) => `${owner}${alias}`),
  }))
}

function townshipsOf(): Place[] {
  return TOWNSHIPS.flatMap(([county, suffix, names]) =>
    names.split(' ').map((name): Place => {
      const kind = suffix === '街道' ? 'subdistrict' : 'township'
      return { name: `${county}${name}${suffix}`, kind, county, aliases: [] }
    }),
  )
}

/** Every unit of the city in tree order: city, counties, zone, townships, departments. */
export const jinchengPlaces: readonly Place[] = [
  { name: CITY, kind: 'city', aliases: ['晋城'] },
  ...COUNTIES.map((name): Place => {
    const short = name === '城区' ? ['晋城城区', '晋城市城区'] : [name.slice(0, -1)]
    return { name, kind: 'county', county: name, aliases: short }
  }),
  {
    name: ZONE,
    kind: 'zone',
    county: ZONE,
    aliases: ['晋城经开区', '经开区', '晋城开发区', '开发区管委会', '开发区'],
  },
  ...townshipsOf(),
  ...departmentsOf(CITY, undefined),
  ...COUNTIES.flatMap((county) => departmentsOf(county, county)),
  { name: `${ZONE}应急管理局`, kind: 'department', county: ZONE, aliases: ['开发区应急局', '经开区应急局'] },
  { name: '山西省', kind: 'province', aliases: ['山西'] },
  { name: '山西省应急管理厅', kind: 'department', aliases: ['省应急管理厅', '省应急厅', '省厅'] },
  { name: '山西省能源局', kind: 'department', aliases: ['省能源局'] },
  { name: '国家矿山安全监察局山西局', kind: 'department', aliases: ['山西矿监局', '山西煤监局', '矿监局'] },
]
