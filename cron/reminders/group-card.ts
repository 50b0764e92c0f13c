// What a group hears of the day's reminders: how many of what at which unit. Never a person, never a tip.
import {
  type BodyElement,
  bold,
  button,
  buttonRow,
  type Card,
  card,
  join,
  md,
  note,
  reminderTopic,
  reminderTopics,
  text,
} from '../../bot/cards/index.ts'
import type { Unit } from '../../bot/context.ts'
import type { LocalDate } from '../../policy/calendar.ts'
import type { Thing } from './things.ts'

const unitsShown = 6

/**
 * `things` are those of units at or below the group's own. Button: `standing.show` with the unit's id. About 4 KB.
 */
export function groupReminderCard(props: {
  readonly unit: Unit
  readonly things: readonly Thing[]
  /** the unit's name, or its county's in a card of the city */
  readonly nameOf: (unitId: string) => string
  readonly day: LocalDate
}): Card {
  const { unit, things, day } = props
  const late = things.filter(({ dueOn }) => dueOn !== undefined && dueOn < day).length
  return card({
    title: `${unit.name} 今日提醒`,
    subtitle: day,
    icon: 'alarm-clock_outlined',
    state: 'waiting',
    stateText: late > 0 ? `${late}项逾期` : `${things.length}项`,
    summary: `${unit.name}：新增提醒${things.length}项`,
    elements: [
      text(
        md`新到提醒时间的有 ${bold(`${things.length}项`)}${late > 0 ? `，其中${late}项已逾期` : ''}。已绑定的有关人员会收到私信。`,
      ),
      reminderTopics.flatMap((topic) => topicText(topic, props)),
      buttonRow([
        button({ text: '看达标情况', style: 'primary', act: { act: 'standing.show', unit: unit.id } }),
      ]),
      note(md`群里只显示单位和数量，不显示姓名和线索内容。`),
    ],
  })
}

function topicText(
  topic: string,
  { things, nameOf }: { things: readonly Thing[]; nameOf: (unitId: string) => string },
): readonly BodyElement[] {
  const own = things.filter((thing) => thing.topic === topic)
  if (own.length === 0) return []
  const counts = new Map<string, number>()
  for (const { unitId } of own) counts.set(nameOf(unitId), (counts.get(nameOf(unitId)) ?? 0) + 1)
  const units = [...counts].sort(([, one], [, other]) => other - one)
  const shown = units.slice(0, unitsShown).map(([name, count]) => `${name} ${count}项`)
  const more = units.length > unitsShown ? ` 等${units.length}家` : ''
  return [text(join([bold(`${reminderTopic(topic)} ${own.length}项`), md`${shown.join('、')}${more}`]))]
}
