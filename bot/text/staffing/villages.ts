// Villages a township names without itself: 甲村王小明, 乙村李小红.

import type { Reading } from '../reading.ts'

const VILLAGE =
  /(?:^|[,。;:、\s()]|\d[.)])((?![各全我本该每行建两几农])(?:(?![在有个到新进下驻包来去从由原让把])[\p{Script=Han}]){1,4}?(?:村|社区))(?![干委民级支镇庄两官警医])/gu

const inText = (text: string): string[] => [...text.matchAll(VILLAGE)].map((match) => match[1] ?? '')

/** The village a person belongs to, as a unit name: told of her, or the only one of the message. */
export function villageOf(own: string, whole: Reading, name = ''): string | undefined {
  const { sender } = whole
  if (sender.level !== 'township' || sender.unit === undefined) return undefined
  const all = [...new Set(inText(whole.text))]
  const before = whole.text.slice(0, Math.max(0, whole.text.indexOf(name)))
  const beside = name === '' ? undefined : inText(before.slice(-8)).at(-1)
  const close = beside !== undefined && before.endsWith(beside) ? beside : undefined
  const told = close ?? inText(own)[0] ?? (all.length === 1 ? all[0] : undefined)
  // 郑村王五 is of 郑村镇 as far as the map knows.
  const isTown = whole.units.some(({ kind, text }) => kind === 'township' && text === told)
  const village = isTown ? undefined : told
  return village === undefined ? undefined : `${sender.unit}${village}`
}

/** A list of who is in charge needs no word of change: 各村应急专干如下. */
export const LIST_OF_CHARGED =
  /(?:村干部|应急干部|包村干部|安全干部|专干|联络员|网格(?:员|长)|负责人|管理员|信息员|安全员)[^,。;:\n]{0,8}(?:如下|名单|报一下|上报|:|$)/
