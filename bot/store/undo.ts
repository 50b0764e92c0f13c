// Takes back what a report wrote: its rows are voided and those it had voided stand again. History stays.
import type { Tx } from './database.ts'

/**
 * @returns undefined when done; otherwise nothing was changed, because a later report (its number) built on these rows
 */
export async function undoRows(
  tx: Tx,
  reportId: number,
  now: number,
): Promise<{ blockedBy: string | null } | undefined> {
  const later = await builtOn(tx, reportId)
  if (later !== undefined) {
    const blocker = await tx.report.findUnique({ where: { id: later }, select: { number: true } })
    return { blockedBy: blocker?.number ?? null }
  }
  const undo = { where: { reportId, voidedAt: null }, data: { voidedAt: new Date(now), voidedBy: reportId } }
  const redo = {
    where: { voidedBy: reportId, reportId: { not: reportId } },
    data: { voidedAt: null, voidedBy: null },
  }
  // Rows of the first import belong to no report, and "not this report" does not match an empty one.
  const redoFirst = {
    where: { voidedBy: reportId, reportId: null },
    data: { voidedAt: null, voidedBy: null },
  }
  const tables = [tx.post, tx.secondment, tx.leave, tx.qualification, tx.certificate, tx.organisation]
  for (const table of tables as Tx['post'][]) {
    await table.updateMany(redo)
    await table.updateMany(redoFirst)
    await table.updateMany(undo)
  }
  await tx.trainingRecord.updateMany(redo)
  await tx.trainingRecord.updateMany(redoFirst)
  await tx.trainingRecord.updateMany(undo)
  await tx.trainingSession.updateMany(undo)
  await tx.nilReport.updateMany(undo)
  return undefined
}

/** The report that changed rows of this one, or told of an absence from a post that this one made; undefined of none. */
async function builtOn(tx: Tx, reportId: number): Promise<number | undefined> {
  const changed = { where: { reportId, voidedBy: { not: reportId } } }
  const rows = [
    await tx.post.findFirst(changed),
    await tx.secondment.findFirst(changed),
    await tx.leave.findFirst(changed),
    await tx.certificate.findFirst(changed),
    await tx.organisation.findFirst(changed),
    await tx.trainingSession.findFirst(changed),
  ]
  const changer = rows.find((row) => row !== null)?.voidedBy
  if (changer != null) return changer
  const post = await tx.post.findFirst({ where: { reportId }, select: { recordedAt: true } })
  if (post === null) return undefined
  // Absences that were copied with the post are older than it; a batch saved at one moment is told apart by number.
  const { recordedAt } = post
  const isLater = [{ recordedAt: { gt: recordedAt } }, { recordedAt, reportId: { gt: reportId } }]
  const told = { where: { voidedAt: null, post: { reportId, voidedAt: null }, OR: isLater } }
  const absence = (await tx.secondment.findFirst(told)) ?? (await tx.leave.findFirst(told))
  return absence?.reportId ?? undefined
}
