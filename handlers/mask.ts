// Names and numbers of people as a group may see them. Everything a handler or job puts into a group chat goes
// through here first; private chats show people as they are to those with the right.

/** 张三 → 张*, 欧阳娜娜 → 欧***: the first character and a star for each that follows. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()]
  return first + '*'.repeat(Math.max(rest.length, 1))
}

/** 13800000001 → 138****0001; anything shorter than seven digits becomes stars. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

// Mobile numbers, also in groups of digits; then identity numbers, whose last place may be an X.
const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g
const identity = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g

/** A text without full phone and identity numbers, and without the full form of the names given. */
export function maskText(text: string, names: readonly string[]): string {
  const numbers = text.replace(identity, '$1********$2').replace(mobile, maskPhone)
  // Longer names first: 张三丰 must not become 张*丰.
  const longestFirst = [...names].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length)
  return longestFirst.reduce((masked, name) => masked.replaceAll(name, maskName(name)), numbers)
}
