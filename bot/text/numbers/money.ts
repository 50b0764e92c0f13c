// Amounts of money in yuan: 25万元, 2.3万, 300000元, 二十万, 一万八.

import { MYRIADS, NUMBER, readNumber } from './numerals.ts'

const AMOUNT = new RegExp(`(${NUMBER})(?:余|多)?(?:元|块钱?)|(${MYRIADS})(?!人|平|吨|个|家|台|户|册|套)`, 'g')

/** All amounts in order, in whole yuan. */
function moneysIn(text: string): number[] {
  return [...text.matchAll(AMOUNT)]
    .map((match) => readNumber(match[1] ?? match[2] ?? ''))
    .filter((value): value is number => value !== undefined)
    .map((value) => Math.round(value))
}

export const moneyIn = (text: string): number | undefined => moneysIn(text)[0]
