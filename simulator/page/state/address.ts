// The page's address: `#/as/<open_id>/<chat_id>` says whom the page plays and which chat is open, so that a
// screen can be bookmarked and two windows can play two people. Imported by state/stream and app.

export type Address = { as: string; chatId: string }

export function readAddress(hash: string): Address {
  const [, as = '', chatId = ''] = /^#\/as\/([^/]+)(?:\/([^/]+))?$/.exec(hash) ?? []
  return { as: decoded(as), chatId: decoded(chatId) }
}

export function writeAddress(address: Address): string {
  const chat = address.chatId === '' ? '' : `/${encodeURIComponent(address.chatId)}`
  return `#/as/${encodeURIComponent(address.as)}${chat}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
