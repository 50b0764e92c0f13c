// The fields of a tip, the words for it, and what is worth asking.
import type { Tip } from '../../bot/context.ts'
import type { Item } from '../reports/define.ts'
import { choice, type Field, words } from '../reports/fields.ts'

const sectors = [
  { text: '煤矿', value: 'coalMine' },
  { text: '非煤矿山', value: 'nonCoalMine' },
  { text: '危险化学品', value: 'hazardousChemical' },
  { text: '烟花爆竹', value: 'fireworks' },
  { text: '冶金工贸', value: 'metallurgyTrade' },
  { text: '建筑施工', value: 'construction' },
  { text: '道路运输', value: 'roadTransport' },
  { text: '消防', value: 'fire' },
  { text: '城镇燃气', value: 'gas' },
  { text: '煤层气', value: 'coalbedMethane' },
  { text: '特种设备', value: 'specialEquipment' },
  { text: '尾矿库', value: 'tailingsPond' },
  { text: '粉尘涉爆', value: 'dustExplosion' },
  { text: '有限空间', value: 'confinedSpace' },
  { text: '建材', value: 'buildingMaterial' },
  { text: '其他', value: 'other' },
]

/** Who reads what is written in chat; said before anybody types a tip. */
export const channelStatement =
  '在聊天里“匿名”只是保密：受理人员看不到您是谁，但飞书平台和本组织的飞书管理员能查到谁发过消息。不想被任何人查到，请打12350。'

export const tipFields: Readonly<Record<string, Field>> = {
  description: words({ label: '什么问题', required: 'yes', expect: '如 三号皮带机没有护罩', most: 500 }),
  target: words({ label: '哪个单位', expect: '如 子丑煤业', most: 60 }),
  location: words({ label: '具体地点', expect: '如 207国道巴公段', most: 100 }),
  county: words({ label: '在哪个县（市、区）', expect: '如 泽州县', most: 20 }),
  township: words({ label: '在哪个乡镇（街道）', expect: '如 大阳镇', most: 20 }),
  industry: choice({ label: '行业', expect: '从列表中选一项', options: sectors }),
  reporterPhone: words({ label: '联系电话（可不留）', expect: '手机号，只给受理的人核实用', most: 20 }),
}

/** The telephone is for whoever accepts the tip, and nobody's when the sender wants to stay unknown. */
export function phoneFor({ content }: Pick<Tip, 'content'>): string | undefined {
  const { reporterPhone, anonymous } = content
  return typeof reporterPhone === 'string' && anonymous !== true ? reporterPhone : undefined
}

/** What the sender reads about the telephone; its digits stand on no card. */
export function phoneWords({ content }: Pick<Tip, 'content'>): string | undefined {
  if (content['reporterPhone'] === undefined) return undefined
  return content['anonymous'] === true ? '已留；您要匿名，不给任何人看' : '已留；只有受理的人核实时能看'
}

/** What a tip's list line says: place and target, never who said it. */
export function tipHeadline(item: Item): string {
  const where = [item['county'], item['township'], item['target'] ?? item['location']]
    .filter(Boolean)
    .join('')
  return [where, item['description']].filter(Boolean).join('：') || '隐患举报'
}

export function sectorName(code: unknown): string {
  return sectors.find((sector) => sector.value === code)?.text ?? '未分行业'
}

/** A tip says what is wrong, or at least of whom or where. */
export const tellsSomething = ({ description, target, location, village }: Item): boolean =>
  [description, target, location, village].some((part) => part !== undefined)

/** A tip whose handling is over: by its handlers or by its sender. */
export const isOver = ({ status }: Pick<Tip, 'status'>): boolean =>
  status === 'refused' || status === 'closed' || status === 'withdrawn'

/** The questions that are worth asking, in order; nothing here keeps the tip from being stored. */
export function questionsFor(item: Item): string[] {
  const asked = []
  if (item['description'] === undefined) asked.push('description')
  if (item['target'] === undefined && item['location'] === undefined) asked.push('target', 'location')
  if (item['county'] === undefined) asked.push('county')
  const mayAskPhone =
    item['anonymous'] !== true && item['confidential'] !== true && item['urgency'] !== 'immediate'
  const worthPhone =
    item['hazardLevel'] === 'major' ||
    item['wantsReward'] === true ||
    item['category'] === 'concealedAccident'
  if (mayAskPhone && worthPhone && item['reporterPhone'] === undefined) asked.push('reporterPhone')
  return asked
}

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** The description with Chinese marks again where reading it made ASCII ones of them: it is shown to people. */
export function punctuated(item: Item): Item {
  const { description } = item
  if (typeof description !== 'string') return item
  const shown = description.replace(/(?<=[\p{Script=Han}）”])[,;:!?]/gu, (mark) => wide[mark] ?? mark)
  return { ...item, description: shown }
}
