// How many people died, were hurt or are trapped, as far as a message tells.

import { NUMBER, readNumber } from '../numbers/numerals.ts'

const PEOPLE = '(?:个人|人|名|个|位)?'

const ANY = '死亡|死了|死|遇难|重伤|轻伤|受伤|伤|被困|失联|被埋|埋'

/** 死了两个伤了三个 counts behind its words, 1人死亡2人受伤 before them: the first count shows which. */
function wordsFirst(text: string): boolean {
  const behind = text.search(new RegExp(`(?:${ANY})(?:了|人数)?(?:${NUMBER})`))
  const before = text.search(new RegExp(`(?:${NUMBER})${PEOPLE}(?:${ANY})`))
  return behind >= 0 && (before < 0 || behind < before)
}

function casualty(text: string, words: string): number | undefined {
  const before = new RegExp(
    `(?<![周期拜月第\\d.])(${NUMBER})${PEOPLE}(?:工人|矿工|人员|作业人员|职工|群众|村民|学生|司机)?(?:当场|已经?|不幸|经抢救无效)?(?:被)?(?:${words})`,
  ).exec(text)
  const after = new RegExp(
    `(?:${words})(?:了|人数|人员)?(?:为|是|:|上升到|升至|增至|增加到|达到?)?(${NUMBER})${PEOPLE}`,
  ).exec(text)
  const apart = new RegExp(
    `(?<![周期拜月第\\d.])(${NUMBER})(?:人|名|个|位)(?:(?!无(?!效)|未|没)[^。;\\d一二两三四五六七八九十]){0,24}(?:${words})`,
  ).exec(text)
  const match = (wordsFirst(text) ? (after ?? before) : (before ?? after)) ?? apart
  if (match !== null) return readNumber(match[1] ?? '')
  return new RegExp(
    `(?:无人|没有?人(?:员)?|未造成(?:人员)?)(?:员)?(?:${words})|无(?:人员)?(?:${words})`,
  ).test(text)
    ? 0
    : undefined
}

/** 被困2人已救出: nobody is trapped any more. */
const RESCUED =
  /(?:被困|被埋|失联)的?(?:\d+|[一二两三四五六七八九十]+)?(?:名|个)?(?:人员|工人|矿工|人)?(?:已经?|均|全部|都)+(?:被|成功)?(?:救出|获救|脱险)/

/** Dead, seriously injured and trapped, as far as told; 无人员伤亡 is zero. */
export function casualtiesIn(text: string): {
  dead?: number
  seriouslyInjured?: number
  injured?: number
  trapped?: number
} {
  const none =
    /(?:无|没有|未造成)(?:人员)?(?:伤亡|死伤)|没(?:有)?(?:伤|死)(?:着)?人|没人(?:受)?伤|无人(?:员)?(?:受伤|伤亡)/.test(
      text,
    )
  const found = {
    dead:
      casualty(text, '死亡|遇难|身亡|死了|死|去世|罹难|砸死|压死|没气了|断气了') ??
      (/死了个(?:人|工人|矿工)/.test(text) ? 1 : none ? 0 : undefined),
    seriouslyInjured: casualty(text, '重伤'),
    injured: casualty(text, '轻伤|受伤|送医|(?<!重)伤(?!亡)') ?? (none ? 0 : undefined),
    trapped: RESCUED.test(text)
      ? undefined
      : casualty(
          text,
          '被困|失联|失踪|被埋|困在|埋在|埋了|埋|压住|压在|压着(?!没|不|未)|被压|没出来|没上来|没上井|没升井|出不来|联系不上|失去联系|下落不明',
        ),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
