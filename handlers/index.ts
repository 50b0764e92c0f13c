// Where everything that comes in finds its handler. The lists of commands and presses are in list.ts.
import type { Ctx, Handler, Inbound, Outcome, PressIn } from '../bot/context.ts'
import { refused } from './access.ts'
import { listStep } from './files/press.ts'
import { botAdded, botRemoved } from './groups.ts'
import { welcome } from './help.ts'
import { book, presses } from './list.ts'
import { recalled } from './recall.ts'
import { reportType } from './reports/index.ts'
import { openForm } from './reports/open.ts'
import { advised } from './reports/suggest.ts'
import { runWords } from './run-command.ts'
import { handleMessage } from './say.ts'

/** The one handler the machine knows. Ticks of the clock go to the jobs and never come here. */
export const handle: Handler = async (inbound, ctx) => {
  switch (inbound.kind) {
    case 'message':
      return handleMessage(inbound, ctx)
    case 'press':
      return handlePress(inbound, ctx)
    case 'menu':
      return handleMenu(inbound, ctx)
    case 'entered':
      return welcome(inbound, ctx, book())
    case 'recalled':
      return recalled(inbound, ctx)
    case 'botAdded':
      return botAdded(inbound, ctx)
    case 'botRemoved':
      return botRemoved(inbound, ctx)
    case 'next':
      return listStep(inbound, ctx)
    case 'advice':
      return advised(inbound, ctx)
    case 'tick':
      throw new Error('ticks belong to jobs')
  }
}

/** What an operator reads when something was given up after eight tries. No content, only what to look up. */
export function parkedNotice(trigger: { seq: number; kind: string }, code: string): string {
  return `有一条${kindWords[trigger.kind] ?? '事项'}处理失败，已停止重试（序号 ${trigger.seq}，原因 ${code}）。请在服务器上运行 npx anjian queue 查看。`
}

const kindWords: Readonly<Record<string, string>> = {
  message: '消息',
  press: '按钮操作',
  menu: '菜单操作',
  cron: '定时任务',
}

async function handlePress(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const found = presses.find((one) => one.act === press.act)
  return found === undefined ? refused('这个按钮已经停用。请发“帮助”打开新的菜单。') : found.run(press, ctx)
}

async function handleMenu(menu: Extract<Inbound, { kind: 'menu' }>, ctx: Ctx): Promise<Outcome> {
  const [group, kind = ''] = menu.eventKey.split(':')
  const to = { openId: menu.openId }
  if (group === 'report') {
    const type = reportType(kind)
    return type === undefined ? {} : withoutToast(await openForm(type, ctx), to)
  }
  const word = menuWords[menu.eventKey] ?? '帮助'
  return (await runWords(word, asMessage(menu.openId, word, ctx), ctx)) ?? {}
}

const menuWords: Readonly<Record<string, string>> = { mine: '我的上报', standing: '达标', help: '帮助' }

// A menu press has no card to show a toast on.
function withoutToast({ toast, ...outcome }: Outcome, to: { openId: string }): Outcome {
  return toast === undefined
    ? outcome
    : { ...outcome, say: [...(outcome.say ?? []), { to, text: toast.content }] }
}

function asMessage(openId: string, text: string, ctx: Ctx) {
  return {
    kind: 'message' as const,
    messageId: '',
    chatId: '',
    chatType: 'p2p' as const,
    openId,
    parentId: undefined,
    mentioned: true,
    text,
    messageType: 'text',
    resources: [],
    sentAtMs: ctx.now,
  }
}
