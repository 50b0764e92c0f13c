// Numbers and readings that the document leaves open: dated, named in Chinese, edited by the city.
// The table is settings-table.ts. Rules, the store (stored changes) and handlers (editing in chat) import this file.

import { type LocalDate, localDate } from './calendar.ts'
import type { Used } from './kernel.ts'
import { type ChoiceSetting, type NumberSetting, settingTable } from './settings-table.ts'

type Table = typeof settingTable
export type SettingId = keyof Table
type ValueOf<S> = S extends { kind: 'choice'; choices: infer C } ? keyof C & string : number

/** Every setting as it stands on one day. */
export type Settings = {
  readonly [Id in SettingId]: { readonly value: ValueOf<Table[Id]>; readonly from: LocalDate }
}

/** A stored change: from that day on the setting has this value. */
export type SettingChange = { readonly id: string; readonly from: LocalDate; readonly value: number | string }

/** Settings without any change hold from the day the document was issued. */
export const settingsFrom = localDate('2021-04-20')

/** What is wrong with a value somebody wants to set, or undefined when it fits. */
export type SettingFault = 'unknownSetting' | 'notInteger' | 'outOfRange' | 'unknownChoice'

export function settingFault(id: string, value: number | string): SettingFault | undefined {
  const setting = definitionOf(id)
  if (setting === undefined) return 'unknownSetting'
  if (setting.kind === 'choice')
    return Object.hasOwn(setting.choices, String(value)) ? undefined : 'unknownChoice'
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'notInteger'
  return value < setting.min || value > setting.max ? 'outOfRange' : undefined
}

/** Name, unit, range or choices and default of a setting; undefined when there is none of that id. */
export function definitionOf(id: string): NumberSetting | ChoiceSetting | undefined {
  return Object.hasOwn(settingTable, id) ? settingTable[id as SettingId] : undefined
}

export const settingIds = Object.keys(settingTable) as readonly SettingId[]

/**
 * The settings in force on a day: the default, or the newest change not after the day.
 *
 * @throws RangeError on a stored change that `settingFault` refuses
 */
export function settingsAt(changes: readonly SettingChange[], day: LocalDate): Settings {
  const inForce = new Map<string, { value: number | string; from: LocalDate }>()
  for (const change of [...changes].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const fault = settingFault(change.id, change.value)
    if (fault !== undefined) throw new RangeError(`setting ${change.id} from ${change.from}: ${fault}`)
    if (change.from <= day) inForce.set(change.id, { value: change.value, from: change.from })
  }
  const entries = settingIds.map((id) => {
    return [id, inForce.get(id) ?? { value: settingTable[id].value, from: settingsFrom }]
  })
  return Object.fromEntries(entries) as Settings
}

/** The settings named, in the form a verdict lists them. */
export function usedSettings(settings: Settings, ...ids: readonly SettingId[]): readonly Used[] {
  return ids.map((id) => {
    const definition = settingTable[id]
    const unit = definition.kind === 'choice' ? 'choice' : definition.unit
    return { id, value: settings[id].value, unit, from: settings[id].from, source: 'setting' }
  })
}
