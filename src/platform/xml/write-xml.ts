/** Viết XML: a tree as text that reads back as the same tree. Characters XML has no way to write are a mistake of the caller. */
import { fitsXml } from '../../kernel/xml-text.ts'
import type { XmlElement } from './element.ts'

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const coded = (c: string): string => ENTITY[c] ?? `&#${c.charCodeAt(0)};`

// Readers turn line ends into one kind, and white space of attributes into blanks, unless it is written by number.
const inText = (text: string): string => text.replace(/[&<>\r]/g, coded)
const inAttribute = (text: string): string => text.replace(/[&<>"\r\n\t]/g, coded)

/** The file of a root element. */
export const writeXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`

function written(e: XmlElement): string {
  const own = Object.entries(e.attributes).map(([name, value]) => ` ${name}="${inAttribute(sound(value))}"`)
  const head = `${e.name}${own.join('')}`
  if (e.children.length === 0) return `<${head}/>`
  const inner = e.children.map((c) => (typeof c === 'string' ? inText(sound(c)) : written(c)))
  return `<${head}>${inner.join('')}</${e.name}>`
}

function sound(text: string): string {
  if (fitsXml(text)) return text
  throw new Error('a text that XML cannot hold was given to be written')
}
