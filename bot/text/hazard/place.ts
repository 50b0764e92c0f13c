// Where and against whom a tip goes: enterprise, county, township, village, spot.

import { BEFORE_ENTERPRISE, GENERIC_NAME, NAMELESS } from '../lexicon/enterprise.ts'
import { ENTERPRISE } from '../lexicon/hazard.ts'
import type { UnitSpan } from '../names/units.ts'
import type { Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'

const TARGET = new RegExp(
  `[\\p{Script=Han}A-Za-z\\d]{1,16}?${ENTERPRISE}(?:有限责任公司|股份有限公司|有限公司|公司|厂)?(?![\\p{Script=Han}]{0,2}(?:局|科|站长|办)|工地)`,
  'gu',
)

function trimLead(name: string, units: readonly UnitSpan[], start: number): string {
  let from = 0
  for (const unit of units) {
    const inside = unit.end - start
    if (unit.start <= start + name.length && inside > from && inside < name.length) from = inside
  }
  return name
    .slice(from)
    .replace(BEFORE_ENTERPRISE, '')
    .replace(/^[镇乡村](?=[一有某这那个])/, '')
    .replace(/^(?:有限公司|的|有|个)+/, '')
    .replace(
      /^\p{Script=Han}{1,3}村(?=\p{Script=Han}{4,})(?!.{0,2}(?:小学|幼儿园|卫生|敬老|学校|委|加油|煤))/u,
      '',
    )
}

/** Days and hours run into the name that follows them: 12月9日辰巳铸造厂. */
function withoutDates({ text, dates }: Reading): string {
  let plain = text
  for (const { start, end } of dates)
    plain =
      plain.slice(0, start) +
      '。'.repeat(end - start) +
      plain.slice(end).replace(/^[多许里](?=\p{Script=Han}{2})/u, '。')
  return plain
}

/** 杨村镇幼儿园, 高都镇面粉厂: of its kind there is one in a township, so the township is its name. */
function namedByTown(words: string, name: string, units: readonly UnitSpan[]): string | undefined {
  const town = units.find(({ text, township }) => township !== undefined && words.endsWith(`${text}${name}`))
  const kind =
    name.length > 2 && !/工地|项目部|物流园|商场|超市|[有某一几]|仓库|^(?:加工|小型|大型)/.test(name)
  const plain = GENERIC_NAME.test(name.replace(new RegExp(`${ENTERPRISE}$`), '')) || /^中心/.test(name)
  return town !== undefined && kind && plain ? `${town.township}${name}` : undefined
}

/** A vehicle is known by its plate. */
const PLATE = /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z\d]{5,6}(?![A-Z\d])/

/** A name the writer hid stays its name: 某某超市, 某五金店. A site has only its place. */
const MASKED = new RegExp(
  `某某(?:(?![路街巷某])\\p{Script=Han}){0,6}?(?!工地)${ENTERPRISE}(?:有限公司|公司)?|某(?:(?![路街巷某])\\p{Script=Han}){1,6}?(?:店|商场|超市|宾馆|化工厂|铸造厂|有限公司)`,
  'u',
)

/** 库房跟小学隔一堵墙: what it stands beside is not what is told of. */
const BESIDE = /(?:[跟离]|距离?|挨着?|紧?[邻靠贴]着?|靠近|对着|对面(?:就)?是)$/

/** 3号矿, 我们厂, 有人偷采: words around a works, none of its name. */
const NO_NAME =
  /[一二三四五六七八九十\d](?:号|台|个|辆)$|他们|我们|你们|咱们|老公|说|没|有人|送(?:娃|孩子|学生)|[盗偷私][采挖开运]/

/** 有个饭店, 化工厂, 小工地: a kind of enterprise and no name. */
const isKind = (name: string, stem: string, bare: string): boolean =>
  name.length < 3 || /^.工地$/.test(name) || NAMELESS.test(stem) || GENERIC_NAME.test(bare)

