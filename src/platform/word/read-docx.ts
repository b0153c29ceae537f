/**
 * Đọc tệp Word (.docx, ECMA-376): the text as Word shows it, one paragraph to a line, automatic numbers written out,
 * table rows with tabs between cells, footnotes at the end. Styles, pictures and deleted words are left out.
 */
import type { SaxesTagPlain } from 'saxes'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { clean } from '../../kernel/text.ts'
import { entriesOf, unfold, type ZipEntry } from './bounded-zip.ts'
import { type ListPlace, numberingOf, stylesOf } from './read-lists.ts'
import { labelCounter } from './read-numbering.ts'
import { attribute, parseXml } from './word-xml.ts'

/** Trần of everything unfolded from one file, bytes. */
export const MAX_INFLATED = 200 * 1024 * 1024

const damaged = () =>
  refuse('invalid', 'document.damaged', 'Tệp Word bị hỏng nên không đọc được. Mở tệp bằng Word, lưu lại rồi gửi lại.')

type Paragraph = { text: string; style: string | null; list: string | null; level: number | null }
type Cell = string[]
type Table = { rows: Cell[][]; row: Cell[] | null; cell: Cell | null }

/** A cell of several paragraphs in a table of data stands on one line. */
const oneLine = (cell: Cell): string =>
  cell
    .filter((p) => p !== '')
    .reduce((line, p) => (line === '' ? p : `${line}${/[;,.:]$/u.test(line) ? ' ' : '; '}${p}`), '')

/**
 * Header and signature are set in tables without being tables: few rows and columns, several paragraphs in a cell.
 * They come out cell by cell; tables of data row by row.
 */
function tableLines(table: Table): string[] {
  const layout =
    table.rows.length <= 4 &&
    table.rows.every((r) => r.length <= 3) &&
    table.rows.some((r) => r.some((c) => c.length > 1))
  if (layout) return table.rows.flatMap((r) => r.flat())
  return table.rows.map((r) => r.map(oneLine).join('\t'))
}

function openRow(table: Table | undefined): void {
  if (!table) return
  table.row = []
  table.rows.push(table.row)
}

function openCell(table: Table | undefined): void {
  if (!table) return
  table.cell = []
  table.row?.push(table.cell)
}

/** What Word does not show: deleted and moved words, field codes, settings of before a tracked change, doubles of drawings. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:pPrChange'])

/** Where the reader stands: paragraphs and tables nest (a text box in a paragraph, a table in a cell). */
type State = { lines: string[]; tables: Table[]; paragraphs: Paragraph[]; inText: boolean; skipping: number }

function put(s: State, text: string): void {
  const cell = s.tables.at(-1)?.cell
  ;(cell ?? s.lines).push(...text.split('\n'))
}

function add(s: State, text: string): void {
  const p = s.paragraphs.at(-1)
  if (p) p.text += text
}

function change(s: State, what: Partial<Paragraph>): void {
  const p = s.paragraphs.at(-1)
  if (p) Object.assign(p, what)
}

/** What each opening tag does; tags inside skipped ones do nothing. */
const OPENING: Readonly<Record<string, (s: State, value: string | null, tag: SaxesTagPlain) => void>> = {
  'w:t': (s) => {
    s.inText = true
  },
  // Tab stops are declared by tags of the same name; those have a value.
  'w:tab': (s, value) => value === null && add(s, '\t'),
  'w:br': (s) => add(s, '\n'),
  'w:cr': (s) => add(s, '\n'),
  'w:noBreakHyphen': (s) => add(s, '-'),
  'w:footnoteReference': (s, _, tag) => add(s, `[${attribute(tag, 'w:id') ?? ''}]`),
  'w:pStyle': (s, value) => change(s, { style: value }),
  'w:numId': (s, value) => change(s, { list: value }),
  'w:ilvl': (s, value) => change(s, { level: Number(value) }),
  'w:tbl': (s) => s.tables.push({ rows: [], row: null, cell: null }),
  'w:tr': (s) => openRow(s.tables.at(-1)),
  'w:tc': (s) => openCell(s.tables.at(-1)),
}

