// Files the tips of the demo's history through the store, each step at its own moment. Imported by load.ts.
import type { Tx } from '../../bot/store/database.ts'
import { makeStore, type Store, type StoreEnv } from '../../bot/store/index.ts'
import { addDays } from '../../policy/calendar.ts'
import { stranger } from './chat.ts'
import type { DemoTip } from './tips.ts'
import { momentOf } from './write-history.ts'

type Env = Omit<StoreEnv, 'now'>

export async function writeTips(tx: Tx, env: Env, tips: readonly DemoTip[]): Promise<void> {
  for (const tip of tips) {
    const at = (afterDays: number) =>
      makeStore(tx, { ...env, now: momentOf(addDays(tip.day, afterDays), tip.minute) })
    const { id, handlerUnitId } = await fileTip(at(0), env, tip)
    const by = env.vault.ref(`ou_demo_unit_${handlerUnitId}`)
    if (tip.decision !== undefined) {
      const { afterDays, status, reason } = tip.decision
      const store = at(afterDays)
      await store.tips.decide(id, { status, by, ...(reason === undefined ? {} : { reason }) })
      await store.tips.addStep(id, {
        actor: by,
        kind: status,
        ...(reason === undefined ? {} : { note: reason }),
      })
    }
    if (tip.closed !== undefined) {
      const store = at(tip.closed.afterDays)
      await store.tips.end(id, 'closed')
      await store.tips.addStep(id, { actor: by, kind: 'closed', note: tip.closed.note })
    }
  }
}

async function fileTip(store: Store, env: Env, tip: DemoTip): Promise<{ id: number; handlerUnitId: string }> {
  const place = await store.units.byName(tip.place)
  const handler = place === undefined ? undefined : await store.units.regulator(place.id, tip.sector)
  if (place === undefined || handler === undefined) throw new RangeError(`nobody handles ${tip.target}`)
  const county = await store.units.byId(place.countyId ?? '')
  const content = contentOf(tip, county?.name ?? '')
  const openId = tip.sender === 'stranger' ? stranger.openId : undefined
  const number = await store.records.nextNumber('YH', tip.day)
  const report = await store.reports.create({
    kind: 'hazard',
    unitId: undefined,
    senderRef: env.vault.ref(openId ?? 'nobody'),
    senderName: undefined,
    rawText: `${tip.place}${tip.target}${tip.location}${tip.description}`,
    items: [content],
    messageId: undefined,
    chatId: undefined,
  })
  await store.reports.save(report, number)
  const { id } = await store.tips.create({
    reportId: report.id,
    number,
    unitId: place.id,
    handlerUnitId: handler.id,
    sector: tip.sector,
    category: tip.category,
    level: tip.level,
    urgency: tip.urgency,
    content,
    replyTo: openId,
    confidential: false,
  })
  await store.tips.addStep(id, { actor: 'system', kind: 'received' })
  await store.tips.addStep(id, { actor: 'system', kind: 'routed', note: handler.name })
  return { id, handlerUnitId: handler.id }
}

/** What the bot would have understood: the names of the text understanding. */
function contentOf(tip: DemoTip, county: string): Record<string, string> {
  return {
    type: 'hazardTip',
    category: tip.category,
    target: tip.target,
    industry: tip.sector,
    county,
    township: tip.place.slice(county.length),
    location: tip.location,
    description: tip.description,
    hazardLevel: tip.level,
    urgency: tip.urgency,
  }
}
