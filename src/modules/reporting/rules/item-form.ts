/**
 * Biểu mẫu của một phần chế độ: which fields stand on the page of an item, read off its schema, and how what was typed
 * becomes the item again. A new kind of check or a new property of a row appears here without a change.
 */
import { z } from 'zod'
import { parseDay, showDay } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { clean } from '../../../kernel/text.ts'
import { wordOf } from './regime-words.ts'

/** Cách nhập của một ô. `rows` = several rows of the tables; `json` = anything no simpler box can hold. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'lines'
  | 'number'
  | 'percent'
  | 'tick'
  | 'choice'
  | 'month-day'
  | 'day'
  | 'row'
  | 'rows'
  | 'json'

/** Một ô: `path` is its name and its place in the item (`due.before`). */
export type ItemField = {
  readonly path: string
  readonly kind: FieldKind
  readonly label: string
  readonly hint: string
  readonly optional: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** JSON Schema, the parts that are read here. */
type Shape = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minimum?: number
  readonly maximum?: number
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
}

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

/** The property that tells the kinds of a union apart: `kind` of a check, `from` of a source. */
const tagOf = (s: Shape): string => Object.entries(s.properties ?? {}).find(([, p]) => p.const !== undefined)?.[0] ?? ''
const kindOf = (s: Shape): string => String(s.properties?.[tagOf(s)]?.const ?? '')
const choices = (s: Shape): readonly Shape[] => (s.oneOf ?? s.anyOf ?? []).filter((o) => kindOf(o) !== '')
const chosen = (kinds: readonly Shape[], value: unknown): Shape | undefined =>
  kinds.find((k) => kindOf(k) === textAt(value, tagOf(k)))

/** The kinds an item may be of: those of a check, of a part; none for an item of one shape. */
export const kindsOf = (schema: z.ZodType): readonly string[] => choices(shapeOf(schema)).map(kindOf)

const textAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((v, k) => (typeof v === 'object' && v !== null ? Reflect.get(v, k) : undefined), value)

/** The fields of an item as it stands. `fixed` = properties that are not typed here (ids, lists with pages of their own). */
export function fieldsOfItem(schema: z.ZodType, value: unknown, fixed: readonly string[]): readonly ItemField[] {
  return fieldsIn(shapeOf(schema), value, '', fixed)
}

function fieldsIn(shape: Shape, value: unknown, at: string, fixed: readonly string[]): readonly ItemField[] {
  const kinds = choices(shape)
  const own = kinds.length > 0 ? chosen(kinds, value) : shape
  return Object.entries(own?.properties ?? {}).flatMap(([name, s]) => {
    const path = at === '' ? name : `${at}.${name}`
    if (fixed.includes(path) || s.const !== undefined) return []
    return fieldOf(s, textAt(value, name), path, own?.required?.includes(name) === true)
  })
}

function fieldOf(s: Shape, value: unknown, path: string, required: boolean): readonly ItemField[] {
  const kinds = choices(s)
  if (kinds.length > 0) {
    const options = kinds.map((k) => ({ value: kindOf(k), label: wordOf(`${path}=${kindOf(k)}`).label }))
    const which = make(`${path}.${tagOf(kinds[0] ?? {})}`, 'choice', !required, options, `${path}=`)
    return [which, ...(value === undefined || value === null ? [] : fieldsIn(s, value, path, []))]
  }
  if (s.properties !== undefined && required) return fieldsIn(s, value, path, [])
  const options = (s.enum ?? []).map((v) => ({ value: v, label: wordOf(`${path}=${v}`).label }))
  return [make(path, boxOf(s, path), !required || isNullable(s), options, path)]
}

const isNullable = (s: Shape): boolean => Array.isArray(s.type) && s.type.includes('null')

function make(
  path: string,
  kind: FieldKind,
  optional: boolean,
  options: ItemField['options'],
  word: string,
): ItemField {
  const { label, hint } = wordOf(word)
  return { path, kind, label, hint: hint ?? '', optional: optional && kind !== 'tick', options }
}

function boxOf(s: Shape, path: string): FieldKind {
  const said = wordOf(path).box
  if (said !== undefined) return said
  if (s.enum !== undefined) return 'choice'
  const type = Array.isArray(s.type) ? s.type.find((t) => t !== 'null') : s.type
  if (type === 'boolean') return 'tick'
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'string') return 'line'
  return type === 'array' && s.items?.type === 'string' ? 'lines' : 'json'
}

/** What a box shows for the value it stands for. */
export function shownValue(f: ItemField, item: unknown): string {
  const v = textAt(item, f.path)
  if (v === undefined || v === null) return ''
  if (f.kind === 'month-day') return String(v).split('-').reverse().join('/')
  if (f.kind === 'day') return showDay(parseDay(String(v)))
  if (f.kind === 'number') return showNumber(Number(v), 6)
  if (f.kind === 'percent') return showNumber(Number(v) * 100, 2)
  if (f.kind === 'tick') return v === true ? '1' : ''
  if (f.kind === 'lines' || f.kind === 'rows') return Array.isArray(v) ? v.join('\n') : ''
  return f.kind === 'json' ? JSON.stringify(v, null, 1) : String(v)
}

