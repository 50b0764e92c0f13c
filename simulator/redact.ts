// Takes secrets out of what goes into the log: the log is shown on a web page and pasted into bug reports.
// Used by log.ts alone.

const secretKeys =
  /^(app_?secret|client_secret|tenant_access_token|app_access_token|authorization|token|encrypt|encrypt_?key|verification_?token|url|access_key|ticket)$/i

const mask = '***'
const keptText = 40_000

/**
 * A copy of `value` in which every member with a secret name and every occurrence of one of `secrets` is
 * replaced by `***`. Very long texts are cut. Addresses under the key `URL` are masked too: that of the long connection carries its ticket.
 */
export function redact(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return withoutSecrets(value, secrets)
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    const hide = secretKeys.test(key) && typeof member === 'string' && !isLink(key, member)
    copy[key] = hide ? mask : redact(member, secrets)
  }
  return copy
}

// cards and messages have members called `url` that are ordinary links
function isLink(key: string, member: string): boolean {
  return key.toLowerCase() === 'url' && !member.startsWith('ws')
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text.length > keptText ? `${text.slice(0, keptText)}… (${text.length} characters)` : text
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, mask)
  return clean
}
