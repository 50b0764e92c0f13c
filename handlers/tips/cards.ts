// The cards of a tip: the sender's receipt, which follows every step, and the handler's card, which shows what
// is needed to act and never who said it. Both are private; groups get counts only.
import {
  type BodyElement,
  bold,
  bullets,
  button,
  buttonRow,
  type Card,
  type CardState,
  card,
  colour,
  form,
  image,
  labelled,
  type Md,
  md,
  note,
  panel,
  text,
} from '../../bot/cards/index.ts'
import type { Tip, TipStep } from '../../bot/context.ts'
import { clockTime } from '../time.ts'
import { phoneFor, phoneWords, questionsFor, sectorName, tipFields, tipHeadline } from './fields.ts'

const stepWords: Readonly<Record<string, string>> = {
  received: '已收到并编号',
  routed: '已转',
  photo: '已收下照片',
  file: '已收下附件（卡片上打不开）',
  added: '补充了内容',
  corrected: '更正了内容',
  told: '来信说明',
  accepted: '已受理',
  refused: '不予受理',
  phoneSeen: '受理的人看了联系电话',
  closed: '已办结',
  withdrawn: '举报人撤回',
}

const stateOf: Readonly<Record<Tip['status'], { state: CardState; word: string }>> = {
  received: { state: 'waiting', word: '待受理' },
  accepted: { state: 'info', word: '已受理' },
  refused: { state: 'ended', word: '不予受理' },
  closed: { state: 'done', word: '已办结' },
  withdrawn: { state: 'ended', word: '已撤回' },
}

/** What the sender keeps: number, what was understood, every step so far, and the questions still open. */
export function tipReceipt(props: {
  tip: Tip
  steps: readonly TipStep[]
  handlerName: string | undefined
}): Card {
  const { tip, steps, handlerName } = props
  const { state, word } = stateOf[tip.status]
  const open = tip.status === 'received' || tip.status === 'accepted'
  return card({
    title: tip.status === 'received' ? `举报已收到 ${tip.number}` : `举报 ${tip.number}`,
    state: tip.status === 'received' ? 'done' : state,
    stateText: tip.status === 'received' ? '已收到' : word,
    summary: `举报 ${tip.number} ${word}`,
    elements: [
      tip.urgency === 'immediate' && tip.status === 'received' ? text(bold(colour('red', urgentWords))) : [],
      labelled([...contentLines(tip), ...phoneLine(tip)]),
      text(stepLines(steps)),
      handlerName === undefined || tip.status !== 'received'
        ? []
        : text(md`由 ${handlerName} 办理，7 日内决定是否受理，每一步都在这张卡片上告诉您。`),
      open ? questionForm(tip) : [],
      tip.status === 'received' ? withdrawRow(tip) : [],
      note(md`补充照片直接发给我即可。聊天里的匿名只是对经办人保密，平台和单位管理员可能知道是谁发的。`),
    ],
  })
}

const urgentWords = '如有人员被困、着火或泄漏，请先打 119 / 120，不要等这里的回复。'

function contentLines(tip: Tip): { label: string; value: Md }[] {
  const names = Object.keys(tipFields).filter(
    (name) => name !== 'reporterPhone' && tip.content[name] !== undefined,
  )
  return names.map((name) => ({
    label: tipFields[name]?.label ?? name,
    value: md`${tipFields[name]?.show(tip.content[name]) ?? ''}`,
  }))
}

function phoneLine(tip: Tip): { label: string; value: Md }[] {
  const said = phoneWords(tip)
  return said === undefined ? [] : [{ label: '联系电话', value: md`${said}` }]
}

/** `decider` is named to colleagues only: the sender reads what was decided, not by whom. */
function stepLines(steps: readonly TipStep[], decider?: string): Md {
  return bullets(
    steps.map(({ at, kind, note: words, detail }) => {
      const said = [words, detail].filter((one) => one !== null).join('；')
      const who = decider !== undefined && (kind === 'accepted' || kind === 'refused') ? `（${decider}）` : ''
      return `${clockTime(at)} ${stepWords[kind] ?? kind}${who}${said === '' ? '' : `：${said}`}`
    }),
  )
}

function questionForm(tip: Tip): BodyElement[] {
  const names = questionsFor(tip.content)
  if (names.length === 0) return []
  const fields = names.flatMap((name) => {
    const field = tipFields[name]
    return field === undefined ? [] : [field.control(name, tip.content[name])]
  })
  return [
    text(md`已经存好。补上下面几项，核实会快一些：`),
    form({ name: 'more', elements: fields, submit: { text: '补充', act: { act: 'tip.add', id: tip.id } } }),
  ]
}

function withdrawRow(tip: Tip): BodyElement {
  return button({
    text: '撤回举报',
    style: 'text',
    act: { act: 'tip.withdraw', id: tip.id },
    confirm: { title: '撤回这条举报？', text: '撤回后不再核查。' },
  })
}

/** What the handler sees and can do. `photos` are ids of stored photos. */
export function handlerCard(props: {
  tip: Tip
  steps: readonly TipStep[]
  placeName: string
  decider: string | undefined
  photos: readonly string[]
}): Card {
  const { tip, steps, decider, photos } = props
  const { state, word } = stateOf[tip.status]
  return card({
    title: `隐患线索 ${tip.number}`,
    subtitle: `${props.placeName} · ${sectorName(tip.sector)}`,
    state: tip.urgency === 'immediate' && tip.status === 'received' ? 'overdue' : state,
    stateText: tip.urgency === 'immediate' && tip.status === 'received' ? '紧急待受理' : word,
    summary: `隐患线索 ${tip.number} ${word}`,
    elements: [
      text(bold(tipHeadline(tip.content))),
      labelled(contentLines(tip)),
      photos.slice(0, 4).map((id) => image(`stored-${id}`, '现场照片')),
      tip.status === 'received' ? decisionButtons(tip) : [],
      tip.status === 'accepted' && phoneFor(tip) !== undefined ? phoneButton(tip) : [],
      panel({ title: md`办理过程`, expanded: false, elements: [text(stepLines(steps, decider))] }),
      note(md`收到后 7 日内决定是否受理（第十二条）。不显示也不要打听举报人；严禁泄露线索。`),
    ],
  })
}

function phoneButton({ id }: Tip): BodyElement {
  return button({
    text: '看联系电话',
    style: 'default',
    act: { act: 'tip.phone', id },
    confirm: { title: '看举报人留的电话？', text: '只有受理的人能看，会留下记录，举报人也看得到。' },
  })
}

function decisionButtons({ id }: Tip): BodyElement {
  return buttonRow([
    button({ text: '受理', style: 'primary', act: { act: 'tip.accept', id } }),
    button({ text: '不予受理', style: 'default', act: { act: 'tip.refusal', id } }),
  ])
}
