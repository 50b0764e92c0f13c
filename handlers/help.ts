// What people can say and press: the menu and the welcome. Made from the tables of commands and reports, so that help
// never promises what is not there.
import {
  type BodyElement,
  bold,
  bullets,
  type Card,
  card,
  grey,
  type Md,
  type MenuTile,
  md,
  menuTiles,
  note,
  panel,
  text,
} from '../bot/cards/index.ts'
import type { Ctx, Inbound, Outcome, Role } from '../bot/context.ts'
import { bindingOf, isBound } from './access.ts'
import { phoneOffer } from './bind-phone.ts'
import { answerTo, type Command, type Press } from './route.ts'
import { channelStatement } from './tips/fields.ts'

/** A thing to file: `words` typed alone open its form, the first of them names its tile. */
type HelpReport = {
  readonly kind: string
  readonly words: readonly string[]
  /** what the tile says below the name */
  readonly hint: string
  readonly example: string
  /** anyone: also people who belong to no unit */
  readonly who: 'anyone' | readonly Role[]
}

export type HelpBook = { readonly commands: readonly Command[]; readonly reports: readonly HelpReport[] }

export const ownReports: MenuTile = {
  name: '我的上报',
  hint: '查看、改正、撤回',
  act: { act: 'mine.reports' },
}
export const fileTip: MenuTile = {
  name: '报隐患',
  hint: '一步步填，提交就编号',
  act: { act: 'report.open', kind: 'hazard' },
}
const standingTile: MenuTile = { name: '达标情况', hint: '缺几人、差什么', act: { act: 'standing.show' } }
const draftsTile: MenuTile = { name: '草稿', hint: '接着填没保存的', act: { act: 'mine.drafts' } }
const clausesTile: MenuTile = { name: '文件原文', hint: '十六条写了什么', act: { act: 'clause.list' } }

/** The menu: tiles, one sentence that works per report, and all commands. Unbound people get what they may use. */
export function helpCard(book: HelpBook, ctx: Ctx): Card {
  const commands = usable(book.commands, ctx)
  return card({
    title: '安监通能做什么',
    state: 'info',
    icon: 'robot_outlined',
    summary: '安监通：上报、查询、提醒',
    elements: [menuOf(book, ctx), ...commandsPanel(commands), isBound(ctx) ? [] : [text(howToBind)]],
  })
}

const howToBind = md`您还没有绑定单位。要报人员、培训和查达标，请向本单位管理员要邀请码，发“绑定 邀请码”。举报隐患不用绑定。`

/** What the asker may use: all of it, or what people of no unit or of another role may. */
export function usable<T extends { readonly who: 'anyone' | 'bound' | readonly Role[] }>(
  all: readonly T[],
  ctx: Ctx,
): readonly T[] {
  return all.filter(({ who }) => {
    if (who === 'anyone') return true
    return who === 'bound' ? isBound(ctx) : bindingOf(ctx.sender, who) !== undefined
  })
}

/** A tile for each form that the asker may open. */
export function formTiles(book: HelpBook, ctx: Ctx): readonly MenuTile[] {
  return usable(book.reports, ctx).map(({ kind, words, hint }) => ({
    name: words[0] ?? kind,
    hint,
    act: { act: 'report.open', kind },
  }))
}

const readerExamples = ['哪些乡镇缺人', '谁快到轮训期', '比上周有什么变化']

/** Sentences that work as they stand: questions for whoever leads or administers, and one for each report one may file. */
function sentences(book: HelpBook, ctx: Ctx): readonly string[] {
  const questions = bindingOf(ctx.sender, ['leader', 'admin']) === undefined ? [] : readerExamples
  return [...questions, ...usable(book.reports, ctx).map(({ example }) => example)]
}

function menuOf(book: HelpBook, ctx: Ctx): readonly BodyElement[] {
  const reports = usable(book.reports, ctx)
  const drafts = reports.some(({ who }) => who !== 'anyone') ? [draftsTile] : []
  const memberTiles = isBound(ctx) ? [standingTile, ...drafts, clausesTile] : []
  return [
    ...menuTiles([...formTiles(book, ctx), ownReports, ...memberTiles]),
    text(md`${bold('也可以直接发一句话：')}\n${bullets(sentences(book, ctx))}`),
  ]
}

function commandsPanel(commands: readonly Command[]): readonly BodyElement[] {
  const lines = commands.flatMap(({ help }) => (help === undefined ? [] : [helpLine(help)]))
  return lines.length === 0
    ? []
    : [panel({ title: md`全部指令`, elements: [text(bullets(lines))], expanded: false })]
}

function helpLine({ name, example }: { name: string; example: string }): Md {
  return md`${bold(example)} ${grey(name)}`
}

/** The word 帮助 and greetings. `book` is asked when somebody needs it: the table of commands holds this one too. */
export function helpCommand(book: () => HelpBook): Command {
  return {
    words: ['帮助', '菜单', '功能', '使用说明', '怎么用', 'help', '？', '?', '你好', '您好', '在吗', '嗨'],
    help: { name: '打开菜单', example: '帮助' },
    who: 'anyone',
    inGroups: 'here',
    run: async (_rest, message, ctx) => ({ say: [{ to: answerTo(message), card: helpCard(book(), ctx) }] }),
  }
}

/** The button that brings the menu from any other card. */
export function helpPress(book: () => HelpBook): Press {
  return {
    act: 'help.menu',
    run: async (press, ctx) => ({ say: [{ to: { openId: press.openId }, card: helpCard(book(), ctx) }] }),
  }
}

const forMembers = md`我帮您按${'晋市政办〔2021〕10号'}报人员变动、登记培训、报隐患，并告诉您单位还差什么。`
const forEverybody = md`看到安全隐患，发照片和一句话给我：当场编号，转给管的部门，办到哪一步都告诉您。`

/** Somebody opened the chat. Only the first time: who this is, what one can say, the offer of the roster. */
export async function welcome(
  entered: Extract<Inbound, { kind: 'entered' }>,
  ctx: Ctx,
  book: HelpBook,
): Promise<Outcome> {
  if (!entered.firstTime) return {}
  const offer = await phoneOffer(ctx)
  const shown = card({
    title: '我是安监通',
    state: 'info',
    icon: 'robot_outlined',
    summary: '我是安监通：一句话上报，一张卡看达标',
    elements: [
      text(isBound(ctx) ? forMembers : forEverybody),
      text(md`${bold('您可以直接说：')}\n${bullets(sentences(book, ctx))}`),
      isBound(ctx) || offer !== undefined ? [] : text(howToBind),
      text(md`发“帮助”打开菜单。`),
      isBound(ctx) ? [] : note(md`${channelStatement}`),
    ],
  })
  const to = { openId: entered.openId }
  const offered = offer === undefined ? [] : [{ to, card: offer }]
  return { say: [{ to, card: shown, key: `welcome:${entered.openId}` }, ...offered] }
}
