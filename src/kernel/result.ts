/**
 * Quyết định và từ chối: a rule answers with a value, never with an exception.
 * A refusal is a value that carries the Vietnamese sentence an official reads, its legal ground, and the fields it
 * concerns. Only bugs and broken IO throw.
 */

/** The kinds of refusal; each maps to one HTTP status and one exit code of the command line. */
export type RefusalKind = 'invalid' | 'forbidden' | 'absent' | 'conflict' | 'stale' | 'later'

/** Từ chối: why something may not be done, in the words shown to the user. */
export type Refusal = {
  readonly ok: false
  readonly kind: RefusalKind
  /** Stable slug, e.g. `report.not-open`. */
  readonly code: string
  /** One neutral Vietnamese sentence: what is wrong, what is safe, what to do. */
  readonly message: string
  /** Căn cứ: the article or clause that says so. */
  readonly ground?: string
  /** Field name -> sentence, for the error summary of a form. */
  readonly fields?: Readonly<Record<string, string>>
  /** What the other side holds, when an edit is stale: both versions are shown. */
  readonly theirs?: unknown
}

/** Chấp nhận: the value a rule decided on. */
export type Accepted<T> = { readonly ok: true; readonly value: T }

/** Quyết định: a value, or the reason there is none. */
export type Decision<T> = Accepted<T> | Refusal

/** Accepts `value`. */
export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

/** Refuses with a kind, a stable code and a sentence. */
export function refuse(
  kind: RefusalKind,
  code: string,
  message: string,
  more: { ground?: string; fields?: Record<string, string>; theirs?: unknown } = {},
): Refusal {
  return { ok: false, kind, code, message, ...more }
}

/** Refuses a form: one sentence for each field that must be mended. */
export function refuseFields(code: string, fields: Record<string, string>, message?: string): Refusal {
  const count = Object.keys(fields).length
  return refuse('invalid', code, message ?? `Còn ${count} chỗ phải sửa.`, { fields })
}

/** Exit code of the command line for each kind of refusal (DESIGN.md §5). */
export const EXIT_CODE: Readonly<Record<RefusalKind, number>> = {
  invalid: 3,
  conflict: 4,
  stale: 4,
  forbidden: 5,
  absent: 6,
  later: 75,
}

/** HTTP status for each kind of refusal. */
export const HTTP_STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  conflict: 409,
  stale: 412,
  forbidden: 403,
  absent: 404,
  later: 503,
}
