// Walks through the XML of a workbook tag by tag. It knows no entities but the five of XML and numbers, so a file
// cannot make it grow or fetch anything. Imported by bot/sheets/ only.

export type XmlEvents = {
  /** `name` without its namespace prefix; `attribute` without one either */
  open(name: string, attribute: (name: string) => string | undefined): void
  close(name: string): void
  text(text: string): void
}

// A tag with its attributes, CDATA, a comment or instruction to skip, or text up to the next tag. No part of it may
// begin anew at every "<" and run to the end, or a broken file would be read for hours.
const piece =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<[?!][^<>]*>|([^<]+)/g

/** Bad XML is read as far as it makes sense; nothing is thrown. */
export function walkXml(xml: string, on: XmlEvents): void {
  for (const [, slash, name, attributes = '', empty, cdata, text] of xml.matchAll(piece)) {
    if (name === undefined) on.text(cdata ?? unescaped(text ?? ''))
    else tag(on, name, attributes, endsOf(slash, empty))
  }
}

type Ends = 'no' | 'here' | 'itself'

function endsOf(slash: string | undefined, empty: string | undefined): Ends {
  if (slash === '/') return 'here'
  return empty === '/' ? 'itself' : 'no'
}

function tag(on: XmlEvents, name: string, attributes: string, ends: Ends): void {
  if (ends !== 'here') on.open(name, (wanted) => attributeOf(attributes, wanted))
  if (ends !== 'no') on.close(name)
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
