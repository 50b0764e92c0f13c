// The platform's error answers. A route throws a Refusal, the server turns it into the envelope.

/** `code` is the platform's number, `status` the HTTP status, `details` further members of `error`. */
export class Refusal extends Error {
  readonly code: number
  readonly status: number
  readonly details: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(code: number, message: string, more: RefusalDetails = {}) {
    super(message)
    this.code = code
    this.status = more.status ?? 400
    this.details = more.details ?? {}
    this.headers = more.headers ?? {}
  }
}

export type RefusalDetails = {
  status?: number
  details?: Record<string, unknown>
  headers?: Record<string, string>
}

/** `{code, msg, error}` as the gateway writes it. */
export function refusalBody(refusal: Refusal, logId: string): Record<string, unknown> {
  return {
    code: refusal.code,
    msg: refusal.message,
    error: {
      message: refusal.message,
      log_id: logId,
      troubleshooter: `https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${refusal.code}`,
      ...refusal.details,
    },
  }
}

/** 99992402 for one field of the request. */
export function fieldRefused(field: string, value: unknown, description: string): Refusal {
  const details = { field_violations: [{ field, value: String(value ?? ''), description }] }
  return new Refusal(99992402, 'field validation failed', { details })
}

/** Success of most calls. */
export function ok(data: Record<string, unknown>): {
  code: 0
  msg: 'success'
  data: Record<string, unknown>
} {
  return { code: 0, msg: 'success', data }
}
