// Talk recognised by its form alone: commands, greetings, thanks, corrections, promises.

import {
  ACK,
  CANCEL,
  COMMAND_QUERY,
  CORRECTION,
  GREETING,
  HELP,
  PROMISE,
  PROMISED,
  REFUSED,
  REMIND,
} from '../lexicon/talk.ts'
import type { Intent } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { headCounts } from '../staffing/head-counts.ts'
import { findVerbs } from '../staffing/verbs.ts'

const any = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text))

/** A reporter who asks whether the name stays secret wants no secret. */
const WORRIED = /会不会(?:被)?(?:泄露|暴露|知道|说出去)|(?:能|会|给)(?:不能)?(?:我)?保密/

/** 举报人信息请保密 asks to be kept secret, unless something is asked for besides: 名单给我,我会保密. */
const KEEP_SECRET = /举报人?(?:的)?(?:信息|身份|姓名|名字|内容)?(?:请|要|务必|一定|必须)+保密/
const DEMANDS = /导出|(?:给|发|告诉)(?:给)?我|是谁|名单|电话|查(?:一下|出)|公布|透露/
/** Whoever offers to keep the secret wants to learn it. */
const OFFERS = /(?<![给帮替为])我们?(?:会|一定|肯定)?保密/
const mayAsk = (text: string): boolean =>
  !OFFERS.test(text) && (WORRIED.test(text) || (KEEP_SECRET.test(text) && !DEMANDS.test(text)))

/** The order is that of certainty; undefined for whatever may be a report or a question. */
export function talkIntent(text: string): Intent | undefined {
  if (any(REFUSED, text) && !mayAsk(text)) return 'refused'
  if (GREETING.test(text)) return 'greeting'
  if (any(ACK, text)) return 'ack'
  if (any(HELP, text) && text.length < 30) return 'help'
  if (any(CANCEL, text)) return 'cancel'
  if (COMMAND_QUERY.test(text)) return 'query'
  if (/^绑定/.test(text)) return 'other'
  if (REMIND.test(text)) return 'reminder'
  return any(CORRECTION, text) && text.length < 60 ? 'correction' : undefined
}

/** 6名新录用公务员报到,名单明天报: the list is promised, the change is told. */
const tellsChange = (text: string): boolean =>
  text
    .split(/[,。;]/)
    .some(
      (clause) => /(?:\d|[一二两三四五六七八九十])(?:人|名|个)/.test(clause) && findVerbs(clause).length > 0,
    )

/** Ahead, without a day. */
const SOON = /过[两几]天|过会儿?|稍后|随后|回头|改天|晚[点些]|一会儿?|尽快|马上/

/** A promise to send something by a day that lies ahead. */
export function isPromise(reading: Reading): boolean {
  const { text, today } = reading
  const ahead =
    reading.dates.some(({ to }) => to !== undefined && to >= today) ||
    (SOON.test(text) && !/变[动化]了|调整了/.test(text) && headCounts(text) === 0)
  const plain = text.length < 18 && /(?:给你|给您|再|一定|前|之前)(?:们)?(?:报|交|发|补)/.test(text)
  return (
    (PROMISED.test(text) || plain) &&
    PROMISE.test(text) &&
    ahead &&
    text.length < 40 &&
    !/已(?:经)?(?:印|下|上)?(?:发|报|交)|双随机|联合检查/.test(text) &&
    (reading.people.length === 0 || findVerbs(text).length === 0) &&
    !tellsChange(text)
  )
}
