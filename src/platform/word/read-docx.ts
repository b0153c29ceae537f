/**
 * Đọc tệp Word (.docx, .docm; ECMA-376): the text as Word shows it, one paragraph to a line, automatic numbers written out,
 * table rows with tabs between cells, footnotes and endnotes at the end. Pictures and deleted words are left out.
 */
import type { SaxesTagPlain } from 'saxes'
import { addConversion, type Conversion, mendByFont } from '../../kernel/mend-encoding.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { entriesOf, unfold, type ZipEntry } from './bounded-zip.ts'
import { numberingOf } from './read-lists.ts'
import { labelCounter } from './read-numbering.ts'
import type { Paragraph } from './read-runs.ts'
import { type Around, storiesOf } from './read-story.ts'
import { NO_STYLES, type Styles, stylesOf } from './read-styles.ts'
import { attribute } from './word-xml.ts'

/** Trần of everything unfolded from one file, bytes. */
export const MAX_INFLATED = 200 * 1024 * 1024

/** Chữ của tệp: the text, and what in it was turned into Unicode by its font. */
export type WordText = { readonly text: string; readonly conversions: readonly Conversion[] }

const damaged = () =>
  refuse('invalid', 'document.damaged', 'Tệp Word bị hỏng nên không đọc được. Mở tệp bằng Word, lưu lại rồi gửi lại.')

type Parts = {
  readonly document: string
  readonly numbering: string | null
  readonly styles: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
  readonly headers: readonly string[]
}

function decoded(bytes: Uint8Array): string | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Names of parts that are read: the body, what it needs, and the headers of pages. */
const PART = /^word\/(?<name>document\d*|numbering|styles|footnotes|endnotes|header\d+)\.xml$/u

function unfoldParts(entries: readonly ZipEntry[]): Decision<Parts> {
  let left = MAX_INFLATED
  const texts = new Map<string, string>()
  for (const entry of entries) {
    const name = PART.exec(entry.name)?.groups?.name
    if (name === undefined || texts.has(name)) continue
    const bytes = unfold(entry, left)
    if (!bytes.ok) return bytes
    left -= bytes.value.length
    const text = decoded(bytes.value)
    if (text === null) return damaged()
    texts.set(name, text)
  }
  const part = (name: string): string | null => texts.get(name) ?? null
  const document = part('document') ?? [...texts].find(([name]) => name.startsWith('document'))?.[1]
  if (document === undefined) return damaged()
  const headers = [...texts].filter(([name]) => name.startsWith('header')).map(([, text]) => text)
  return accept({
    document,
    headers,
    numbering: part('numbering'),
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  })
}

/** How the label of each paragraph is found: its own list, else that of its style. */
function labeller(parts: Parts, styles: Styles): (p: Paragraph) => string {
  const numbering =
    parts.numbering === null ? { levels: new Map(), shared: new Map() } : numberingOf(parts.numbering, styles.listOf)
  const next = labelCounter(numbering)
  const levelOfStyle = (list: string, style: string | null): number | null =>
    [...(numbering.levels.get(list) ?? [])].find(([, level]) => style !== null && level.style === style)?.[0] ?? null
  return (p) => {
    const style = styles.of(p.style)
    const list = p.list ?? style.list
    if (list === null || list === '0') return ''
    const found = next(list, p.level ?? style.level ?? levelOfStyle(list, p.style) ?? 0)
    if (found === null || found.label === '') return ''
    return `${mendByFont(found.label, found.level.font)?.text ?? found.label}${found.level.suffix}`
  }
}

/** Gives notes their numbers in the order in which the text refers to them. */
function noteCounter(): {
  take: (tag: SaxesTagPlain) => number | null
  order: { kind: string; id: string; number: number | null }[]
} {
  const order: { kind: string; id: string; number: number | null }[] = []
  let last = 0
  const take = (tag: SaxesTagPlain): number | null => {
    const kind = tag.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
    const own = attribute(tag, 'w:customMarkFollows')
    const number = own === null || own === '0' || own === 'false' ? ++last : null
    order.push({ kind, id: attribute(tag, 'w:id') ?? '', number })
    return number
  }
  return { take, order }
}

/** Notes as lines "[1] …"; a note with a mark of its own begins with that mark. */
function noteLines(parts: Parts, around: Around, order: ReturnType<typeof noteCounter>['order']): string[] {
  const stories = {
    footnotes: parts.footnotes === null ? null : storiesOf(parts.footnotes, around),
    endnotes: parts.endnotes === null ? null : storiesOf(parts.endnotes, around),
  }
  const inOrder = [...order.filter((n) => n.kind === 'footnotes'), ...order.filter((n) => n.kind === 'endnotes')]
  return inOrder.flatMap(({ kind, id, number }) => {
    const lines = stories[kind as 'footnotes' | 'endnotes']?.get(id) ?? []
    const text = lines.join(' ').replace(/\s+/gu, ' ').trim()
    return text === '' ? [] : [number === null ? text : `[${number}] ${text}`]
  })
}

const MOTTO = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/iu

/** Headers of pages hold page numbers; one that holds the header of the letter itself goes before the text that lacks it. */
function letterHeader(parts: Parts, around: Around, lines: readonly string[]): readonly string[] {
  if (MOTTO.test(lines.slice(0, 60).join('\n').normalize('NFC'))) return []
  for (const header of parts.headers) {
    const own = storiesOf(header, around)?.get('') ?? []
    if (MOTTO.test(own.join('\n').normalize('NFC'))) return own
  }
  return []
}

function readParts(parts: Parts): WordText | null {
  let conversions: Conversion[] = []
  const styles = parts.styles === null ? NO_STYLES : stylesOf(parts.styles)
  const notes = noteCounter()
  const around: Around = {
    styles,
    label: labeller(parts, styles),
    note: notes.take,
    tell: (c) => {
      conversions = addConversion(conversions, c)
    },
  }
  const lines = storiesOf(parts.document, around)?.get('')
  if (lines === undefined) return null
  const apart: Around = { ...around, label: () => '', note: () => null }
  const header = letterHeader(parts, apart, lines)
  return { text: [...header, ...lines, ...noteLines(parts, apart, notes.order)].join('\n'), conversions }
}

/** The text of a .docx, one paragraph to a line. Refuses a damaged file, a bomb, and a file without words. */
export function readDocx(bytes: Uint8Array): Decision<WordText> {
  const entries = entriesOf(bytes)
  if (entries === null) return damaged()
  if (entries.some((e) => e.encrypted)) {
    return refuse(
      'invalid',
      'document.locked',
      'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Gỡ mật khẩu, lưu lại rồi gửi lại.',
    )
  }
  const parts = unfoldParts(entries)
  if (!parts.ok) return parts
  const read = readParts(parts.value)
  if (read === null) return damaged()
  if (read.text.trim() === '')
    return refuse('invalid', 'document.empty', 'Tệp Word không có chữ nào. Kiểm tra lại tệp rồi gửi lại.')
  return accept(read)
}
