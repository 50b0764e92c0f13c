// Numbers of reports as people type them: RY-20261130-001 with or without dashes, full-width, small letters, spaces.

const written =
  /(?<![A-Z0-9])([A-Z]{2,4})[^\p{L}\p{N}]{0,3}(20\d{2})[^\p{L}\p{N}]?(\d{2})[^\p{L}\p{N}]?(\d{2})[^\p{L}\p{N}]{0,3}(\d{3,6})(?!\d)/gu

const plain = (text: string): string => text.normalize('NFKC').toUpperCase()

/** Every number in a text, as it is stored, each once. */
export function numbersIn(text: string): readonly string[] {
  const found = [...plain(text).matchAll(written)]
  return [
    ...new Set(
      found.map(([, prefix, year, month, day, count]) => `${prefix}-${year}${month}${day}-${count}`),
    ),
  ]
}

/** What stands around the numbers. */
export const withoutNumbers = (text: string): string => plain(text).replace(written, ' ').trim()
