// One way of writing before anything is read: half-width, simplified, common typos mended, spaces that
// mean nothing removed. Line breaks and tabs stay: lists and pasted tables need them.

import { mendTypos } from '../lexicon/typos.ts'
import { toSimplified } from './traditional.ts'

/** 城建办→应急办: a way between two desks or units. */
const FROM_TO =
  /(?<=^|[\s,。;、:)])(\p{Script=Han}{1,10}(?:[办站科股室局所队镇乡委]|中心|街道|公司|厂|矿|社区))\s*(?:→|⇒|➡️?|-+>|=+>|——?>)\s*(?=(\p{Script=Han}{1,10}(?:[办站科股室局所队镇乡委]|中心|街道|公司|厂|矿|社区))(?:$|[\s,。;、:\d(]))\2/gu

/** 执法大队 钱一→综合股: the name between. */
const PERSON_TO =
  /(?<=^|[\s,。;、:)])(\p{Script=Han}{1,8}(?:[办站科股室所队]|中心))\s+(\p{Script=Han}{2,3})\s*(?:→|⇒|➡️?|-+>|=+>)\s*(?=\p{Script=Han}{1,10}(?:[办站科股室局所队镇乡委]|中心)(?:$|[\s,。;、:\d(]))/gu

const HAN = '\\p{Script=Han}'
const SPACE = '[^\\S\\n\\t]'

/** Spaces between a number and its neighbours, or beside punctuation, carry no meaning. */
function dropEmptySpaces(text: string): string {
  return text
    .replace(new RegExp(`${SPACE}+`, 'gu'), ' ')
    .replace(/ ?([,。;:!?、()〔〕~—"“”《》【】]) ?/g, '$1')
    .replace(
      /(\d) (?=(?:年(?!休|假)|月|日|号|人|名|位|个|学时|分|天|周|期|场|万|元|点|时(?!间)|台|套|家|项|处|条))/gu,
      '$1',
    )
    .replace(/([年月]) (?=\d)/g, '$1')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ?\t ?/g, '\t')
}

/** A two-character name set out with a space to align a column: "张 三". */
const joinSpacedNames = (text: string): string =>
  text.replace(
    new RegExp(
      `(^|[\\n\\t,、;:。!?])([${'张王李赵钱孙周吴郑冯陈刘杨黄马胡朱郭何高林罗梁宋唐许韩'}]) (${HAN})(?=$|[\\s,、;])`,
      'gu',
    ),
    '$1$2$3',
  )

/**
 * The text as all rules of this folder read it. Idempotent. Digits become half-width, traditional
 * characters simplified; nothing is dropped that could carry meaning.
 */
export function normalise(text: string): string {
  const plain = text
    // Before a number the sign keeps its brackets: ②2具 is no 2.2具.
    .replace(/[①-⑨](?=\s*\d)/g, (sign) => `(${sign.charCodeAt(0) - 0x245f})`)
    .replace(/[①-⑳]/g, (sign) => `${sign.charCodeAt(0) - 0x245f}.`)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[.](?=\s*$)|(?<=\p{Script=Han})[.](?=\p{Script=Han}|\s|$)/gu, '。')
    .replace(/[﹒．]/g, '.')
    .replace(/[﹑]/g, '、')
    .replace(/元月(?=\d|[一二三四五六七八九十初上中下底份])/g, '1月')
    .replace(/[–‒―─－]/g, '—')
    .replace(/〜/g, '~')
  const simple = mendTypos(toSimplified(plain))
    .replace(FROM_TO, '从$1调到$2')
    .replace(PERSON_TO, '$2从$1调到')
  return joinSpacedNames(dropEmptySpaces(simple).trim())
    .replace(/\n{2,}/g, '\n')
    .trim()
}
