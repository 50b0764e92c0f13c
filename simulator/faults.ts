// What can be made to go wrong, as one typed object: every switch neutral by default, numbers count down as
// they are used up. Set by tests (`setFaults`) and by the page (`POST /sim/faults`).

import { z } from 'zod'

/**
 * One rule for REST calls. `path` is matched as a part of `METHOD /path`, such as `POST /open-apis/im/v1/messages`
 * or `/reply`; the rule applies to the next `times` calls that match.
 * rateLimit: 429 with 99991400 and its headers · messageRate: 400 with 230020 · serverError: 500 without effect ·
 * cutBefore: the connection breaks and nothing was done · cutAfter: it was done, but the answer is lost ·
 * slow: it is done at once, the answer comes `delayMs` later · tokenInvalid: 99991663.
 */
const restFault = z.strictObject({
  path: z.string(),
  times: z.int().min(1),
  kind: z.enum(['rateLimit', 'messageRate', 'serverError', 'cutBefore', 'cutAfter', 'slow', 'tokenInvalid']),
  delayMs: z.int().min(0).optional(),
})

const faultShape = {
  /** every event is pushed so many more times after its first delivery, under the same event_id */
  duplicateEvents: z.int().min(0),
  /** so many of the next events come once more under another event_id (same message_id) */
  duplicateUnderNewId: z.int().min(0),
  /** acks of the next N pushes are ignored, as if they never arrived */
  dropAcks: z.int().min(0),
  /** every push waits so long before it leaves, real ms */
  delayPushesMs: z.int().min(0),
  /** the next N events are held back and then pushed newest first */
  reorderEvents: z.int().min(0),
  rest: z.array(restFault),
  /** every REST answer comes so much later, real ms */
  slowAnswersMs: z.int().min(0),
  /** the socket breaks right after the next N pushes have been sent on it */
  cutAfterPush: z.int().min(0),
  /** long connection only: every push is split into so many frames, in shuffled order */
  fragments: z.int().min(1),
  /** the last fragment of the next N split pushes never leaves */
  loseLastFragment: z.int().min(0),
  /** the next N presses go out as `type=card` frames, which the SDK ignores (user sees 200340) */
  cardFrames: z.int().min(0),
  /** the next N cards sent or patched are refused with this inner code, such as 11310 */
  refuseCards: z.strictObject({ times: z.int().min(0), code: z.int() }),
  /** endpoint discovery answers this code for the next N times; `data` is what the SDK finds beside it */
  refuseDiscovery: z.strictObject({
    times: z.int().min(0),
    code: z.int(),
    data: z.enum(['object', 'null']),
  }),
  /** scopes treated as not granted, such as `im:resource` */
  missingScopes: z.array(z.string()),
  /** scopes granted beyond the usual ones; `im:message.group_msg` brings all messages of groups to the bot */
  extraScopes: z.array(z.string()),
  /** receive_id → code that every send to it is refused with: 230013, 230053, 230029, 230035 … */
  refuseRecipients: z.record(z.string(), z.int()),
}

const faultsSchema = z.strictObject(faultShape)
export const partialFaultsSchema = faultsSchema.partial()

export type Faults = z.infer<typeof faultsSchema>
/** Some switches; those left out stay as they are. */
export type SomeFaults = z.infer<typeof partialFaultsSchema>
export type RestFault = z.infer<typeof restFault>

/** Nothing goes wrong. */
export function noFaults(): Faults {
  return {
    duplicateEvents: 0,
    duplicateUnderNewId: 0,
    dropAcks: 0,
    delayPushesMs: 0,
    reorderEvents: 0,
    rest: [],
    slowAnswersMs: 0,
    cutAfterPush: 0,
    fragments: 1,
    loseLastFragment: 0,
    cardFrames: 0,
    refuseCards: { times: 0, code: 11310 },
    refuseDiscovery: { times: 0, code: 1, data: 'object' },
    missingScopes: [],
    extraScopes: [],
    refuseRecipients: {},
  }
}

/** Sets the given switches. */
export function changeFaults(faults: Faults, changes: SomeFaults): Faults {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return Object.assign(faults, Object.fromEntries(given))
}

type Counter =
  | 'duplicateUnderNewId'
  | 'dropAcks'
  | 'reorderEvents'
  | 'cutAfterPush'
  | 'loseLastFragment'
  | 'cardFrames'

/** Uses up one of a counting switch; false when none is left. */
export function takeFault(faults: Faults, name: Counter): boolean {
  if (faults[name] <= 0) return false
  faults[name] -= 1
  return true
}

/** Uses up one of the first rule that matches this call; `undefined` when none does. */
export function takeRestFault(faults: Faults, call: string): RestFault | undefined {
  const rule = faults.rest.find((candidate) => call.includes(candidate.path))
  if (rule === undefined) return undefined
  rule.times -= 1
  if (rule.times <= 0) faults.rest.splice(faults.rest.indexOf(rule), 1)
  return rule
}