function closeTag(s: State, name: string, label: (p: Paragraph) => string): void {
  const table = s.tables.at(-1)
  if (name === 'w:t') s.inText = false
  else if (name === 'w:tc' && table) table.cell = null
  else if (name === 'w:tbl' && table) {
    s.tables.pop()
    for (const line of tableLines(table)) put(s, line)
  }
  if (name !== 'w:p') return
  const p = s.paragraphs.pop()
  if (p) put(s, `${label(p)}${p.text}`)
}

/** The lines of the body, or null when its XML is not sound. */
function linesOf(xml: string, label: (p: Paragraph) => string): string[] | null {
  const s: State = { lines: [], tables: [], paragraphs: [], inText: false, skipping: 0 }
  const sound = parseXml(xml, {
    open: (tag) => {
      if (SKIPPED.has(tag.name)) s.skipping++
      else if (s.skipping > 0) return
      else if (tag.name === 'w:p') s.paragraphs.push({ text: '', style: null, list: null, level: null })
      else OPENING[tag.name]?.(s, attribute(tag, 'w:val'), tag)
    },
    text: (text) => {
      if (s.inText && s.skipping === 0) add(s, text)
    },
    close: (name) => {
      if (SKIPPED.has(name)) s.skipping--
      else if (s.skipping === 0) closeTag(s, name, label)
    },
  })
  return sound ? s.lines : null
}

/** Footnotes as lines "[1] …"; separators of Word itself (types other than a note) are left out. */
function footnoteLines(xml: string): string[] {
  const notes: { id: string; text: string }[] = []
  let open: { id: string; text: string } | null = null
  let inText = false
  parseXml(xml, {
    open: (t) => {
      if (t.name === 'w:footnote')
        open = attribute(t, 'w:type') === null ? { id: attribute(t, 'w:id') ?? '', text: '' } : null
      if (t.name === 'w:t') inText = true
      if (t.name === 'w:tab' && open) open.text += ' '
    },
    text: (text) => {
      if (inText && open) open.text += text
    },
    close: (name) => {
      if (name === 'w:t') inText = false
      if (name === 'w:footnote' && open) {
        notes.push(open)
        open = null
      }
    },
  })
  return notes.filter((n) => n.text.trim() !== '').map((n) => `[${n.id}] ${n.text.trim()}`)
}

type Parts = {
  readonly document: string
  readonly numbering: string | null
  readonly styles: string | null
  readonly footnotes: string | null
}

function unfoldParts(entries: readonly ZipEntry[]): Decision<Parts> {
  let left = MAX_INFLATED
  const texts: Record<string, string> = {}
  for (const name of ['document', 'numbering', 'styles', 'footnotes']) {
    const entry = entries.find((e) => e.name === `word/${name}.xml`)
    if (!entry) continue
    const bytes = unfold(entry, left)
    if (!bytes.ok) return bytes
    left -= bytes.value.length
    try {
      texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
    } catch {
      return damaged()
    }
  }
  const { document, numbering = null, styles = null, footnotes = null } = texts
  return document === undefined ? damaged() : accept({ document, numbering, styles, footnotes })
}

/** How the label of each paragraph is found: its own list, else that of its style. */
function labeller(parts: Parts): (p: Paragraph) => string {
  const numbering = parts.numbering === null ? { levels: new Map(), shared: new Map() } : numberingOf(parts.numbering)
  const styles = parts.styles === null ? new Map<string, ListPlace>() : stylesOf(parts.styles)
  const next = labelCounter(numbering)
  return (p) => {
    const style = p.style === null ? undefined : styles.get(p.style)
    const list = p.list ?? style?.list ?? null
    if (list === null || list === '0' || p.text.trim() === '') return ''
    const text = next(list, p.level ?? style?.level ?? 0)
    return text === '' ? '' : `${text} `
  }
}

/** The text of a .docx, NFC, one paragraph to a line. Refuses a damaged file, a bomb, and a file without words. */
export function readDocx(bytes: Uint8Array): Decision<string> {
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
  const lines = linesOf(parts.value.document, labeller(parts.value))
  if (lines === null) return damaged()
  const notes = parts.value.footnotes === null ? [] : footnoteLines(parts.value.footnotes)
  const text = clean([...lines, ...notes].join('\n'))
  if (text.trim() === '')
    return refuse('invalid', 'document.empty', 'Tệp Word không có chữ nào. Kiểm tra lại tệp rồi gửi lại.')
  return accept(text)
}
