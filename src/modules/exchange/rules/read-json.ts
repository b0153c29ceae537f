/** Đọc gói JSON: known fields into values, unknown ones kept; every fault with its place. */
import type { XmlElement } from '../../../platform/xml/element.ts'
import { fragmentFault } from './fragment.ts'
import { type Fault, FRAGMENTS, MOST_FAULTS, type Part } from './part.ts'
import { type Field, fieldsWithin, type Profile } from './profile.ts'
import { fromJson } from './value.ts'

type Tray = { readonly profile: Profile; readonly faults: Fault[] }

/** Reads the envelope and all within; nothing of it counts when there is a fault. */
export function partOfJson(profile: Profile, value: unknown): { part: Part; faults: readonly Fault[] } {
  const tray: Tray = { profile, faults: [] }
  return { part: readRecord(tray, profile.envelope, value, ''), faults: tray.faults }
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

function tell(tray: Tray, at: string, says: string): void {
  if (tray.faults.length < MOST_FAULTS) tray.faults.push({ at: at === '' ? 'tệp' : at, line: null, says })
}

function readRecord(tray: Tray, fields: readonly Field[], value: unknown, at: string): Part {
  const values: Record<string, unknown> = {}
  if (!isObject(value)) {
    tell(tray, at, 'phải là một bản ghi { … }')
    return { values, other: {}, fragments: [] }
  }
  const known = new Set([...fields.map((f) => f.name), FRAGMENTS])
  for (const field of fields) {
    const here = at === '' ? field.name : `${at}.${field.name}`
    if (!Object.hasOwn(value, field.name)) {
      if (field.required) tell(tray, here, 'thiếu')
    } else if (value[field.name] === null && !field.required) values[field.id] = null
    else values[field.id] = readField(tray, field, value[field.name], { at: here, beside: values })
  }
  const other = Object.fromEntries(Object.entries(value).filter(([name]) => !known.has(name)))
  return { values, other, fragments: readFragments(tray, fields, value[FRAGMENTS], at) }
}

function readField(
  tray: Tray,
  field: Field,
  value: unknown,
  { at, beside }: { at: string; beside: Readonly<Record<string, unknown>> },
): unknown {
  if (field.type === 'record' || field.type === 'list') {
    const within = fieldsWithin(tray.profile, field, beside)
    if (within === null) {
      tell(tray, at, `loại gói «${String(beside.kind)}» không có trong hồ sơ trao đổi`)
      return null
    }
    if (field.type === 'record') return readRecord(tray, within, value, at)
    if (Array.isArray(value)) return value.map((v, i) => readRecord(tray, within, v, `${at}[${i + 1}]`))
    tell(tray, at, 'phải là một danh sách [ … ]')
    return []
  }
  const read = fromJson(field.type, value)
  if (read.ok) return read.value
  tell(tray, at, read.message)
  return null
}

function readFragments(tray: Tray, fields: readonly Field[], value: unknown, at: string): readonly XmlElement[] {
  if (value === undefined) return []
  const place = at === '' ? FRAGMENTS : `${at}.${FRAGMENTS}`
  if (!Array.isArray(value)) {
    tell(tray, place, 'phải là một danh sách [ … ]')
    return []
  }
  for (const [i, v] of value.entries()) {
    const says = fragmentFault(fields, v)
    if (says !== null) tell(tray, `${place}[${i + 1}]`, says)
  }
  return value as XmlElement[]
}
