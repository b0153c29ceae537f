/**
 * Đọc tệp Word (.docx, ECMA-376): the text as Word shows it, one paragraph to a line, automatic numbers written out,
 * table rows with tabs between cells, footnotes at the end. Styles, pictures and deleted words are left out.
 */
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

function openRow(table: Table): void {
  table.row = []
  table.rows.push(table.row)
}

function openCell(table: Table): void {
  table.cell = []
  table.row?.push(table.cell)
}

const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:txbxContent'])

/** The lines of one part (the body, or the footnotes). */
function linesOf(xml: string, label: (p: Paragraph) => string): string[] | null {
  const lines: string[] = []
  const tables: Table[] = []
  const paragraphs: Paragraph[] = []
  let inText = false
  let skipping = 0
  const put = (text: string) => {
    const cell = tables.at(-1)?.cell
    if (cell) cell.push(...text.split('\n'))
    else lines.push(...text.split('\n'))
  }
  const endTable = () => {
    const table = tables.pop()
    if (table) for (const line of tableLines(table)) put(line)
  }
  const add = (text: string) => {
    const p = paragraphs.at(-1)
    if (p && skipping === 0) p.text += text
  }
  const sound = parseXml(xml, {
    open: (t) => {
      const p = paragraphs.at(-1)
      const table = tables.at(-1)
      if (SKIPPED.has(t.name)) skipping++
      else if (t.name === 'w:p') paragraphs.push({ text: '', style: null, list: null, level: null })
      else if (t.name === 'w:t') inText = true
      else if (t.name === 'w:tab' && p && t.attributes['w:val'] === undefined) add('\t')
      else if (t.name === 'w:br' || t.name === 'w:cr') add('\n')
      else if (t.name === 'w:noBreakHyphen') add('-')
      else if (t.name === 'w:footnoteReference') add(`[${attribute(t, 'w:id') ?? ''}]`)
      else if (t.name === 'w:pStyle' && p) p.style = attribute(t, 'w:val')
      else if (t.name === 'w:numId' && p) p.list = attribute(t, 'w:val')
      else if (t.name === 'w:ilvl' && p) p.level = Number(attribute(t, 'w:val'))
      else if (t.name === 'w:tbl') tables.push({ rows: [], row: null, cell: null })
      else if (t.name === 'w:tr' && table) openRow(table)
      else if (t.name === 'w:tc' && table) openCell(table)
    },
    text: (text) => {
      if (inText) add(text)
    },
    close: (name) => {
      if (SKIPPED.has(name)) skipping--
      else if (name === 'w:t') inText = false
      else if (name === 'w:tc') {
        const table = tables.at(-1)
        if (table) table.cell = null
      } else if (name === 'w:tbl') endTable()
      else if (name === 'w:p') {
        const p = paragraphs.pop()
        if (p) put(`${label(p)}${p.text}`)
      }
    },
  })
  return sound ? lines : null
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
