/**
 * Mạch chữ của tệp PDF: pages become text as a person reads it. A blank line stands between paragraphs, a form feed where
 * the page turns, footnotes at the end, so that a sentence that goes on over the page is not broken by them.
 */
import { addConversion, type Conversion } from '../../kernel/mend-encoding.ts'
import { AS_ABOVE, type Row, tableLines } from '../word/read-table.ts'
import { lineText, startsItem } from './line-text.ts'
import { type Line, linesOf, median, type Page } from './page.ts'
import { type RuledTable, tablesOn } from './page-tables.ts'

/** Chữ của tệp: with the pages (from 1) on which there is no text at all. */
export type PdfText = {
  readonly text: string
  readonly conversions: readonly Conversion[]
  readonly emptyPages: readonly number[]
}

/** Dòng đã viết: `beside` where two columns stand next to each other (header, recipients and signature). */
type Written = Line & { readonly text: string; readonly beside: boolean }
type Sheet = { lines: Written[]; tables: RuledTable[]; notes: Written[] }

/** Lề: left and right edge of the text of a page. */
type Margins = { readonly left: number; readonly right: number }

const marginsOf = (lines: readonly Line[]): Margins => {
  const by = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0
  return {
    left: by(
      lines.map((l) => l.x),
      0.05,
    ),
    right: by(
      lines.map((l) => l.right),
      0.95,
    ),
  }
}

/** Set about the middle of the page, at least `least` heights of a letter from its edges. */
const isCentred = (l: Line, m: Margins, least: number): boolean =>
  l.x - m.left > l.size * least && Math.abs(l.x - m.left - (m.right - l.right)) < 2 * l.size
const fontOf = (l: Line): string | null => l.bits[0]?.font ?? null

/** Whether the first word of `next` would still have fitted on `line`. */
function isShort(line: Written, next: Written, m: Margins): boolean {
  const word = (/^\S+/u.exec(next.text)?.[0].length ?? 1) / Math.max(1, next.text.length)
  return line.right + line.size * 0.3 + word * (next.right - next.x) < m.right - 1
}

/** Whether a new paragraph begins with `b`. */
function parts(a: Written, b: Written, m: Margins, leading: number): boolean {
  if (b.y - a.y > Math.max(a.size, b.size) * leading * 1.18) return true
  if (a.beside || b.beside) return false
  // A title of several lines.
  if (isCentred(a, m, 0.3) && isCentred(b, m, 1) && fontOf(a) === fontOf(b)) return false
  if (isShort(a, b, m)) return true
  // An item may hang: its lines go on under its words, not under its mark.
  const hangs = startsItem(a.text) && !startsItem(b.text) && b.x - a.x < 4 * b.size
  return b.x - a.x > b.size * 0.8 && !hangs
}

