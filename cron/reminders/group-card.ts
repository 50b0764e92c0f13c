// What a group hears of the day's reminders: how many of what at which unit. Never a person, never a tip.
import {
  bold,
  bullets,
  button,
  buttonRow,
  type Card,
  card,
  join,
  type Md,
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
  readonly unitNames: ReadonlyMap<string, string>
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
      text(join(reminderTopics.flatMap((topic) => topicLines(topic, props)))),
      buttonRow([
        button({ text: '看达标情况', style: 'primary', act: { act: 'standing.show', unit: unit.id } }),
      ]),
      note(md`群里只显示单位和数量，不显示姓名和线索内容。`),
    ],
  })
}

function topicLines(
  topic: string,
  { things, unitNames }: { things: readonly Thing[]; unitNames: ReadonlyMap<string, string> },
): readonly Md[] {
  const own = things.filter((thing) => thing.topic === topic)
  if (own.length === 0) return []
  const counts = new Map<string, number>()
  for (const { unitId } of own) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  const units = [...counts].sort(([, one], [, other]) => other - one)
  const shown = units.slice(0, unitsShown).map(([id, count]) => `${unitNames.get(id) ?? ''} ${count}项`)
  const more = units.length > unitsShown ? [`等${units.length}家`] : []
  return [bold(`${reminderTopic(topic)} ${own.length}项`), bullets([[...shown, ...more].join('、')])]
}
