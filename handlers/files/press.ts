// The buttons of imported lists, and the parts in which a long one is saved. Only the sender may press them.
import type { Card } from '../../bot/cards/index.ts'
import type { Ctx, NextStep, Outcome, PressIn, Report } from '../../bot/context.ts'
import { may, refused } from '../access.ts'
import { effectLines, takeBack } from '../reports/save.ts'
import { idOf, type Press } from '../route.ts'
import { clockTime } from '../time.ts'
import { aboutList, endedListCard, importedCard, previewCard, progressCard } from './cards.ts'
import type { ListType } from './define.ts'
import { type Head, partsOf } from './head.ts'
import { listType } from './lists.ts'
import { linesAtOnce, listEffects, publishList, stagePart } from './save.ts'

type Own = { report: Report; type: ListType; head: Head; unitName: string }

async function ownList(id: number | undefined, ctx: Ctx): Promise<Own | Outcome> {
  const report = id === undefined ? undefined : await ctx.store.reports.byId(id)
  const type = report === undefined ? undefined : listType(report.kind)
  if (report === undefined || type === undefined) return refused('这份导入已不存在。请重新发送文件。')
  if (report.senderRef !== ctx.sender?.ref) return refused('这份文件是别人发的，只有本人能操作。')
  const unit = report.unitId === null ? undefined : await ctx.store.units.byId(report.unitId)
  return { report, type, head: partsOf(report).head, unitName: unit?.name ?? '' }
}

function onOwn(act: string, work: (own: Own, ctx: Ctx) => Promise<Outcome>): Press {
  return {
    act,
    async run(press: PressIn, ctx: Ctx) {
      const own = await ownList(idOf(press, 'id'), ctx)
      if (!('report' in own)) return own
      return press.value['rev'] === own.report.revision ? work(own, ctx) : stale(own)
    },
  }
}

function stale(own: Own): Outcome {
  return {
    toast: { type: 'warning', content: '这张卡片不是最新的，已换成现在的状态。' },
    card: currentListCard(own),
  }
}

/** How an import looks now. */
function currentListCard(own: Own): Card {
  const { report } = own
  if (report.status === 'draft') return previewCard(own)
  if (report.status !== 'saved') return endedListCard(own)
  return importedCard(own, effectLines(report.effect), clockTime(report.savedAt ?? report.createdAt))
}

/** A short list is saved at once, a long one in parts with a card that shows how far it is. */
async function save(own: Own, ctx: Ctx): Promise<Outcome> {
  const { report, type, unitName } = own
  if (report.status !== 'draft') return stale(own)
  if (report.unitId === null || !(await may(ctx, ['reporter'], report.unitId)))
    return refused(`您现在没有替${unitName}上报的权限，这份导入还在草稿里。请联系管理员。`)
  // A new revision: the card of this press is used up, and parts of an earlier try find themselves outdated.
  if (!(await ctx.store.reports.change(report, { items: report.items }))) return stale(own)
  const begun = { ...own, report: { ...report, revision: report.revision + 1 } }
  await ctx.store.imports.discard(report.id)
  const done = await stagePart(type, begun.report, 0, ctx)
  if (done < linesAtOnce) return finished(begun, ctx)
  return { card: progressCard(begun, done), next: nextPart(begun, done, ctx) }
}

function nextPart({ report }: Own, from: number, ctx: Ctx): NonNullable<Outcome['next']> {
  const openId = ctx.sender?.openId ?? ''
  return { openId, step: 'list.step', value: { id: report.id, rev: report.revision, from } }
}

/** The next part of a long list; the last one makes it count. */
export async function listStep(step: NextStep, ctx: Ctx): Promise<Outcome> {
  const own = await ownList(Number(step.value['id']), ctx)
  if (!('report' in own)) return {}
  const { report, type, head } = own
  // Stopped, or begun anew.
  if (report.status !== 'draft' || report.revision !== step.value['rev']) return {}
  const from = Number(step.value['from'])
  if (from >= head.added + head.changed) return told(own, step.openId, await finished(own, ctx))
  const done = await stagePart(type, report, from, ctx)
  const card = progressCard(own, done)
  return { say: [{ replace: aboutList(report.id), card }], next: nextPart(own, done, ctx) }
}

/** The end of a long import is told by a message of its own: a card that changes rings nobody's phone. */
function told({ report }: Own, openId: string, { card, toast, audit }: Outcome): Outcome {
  return {
    ...(audit === undefined ? {} : { audit }),
    say: [
      ...(card === undefined ? [] : [{ replace: aboutList(report.id), card }]),
      ...(toast === undefined ? [] : [{ to: { openId }, text: `${toast.content}。` }]),
    ],
  }
}

async function finished(own: Own, ctx: Ctx): Promise<Outcome> {
  const { report, type, head } = own
  const published = await publishList(type, report, ctx)
  if (published === 'overtaken') {
    await ctx.store.imports.discard(report.id)
    await ctx.store.reports.end(report, 'cancelled')
    return {
      toast: {
        type: 'warning',
        content: '核对之后有人改过同一个人，这份导入没有保存。请重新发送文件再核对一次。',
      },
      card: endedListCard({ ...own, report: { ...report, status: 'cancelled' } }),
    }
  }
  const card = importedCard({ ...own, report: published.report }, published.effects, clockTime(ctx.now))
  return {
    toast: { type: 'success', content: `已导入 ${published.report.number ?? ''}` },
    card,
    audit: {
      action: 'list.saved',
      subject: `report:${report.id}`,
      detail: { kind: type.kind, added: head.added, changed: head.changed },
    },
  }
}

async function cancel(own: Own, ctx: Ctx): Promise<Outcome> {
  const { report } = own
  if (report.status !== 'draft' || !(await ctx.store.reports.end(report, 'cancelled'))) return stale(own)
  await ctx.store.imports.discard(report.id)
  return {
    toast: { type: 'info', content: '已取消，没有写入任何内容。' },
    card: endedListCard({ ...own, report: { ...report, status: 'cancelled' } }),
  }
}

async function undo(own: Own, ctx: Ctx): Promise<Outcome> {
  const { report, type } = own
  if (report.status !== 'saved') return stale(own)
  const blocked = await takeBack(report, ctx)
  if (blocked !== undefined) return { toast: { type: 'warning', content: blocked } }
  await listEffects(type, report, ctx)
  return {
    toast: { type: 'success', content: `已撤回 ${report.number ?? ''}` },
    card: endedListCard({ ...own, report: { ...report, status: 'withdrawn' } }),
    audit: { action: 'report.withdrawn', subject: `report:${report.id}` },
  }
}

export const listPresses: readonly Press[] = [
  onOwn('list.save', save),
  onOwn('list.cancel', cancel),
  onOwn('list.undo', undo),
  {
    act: 'list.show',
    async run(press, ctx) {
      const own = await ownList(idOf(press, 'id'), ctx)
      if (!('report' in own)) return own
      return {
        say: [{ to: { openId: press.openId }, card: currentListCard(own), about: aboutList(own.report.id) }],
      }
    },
  },
]
