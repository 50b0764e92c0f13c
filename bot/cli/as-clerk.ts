// Work of handlers from the command line, as a clerk of the unit would do it; the operator of the server may act for
// every unit. Imported by import.ts and export.ts.

import { dayAt } from '../clock.ts'
import type { Ctx, Unit } from '../context.ts'
import { isWorkingDay } from '../holidays.ts'
import { makePlaces } from '../places.ts'
import { inStore, type Opened, unitOrCity } from './command.ts'

export const actor = 'command line'

/** One transaction with what a handler gets. @throws UsageError when no unit is called so */
export function asClerk<T>(
  opened: Opened,
  unitName: string | undefined,
  work: (ctx: Ctx, unit: Unit) => Promise<T>,
): Promise<T> {
  const { now, config } = opened
  return inStore(opened, async (store, tx) => {
    const unit = await unitOrCity(store, tx, unitName)
    const binding = { unitId: unit.id, unitName: unit.name, unitKind: unit.kind, role: 'reporter' as const }
    const ctx: Ctx = {
      now,
      today: dayAt(now),
      sender: { openId: '', ref: actor, name: actor, bindings: [binding] },
      files: [],
      phoneMatch: undefined,
      store,
      gazetteer: await makePlaces(() => now).gazetteer(tx),
      publicUrl: config.PUBLIC_URL,
      randomCode: () => '',
      isWorkingDay,
    }
    return work(ctx, unit)
  })
}
