// What one person's change tells of the next one's: a successor's post and phone, a stand-in's time.

import { HEAD } from '../lexicon/posts.ts'
import type { Item } from '../parsed.ts'
import type { Reading } from '../reading.ts'
import { deskBefore } from './places.ts'
import { roleCodeOf } from './roles.ts'

/** The phone in a hand-over belongs to who takes over. */
function movePhone(items: readonly Item[]): Item[] {
  const giver = items.find((item) => item['phone'] !== undefined && item['changeType'] === 'undesignate')
  const taker = items.find((item) => item['phone'] === undefined && item['changeType'] === 'designate')
  const phone = giver?.['phone']
  if (giver === undefined || taker === undefined || phone === undefined) return [...items]
  return items.map((item) => {
    if (item === taker) return { ...item, phone }
    return item === giver ? without(item, 'phone') : item
  })
}

/** The item without one slot. */
export const without = (item: Item, slot: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== slot)) as Item

const LEFT = /^(?:leave|secondOut|transferOut|retire|resign|removeFromPost)$/

/** Who is replaced worked where the new one starts (接替钱一); who takes over takes the post (由周八接任). */
function inheritPosts(items: readonly Item[], reading: Reading): Item[] {
  return items.map((item, index) => {
    const person = item['person']
    const previous = items[index - 1]
    if (typeof person !== 'string' || previous === undefined) return item
    return onDuty(item, previous) ?? inherit(item, person, previous, reading)
  })
}

/** 安全员由周八换成钱一: the duty that one gave up is the other's. */
const onDuty = (item: Item, previous: Item): Item | undefined =>
  previous['changeType'] === 'undesignate' && item['changeType'] === 'join'
    ? { ...withCode(withDay(item, previous), previous), changeType: 'designate' }
    : undefined

function inherit(item: Item, person: string, previous: Item, reading: Reading): Item {
  const left = previous['person']
  const stands = standsIn(item, person, previous, reading)
  if (stands !== undefined && LEFT.test(String(previous['changeType'])))
    return {
      ...actFor(item, previous, MEANWHILE.test(reading.text)),
      ...(typeof left === 'string' ? { actingFor: left } : {}),
    }
  const taking = new RegExp(`(?:由|是)?${person}(?:同志)?(?:来|的)?(?:接任|接手|接|顶)`).test(reading.text)
  if (taking && item['role'] === undefined) {
    const coded = previous['changeType'] === 'reassign' ? item : withCode(item, previous)
    return succeed(withDay(coded, previous), previous, reading)
  }
  const filled = new RegExp(`(?:补|换|招|聘|来)(?:了|上|成)?(?:一?个)?(?:叫)?${person}`).test(reading.text)
  if (filled && previous['roleCode'] === 'gridMember') return { ...item, roleCode: 'gridMember' }
  const replaced = new RegExp(`(?:接替|顶替|接|替|顶)[^,。;]{0,14}${person}`).test(reading.text)
  return replaced ? withCode(item, previous) : item
}

/** 不再担任应急办主任,由李四接任: the same day. */
const withDay = (item: Item, previous: Item): Item => {
  const day = previous['effectiveDate']
  const dated = item['effectiveDate'] !== undefined || item['effectiveDateRange'] !== undefined
  return dated || day === undefined ? item : { ...item, effectiveDate: day }
}

const withCode = (item: Item, previous: Item): Item => {
  const code = previous['roleCode']
  return item['roleCode'] === undefined && code !== undefined ? { ...item, roleCode: code } : item
}

/** 期间由王五代理, or simply 由刘小军顶上 while somebody is on leave. */
function standsIn(item: Item, person: string, previous: Item, reading: Reading): true | undefined {
  if (item['changeType'] === 'acting') return item['actingFor'] === undefined ? true : undefined
  const covers = new RegExp(`由?${person}(?:同志)?(?:先|来|暂时?|临时)?(?:顶|代|接替|接手|负责|兼)`).test(
    reading.text,
  )
  return item['changeType'] === 'join' && previous['changeType'] === 'leave' && covers ? true : undefined
}

const MEANWHILE = /期间|(?:这|那)段(?:时间|日子)|(?:这|那)[几\d一二两三四五六]个?(?:月|周|天)/

/** Who stands in for somebody away does so in that kind of post, and as long as that lasts where it is said. */
function actFor(item: Item, away: Item, meanwhile: boolean): Item {
  const lasts = meanwhile && /^(?:leave|secondOut)$/.test(String(away['changeType']))
  const until = lasts ? away['endDate'] : undefined
  const code = item['roleCode'] ?? away['roleCode']
  return {
    ...item,
    changeType: 'acting',
    ...(code === undefined ? {} : { roleCode: code }),
    ...(until === undefined || item['endDate'] !== undefined ? {} : { endDate: until }),
  }
}

/** 安全科长一职由: the post that somebody takes over. */
const POST_BY = new RegExp(`(\\p{Script=Han}{0,6}(?:${HEAD}|总监))(?:一职)?由`, 'u')

function succeed(item: Item, previous: Item, reading: Reading): Item {
  const named = POST_BY.exec(reading.text)?.[1]
  const role = previous['formerRole'] ?? named ?? previous['role']
  if (typeof role !== 'string' || item['changeType'] !== 'appoint') return item
  const code = roleCodeOf(role, role, reading.sender)
  return {
    ...item,
    role: role.replace(/^(?:专职|兼职)/, ''),
    ...(code === undefined ? {} : { roleCode: code }),
  }
}

/** 一个去县纪委,一个去组织部: as many places as people, in order. */
function respectively(items: readonly Item[], reading: Reading): Item[] {
  const places = reading.units.filter(({ start }) =>
    /(?:一|另一)(?:个|名|位)(?:是|人)?(?:去|到|调到|考到|调往)(?:了)?$/.test(reading.text.slice(0, start)),
  )
  if (places.length < 2 || places.length !== items.length) return [...items]
  return items.map((item, index) => ({ ...item, toUnit: places[index]?.name ?? '' }))
}

const SWAP = /对调|互换|互调|对换|交换(?:岗位|工作)/
/** 办公室赵六和法规股孙七对调: each goes to the other's desk. */
function swapped(items: readonly Item[], { text }: Reading): Item[] {
  const desks = items.map(({ person }) => (typeof person === 'string' ? deskBefore(text, person) : undefined))
  const [one, other] = desks
  if (!SWAP.test(text) || items.length !== 2 || one === undefined || other === undefined) return [...items]
  return items.map((item, index) => ({
    ...item,
    changeType: 'reassign',
    fromDepartment: index === 0 ? one : other,
    department: index === 0 ? other : one,
  }))
}

/** 由李四代理站长,代孙七: whom somebody stands in for, told at the end. */
function actingFor(items: readonly Item[], { text, people }: Reading): Item[] {
  const away = people.find(
    ({ start, end }) =>
      /[,。;]代替?$/.test(text.slice(0, start)) && /^(?:同志)?(?:[,。;]|$)/.test(text.slice(end)),
  )
  return items.map((item) =>
    item['changeType'] === 'acting' && item['actingFor'] === undefined && away !== undefined
      ? { ...item, actingFor: away.name }
      : item,
  )
}

/** The items with what follows from their neighbours filled in. */
export const handOver = (items: readonly Item[], reading: Reading): Item[] =>
  swapped(respectively(actingFor(inheritPosts(movePhone(items), reading), reading), reading), reading)
