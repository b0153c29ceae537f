/** Tệp chuỗi: columns id, kind, start, values joined by `;`, and `h` where a series has its own horizon. Text in, series out. */
import type { SeriesInput, SeriesKind } from './input.ts'

/** One line of the file as read. `unread` names what could not be read; the series is then refused but keeps its rows. */
export type SeriesLine = {
  readonly id: string
  readonly line: number
  readonly input: SeriesInput
  /** Own horizon, over the one of the call. */
  readonly horizon: number | null
  readonly unread: readonly string[]
}

/** What is read, or why nothing is. */
export type SeriesFile = { readonly lines: readonly SeriesLine[]; readonly missing: readonly string[] }

const KINDS: readonly SeriesKind[] = ['percent', 'count', 'positive', 'other']

/** The kind by its name, or null. */
export const kindOf = (text: string): SeriesKind | null => KINDS.find((k) => k === text.trim().toLowerCase()) ?? null

/** Records of a text of comma-separated values; a quote that is never closed ends with the text. */
export function recordsOf(text: string): string[][] {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const records: string[][] = []
  let at = 0
  while (at < clean.length) {
    const end = lineEnd(clean, at)
    const line = clean.slice(at, end.at)
    if (line.trim() !== '') records.push(end.quoted ? quotedFields(line) : line.split(','))
    at = end.next
  }
  return records
}

/** Where a record ends: a line end inside quotes does not count. */
function lineEnd(text: string, from: number): { at: number; next: number; quoted: boolean } {
  let end = text.indexOf('\n', from)
  if (end < 0) end = text.length
  const quote = text.indexOf('"', from)
  const quoted = quote >= 0 && quote < end
  if (quoted) {
    let open = false
    for (end = from; end < text.length && (open || text[end] !== '\n'); end++) if (text[end] === '"') open = !open
  }
  return { at: text[end - 1] === '\r' && end > from ? end - 1 : end, next: end + 1, quoted }
}

function quotedFields(line: string): string[] {
  const fields: string[] = []
  let [field, open] = ['', false]
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? ''
    if (c === '"' && open && line[i + 1] === '"') {
      field += '"'
      i++
    } else if (c === '"') open = !open
    else if (c === ',' && !open) {
      fields.push(field)
      field = ''
    } else field += c
  }
  return [...fields, field]
}

const NEEDED = ['id', 'kind', 'start', 'values'] as const

/** Reads the file. Unknown columns are left alone; columns may stand in any order. */
export function readSeries(text: string): SeriesFile {
  const [head = [], ...rows] = recordsOf(text)
  const names = head.map((h) => h.trim().toLowerCase())
  const missing = NEEDED.filter((n) => !names.includes(n))
  if (missing.length > 0) return { lines: [], missing }
  const at = Object.fromEntries([...NEEDED, 'h'].map((n) => [n, names.indexOf(n)]))
  const field = (row: readonly string[], name: string): string => (row[at[name] ?? -1] ?? '').trim()
  return { missing, lines: rows.map((row, i) => lineOf((name) => field(row, name), i + 2)) }
}

function lineOf(field: (name: string) => string, line: number): SeriesLine {
  const unread: string[] = []
  const kind = kindOf(field('kind'))
  if (kind === null) unread.push(`Loại "${short(field('kind'))}" không có trong percent, count, positive, other.`)
  const start = field('start') === '' ? 1 : Number(field('start'))
  if (!Number.isInteger(start)) unread.push(`Năm đầu "${short(field('start'))}" không phải là năm.`)
  const own = field('h') === '' ? null : Number(field('h'))
  if (own !== null && !(Number.isInteger(own) && own >= 1))
    unread.push(`Số năm dự báo "${short(field('h'))}" không phải là số nguyên dương; dùng số năm của lệnh.`)
  const parts = field('values') === '' ? [] : field('values').split(';')
  const values = parts.map((p) => numberOf(p))
  const bad = parts.filter((_, i) => values[i] === undefined)
  if (bad.length > 0)
    unread.push(
      `Không đọc được số: ${bad
        .slice(0, 3)
        .map((b) => `"${short(b.trim())}"`)
        .join(', ')}.`,
    )
  return {
    id: field('id') === '' ? `dòng ${line}` : field('id'),
    line,
    input: { kind: kind ?? 'other', start: Number.isInteger(start) ? start : 1, values: values.map((v) => v ?? null) },
    horizon: own !== null && Number.isInteger(own) && own >= 1 ? own : null,
    unread,
  }
}

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text)

/** Ways of writing that there is no figure. */
const NO_FIGURE = /^(|-|–|\.{2,3}|…|na|n\/a|nan|null|x)$/i

/** A number; null for a year without a figure, undefined for what is no number. */
function numberOf(text: string): number | null | undefined {
  const v = Number(text)
  if (text !== '' && Number.isFinite(v) && text.trim() !== '') return v
  const t = text.trim().replace(/%$/, '').trim()
  if (NO_FIGURE.test(t)) return null
  const comma = /^-?\d+,\d+$/.test(t) ? Number(t.replace(',', '.')) : Number(t)
  return Number.isFinite(comma) ? comma : undefined
}
