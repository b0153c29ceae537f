/** XML: what is written reads back as it was; broken and hostile files are refused by line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsXml } from '../../kernel/xml-text.ts'
import type { ReadElement, XmlElement } from './element.ts'
import { readXml } from './read-xml.ts'
import { writeXml } from './write-xml.ts'

const plain = (e: ReadElement): XmlElement => ({
  name: e.name,
  attributes: e.attributes,
  children: e.children.map((c) => (typeof c === 'string' ? c : plain(c))),
})
const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter(fitsXml)
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/)
const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.record({
    name,
    attributes: fc.dictionary(
      name.filter((n) => !n.startsWith('xml')),
      fc.oneof(words, fc.constantFrom('', '\r\n\t "<&>')),
      { maxKeys: 3, noNullPrototype: true },
    ),
    // Two texts beside each other are one when they are read.
    children: fc
      .array(fc.oneof({ maxDepth: 4 }, words, fc.constantFrom('\r\n', ']]>', '<a>&amp;'), tie('element')), {
        maxLength: 4,
      })
      .filter((list) => list.every((c, i) => typeof c !== 'string' || typeof list[i - 1] !== 'string')),
  }),
}))

describe('Viết rồi đọc', () => {
  it('được đúng cây đã viết', () => {
    fc.assert(
      fc.property(element, (root) => {
        const read = readXml(writeXml(root))
        expect(read.ok && plain(read.value)).toEqual(root)
      }),
      { numRuns: 300 },
    )
  })
  it('chữ mà XML không viết được thì không viết', () => {
    for (const text of ['\u0000', '\u001B', '\uFFFE', '\uD800', 'a\u0008b']) {
      expect(fitsXml(text)).toBe(false)
      expect(() => writeXml({ name: 'a', attributes: {}, children: [text] })).toThrow()
    }
    expect(fitsXml('Đã nộp\t\r\n\u0085😀')).toBe(true)
  })
})

describe('Đọc', () => {
  it.each([
    ['<a>\n<b></a>', 'dòng 2'],
    ['<a>\n\n&la;</a>', 'dòng 3'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DOCTYPE'],
    ['<a/><b/>', 'sai cú pháp'],
    ['{"a": 1}', 'sai cú pháp'],
    ['', 'sai cú pháp'],
    [`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'quá sâu'],
  ])('%j bị từ chối, nêu chỗ', (text, says) => {
    expect(readXml(text)).toMatchObject({ ok: false, message: expect.stringContaining(says) })
  })
  it('nêu không gian tên, dòng và chữ trong CDATA', () => {
    const read = readXml('<x:a xmlns:x="urn:u">\n<b xmlns="urn:v"><![CDATA[<c>]]></b></x:a>')
    const root = read.ok ? read.value : null
    expect(root).toMatchObject({ local: 'a', uri: 'urn:u', line: 1 })
    expect(root?.children[1]).toMatchObject({ local: 'b', uri: 'urn:v', line: 2, children: ['<c>'] })
  })
})
