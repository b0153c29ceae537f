/** Đọc gói XML: elements of the profile into values, everything else kept; every fault with its line. */
import type { ReadElement, XmlElement } from '../../../platform/xml/element.ts'
import { fragmentOf } from './fragment.ts'
import { type Fault, MOST_FAULTS, OTHER, type Part } from './part.ts'
import { type Field, fieldsWithin, type Profile, xmlName } from './profile.ts'
import { fromText } from './value.ts'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
/** Attribute of a text that XML cannot hold and that is written as JSON. */
export const AS_JSON = 'ma'

type Tray = { readonly profile: Profile; readonly faults: Fault[]; readonly home: string }

/** Reads the root and all within; nothing of it counts when there is a fault. */
export function partOfXml(profile: Profile, root: ReadElement): { part: Part; faults: readonly Fault[] } {
  const tray: Tray = { profile, faults: [], home: root.uri }
  const meant = root.local === profile.root && (root.uri === profile.namespace || root.uri === '')
  if (!meant) tell(tray, root, root.name, `phải là <${profile.root} xmlns="${profile.namespace}">`)
  return { part: readRecord(tray, profile.envelope, root, ''), faults: tray.faults }
}

function tell(tray: Tray, e: ReadElement, at: string, says: string): void {
  if (tray.faults.length < MOST_FAULTS) tray.faults.push({ at, line: e.line, says })
}

function readRecord(tray: Tray, fields: readonly Field[], e: ReadElement, at: string): Part {
  const values: Record<string, unknown> = {}
  const other: Record<string, unknown> = Object.fromEntries(
    strangeAttributes(tray, e).map(([name, value]) => [`@${name}`, value]),
  )
  const named = new Map(fields.map((f) => [xmlName(f.name), f]))
  const found = new Map<string, ReadElement>()
  const fragments: XmlElement[] = []
  for (const child of elementsOf(tray, e, at)) {
    const field = child.uri === tray.home ? named.get(child.local) : undefined
    if (field && found.has(field.id)) tell(tray, child, join(at, field.name), 'có hai lần')
    else if (field) found.set(field.id, child)
    else if (child.uri === tray.home && child.local === OTHER) readOther(tray, child, other, at)
    else fragments.push(fragmentOf(child, tray.home))
  }
  for (const field of fields) {
    const child = found.get(field.id)
    const here = join(at, field.name)
    if (!child) {
      if (field.required) tell(tray, e, here, 'thiếu')
      continue
    }
    if (field.type !== 'record') keepAttributes(tray, field, child, other)
    if (isNil(child) && !field.required) values[field.id] = null
    else values[field.id] = readField(tray, field, child, { at: here, beside: values })
  }
  return { values, other, fragments }
}

const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)

/** The elements of a record; words between them belong to no field. */
function elementsOf(tray: Tray, e: ReadElement, at: string): ReadElement[] {
  for (const c of e.children)
    if (typeof c === 'string' && c.trim() !== '') tell(tray, e, at === '' ? e.name : at, 'có chữ ngoài các trường')
  return e.children.filter((c) => typeof c !== 'string')
}

function readField(
  tray: Tray,
  field: Field,
  e: ReadElement,
  { at, beside }: { at: string; beside: Readonly<Record<string, unknown>> },
): unknown {
  if (field.type === 'record' || field.type === 'list') {
    const within = fieldsWithin(tray.profile, field, beside)
    if (within === null) {
      tell(tray, e, at, `loại gói «${String(beside.kind)}» không có trong hồ sơ trao đổi`)
      return null
    }
    return field.type === 'record' ? readRecord(tray, within, e, at) : readList(tray, field, e, { at, within })
  }
  if (e.children.some((c) => typeof c !== 'string')) {
    tell(tray, e, at, 'phải là chữ, không có phần tử bên trong')
    return null
  }
  const text = e.children.join('')
  const read = e.attributes[AS_JSON] === 'json' ? fromText('json', text) : fromText(field.type, text)
  if (read.ok) return read.value
  tell(tray, e, at, read.message)
  return null
}

function readList(
  tray: Tray,
  field: Field,
  e: ReadElement,
  { at, within }: { at: string; within: readonly Field[] },
): readonly Part[] {
  return elementsOf(tray, e, at).flatMap((child, i) => {
    const here = `${at}[${i + 1}]`
    if (child.uri === tray.home && child.local === field.item) return [readRecord(tray, within, child, here)]
    tell(tray, child, here, `phải là <${field.item}>`)
    return []
  })
}

/** `<TruongKhac ten="x">JSON</TruongKhac>`: a field of JSON that the profile does not know. */
function readOther(tray: Tray, e: ReadElement, other: Record<string, unknown>, at: string): void {
  const name = e.attributes.ten
  const value = fromText('json', e.children.filter((c) => typeof c === 'string').join(''))
  const plain = name === undefined ? null : fromText('json', `"${name}"`)
  if (plain?.ok && typeof plain.value === 'string' && value.ok)
    Object.defineProperty(other, plain.value, {
      value: value.value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  else tell(tray, e, join(at, OTHER), 'phải có thuộc tính ten và nội dung JSON')
}

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))
const isNil = (e: ReadElement): boolean =>
  Object.entries(e.attributes).some(
    ([name, value]) => name.endsWith(':nil') && e.scope[prefixOf(name)] === XSI && value === 'true',
  )

/** Attributes that are neither of the profile nor of XML itself; a prefix they use comes along with what it means. */
function strangeAttributes(tray: Tray, e: ReadElement): [string, string][] {
  const kept = Object.entries(e.attributes).filter(([name, value]) => {
    if (name === 'xmlns') return false
    if (name.startsWith('xmlns:')) return value !== XSI && value !== tray.home
    return !(name.endsWith(':nil') && e.scope[prefixOf(name)] === XSI)
  })
  const missing = kept.flatMap(([name]): [string, string][] => {
    const prefix = prefixOf(name)
    const known = prefix === '' || prefix === 'xmlns' || prefix === 'xml' || `xmlns:${prefix}` in e.attributes
    return known ? [] : [[`xmlns:${prefix}`, e.scope[prefix] ?? '']]
  })
  return [...missing, ...kept]
}

function keepAttributes(tray: Tray, field: Field, e: ReadElement, other: Record<string, unknown>): void {
  for (const [name, value] of strangeAttributes(tray, e))
    if (!(name === AS_JSON && value === 'json')) other[`${field.name}@${name}`] = value
}
