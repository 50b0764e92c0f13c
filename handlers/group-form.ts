// The form that asks what a group is for, and what comes back from it. Used by groups.ts.
import { type Card, card, form, md, multiSelect, text, textInput } from '../bot/cards/index.ts'
import type { PressIn } from '../bot/context.ts'

/** What a group can be sent, as kept in the table and as people read it. */
export const groupTopics = {
  summary: { name: '周报', what: '每周一上午发本单位周报' },
  reminder: { name: '提醒', what: '到期、缺人、逾期的提醒' },
} as const
export type Topic = keyof typeof groupTopics
export const topics = Object.keys(groupTopics) as readonly Topic[]

/** 周报：每周一上午… */
export function whatComes(topic: Topic): string {
  return `${groupTopics[topic].name}：${groupTopics[topic].what}`
}

/** The unit as typed, trimmed. */
export function unitIn(press: PressIn): string {
  const value = press.form['unit']
  return typeof value === 'string' ? value.trim() : ''
}

/** The topics chosen; anything else a press carried is left out. */
export function topicsIn(press: PressIn): readonly Topic[] {
  const value = press.form['topics']
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return topics.filter((topic) => chosen.includes(topic))
}

/** Filled with what is set or was typed; `bound` is the unit it belongs to now, `problems` are sentences. */
export function groupForm(props: {
  chatId: string
  chatName: string
  unit: string
  topics: readonly string[]
  bound: string | undefined
  problems: readonly string[]
}): Card {
  const { chatId, chatName, problems } = props
  const name = chatName === '' ? '（没有群名）' : chatName
  const options = topics.map((topic) => ({ text: whatComes(topic), value: topic }))
  const elements = [
    textInput({
      name: 'unit',
      label: md`这个群是哪个单位的`,
      required: true,
      placeholder: '如 沁水县',
      maxLength: 60,
      initial: props.unit,
    }),
    multiSelect({
      name: 'topics',
      label: md`往群里发什么`,
      required: true,
      placeholder: '可多选',
      options,
      initial: props.topics,
    }),
  ]
  return card({
    title: '这个群用来做什么',
    state: 'waiting',
    icon: 'group_outlined',
    summary: '安监通进了一个群，请设置',
    elements: [
      props.bound === undefined
        ? text(md`我在群“${name}”里。设置好之前，我不会往群里推送。`)
        : text(md`我在群“${name}”里，现在对接${props.bound}。保存之前照旧推送。`),
      form({
        name: 'group',
        elements,
        submit: { text: '保存', act: { act: 'groups.bind', chat: chatId } },
        problems,
      }),
    ],
  })
}
