/** Dạng của danh sách: the same rows as JSON, as one JSON a line, as CSV. */

/** What a list may be asked for by `Accept`, JSON first. */
export const ROW_FORMATS = ['application/json', 'application/x-ndjson', 'text/csv'] as const

/** A row as it leaves. */
export type Row = Readonly<Record<string, unknown>>

/** The format a caller asks for; JSON when nothing fits. */
export function formatFor(accept: string): (typeof ROW_FORMATS)[number] {
  const asked = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')
  const known = asked.find((type) => (ROW_FORMATS as readonly string[]).includes(type))
  return (known as (typeof ROW_FORMATS)[number] | undefined) ?? 'application/json'
}

/** One JSON a line. */
export const ndjson = (rows: readonly Row[]): string => rows.map((r) => `${JSON.stringify(r)}\n`).join('')

/** RFC 4180 with a line of names; a text a spreadsheet would take for a formula gets an apostrophe before it. */
export const csv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((r) => columns.map((c) => cell(r[c])))]
    .map((line) => `${line.map(quoted).join(',')}\r\n`)
    .join('')

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
