/** Chi tiết của một dòng nhật ký: from stored data to rows a person reads. */
import { type Day, parseDay, showDay } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import { DETAIL_LABELS } from './words.ts'

/** Một chi tiết; with `before` it is a change. */
export type Detail = { readonly label: string; readonly before: string | null; readonly after: string }

type Data = Readonly<Record<string, unknown>>

const isRecord = (v: unknown): v is Data => typeof v === 'object' && v !== null && !Array.isArray(v)

/** A stored value in words. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'không có'
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'number') return showNumber(value, 4)
  if (Array.isArray(value)) return value.length === 0 ? 'không có' : value.map(showValue).join('; ')
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([k, v]) => `${labelOf(k)}: ${k === 'year' ? String(v) : showValue(v)}`)
      .join('; ')
  }
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null ? showDay(text as Day) : text
}

const labelOf = (key: string): string => DETAIL_LABELS[key] ?? key

/** Changes first (`before` against `after`), then everything else that was noted. */
export function detailsOf(data: Data): Detail[] {
  const before = isRecord(data.before) ? data.before : {}
  const after = isRecord(data.after) ? data.after : {}
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changes = keys
    .filter((k) => JSON.stringify(before[k]) !== JSON.stringify(after[k]))
    .map((k) => ({ label: labelOf(k), before: showValue(before[k]), after: showValue(after[k]) }))
  const whole = ['before', 'after'].filter((k) => data[k] !== undefined && !isRecord(data[k]))
  const scalar =
    whole.length > 0 ? [{ label: 'Giá trị', before: showValue(data.before), after: showValue(data.after) }] : []
  const noted = Object.entries(data)
    .filter(([k, v]) => k !== 'before' && k !== 'after' && v !== null && v !== '' && v !== false)
    .map(([k, v]) => ({ label: labelOf(k), before: null, after: k === 'year' ? String(v) : showValue(v) }))
  return [...changes, ...scalar, ...noted]
}
