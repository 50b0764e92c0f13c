// 侯一的执法证丢了 is no certificate to register: the one that is known stays as it is, and a new one is told when it is
// issued.
import type { Outcome } from '../../bot/context.ts'
import type { Item } from '../../bot/text/index.ts'
import type { Said } from '../said.ts'

const lost = /丢了?|丢失|遗失|找不(?:到|着|见)/u

/** Undefined for everything that is told besides. */
export async function lostCertificate({ message, parsed }: Said): Promise<Outcome | undefined> {
  if (!lost.test(message.text)) return undefined
  const { items } = await parsed()
  if (items.length === 0 || !items.every(tellsNoDay)) return undefined
  const text =
    '读到是证件丢了。遗失不用在这里登记，没有存下来，原来登记的证件和到期日不变。补发新证后再报，例如：李四执法证2026.3.10发证，有效期到2031.3.9。'
  return { say: [{ to: { openId: message.openId }, text }] }
}

function tellsNoDay({ type, issueDate, expiryDate, certificateNo }: Item): boolean {
  const told = [issueDate, expiryDate, certificateNo].some((value) => value !== undefined)
  return type === 'certificateRecord' && !told
}
