// All report types that are confirmed before they are saved. A new one is a file and a line here; hazard tips,
// which are stored at once, live in handlers/tips/.
import { certificate } from './certificate.ts'
import type { ReportType } from './define.ts'
import { staffing } from './staffing.ts'
import { training } from './training.ts'

export const reportTypes: readonly ReportType[] = [staffing, training, certificate]

export function reportType(kind: string): ReportType | undefined {
  return reportTypes.find((type) => type.kind === kind)
}

/** The type that takes what the text understanding calls `itemType`. */
export function typeOfItem(itemType: string): ReportType | undefined {
  return reportTypes.find((type) => type.itemTypes.includes(itemType))
}
