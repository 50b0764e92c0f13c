// The forms of tip cards that ask for a reason: why a tip is refused, and why one is corrected whose handling is over.
import {
  bold,
  bullets,
  button,
  type Card,
  card,
  form,
  md,
  multilineInput,
  text,
} from '../../bot/cards/index.ts'
import type { Tip } from '../../bot/context.ts'
import type { Item } from '../reports/define.ts'
import { tipFields, tipHeadline } from './fields.ts'

/** Asks for the reason before a tip is refused; the sender will read it. */
export function refusalCard({ id, number, content }: Tip): Card {
  return card({
    title: `不予受理 ${number}`,
    state: 'waiting',
    stateText: '请写理由',
    summary: `不予受理 ${number}`,
    elements: [
      text(bold(tipHeadline(content))),
      text(md`理由会原样告诉举报人，请写清楚为什么、应由哪个部门办理。`),
      form({
        name: 'refusal',
        elements: [
          multilineInput({
            name: 'reason',
            label: md`理由`,
            required: true,
            placeholder: '如 不属安全生产范围，应由城管部门办理',
            maxLength: 200,
            rows: 3,
          }),
        ],
        submit: { text: '确认不予受理', act: { act: 'tip.refuse', id } },
      }),
      button({ text: '返回', style: 'text', act: { act: 'tip.back', id } }),
    ],
  })
}

/** Asks why a tip is corrected whose handling is over, with what is corrected in the form. */
export function reasonForm({ id, number }: Tip, to: Item, lines: readonly string[]): Card {
  const changed = Object.entries(to).flatMap(([name, value]) => tipFields[name]?.control(name, value) ?? [])
  const reason = multilineInput({
    name: 'reason',
    label: md`原因`,
    required: true,
    placeholder: '如 当时把井口记错了',
    maxLength: 100,
    rows: 2,
  })
  return card({
    title: `更正 ${number}：请写原因`,
    state: 'waiting',
    stateText: '待填原因',
    summary: `更正 ${number} 要写原因`,
    elements: [
      text(bullets(lines)),
      text(md`这条举报已经结束。更正要写原因，经办单位会收到通知。`),
      form({
        name: 'why',
        elements: [...changed, reason],
        submit: { text: '写好了，更正', act: { act: 'tip.correct', id } },
      }),
    ],
  })
}
