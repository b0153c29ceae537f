/** Viết gói XML: elements of the profile, unknown elements and attributes as they came, unknown fields of JSON as JSON. */
import { fitsXml } from '../../../kernel/xml-text.ts'
import type { XmlElement } from '../../../platform/xml/element.ts'
import { isXmlName } from './fragment.ts'
import { isPart, OTHER, type Part } from './part.ts'
import { type Field, fieldsWithin, type Profile, xmlName } from './profile.ts'
import { AS_JSON } from './read-xml.ts'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

type Attributes = Readonly<Record<string, string>>

const element = (name: string, attributes: Attributes, children: XmlElement['children']): XmlElement => ({
  name,
  attributes,
  children,
})

/** The root element of a whole message. */
export function xmlOfPart(profile: Profile, p: Part): XmlElement {
  const root = writeRecord(profile, profile.envelope, p, profile.root)
  return { ...root, attributes: { xmlns: profile.namespace, 'xmlns:xsi': XSI, ...root.attributes } }
}

function writeRecord(profile: Profile, fields: readonly Field[], p: Part, name: string): XmlElement {
  const own = attributesFrom(profile, p.other, '')
  const used = new Set(Object.keys(own).map((n) => `@${n}`))
  const children: XmlElement[] = []
  for (const field of fields) {
    const value = p.values[field.id]
    if (value === undefined) continue
    const beside = field.type === 'record' ? {} : attributesFrom(profile, p.other, field.name)
    for (const n of Object.keys(beside)) used.add(`${field.name}@${n}`)
    children.push(writeField(profile, field, value, { beside: p, attributes: beside }))
  }
  const rest = Object.entries(p.other).filter(([n]) => !used.has(n))
  return element(name, own, lined([...children, ...rest.map(otherElement), ...p.fragments]))
}

function writeField(
  profile: Profile,
  field: Field,
  value: unknown,
  { beside, attributes }: { beside: Part; attributes: Attributes },
): XmlElement {
  const name = xmlName(field.name)
  if (value === null && field.type !== 'json') return element(name, { ...attributes, 'xsi:nil': 'true' }, [])
  if (field.type === 'record' || field.type === 'list') {
    const within = fieldsWithin(profile, field, beside.values) ?? []
    if (isPart(value)) return writeRecord(profile, within, value, name)
    const item = field.item ?? name
    return element(
      name,
      attributes,
      lined((value as readonly Part[]).map((v) => writeRecord(profile, within, v, item))),
    )
  }
  if (field.type === 'json') return element(name, attributes, [asJson(value)])
  const text = String(value)
  if (!fitsXml(text)) return element(name, { ...attributes, [AS_JSON]: 'json' }, [asJson(text)])
  return element(name, attributes, text === '' ? [] : [text])
}

/** Each on a line of its own, so that a fault can be told by its line; between fields line ends mean nothing. */
const lined = (list: readonly XmlElement[]): XmlElement['children'] =>
  list.length === 0 ? [] : [...list.flatMap((e) => ['\n', e]), '\n']

/** `<TruongKhac ten="x">JSON</TruongKhac>`. The name is written as JSON writes a text, without the quotes around it. */
const otherElement = ([name, value]: [string, unknown]): XmlElement =>
  element(OTHER, { ten: asJson(name).slice(1, -1) }, [asJson(value)])

/** JSON in which nothing stands that XML cannot hold. */
const asJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)

/** What was kept of the attributes of a record (`@name`) or of a field in it (`field@name`), as far as XML takes them back. */
function attributesFrom(profile: Profile, other: Readonly<Record<string, unknown>>, field: string): Attributes {
  const start = `${field}@`
  const given = Object.entries(other).flatMap(([key, value]): [string, string][] =>
    key.startsWith(start) && typeof value === 'string' && fitsXml(value) ? [[key.slice(start.length), value]] : [],
  )
  const declared = new Set(['xml'])
  for (const [n, value] of given)
    if (isDeclaration(n) && value !== '' && ![XSI, profile.namespace, XMLNS, XML].includes(value))
      declared.add(n.slice('xmlns:'.length))
  return Object.fromEntries(given.filter(([n]) => (isDeclaration(n) ? declared.has(n.slice(6)) : fits(n, declared))))
}

const XMLNS = 'http://www.w3.org/2000/xmlns/'
const XML = 'http://www.w3.org/XML/1998/namespace'
const isDeclaration = (name: string): boolean =>
  /^xmlns:/.test(name) && isXmlName(name.slice(6)) && !/^xmlns:.*:/.test(name) && name !== 'xmlns:xsi'

function fits(name: string, declared: ReadonlySet<string>): boolean {
  if (name === AS_JSON || name.startsWith('xsi:') || !isXmlName(name)) return false
  return !name.includes(':') || declared.has(name.slice(0, name.indexOf(':')))
}