/** The enterprise named, or undefined for "有个厂子" and "一个煤矿". */
export function targetOf(reading: Reading): string | undefined {
  const known = reading.units.find(({ kind }) => kind === 'enterprise')
  if (known !== undefined) return known.name
  const text = withoutDates(reading)
  const masked = MASKED.exec(text)?.[0]
  if (masked !== undefined) return masked
  for (const match of text.matchAll(TARGET)) {
    if (/[路街道区]工地$/.test(match[0])) continue
    const name = trimLead(match[0], reading.units, match.index)
    if (BESIDE.test(match[0].slice(0, -name.length))) continue
    const stem = name.replace(new RegExp(`${ENTERPRISE}(?:有限责任公司|有限公司|公司|厂)?$`), '')
    const bare = stem.replace(/^[一某个家这那该座]+/, '')
    const institution = namedByTown(match[0], name, reading.units)
    if (institution !== undefined) return institution
    if (
      !isKind(name, stem, bare) &&
      !NO_NAME.test(stem) &&
      !/送(?:往|到|至)?[\p{Script=Han}]{0,4}医院$/u.test(match[0])
    )
      return name
  }
  return PLATE.exec(text)?.[0]
}

const STREET =
  /(?:镇|乡|街道|区|市|县)([\p{Script=Han}]{2,4}(?:路|街|大道|巷))(?=[,。;\s]|$)|(?:^|[,。;])((?!下|上面|就|这|那|有|的)(?:(?![了着过掉撒洒跑走漏滴淌落扔倒开逃堵占])\p{Script=Han}){2,4}(?<![是一沿半顺满这那])(?:路|大街|街|大道))(?=[,。;\s]|$|上|那|边|附近|旁)/u
const SPOT =
  /[\p{Script=Han}]{2,6}(?:收费站|服务区|高速口)(?:附近)?|(?:(?![的了在有到])\p{Script=Han}){2,4}(?:大桥|隧道|水库)|[GS]\d{1,4}(?:高速)?[\p{Script=Han}]{0,8}?(?:服务区|段|收费站|出口|隧道|大桥|路口)|(?:\d+(?:国道|省道|县道)|[\p{Script=Han}]{1,8}(?:高速|公路|国道|省道|大道|大街|路|街(?!道)))(?:(?!街道|小区|镇|乡)[\p{Script=Han}\d]){0,8}?(?:段|处|口|交叉口|附近|旁|边|工地|K\d+|\d+号楼?|\d+公里处?)|(?:[\p{Script=Han}A-Za-z\d]{2,12}?|(?<=^|[,。;\s在到是镇乡道区])[甲乙丙丁戊己庚辛某])(?:小区|(?<=某)工地|家属院|公寓|大厦|广场|市场|花园|家园|嘉园|[花佳新雅馨]苑|公馆|新村|商城)(?:[A-Za-z\d一二三四五六七八九十]{1,4}(?:号楼|栋|幢|单元|号|楼|层))*(?:地下(?:室|车库)|楼顶|工地)?|(?:(?![的了在有到道镇乡区市县])\p{Script=Han}){1,4}(?:(?<=某)巷|巷(?:口|子|\d+号)|胡同|弄堂)(?:口|里|尾|头)?(?:\d+号)?|(?:[A-Za-z\d一二三四五六七八九十]{1,4}(?:号楼|栋|幢|单元))+/u

/** Places told by their kind, right behind a township or village: 北石店镇物流园, 甲村后山. */
const KIND =
  '(?:(?:(?![有个那这家一某自我])\\p{Script=Han}){1,4}(?:院里|院内|大院|院子里|后院)|(?<=[甲乙丙丁戊己庚辛号期])工地|农家乐(?:厨房|后厨)?|小卖部|废品(?:收购)?站|收购站|作坊|物流园|工业园区?|产业园|农贸市场|菜市场|集贸市场|市场|广场|水库|大桥|桥头|桥|隧道|车站|后山|山上|村口|村[东西南北]头?|[东西南北]头|河滩|河道|河边|[前后]沟|沟里|坡上|路口|十字路口|街上|出租屋|出租房|安置楼|安置点|戏台|集市|庙会)'
