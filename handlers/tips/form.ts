// The form for a tip, opened from the menu by anybody. Submitting stores it at once, like a sentence does.
import { card, form, md, note } from '../../bot/cards/index.ts'
import type { Ctx, Outcome, PressIn } from '../../bot/context.ts'
import { channelStatement } from '../help.ts'
import { fieldProblems, type Item } from '../reports/define.ts'
import type { Press } from '../route.ts'
import { tipFields } from './fields.ts'
import { fileFromForm } from './file.ts'

export const tipWords: readonly string[] = ['报隐患', '举报', '我要举报', '隐患']
export const tipHint = '照片和一句话，当场编号'
export const tipExample = '泽州县子丑煤业三号皮带机没有护罩'

function tipFormCard(item: Item, problems: readonly string[]) {
  return card({
    title: '报隐患',
    subtitle: '任何人都可以报，提交即编号存档',
    state: 'info',
    stateText: '填写中',
    summary: '填写隐患',
    elements: [
      form({
        name: 'tip',
        elements: Object.entries(tipFields).map(([name, field]) => field.control(name, item[name])),
        submit: { text: '提交', act: { act: 'tip.file' } },
        reset: { text: '还原' },
        problems,
      }),
      note(md`照片在提交前后直接发给我即可。${channelStatement}`),
    ],
  })
}

export function openTipForm(to: { openId: string }): Outcome {
  return { say: [{ to, card: tipFormCard({}, []) }] }
}

async function submit(press: PressIn, ctx: Ctx): Promise<Outcome> {
  const entries = Object.entries(tipFields).flatMap(([name, field]) => {
    const value = field.fromForm(press.form[name])
    return value === undefined ? [] : [[name, value] as const]
  })
  const item: Item = Object.fromEntries(entries)
  const problems = fieldProblems({ fields: tipFields }, item).map((problem) => problem.sentence)
  if (item['description'] === undefined)
    problems.unshift('没有写是什么问题。请在“什么问题”里写一句，如 三号皮带机没有护罩。')
  if (problems.length > 0) {
    return { toast: { type: 'warning', content: problems[0] ?? '' }, card: tipFormCard(item, problems) }
  }
  return fileFromForm(item, press, ctx)
}

export const tipFormPresses: readonly Press[] = [{ act: 'tip.file', run: submit }]
