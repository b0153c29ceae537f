/** Phần tử lạ: an element the profile does not know, as plain data; what it needs to be written again it carries itself. */
import { fitsXml } from '../../../kernel/xml-text.ts'
import type { ReadElement, XmlElement } from '../../../platform/xml/element.ts'
import { OTHER } from './part.ts'
import { type Field, xmlName } from './profile.ts'

const START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{10000}-\\u{EFFFF}'
const PART = `[${START}][${START}0-9.\\u{B7}\\u{300}-\\u{36F}-]*`
const NAME = new RegExp(`^${PART}(:${PART})?$`, 'u')
const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')

/** Whether a text may be the name of an attribute or element; names that begin with xml are not ours to give. */
export const isXmlName = (name: string): boolean => NAME.test(name) && (!/^xml/i.test(name) || OF_XML.test(name))
const OF_XML = /^xml:(lang|space|base|id)$/

/** What is wrong with an unknown element that came in JSON, or null. */
export function fragmentFault(fields: readonly Field[], value: unknown): string | null {
  if (!isElement(value, 0)) return 'phải là phần tử { name, attributes, children }'
  const taken = new Set([...fields.map((f) => xmlName(f.name)), OTHER])
  if (value.attributes.xmlns === undefined && taken.has(value.name)) return `trùng tên trường «${value.name}»`
  return declares(value, new Set(['', 'xml'])) ? null : 'có tiền tố chưa khai không gian tên'
}

const isText = (v: unknown): v is string => typeof v === 'string' && fitsXml(v)
const MOST_DEEP = 40

function isElement(v: unknown, deep: number): v is XmlElement {
  if (typeof v !== 'object' || v === null || deep > MOST_DEEP) return false
  const { name, attributes, children, ...rest } = v as Record<string, unknown>
  if (typeof name !== 'string' || !isXmlName(name) || OF_XML.test(name) || Object.keys(rest).length > 0) return false
  if (typeof attributes !== 'object' || attributes === null || !Array.isArray(children)) return false
  const named = Object.entries(attributes).every(([n, value]) => isText(value) && isAttribute(n, value))
  return named && children.every((c, i) => (isText(c) ? c !== '' && !isText(children[i - 1]) : isElement(c, deep + 1)))
}

const isAttribute = (name: string, value: string): boolean => {
  if (name === 'xmlns') return true
  if (name.startsWith('xmlns:')) return isXmlName(name.slice(6)) && value !== '' && !RESERVED.has(value)
  return isXmlName(name)
}
const RESERVED = new Set(['http://www.w3.org/2000/xmlns/', 'http://www.w3.org/XML/1998/namespace'])

function declares(e: XmlElement, known: ReadonlySet<string>): boolean {
  const own = Object.keys(e.attributes).flatMap((n) => (n.startsWith('xmlns:') ? [n.slice(6)] : []))
  const here = own.length === 0 ? known : new Set([...known, ...own])
  const used = [e.name, ...Object.keys(e.attributes).filter((n) => !n.startsWith('xmlns'))]
  return used.every((n) => here.has(prefixOf(n))) && e.children.every((c) => typeof c === 'string' || declares(c, here))
}

/** An unknown element as it is kept: with the namespaces it had from the elements around it. `home` = that of the file. */
export function fragmentOf(e: ReadElement, home: string): XmlElement {
  const used = new Set<string>()
  collect(e, used)
  const outer = [...used].flatMap((prefix): [string, string][] => {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
    const uri = e.scope[prefix] ?? ''
    if (Object.hasOwn(e.attributes, name) || prefix === 'xml') return []
    return prefix === '' ? (uri === home ? [] : [[name, uri]]) : [[name, uri]]
  })
  return { ...bare(e), attributes: { ...e.attributes, ...Object.fromEntries(outer) } }
}

function collect(e: ReadElement, used: Set<string>): void {
  used.add(prefixOf(e.name))
  for (const n of Object.keys(e.attributes)) if (!/^xmlns(:|$)/.test(n) && prefixOf(n) !== '') used.add(prefixOf(n))
  for (const c of e.children) if (typeof c !== 'string') collect(c, used)
}

const bare = (e: ReadElement): XmlElement => ({
  name: e.name,
  attributes: e.attributes,
  children: e.children.map((c) => (typeof c === 'string' ? c : bare(c))),
})
