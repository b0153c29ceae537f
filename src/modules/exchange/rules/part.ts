/** Bản ghi: the values of known fields, and everything else that stood beside them, to be given back as it came. */
import type { XmlElement } from '../../../platform/xml/element.ts'

/** Một bản ghi, or a record within one. */
export type Part = {
  /** By id of the field: text, number, flag, null, a part, or a list of parts. A field that was not sent is absent. */
  readonly values: Readonly<Record<string, unknown>>
  /** Fields the profile does not know, by their name in JSON. `@name` = an attribute, `field@name` = one of a known field. */
  readonly other: Readonly<Record<string, unknown>>
  /** Elements the profile does not know. */
  readonly fragments: readonly XmlElement[]
}

/** Field of JSON that holds the unknown elements of XML. */
export const FRAGMENTS = 'xmlKhac'
/** Element of XML that holds one unknown field of JSON. */
export const OTHER = 'TruongKhac'

/** Chỗ sai: where (names of the file, `cacGoi[1].cacBanGhi[3].ky`), its line when known, and what is wrong. */
export type Fault = { readonly at: string; readonly line: number | null; readonly says: string }

/** Most faults that are told of one file. */
export const MOST_FAULTS = 20

/** A part of known values only. */
export const part = (values: Readonly<Record<string, unknown>>): Part => ({ values, other: {}, fragments: [] })

/** Whether a value is a record of known fields. */
export const isPart = (v: unknown): v is Part =>
  typeof v === 'object' && v !== null && 'values' in v && 'fragments' in v

/** Text of a field; "" when absent. */
export const textIn = (p: Part, id: string): string => (typeof p.values[id] === 'string' ? p.values[id] : '')
/** Number of a field; null when absent or without a figure. */
export const numberIn = (p: Part, id: string): number | null => (typeof p.values[id] === 'number' ? p.values[id] : null)
/** Whether a flag was set. */
export const flagIn = (p: Part, id: string): boolean => p.values[id] === true
/** The entries of a list. */
export const listIn = (p: Part, id: string): readonly Part[] =>
  Array.isArray(p.values[id]) ? (p.values[id] as unknown[]).filter(isPart) : []
/** The record within. */
export const partIn = (p: Part, id: string): Part => (isPart(p.values[id]) ? p.values[id] : part({}))

/** The name of a record among those of its kind: the values of its key fields. */
export function keyOf(key: readonly string[], record: Part): string {
  return key
    .map((path) => {
      const [id = '', within] = path.split('.')
      const value = within === undefined ? record.values[id] : partIn(record, id).values[within]
      return encodeURIComponent(JSON.stringify(String(value ?? '')).slice(1, -1))
    })
    .join('/')
}
