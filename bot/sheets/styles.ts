// Which cell styles of a workbook show a number as a date. Imported by bot/sheets/workbook.ts only.
import { walkXml } from './xml.ts'

/** Numbers of the built-in formats that are dates, also those of Chinese Excel. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** The indexes (attribute `s` of a cell) whose format has a day or a year in it. */
export function dateStyles(xml: string | undefined): ReadonlySet<number> {
  const dates = new Set(builtIn)
  const found = new Set<number>()
  const place = { inCells: 'no', index: 0 }
  walkXml(xml ?? '', {
    open(name, attribute) {
      if (name === 'numFmt' && isDate(attribute('formatCode') ?? '')) dates.add(Number(attribute('numFmtId')))
      if (name === 'cellXfs') place.inCells = 'yes'
      if (name !== 'xf' || place.inCells === 'no') return
      if (dates.has(Number(attribute('numFmtId')))) found.add(place.index)
      place.index += 1
    },
    close(name) {
      if (name === 'cellXfs') place.inCells = 'no'
    },
    text: () => undefined,
  })
  return found
}

function isDate(formatCode: string): boolean {
  return /[ymd年月日]/i.test(
    formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, (part) => part.replace(/[^年月日]/g, '')),
  )
}

/** The day of a serial number, `YYYY-MM-DD`; with 1904 the count begins four years later (old Macs). */
export function dayOfSerial(serial: number, from1904: 'yes' | 'no'): string {
  const days = Math.floor(serial) + (from1904 === 'yes' ? 1462 : 0)
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
