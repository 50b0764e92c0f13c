// Photos and files that people sent: the bytes lie encrypted under DATA_DIR, here is what they belong to.
import type { Tx } from './database.ts'

export type StoredFile = { id: string; reportId: number | null; kind: string; mime: string; bytes: number }

export type Files = {
  add(file: {
    id: string
    senderRef: string
    chatId: string
    kind: 'photo' | 'file'
    mime: string
    bytes: number
    sha256: string
  }): Promise<void>
  /** Photos and recordings this person sent in this chat since the moment, not yet part of a report, oldest first. */
  unattached(from: { senderRef: string; chatId: string }, sinceMs: number): Promise<StoredFile[]>
  attach(ids: readonly string[], reportId: number): Promise<void>
  ofReport(reportId: number): Promise<StoredFile[]>
}

export function files(tx: Tx, env: { now: number }): Files {
  return {
    async add(file) {
      await tx.file.create({ data: { ...file, createdAt: new Date(env.now) } })
    },
    unattached: ({ senderRef, chatId }, sinceMs) =>
      tx.file.findMany({
        where: {
          senderRef,
          chatId,
          reportId: null,
          createdAt: { gte: new Date(sinceMs) },
          OR: [{ kind: 'photo' }, { mime: { startsWith: 'audio/' } }, { mime: { startsWith: 'video/' } }],
        },
        orderBy: { createdAt: 'asc' },
        take: 20,
      }),
    async attach(ids, reportId) {
      await tx.file.updateMany({ where: { id: { in: [...ids] } }, data: { reportId } })
    },
    ofReport: (reportId) =>
      tx.file.findMany({ where: { reportId }, orderBy: { createdAt: 'asc' }, take: 20 }),
  }
}

/** The image key under which the platform already has this photo; undefined until the bot uploaded it. */
export async function imageKeyOf(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.file.findUnique({ where: { id }, select: { imageKey: true } }))?.imageKey ?? undefined
}

export async function setImageKey(tx: Tx, id: string, imageKey: string): Promise<void> {
  await tx.file.update({ where: { id }, data: { imageKey } })
}