/** The item that was typed, or one sentence per field that cannot be read. Properties that are not typed stay as they were. */
export function readItem(
  fields: readonly ItemField[],
  before: Readonly<Record<string, unknown>>,
  raw: Readonly<Record<string, unknown>>,
): { readonly item: Record<string, unknown>; readonly wrong: Readonly<Record<string, string>> } {
  const item: Record<string, unknown> = structuredClone(before)
  const wrong: Record<string, string> = {}
  for (const f of fields) {
    const read = readBox(f, raw[f.path])
    if (read.wrong !== undefined) wrong[f.path] = read.wrong
    else put(item, f.path, read.value, f.kind === 'choice')
  }
  return { item, wrong }
}

const texts = (raw: unknown): readonly string[] =>
  (Array.isArray(raw) ? raw : [raw]).map((v) => (typeof v === 'string' ? clean(v).replace(/\r\n/g, '\n').trim() : ''))

function readBox(f: ItemField, raw: unknown): { value?: unknown; wrong?: string } {
  if (f.kind === 'tick') return { value: texts(raw).includes('1') ? true : f.path === 'required' ? false : undefined }
  if (f.kind === 'rows') return { value: texts(raw).filter((t) => t !== '') }
  const text = texts(raw)[0] ?? ''
  if (f.kind === 'lines')
    return {
      value: text
        .split('\n')
        .map((l) => l.trim())
        .filter((l) => l !== ''),
    }
  if (text === '') return emptyBox(f)
  switch (f.kind) {
    case 'number':
    case 'percent': {
      const n = parseNumber(text)
      return n === null ? { wrong: `${f.label}: nhập một số, ví dụ 30` } : { value: f.kind === 'percent' ? n / 100 : n }
    }
    case 'month-day': {
      const m = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
      const found = m && parseDay(`${m[1]}/${m[2]}/2024`)
      return found ? { value: found.slice(5) } : { wrong: `${f.label}: nhập ngày/tháng, ví dụ 05/12` }
    }
    case 'day': {
      const d = parseDay(text)
      return d === null ? { wrong: `${f.label}: ngày phải là ngày có thật, ví dụ 02/09/2026` } : { value: d }
    }
    case 'json':
      try {
        return { value: JSON.parse(text) }
      } catch {
        return { wrong: `${f.label}: không đọc được cấu trúc JSON` }
      }
    default:
      return { value: text }
  }
}

/** An empty box: nothing, null where the shape says so, and a sentence where something must stand. */
function emptyBox(f: ItemField): { value?: unknown; wrong?: string } {
  if (f.kind === 'row') return { value: '' }
  if (f.path === 'to' || f.path.endsWith('.to')) return { value: null }
  if (f.optional) return { value: undefined }
  return { wrong: `${f.label}: chưa nhập` }
}

/** Properties that tell kinds apart. */
const TAGS: ReadonlySet<string> = new Set(['kind', 'from'])

/** Sets a value at `due.before`; nothing chosen at `compute.kind` takes the whole of `compute` away. */
function put(item: Record<string, unknown>, path: string, value: unknown, isChoice: boolean): void {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    if (value === undefined) delete item[head]
    else item[head] = value
    return
  }
  const tells = isChoice && rest.length === 1 && TAGS.has(rest[0] ?? '')
  if (value === undefined && tells) {
    delete item[head]
    return
  }
  const inner = item[head]
  const next = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  if (inner === undefined && !tells) return
  put(next as Record<string, unknown>, rest.join('.'), value, isChoice)
  item[head] = next
}

/** An item of a kind with every property empty: what a page begins with. */
export function emptyItem(schema: z.ZodType, kind: string): Record<string, unknown> {
  const whole = shapeOf(schema)
  const shape = choices(whole).find((s) => kindOf(s) === kind) ?? choices(whole)[0] ?? whole
  return emptyOf(shape) as Record<string, unknown>
}

function emptyOf(s: Shape): unknown {
  if (s.const !== undefined) return s.const
  if (s.enum !== undefined) return s.enum[0]
  if (isNullable(s)) return null
  if (s.properties !== undefined) {
    const needed = Object.entries(s.properties).filter(([name]) => s.required?.includes(name))
    return Object.fromEntries(needed.map(([name, inner]) => [name, emptyOf(inner)]))
  }
  if (s.type === 'boolean') return false
  if (s.type === 'number' || s.type === 'integer')
    return Math.max(1, s.minimum ?? 1) === 1 ? Math.min(1, s.maximum ?? 1) : s.minimum
  return s.type === 'array' ? [] : ''
}

/** Gives a union inside an item (`compute`, `source`) the properties of its kind that it lacks, and takes away those of another kind. */
export function completed(schema: z.ZodType, item: Record<string, unknown>): Record<string, unknown> {
  const whole = shapeOf(schema)
  return completedIn(chosen(choices(whole), item) ?? whole, item)
}

function completedIn(shape: Shape, item: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(shape.properties ?? {}).flatMap(([name, s]) => {
    const value = item[name]
    if (value === undefined) return shape.required?.includes(name) ? [[name, emptyOf(s)] as const] : []
    const kind = chosen(choices(s), value)
    const inner = kind ?? (s.properties === undefined ? undefined : s)
    if (inner === undefined || typeof value !== 'object' || value === null) return [[name, value] as const]
    return [[name, completedIn(inner, value as Record<string, unknown>)] as const]
  })
  return Object.fromEntries(known)
}
