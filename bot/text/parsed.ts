// The shape of what parse answers. Slot names are those of the project's message corpus.

import type { Day } from './dates/calendar.ts'
import type { SenderInput } from './form/sender.ts'
import type { Gazetteer } from './names/gazetteer.ts'

export type Intent =
  | 'staffing'
  | 'training'
  | 'hazard'
  | 'accident'
  | 'query'
  | 'correction'
  | 'cancel'
  | 'greeting'
  | 'help'
  | 'ack'
  | 'promise'
  | 'reminder'
  | 'enforcement'
  | 'equipment'
  | 'fund'
  | 'meeting'
  | 'insurance'
  | 'mixed'
  | 'refused'
  | 'other'

export type ItemType =
  | 'staffingChange'
  | 'staffingSnapshot'
  | 'orgChange'
  | 'trainingRecord'
  | 'certificateRecord'
  | 'trainingAdjustment'
  | 'trainingAbsence'
  | 'trainingGap'
  | 'hazardTip'
  | 'hazardProgress'
  | 'hazardFollowUp'
  | 'hazardSelfCheck'
  | 'retaliationComplaint'
  | 'misconductReport'
  | 'accident'
  | 'nilReport'
  | 'equipmentRecord'
  | 'fundRecord'
  | 'meetingRecord'
  | 'insuranceSnapshot'
  | 'randomInspection'
  | 'jointPlan'
  | 'query'
  | 'correction'
  | 'cancel'
  | 'setReminder'
  | 'promise'
  | 'ack'

export type Slot = string | number | boolean | readonly Slot[] | { readonly [name: string]: Slot }

/** One thing that was reported; absent slots are absent, never null. */
export interface Item {
  readonly type: ItemType
  readonly [slot: string]: Slot
}

export type Slots = Readonly<Record<string, Slot | undefined>>

/** What could not be taken as it stands, for the card to say. */
export type Problem =
  | {
      readonly kind:
        | 'invalidDate'
        | 'futureBeyondYear'
        | 'duplicatePerson'
        | 'unknownUnit'
        | 'shareAbove100'
        | 'ownLeave'
        | 'regularised'
      readonly read: string
    }
  | { readonly kind: 'ambiguousUnit'; readonly read: string; readonly candidates: readonly string[] }
  | { readonly kind: 'countMismatch'; readonly read: string; readonly said: number; readonly listed: number }
  /** 赵一等3人 with fewer names */
  | { readonly kind: 'partlyNamed'; readonly read: string; readonly said: number; readonly listed: number }
  /** parts that do not add up to their whole, and 12人次, which is no number of people */
  | { readonly kind: 'partsDisagree'; readonly read: string; readonly whole: number; readonly sum: number }
  | { readonly kind: 'occurrences'; readonly read: string }
  | { readonly kind: 'tooLong'; readonly read: string }

export interface Parsed {
  readonly intent: Intent
  readonly items: readonly Item[]
  /** Required slots that are not there, in the order of asking; never a reason not to save. */
  readonly missing: readonly string[]
  readonly problems?: readonly Problem[]
}

export interface ParseContext {
  readonly today: Day
  readonly sender: SenderInput
  readonly gazetteer: Gazetteer
  /** Names of people the sender's unit knows: found even without neighbours that show a name. */
  readonly roster?: readonly string[]
}

/** An item without the slots that are undefined, false-free as the writer left them. */
export function makeItem(type: ItemType, slots: Slots): Item {
  const item: { type: ItemType; [slot: string]: Slot } = { type }
  for (const [name, value] of Object.entries(slots)) {
    if (value !== undefined) item[name] = value
  }
  return item
}
