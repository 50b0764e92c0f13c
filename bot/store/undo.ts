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
  const mine = { reportId, voidedBy: { not: null } }
  const later = [
    await tx.post.findFirst({ where: mine }),
    await tx.secondment.findFirst({ where: mine }),
    await tx.leave.findFirst({ where: mine }),
    await tx.certificate.findFirst({ where: mine }),
    await tx.trainingSession.findFirst({ where: mine }),
  ].find((row) => row !== null && row.voidedBy !== reportId)
  if (later != null) {
    const blocker = await tx.report.findUnique({
      where: { id: later.voidedBy ?? -1 },
      select: { number: true },
    })
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
  for (const table of [tx.post, tx.secondment, tx.leave, tx.qualification, tx.certificate] as Tx['post'][]) {
    await table.updateMany(redo)
    await table.updateMany(redoFirst)
    await table.updateMany(undo)
  }
  await tx.trainingRecord.updateMany(undo)
  await tx.trainingSession.updateMany(undo)
  await tx.nilReport.updateMany(undo)
  return undefined
}