const BEHIND = new RegExp(
  `(?:镇|乡|街道|办事处)((?:(?![的有在])\\p{Script=Han}){0,5}?${KIND})|((?:(?![的我那这有在是把被从到全各现查报映])\\p{Script=Han}){0,3}村${KIND})`,
  'u',
)

const SPOT_LEAD =
  /^(?:.*(?:在|是|到|位于|我们|我|县|(?<!超|菜|农贸|集贸)市(?![场东西南北])|城区|镇|乡|街道|举报|反映|附近|发现|巡查|的|\d点(?:半|钟|多)?))(?=.{2,})/u

function spotOf(reading: Reading): { text: string; start: number } | undefined {
  const labelled = /(?:(?:地点|地址)(?:是|为|在|:)?|位置(?:是|为|在|:))([^,。;\n]{2,24})/.exec(reading.text)
  const units = reading.units.map(({ text }) => text)
  const told = units.reduce((rest, name) => rest.replace(name, ''), labelled?.[1] ?? '')
  if (labelled !== null && told.length > 1) return { text: told, start: labelled.index }
  const best = [...reading.text.matchAll(new RegExp(SPOT, 'gu'))]
    .map((match) => ({
      text: match[0].replace(SPOT_LEAD, '').replace(/^(?:分|许|左右)(?=.{3})/, ''),
      start: match.index,
    }))
    .filter(({ text }) => text.length > 2 && !/^(?:小区|市场|广场|公路|这个小区|个小区)$/.test(text))
  const street = STREET.exec(reading.text)
  const named = street === null ? undefined : { text: street[1] ?? street[2] ?? '', start: street.index }
  const behind = BEHIND.exec(reading.text)
  const kind = behind === null ? undefined : { text: behind[1] ?? behind[2] ?? '', start: behind.index }
  return best.find(({ text }) => /\d|[一二三四五六七八九十]号/.test(text)) ?? best[0] ?? named ?? kind
}

/** Where a local sender lives stands for what the text does not say. */
function senderPlace(reading: Reading): Slots {
  const { sender } = reading
  if (sender.level === 'enterprise') return { target: sender.unit, county: sender.county }
  const local = sender.level === 'township' || sender.level === 'village'
  const village = sender.village?.startsWith('某') === true ? undefined : sender.village
  return local ? { county: sender.county, township: sender.township, village } : {}
}

/** County, township and village: from the text, then from a township, village or enterprise sender. */
export function placeSlots(reading: Reading): Slots {
  const sure = reading.units.filter(({ candidates }) => candidates === undefined)
  const town = sure.find(({ township }) => township !== undefined)
  const county =
    town?.county ?? sure.find((unit) => unit.county !== undefined && unit.kind !== 'department')?.county
  const home = senderPlace(reading)
  const told = county === undefined ? home : { target: home['target'] }
  return {
    target: targetOf(reading) ?? told['target'],
    county: county ?? told['county'],
    township: town?.township ?? told['township'],
    village: town?.village ?? villageIn(reading.text) ?? told['village'],
    location: spotOf(reading)?.text,
  }
}

function villageIn(text: string): string | undefined {
  const match =
    /(?:^|[,。;:在是镇乡]|[我俺咱]们|发现|举报|反映|查看|(?:^|[,。;])(?:今天|上午|下午|刚才?|昨天)?(?:巡查?|查|走访?|转|跑|来|去|路过|经过|检查|入户)(?:到|至|了)?)((?![的我那这有在是把被从到全各接据由巡查走转跑来去路经]|检查|发现)[\p{Script=Han}]{1,3}?(?<![把被到])村)(?![乡镇])(?=[,。;\s]|$|的|有|好几户|村民|东|西|南|北|口|里|村口|\p{Script=Han}{1,6}(?:站|厂|店|场|点|坊|院|库|乐|市|部|室|馆|社|行|铺|楼|厅|吧|矿|园|公司|小区))/u.exec(
      text,
    )
  const name = match?.[1]
  return name === undefined || /^(?:我们?|本|全|各|农|新农|这个|那个|俺们?)/.test(name) ? undefined : name
}
