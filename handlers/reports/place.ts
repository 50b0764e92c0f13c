// Places in a list as people say them: 第二个, 第3条.
const signs = '一二三四五六七八九十'
const sign = '[一二三四五六七八九十]|\\d{1,2}'

/** 第二 and 第12, as part of a pattern; what is counted (个, 条) follows. */
export const ordinal = `第(?:${sign})`

/** The first place in a text, from 0: 第二个 is 1. */
export function placeIn(text: string): number | undefined {
  const said = new RegExp(`第(${sign})`, 'u').exec(text)?.[1]
  return said === undefined ? undefined : placeOf(said)
}

/** The place that the whole text is, with or without 第 and what is counted; undefined for any other text. */
export function placeSaid(text: string): number | undefined {
  const said = new RegExp(`^第?(${sign})[条项个位]?人?$`, 'u').exec(text)?.[1]
  return said === undefined ? undefined : placeOf(said)
}

const placeOf = (said: string): number => (signs.indexOf(said) + 1 || Number(said)) - 1
