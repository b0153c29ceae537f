/**
 * Mạch chữ của tệp PDF: pages become text as a person reads it. A blank line stands between paragraphs, a form feed where
 * the page turns, footnotes at the end, so that a sentence that goes on over the page is not broken by them.
 */
import { addConversion, type Conversion } from '../../kernel/mend-encoding.ts'
import { tableLines } from '../word/read-table.ts'
import { lineText } from './line-text.ts'
import { linesOf, median, type Page } from './page.ts'
import { type RuledTable, tablesOn } from './page-tables.ts'
import {
  goesOn,
  indents,
  leadingOf,
  type Margins,
  marginsOf,
  markBeside,
  PAGE_NUMBER,
  parts,
  type Written,
} from './paragraphs.ts'
import { continued, sameColumns, withHollow } from './table-turns.ts'

/** Chữ của tệp: with the pages (from 1) that hold pictures and no text. */
export type PdfText = {
  readonly text: string
  readonly conversions: readonly Conversion[]
  readonly imagePages: readonly number[]
}

type Sheet = { lines: Written[]; tables: RuledTable[]; notes: Written[] }

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

type Piece = { readonly y: number; readonly line: Written | null; readonly table: RuledTable | null }

/** Lines and tables of a page from top to bottom. */
const piecesOf = (sheet: Sheet): Piece[] =>
  [
    ...sheet.lines.map((line) => ({ y: line.y, line, table: null })),
    ...sheet.tables.map((table) => ({ y: table.top, line: null, table })),
  ].toSorted((a, b) => a.y - b.y)

/** A table that may go on after the page turns: `rows` are the lines of the page it stands on. */
type Open = { readonly table: RuledTable; readonly head: readonly string[]; readonly rows: string[] }

/** Trang đã viết: `first` and `last` are its outermost lines of text, null where a table stands there. */
type Shown = {
  readonly lines: string[]
  readonly open: Open | null
  readonly margins: Margins
  readonly first: Written | null
  readonly last: Written | null
}

function pageText(sheet: Sheet, leading: number, before: Open | null): Shown {
  const pieces = piecesOf(sheet)
  const text = pieces.filter((p) => p.table !== null || !PAGE_NUMBER.test(p.line?.text ?? ''))
  const margins = marginsOf(text.flatMap((p) => p.line ?? []))
  const lines: string[] = []
  let last: Written | null = null
  let open = before
  for (const { line, table } of pieces) {
    if (table) {
      const same = open !== null && sameColumns(open.table, table)
      const whole = tableLines({ rows: same ? withHollow(table.rows) : [...table.rows], ruled: true })
      // Borders at the turn of a page leave slivers that look like rows.
      const rows = whole.filter((r) => /[^\s〃]/u.test(r))
      if (lines.length > 0 && !same) lines.push('')
      lines.push(...(open !== null && same ? continued(open.rows, open.head, rows) : rows))
      open = { table, head: open !== null && same ? open.head : rows.slice(0, 3), rows: lines }
      last = null
    } else if (line) {
      if (!PAGE_NUMBER.test(line.text)) open = null
      if (last === null ? lines.length > 0 : parts(last, line, margins, leading)) lines.push('')
      lines.push(line.text)
      last = line
    }
  }
  return { lines, open, margins, first: text[0]?.line ?? null, last: text.at(-1)?.line ?? null }
}

const isFiller = (line: string): boolean => line === '' || PAGE_NUMBER.test(line)

/**
 * Pages one after another. A form feed stands alone where a page turns between paragraphs; inside a paragraph it stands
 * before the next line and the page number is left out, or the sentence would be cut.
 */
function joinedPages(pages: readonly Shown[], indented: boolean): string {
  let text = ''
  let before: Shown | null = null
  for (const page of pages) {
    const joins =
      before?.last && page.first && before.open === null && goesOn(before.last, page.first, before.margins, indented)
    if (joins) {
      const kept = text.split('\n')
      const own = page.lines.slice(page.lines.findIndex((l) => !isFiller(l)))
      text = `${kept.slice(0, kept.findLastIndex((l) => !isFiller(l)) + 1).join('\n')}\n\f${own.join('\n')}`
    } else text += `${before === null ? '' : '\n\f\n'}${page.lines.join('\n')}`
    before = page
  }
  return text
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
  const written = sheets.map((s) => s.lines)
  const leading = leadingOf(written)
  const shown: Shown[] = []
  for (const sheet of sheets) shown.push(pageText(sheet, leading, shown.at(-1)?.open ?? null))
  const text = joinedPages(shown, indents(written))
  const notes = noteTexts(sheets)
  const imagePages = pages.flatMap((p, i) => (p.bits.length === 0 && p.pictured === true ? [i + 1] : []))
  return { text: notes.length === 0 ? text : `${text}\n\n${notes.join('\n')}`, conversions, imagePages }
}
