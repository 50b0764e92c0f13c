// The answer to what nobody understood: never silence, but the nearest things that can be said, and the menu.
import { bold, bullets, card, type Md, md, menuTiles, note, text } from '../bot/cards/index.ts'
import type { Ctx, MessageIn, Outcome } from '../bot/context.ts'
import { isBound } from './access.ts'
import { fileTip, type HelpBook, ownReports, usable } from './help.ts'
import { nearest } from './nearest.ts'
import { answerTo } from './route.ts'
import { channelStatement } from './tips/fields.ts'
import { unitNamed } from './unit-name.ts'

/** The three nearest things that can be said, and the menu. In a group the text is not repeated. */
export async function unknownText(message: MessageIn, ctx: Ctx, book: HelpBook): Promise<Outcome> {
  const mine = { commands: usable(book.commands, ctx), reports: usable(book.reports, ctx) }
  const near = (await aboutUnit(message.text, ctx)) ?? nearestThings(message.text, mine)
  const shown = card({
    title: '没看懂这句话',
    state: 'info',
    icon: 'search_outlined',
    summary: '没看懂，看看您是不是想说这些',
    elements: [
      text(readAs(message)),
      text(md`${bold('您是不是想说：')}\n${bullets(near)}`),
      menuTiles([
        { name: '打开菜单', hint: '看看能做什么', act: { act: 'help.menu' } },
        isBound(ctx) ? ownReports : fileTip,
      ]),
      isBound(ctx) ? [] : [note(md`您还没有绑定单位，能举报隐患和看帮助。${channelStatement}`)],
    ],
  })
  return { say: [{ to: answerTo(message), card: shown }] }
}

/** What a member may want to know who writes nothing but the name of a unit. */
async function aboutUnit(typed: string, ctx: Ctx): Promise<readonly string[] | undefined> {
  const named = isBound(ctx) ? await unitNamed(typed.trim(), ctx) : undefined
  if (named?.found !== 'one') return undefined
  return ['达标', '名单', '缺人'].map((word) => `${word} ${named.unit.name}`)
}

function readAs(message: MessageIn): Md {
  if (message.messageType !== 'text' && message.messageType !== 'post' && message.text.trim() === '')
    return md`我现在只看得懂文字、照片和文件。请用一句话写下来再发。`
  if (message.chatType === 'group') return md`我没看懂这句话。请换个说法，或照下面的例子写。`
  const typed = [...message.text.trim()]
  const shown = typed.length > 40 ? `${typed.slice(0, 40).join('')}…` : typed.join('')
  return md`读到的是“${shown}”，不知道要做什么。请换个说法，或照下面的例子写。`
}

/** From here on what was typed and what there is have so many characters in common that one may be meant. */
const alike = 0.3

function nearestThings(typed: string, book: HelpBook): readonly string[] {
  const things = [
    ...book.reports.map(({ words, example }) => ({ words: [...words, example], value: example })),
    ...book.commands.flatMap(({ words, help }) =>
      help === undefined ? [] : [{ words: [...words, help.name], value: help.example }],
    ),
  ]
  // A text that is like none of them still gets three.
  const near = new Set([...nearest(typed, things, 3, alike), ...things.map(({ value }) => value)])
  return [...near].slice(0, 3)
}
