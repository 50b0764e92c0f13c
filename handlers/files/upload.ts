// A table that somebody sent: read, compared with what is stored, answered with a workbook that says of each line
// what becomes of it and with a card to confirm. What is kept of the file is the draft alone.
import type { Ctx, MessageIn, NewSheet, Outcome, ReceivedFile, Unit } from '../../bot/context.ts'
import { bindingOf } from '../access.ts'
import { aboutList, previewCard } from './cards.ts'
import type { Planned } from './define.ts'
import { headOf } from './head.ts'
import { ownTitles, type ReadList, readList } from './lines.ts'
import { listTypes } from './lists.ts'

type Table = Extract<ReceivedFile, { ok: true; kind: 'table' }>

/** A file in a group is answered with the way to the private chat: lists are full of personal data. */
export async function tableSent(table: Table, message: MessageIn, ctx: Ctx): Promise<Outcome> {
  const to = { openId: message.openId }
  if (message.chatType === 'group')
    return { say: [{ to, text: '名单含个人信息，请与我单聊发送，不要发在群里。这份没有处理。' }] }
  const own = bindingOf(ctx.sender, ['reporter'])
  const unit = own === undefined ? undefined : await ctx.store.units.byId(own.unitId)
  if (unit === undefined) return { say: [{ to, text: notAllowed(ctx) }] }
  const list = readList(table.sheets, ctx.today)
  if (list === undefined) return { say: [{ to, text: noHeader(table) }] }
  if (list.lines.length === 0)
    return { say: [{ to, text: `“${table.name}”读到了表头，但下面没有名单行。请在表头下面填写后再发。` }] }
  const { draft, head, planned } = await draftList({ name: table.name, list, unit }, message, ctx)
  return {
    say: [
      { to, file: { name: resultName(table.name), sheets: [resultSheet(list, planned)] } },
      {
        to,
        card: previewCard({ type: list.type, report: draft, head, unitName: unit.name }),
        about: aboutList(draft.id),
      },
    ],
    audit: {
      action: 'list.received',
      subject: `report:${draft.id}`,
      detail: { kind: list.type.kind, lines: head.lines },
    },
  }
}

/** The draft of an import with what would become of every line. Used by the command line as well. */
export async function draftList(
  { name, list, unit }: { name: string; list: ReadList; unit: Unit },
  message: { messageId: string | undefined; chatId: string | undefined },
  ctx: Ctx,
) {
  const planned = await list.type.plan(list.lines, unit, ctx)
  const head = headOf(name, unit, list, planned)
  const draft = await ctx.store.reports.create({
    kind: list.type.kind,
    unitId: unit.id,
    senderRef: ctx.sender?.ref ?? '',
    senderName: ctx.sender?.name,
    rawText: '',
    items: [head, ...planned.flatMap((line) => (line.item === undefined ? [] : [line.item]))],
    messageId: message.messageId === '' ? undefined : message.messageId,
    chatId: message.chatId,
  })
  return { draft, head, planned }
}

function notAllowed(ctx: Ctx): string {
  return (ctx.sender?.bindings.length ?? 0) > 0
    ? '您的角色不上报名单和培训，这份文件没有处理。需要导入时请联系管理员增加“报送员”角色。'
    : '您还没有绑定单位，这份文件没有处理。请发“绑定 邀请码”（邀请码向管理员要），绑定后再发。'
}

function noHeader({ name, sheets }: Table): string {
  const lines = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const needed = listTypes.map(({ title, columns, needs: [names = []] }) => {
    const labels = columns.filter((column) => names.includes(column.name)).map(({ field }) => field.label)
    // One column of names alone would be found in too many tables that are no lists.
    const others = labels.length === 1 ? '和至少一列别的（如“职务”）' : ''
    return `${title}要有${labels.map((label) => `“${label}”`).join('和')}列${others}`
  })
  return `“${name}”读到了${lines}行，没有认出表头。${needed.join('，')}。请在名单上方加一行列名，或发“模板 人员”“模板 培训”拿模板填写。`
}

/** 名单.xlsx → 名单-核对结果.xlsx */
function resultName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '').slice(0, 60)}-核对结果.xlsx`
}

const whatWords: Readonly<Record<Planned['what'], string>> = {
  new: '新增',
  changed: '变更',
  same: '无变化',
  refused: '未采用',
}

/** The file as it was sent, with what becomes of each line; the reason stands in the last column. */
export function resultSheet(list: ReadList, planned: readonly Planned[]): NewSheet {
  const notes = new Map(list.lines.map((line) => [line.line, line.notes.join('；')]))
  return {
    name: '核对结果',
    header: [ownTitles[0], ...list.shown.header, ownTitles[1], ownTitles[2]],
    rows: planned.map(({ line, what, why }) => [
      line,
      ...list.shown.rowOf(line),
      whatWords[what],
      what === 'new' ? (notes.get(line) ?? '') : why,
    ]),
  }
}