/** Distance of base lines in heights of letters that occurs most. */
function leadingOf(sheets: readonly Sheet[]): number {
  const counts = new Map<number, number>()
  for (const { lines } of sheets) {
    for (const [i, b] of lines.entries()) {
      const a = lines[i - 1]
      if (!a || Math.abs(a.size - b.size) > 0.6) continue
      const step = Math.round(((b.y - a.y) / b.size) * 20) / 20
      if (step > 0.8 && step < 2.5) counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1.2
}

const REACH = 4

/** Between two lines of two columns a line of one column belongs to them. */
function markBeside(lines: readonly Omit<Written, 'beside'>[]): Written[] {
  const tabbed = (from: number, to: number): boolean =>
    lines.slice(Math.max(0, from), to).some((l) => l.text.includes('\t'))
  return lines.map((l, i) => ({
    ...l,
    beside: l.text.includes('\t') || (tabbed(i - REACH, i) && tabbed(i + 1, i + 1 + REACH)),
  }))
}

const PAGE_NUMBER = /^[-–—\s]*\d{1,4}[-–—\s]*$/u
const NOTE = /^\[\d{1,3}\]\s/u

/** Takes the footnotes off the foot of a page: small print from the first line that begins with a mark. */
function takeNotes(sheet: Sheet, body: number): void {
  const { lines } = sheet
  let from = lines.length
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (!line || (!PAGE_NUMBER.test(line.text) && line.size > body * 0.92)) break
    if (NOTE.test(line.text)) from = i
  }
  const after = lines.slice(from)
  sheet.notes = after.filter((l) => !PAGE_NUMBER.test(l.text))
  sheet.lines = [...lines.slice(0, from), ...after.filter((l) => PAGE_NUMBER.test(l.text))]
}

function noteTexts(sheets: readonly Sheet[]): string[] {
  const out: string[] = []
  for (const line of sheets.flatMap((s) => s.notes)) {
    if (NOTE.test(line.text) || out.length === 0) out.push(line.text)
    else out.push(`${out.pop()} ${line.text}`)
  }
  return out
}

const sameColumns = (a: RuledTable, b: RuledTable): boolean =>
  a.columns.length === b.columns.length && a.columns.every((x, i) => Math.abs(x - (b.columns[i] ?? 0)) <= 4)

/** A table goes on after the page turned: its head is not said twice, and a row cut in two is one row again. */
function continued(before: string[], head: readonly string[], rows: readonly string[]): string[] {
  let skip = 0
  while (skip < head.length && skip < rows.length && rows[skip] === head[skip]) skip++
  const own = rows.slice(skip === 0 || skip > 3 ? 0 : skip)
  const last = before.at(-1)?.split('\t')
  const first = own[0]?.split('\t').map((c) => (c === AS_ABOVE ? '' : c))
  if (!last || !first || last.length !== first.length) return own
  const goesOn = first.some((c, i) => /^\p{Ll}/u.test(c) && /[^.;:!?]$/u.test(last[i] ?? ''))
  const fits = first[0] === '' && first.every((c, i) => c === '' || (last[i] ?? '') !== '')
  if (!goesOn || !fits) return own
  before[before.length - 1] = last.map((c, i) => `${c} ${first[i] ?? ''}`.trim()).join('\t')
  return own.slice(1)
}

/** A merged cell that the page turn cut in two is written on the first page only: below it stands "as above". */
function withHollow(rows: readonly Row[]): Row[] {
  const startsOf = (row: Row): number[] =>
    row.cells.map((_, i) => row.cells.slice(0, i).reduce((n, c) => n + c.span, 0))
  return rows.map((row, r) => {
    const next = rows[r + 1]
    const nextStarts = next ? startsOf(next) : []
    const starts = startsOf(row)
    const cells = row.cells.map((cell, i) => {
      const under = next?.cells[nextStarts.indexOf(starts[i] ?? -1)]
      const hollow = !cell.below && under?.below === true && cell.lines.join('') === ''
      return hollow ? { ...cell, lines: [AS_ABOVE] } : cell
    })
    return { ...row, cells }
  })
}

type Piece = { readonly y: number; readonly line: Written | null; readonly table: RuledTable | null }

/** Lines and tables of a page from top to bottom. */
const piecesOf = (sheet: Sheet): Piece[] =>
  [
    ...sheet.lines.map((line) => ({ y: line.y, line, table: null })),
    ...sheet.tables.map((table) => ({ y: table.top, line: null, table })),
  ].toSorted((a, b) => a.y - b.y)

type Open = { readonly table: RuledTable; readonly head: readonly string[]; readonly rows: string[] }

function pageText(sheet: Sheet, leading: number, open: Open | null): { lines: string[]; open: Open | null } {
  const margins = marginsOf(sheet.lines.filter((l) => !PAGE_NUMBER.test(l.text)))
  const lines: string[] = []
  let last: Written | null = null
  let still = open
  for (const { line, table } of piecesOf(sheet)) {
    if (table) {
      const same = still !== null && sameColumns(still.table, table)
      const whole = tableLines({ rows: same ? withHollow(table.rows) : [...table.rows], ruled: true })
      // Borders at the turn of a page leave slivers that look like rows.
      const rows = whole.filter((r) => /[^\s〃]/u.test(r))
      const own = still !== null && same ? continued(still.rows, still.head, rows) : rows
      if (lines.length > 0 && !same) lines.push('')
      lines.push(...own)
      still = { table, head: still !== null && same ? still.head : rows.slice(0, 3), rows: lines }
      last = null
    } else if (line) {
      if (!PAGE_NUMBER.test(line.text)) still = null
      if (last === null ? lines.length > 0 : parts(last, line, margins, leading)) lines.push('')
      lines.push(line.text)
      last = line
    }
  }
  return { lines, open: still }
}

/** The text of a PDF from its pages. */
export function textOfPages(pages: readonly Page[]): PdfText {
  let conversions: Conversion[] = []
  const tell = (c: Conversion) => {
    conversions = addConversion(conversions, c)
  }
  const sheets = pages.map(({ bits, rules }): Sheet => {
    const { tables, rest } = tablesOn(bits, rules, tell)
    const lines = linesOf(rest).map((l) => ({ ...l, text: lineText(l, 'tabs', tell) }))
    return { tables, lines: markBeside(lines.filter((l) => l.text !== '')), notes: [] }
  })
  const body = median(sheets.flatMap((s) => s.lines.map((l) => l.size)))
  for (const sheet of sheets) takeNotes(sheet, body)
  const leading = leadingOf(sheets)
  const shown: string[][] = []
  let open: Open | null = null
  for (const sheet of sheets) {
    const page = pageText(sheet, leading, open)
    shown.push(page.lines)
    open = page.open
  }
  const text = shown.map((lines) => lines.join('\n')).join('\n\f\n')
  const notes = noteTexts(sheets)
  const emptyPages = sheets.flatMap((s, i) => (s.lines.length + s.tables.length + s.notes.length === 0 ? [i + 1] : []))
  return { text: notes.length === 0 ? text : `${text}\n\n${notes.join('\n')}`, conversions, emptyPages }
}
