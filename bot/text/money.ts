// Amounts of money in yuan: 25万元, 2.3万, 300000元, 二十万.

import { NUMBER, readNumber } from './numerals.ts'

const AMOUNT = new RegExp(
  `(${NUMBER})(?:余|多)?(?:元|块钱?)|(${NUMBER.replace('(?:[万亿])?', '[万亿]')})(?!人|平|吨|个|家|台|户|册|套)`,
  'g',
)

/** All amounts in order, in whole yuan. */
/** 12万6千元: the two parts added up. */
const joined = (text: string): string =>
  text.replace(
    /(\d+)万(\d)千/g,
    (_, myriads: string, thousands: string) => `${Number(myriads) + Number(thousands) / 10}万`,
  )

function moneysIn(text: string): number[] {
  return [...joined(text).matchAll(AMOUNT)]
    .map((match) => readNumber(match[1] ?? match[2] ?? ''))
    .filter((value): value is number => value !== undefined)
    .map((value) => Math.round(value))
}

export const moneyIn = (text: string): number | undefined => moneysIn(text)[0]
