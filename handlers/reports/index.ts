// All report types. A new one is a file and a line here.
import { certificate } from './certificate.ts'
import type { ConfirmedReport, ReportType } from './define.ts'
import { hazard } from './hazard.ts'
import { organisation } from './organisation.ts'
import { staffing } from './staffing.ts'
import { training } from './training.ts'

export const reportTypes: readonly ReportType[] = [staffing, training, certificate, organisation, hazard]

export function reportType(kind: string): ReportType | undefined {
  return reportTypes.find((type) => type.kind === kind)
}

/** The type of reports that begin as a draft; undefined for those that are stored at once. */
export function confirmedType(kind: string): ConfirmedReport | undefined {
  const type = reportType(kind)
  return type?.storing === 'confirmed' ? type : undefined
}

/** The type that takes what the text understanding calls `itemType`. */
export function typeOfItem(itemType: string): ReportType | undefined {
  return reportTypes.find((type) => type.itemTypes.includes(itemType))
}
