// Whether a text tells or plans, as a whole and at one place: decides the year of a day without one.

import type { DateSetting, Mood } from './span.ts'

/** Whether a message plans or tells: decides between last year's and this year's day. */
export function moodOf(text: string): Mood {
  if (
    /计划|拟于|拟在|准备|打算|预计|定于|将于|将在|安排在|提醒|下(?:周|月|个月|季度|半年)|明天|后天/.test(text)
  )
    return 'future'
  return /昨天|上周|上个?月|去年|已经|[上报入到退辞离][的了](?:班|到|职|岗|休)|(?:完成|结束|走|来|退休?|辞职?|培训|参加|搞|开|办|调|报到|到岗|上班|去世)(?:了|过|的)/.test(
    text,
  )
    ? 'past'
    : 'open'
}

const LISTENS_TO_TENSE =
  /^(?:[周星礼]|元旦|元宵|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一[前后]|年[底末])/

/** A day after 到 or 有效期 lies ahead; of the rest only weekdays and festivals listen to the past tense. */
export function localSetting(text: string, at: number, setting: DateSetting, mood: Mood): DateSetting {
  const before = text.slice(Math.max(0, at - 10), at)
  if (
    /(?:续借[^。;]{0,5}|续聘[^。;]{0,5}|借调|延长|继续|延期|顺延|有效期|期限|限期|借用|挂职|假|脱产|跟班|驻村|帮忙)[^,。;]{0,3}(?:到|至|为)$/.test(
      before,
    )
  )
    return { ...setting, mood: 'future' }
  if (/^[^,。;]{1,9}(?:到期|过期|失效|届满)/.test(text.slice(at, at + 14)))
    return { ...setting, mood: 'future' }
  return LISTENS_TO_TENSE.test(text.slice(at, at + 3)) ? { ...setting, mood } : setting
}
