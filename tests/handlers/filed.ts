// Reports and tips as somebody filed them, put straight into the store.
import type { Report, Tip } from '../../bot/context.ts'
import { type TestDatabase, testVault } from '../support/database.ts'

/** A report of 张三 of 郑庄镇, still a draft, from a private message. */
export function draftReport(database: TestDatabase, changes: object = {}): Promise<Report> {
  return database.at('2024-03-19', (store) =>
    store.reports.create({
      kind: 'staffing',
      unitId: 'zhengzhuang',
      senderRef: testVault.ref('ou_clerk'),
      senderName: '张三',
      rawText: '李四调入',
      items: [{ person: '李四', changeType: 'transferIn', effectiveDate: '2024-03-05' }],
      messageId: 'om_said',
      chatId: 'oc_ou_clerk',
      ...changes,
    }),
  )
}

/** The same, saved under the number. */
export async function savedReport(
  database: TestDatabase,
  number: string,
  changes: object = {},
): Promise<Report> {
  const draft = await draftReport(database, changes)
  return database.at('2024-03-20', async (store) => {
    await store.reports.save(draft, number)
    return (await store.reports.byId(draft.id)) ?? draft
  })
}

export const secret = '三号皮带机没有护罩'

/** A tip of a member of the public in 郑庄镇, in the hands of the county's emergency bureau. */
export async function filedTip(database: TestDatabase, number: string, changes: object = {}): Promise<Tip> {
  const item = { description: secret, target: '子丑煤业' }
  const report = await savedReport(database, number, {
    kind: 'hazard',
    unitId: undefined,
    senderRef: testVault.ref('ou_stranger'),
    senderName: undefined,
    items: [item],
    chatId: 'oc_ou_stranger',
  })
  return database.at('2024-03-20', async (store) => {
    const tip = await store.tips.create({
      reportId: report.id,
      number,
      unitId: 'zhengzhuang',
      handlerUnitId: 'bureau',
      sector: 'coalMine',
      category: 'hazard',
      level: 'unknown',
      urgency: 'normal',
      content: item,
      replyTo: 'ou_stranger',
      confidential: false,
      ...changes,
    })
    await store.tips.addStep(tip.id, { actor: 'system', kind: 'received' })
    return tip
  })
}
