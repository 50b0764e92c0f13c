// Talks to the simulator's server. Every failure becomes an Error whose message is a Chinese sentence that
// can be shown as it is. Imported by state/ only.

/** POSTs JSON and answers the JSON that came back. @throws Error with a sentence */
export async function post<T>(path: string, body: unknown): Promise<T> {
  return await answered<T>(
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

/** @throws Error with a sentence */
export async function read<T>(path: string): Promise<T> {
  return await answered<T>(fetch(path))
}

/** @throws Error with a sentence */
export async function send<T>(path: string, form: FormData): Promise<T> {
  return await answered<T>(fetch(path, { method: 'POST', body: form }))
}

/** The sentence to show for anything that was thrown. */
export function sentence(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}

async function answered<T>(pending: Promise<Response>): Promise<T> {
  const response = await pending.catch(() => {
    throw new Error('连不上本地飞书，请确认它还在运行。')
  })
  const body: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(told(body) ?? `本地飞书没有办成这件事（HTTP ${response.status}）。`)
  return body as T
}

function told(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  return typeof body.error === 'string' && body.error !== '' ? body.error : undefined
}
