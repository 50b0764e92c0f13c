// Addresses: of an uploaded image or file, and which addresses of a card may be opened at all.
// Imported by the panes and card/.

import { paths } from '../../page-api.ts'

export function resourceAddress(key: string): string {
  return `${paths.resource}?key=${encodeURIComponent(key)}`
}

/** Cards may name web pages, phone numbers and places inside the messenger; never a script. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|tel:|mailto:|lark:\/\/|feishu:\/\/)/i.test(url)
}

/** The key in an address that resourceAddress made. */
export function resourceKeyOf(address: string): string {
  return new URL(address, 'http://page').searchParams.get('key') ?? ''
}
