// What a handler gets in tests: a real store in a real transaction, the real book of units, a fixed moment.
// Also reads what a handler answered, and checks every card of it as strictly as the platform does.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { type Card, cardAsText } from '../../bot/cards/index.ts'
import { dayAt } from '../../bot/clock.ts'
import type { Ctx, MessageIn, Outcome, PressIn, ReceivedFile } from '../../bot/context.ts'
import type { Tx } from '../../bot/store/database.ts'
import { makeStore } from '../../bot/store/index.ts'
import { allPlaces } from '../../bot/store/places.ts'
import { makeGazetteer } from '../../bot/text/names/gazetteer.ts'
import { validateCard } from '../../simulator/cards/validate.ts'
import { textsOf } from '../cards/reading.ts'
import { counter, noon, storeEnv, type TestDatabase, testVault } from './database.ts'

export type Asker = {
  /** who asks; undefined for what no person did, such as a recall or a tick */
  openId: string | undefined
  /** ms since 1970; noon of 20 March 2024 unless told otherwise */
  now?: number
  files?: readonly ReceivedFile[]
  phoneMatch?: Ctx['phoneMatch']
  publicUrl?: string
}

/** One piece of work as a handler does it: all of it kept, or nothing. Cards of an outcome are checked. */
export function asked<T>(
  database: TestDatabase,
  asker: Asker,
  work: (ctx: Ctx, tx: Tx) => Promise<T>,
): Promise<T> {
  return database.transact(async (tx) => {
    const answer = await work(await ctxOf(tx, asker), tx)
    for (const card of cardsOf(answer)) expectTaken(card)
    return answer
  })
}

/** The ctx of one trigger, made as bot/worker.ts makes it. */
export async function ctxOf(tx: Tx, asker: Asker): Promise<Ctx> {
  const now = asker.now ?? noon('2024-03-20')
  const env = storeEnv({ now, newId: newRowId })
  const store = makeStore(tx, env)
  const bindings = asker.openId === undefined ? [] : await store.members.of(asker.openId)
  const { openId } = asker
  return {
    now,
    today: dayAt(now),
    sender:
      openId === undefined
        ? undefined
        : { openId, ref: testVault.ref(openId), name: bindings[0]?.name, bindings },
    files: asker.files ?? [],
    phoneMatch: bindings.length === 0 ? asker.phoneMatch : undefined,
    store,
    gazetteer: makeGazetteer(await allPlaces(tx)),
    publicUrl: asker.publicUrl,
    randomCode,
    isWorkingDay: env.isWorkingDay,
  }
}

// One row of ids for the whole run: two transactions of one test must not make the same id.
const newRowId = counter('row')
const newSeed = counter('code')
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function randomCode(bytes: number): string {
  const digest = createHash('sha256').update(newSeed()).digest()
  const length = Math.ceil((bytes * 8) / 5)
  return Array.from({ length }, (_, index) => letters[(digest[index] ?? 0) % 32]).join('')
}

/** A private message of the person; a group one when `chatType` says so. */
export function message(openId: string, text: string, changes: Partial<MessageIn> = {}): MessageIn {
  return {
    kind: 'message',
    messageId: `om_${openId}`,
    chatId: changes.chatType === 'group' ? 'oc_group' : `oc_${openId}`,
    chatType: 'p2p',
    openId,
    parentId: undefined,
    mentioned: true,
    text,
    messageType: 'text',
    resources: [],
    sentAtMs: noon('2024-03-20'),
    ...changes,
  }
}

/** A press on a card that stands in the person's private chat unless `changes` says otherwise. */
export function press(
  openId: string,
  value: Readonly<Record<string, string | number>> & { act: string },
  changes: Partial<PressIn> = {},
): PressIn {
  const { act, ...rest } = value
  return {
    kind: 'press',
    openId,
    messageId: 'om_card',
    chatId: `oc_${openId}`,
    act,
    value: rest,
    form: {},
    option: undefined,
    ...changes,
  }
}

/** The row of a card that was sent to this person alone, so that presses on it are known to be private. */
export async function sentPrivately(tx: Tx, openId: string, messageId = 'om_card'): Promise<void> {
  const at = new Date(noon('2024-03-20'))
  const target = JSON.stringify({ openId })
  const row = { id: messageId, lane: openId, target, kind: 'interactive', messageId, status: 'sent' }
  await tx.outgoing.create({ data: { ...row, notBefore: at, createdAt: at } })
}

/** Every card of an outcome: said, replaced, and in the place of the pressed one. */
export function cardsOf(outcome: unknown): Card[] {
  if (typeof outcome !== 'object' || outcome === null) return []
  const { say = [], card } = outcome as Outcome
  return [...say.flatMap((one) => one.card ?? []), ...(card === undefined ? [] : [card])]
}

/** All an outcome says, as plain lines: cards, texts and the toast. */
export function wordsOf(outcome: Outcome): string {
  const texts = (outcome.say ?? []).flatMap((one) =>
    'text' in one && one.text !== undefined ? [one.text] : [],
  )
  return [...cardsOf(outcome).map(cardAsText), ...texts, outcome.toast?.content ?? ''].join('\n').trim()
}

/** The values of all buttons and forms of an outcome's cards, in order. */
export function actsOf(outcome: Outcome): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  JSON.parse(JSON.stringify(cardsOf(outcome)), (key, value) => {
    if (key === 'value' && typeof value?.act === 'string') found.push(value)
    return value
  })
  return found
}

/** The platform would take this card, mentions and links of strangers would be refused with it. */
export function expectTaken(card: Card): void {
  const problem = validateCard(JSON.parse(JSON.stringify(card)), { imageKeys: new Set(), openIds: new Set() })
  expect(problem).toBeUndefined()
}

/** Text that would mention everybody, link somewhere or break a card, if a card let it. */
export const hostile = '<at id=all></at>[点我](https://evil.cn)**`</font>'

/** Nothing in these cards mentions, links or draws a picture; what a form was filled with stays as typed. */
export function expectHarmless(outcome: Outcome): void {
  for (const card of cardsOf(outcome)) {
    expectTaken(card)
    const { markdown, plain } = textsOf(card)
    expect(markdown.join('\n')).not.toMatch(/<at |\]\(|https?:/)
    expect(plain.join('\n')).not.toContain('<')
  }
  for (const one of outcome.say ?? []) if ('text' in one) expect(one.text ?? '').not.toContain('evil')
}
