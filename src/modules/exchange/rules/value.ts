/** Giá trị của một trường: read from JSON or from the text of an element; the sentence says how it must be written. */
import { parseDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Field } from './profile.ts'

const SAYS: Readonly<Record<Exclude<Field['type'], 'record' | 'list'>, string>> = {
  text: 'phải là chữ',
  number: 'phải là số, viết kiểu 1234.5',
  whole: 'phải là số nguyên',
  flag: 'phải là true hoặc false',
  day: 'phải là ngày có thật, viết kiểu 2026-12-04',
  instant: 'phải là thời điểm, viết kiểu 2026-12-04T10:00:00Z',
  json: 'phải là JSON đọc được',
}

type Plain = Exclude<Field['type'], 'record' | 'list'>

const wrong = (type: Plain): Decision<never> => refuse('invalid', 'exchange.value', SAYS[type])

/** A value of JSON, checked. */
export function fromJson(type: Plain, value: unknown): Decision<unknown> {
  if (type === 'json') return accept(value)
  if (type === 'flag') return typeof value === 'boolean' ? accept(value) : wrong(type)
  if (type === 'number' || type === 'whole') {
    const fits = typeof value === 'number' && (type === 'number' || Number.isSafeInteger(value))
    return fits ? accept(value === 0 ? 0 : value) : wrong(type)
  }
  if (typeof value !== 'string') return wrong(type)
  if (type === 'day' && (parseDay(value) === null || !/^\d{4}-/.test(value))) return wrong(type)
  return type === 'instant' && !isInstant(value) ? wrong(type) : accept(value)
}

/** The text of an element, read and checked. */
export function fromText(type: Plain, text: string): Decision<unknown> {
  if (type === 'text') return accept(text)
  const bare = text.trim()
  if (type === 'day' || type === 'instant') return fromJson(type, bare)
  if (type === 'flag') return fromJson(type, ({ true: true, '1': true, false: false, '0': false } as const)[bare])
  if (type === 'json') return jsonOf(text)
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(bare) ? fromJson(type, Number(bare)) : wrong(type)
}

function jsonOf(text: string): Decision<unknown> {
  try {
    return accept(JSON.parse(text))
  } catch {
    return wrong('json')
  }
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== null
  } catch {
    return false
  }
}
