/** Gói bất kỳ cho kiểm thử: any message the profile allows, with any unknown fields and elements beside the known ones. */
import fc from 'fast-check'
import { fitsXml } from '../../../kernel/xml-text.ts'
import type { XmlElement } from '../../../platform/xml/element.ts'
import { keyOf, OTHER, type Part } from './part.ts'
import { type Field, PROFILE, xmlName } from './profile.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', ' ', '\r\n', '\u0000', '\uFFFE', '\uD83D', ']]>', '<a>&lt;</a>', 'Đã nộp\tmuộn'),
)
const xmlText = anyText.filter((t) => t !== '' && fitsXml(t))
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,6}$/).filter((n) => !/^xml/i.test(n))
const json = fc.jsonValue({ maxDepth: 2 }).map((v) => JSON.parse(JSON.stringify(v)) as unknown)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

const SCALARS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: anyText,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
  whole: fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
  flag: fc.boolean(),
  day: day.map((d) => d.toISOString().slice(0, 10)),
  instant: day.map((d) => d.toISOString()),
  json,
}

const attributes = fc.dictionary(name, xmlText, { maxKeys: 2, noNullPrototype: true })
const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.record({
    name: name.filter((n) => n !== OTHER),
    attributes,
    children: fc
      .array(fc.oneof({ maxDepth: 2 }, xmlText, tie('element')), { maxLength: 3 })
      .filter((list) => list.every((c, i) => typeof c !== 'string' || typeof list[i - 1] !== 'string')),
  }),
}))
const prefixed = element.map(
  (e): XmlElement => ({ ...e, name: `q:${e.name}`, attributes: { ...e.attributes, 'xmlns:q': 'urn:q' } }),
)

function anyRecord(fields: readonly Field[], kind: string | null = null): fc.Arbitrary<Part> {
  const taken = new Set([...fields.flatMap((f) => [f.name, xmlName(f.name)]), 'xmlKhac', '__proto__'])
  const values = Object.fromEntries(fields.map((f) => [f.id, anyValue(f, kind)]))
  return fc.record({
    values: fc.record(values, {
      requiredKeys: fields.filter((f) => f.required).map((f) => f.id),
      noNullPrototype: true,
    }),
    other: fc.dictionary(
      fc
        .oneof(
          anyText,
          name,
          name.map((n) => `@${n}`),
          name.map((n) => `${fields[0]?.name}@${n}`),
        )
        .filter((n) => !taken.has(n)),
      fc.oneof(json, xmlText),
      { maxKeys: 3, noNullPrototype: true },
    ),
    fragments: fc.array(
      fc.oneof(
        element.filter((e) => !taken.has(e.name)),
        prefixed,
      ),
      { maxLength: 2 },
    ),
  })
}

function anyValue(field: Field, kind: string | null): fc.Arbitrary<unknown> {
  const within = field.of === 'kind' ? (PROFILE.kinds.find((k) => k.id === kind)?.fields ?? []) : (field.of ?? [])
  const full =
    field.type === 'record'
      ? anyRecord(within)
      : field.type === 'list'
        ? fc.array(anyRecord(within), { maxLength: 3 })
        : (SCALARS[field.type] ?? fc.constant(null))
  return field.required ? full : fc.option(full, { freq: 6 })
}

/** Any one packet: a kind and some records of it, each with a key of its own. */
const packet: fc.Arbitrary<Part> = fc.constantFrom(...PROFILE.kinds).chain((kind) => {
  const fields = PROFILE.envelope.find((f) => f.id === 'packets')?.of
  return anyRecord(Array.isArray(fields) ? fields : [], kind.id).map((p) => {
    const records = new Map((p.values.records as Part[]).map((r) => [keyOf(kind.key, r), r]))
    return { ...p, values: { ...p.values, kind: kind.id, records: [...records.values()] } }
  })
})

/** Any message. */
export const anyMessage: fc.Arbitrary<Part> = fc
  .tuple(
    anyRecord(PROFILE.envelope.filter((f) => f.id !== 'packets')),
    fc.uniqueArray(packet, { maxLength: 2, selector: (p) => p.values.kind }),
  )
  .map(([m, packets]) => ({
    ...m,
    values: { ...m.values, ...named(m), profile: PROFILE.id, version: PROFILE.version, packets },
  }))

/** Codes of the sender and of the message are names: they hold something, and nothing that cannot be shown. */
function named(m: Part): Record<string, unknown> {
  const fitting = (v: unknown): string => (typeof v === 'string' && v !== '' && fitsXml(v) ? v : 'm1')
  const sender = m.values.sender as Part
  return {
    id: fitting(m.values.id),
    sender: { ...sender, values: { ...sender.values, code: fitting(sender.values.code) } },
  }
}
