// Accident messages: what is known is stored at once, nothing blocks the alert.

import { findClocks } from '../numbers/clock.ts'
import { moneyIn } from '../numbers/money.ts'
import { type Item, makeItem, type Slots } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { accidentPlace } from './accident-place.ts'
import { casualtiesIn } from './casualties.ts'
import { industryOf } from './facts.ts'
import { describe } from './index.ts'
import { placeSlots } from './place.ts'

/** The grade by deaths and serious injuries (regulation 493, article 3); undefined while nothing is known. */
function levelOf(dead: number | undefined, injured: number | undefined): string | undefined {
  if (dead === undefined && injured === undefined) return undefined
  const [d, i] = [dead ?? 0, injured ?? 0]
  if (d >= 30 || i >= 100) return 'extraordinary'
  if (d >= 10 || i >= 50) return 'major'
  if (d >= 3 || i >= 10) return 'serious'
  return d > 0 || i > 0 ? 'general' : undefined
}

function occurredOf(reading: Reading): string | undefined {
  const date = reading.dates.find(({ kind }) => kind === 'day')
  const clock = findClocks(reading.text)[0]
  if (date?.from !== undefined) {
    const time = date.time ?? clock?.time
    return time === undefined ? date.from : `${date.from}T${time}`
  }
  if (clock !== undefined) return `${reading.today}T${clock.time}`
  return /刚才|刚刚|刚|今|早上|上午|中午|下午|现在|正在/.test(reading.text) ? reading.today : undefined
}

const MEASURES =
  /(?:(?:伤者|伤员|人员)?已|正在?|目前|现场|我们)[^,。;\n]{0,30}(?:撤|施救|救援|抢救|营救|抢险|送医|送往|送到|送(?=[^,。;\n]{0,8}(?:医院|抢救))|停产|停工|封锁|疏散|报警|报了?1|打1|拨打|切断|处置|赶(?:赴|往|过去|到)|启动|转移|灭火|扑救|停止|上报)[^,。;\n]{0,20}|(?:交警|消防|救护|120|119)[^,。;\n]{0,6}(?:已|正|到)[^,。;\n]{0,10}/

/** The amount beside the word 损失. */
function lossIn(text: string): number | undefined {
  const at = text.indexOf('损失')
  return at < 0 ? undefined : (moneyIn(text.slice(at)) ?? moneyIn(text.slice(Math.max(0, at - 16), at)))
}

/** The accident told, one item. */
export function accidentItems(reading: Reading): Item[] {
  const { text, sender } = reading
  const place = placeSlots(reading)
  const { dead, seriouslyInjured, injured, trapped } = casualtiesIn(reading.plain)
  const target = typeof place['target'] === 'string' ? place['target'] : undefined
  const own = sender.level === 'enterprise' ? sender.unit : undefined
  const level = levelOf(dead, seriouslyInjured)
  const slots: Slots = {
    unit: target ?? own,
    county: place['county'] ?? sender.county,
    industry: industryOf(`${target ?? own ?? ''}${text}`, target ?? own),
    occurredAt: occurredOf(reading),
    location: accidentPlace(reading, place['location']),
    dead,
    seriouslyInjured,
    injured: injured === 0 || seriouslyInjured !== undefined ? undefined : injured,
    trapped,
    description: describe(text, place),
    measures: MEASURES.exec(text)?.[0],
    economicLossYuan: lossIn(text),
    level,
    potentialLevel: level === undefined && (trapped ?? 0) >= 3 ? 'serious' : undefined,
  }
  return [makeItem('accident', slots)]
}
