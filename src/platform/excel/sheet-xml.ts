/** Trang tính thành XML, piece after piece: rows are written as they come and none is kept. */
import { cellAddress, columnLetters } from './addresses.ts'
import { cellXml, xmlText } from './cell-xml.ts'
import type { Cell, Choice, Column, Look, Row, Sheet } from './workbook.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
/** Text gathered before it goes on, in characters. */
const PIECE = 128 * 1024

/** What came of a sheet: how many rows it holds. */
export type Written = { rows: number }

/** The whole sheet as pieces of text; `written.rows` counts up meanwhile. */
export async function* sheetXml(sheet: Sheet, written: Written): AsyncGenerator<string> {
  yield before(sheet)
  const merged: string[] = []
  let text = ''
  for await (const row of sheet.rows) {
    written.rows++
    text += rowXml(row, written.rows, sheet.columns, merged)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text + after(sheet, written.rows, merged)
}

function before(s: Sheet): string {
  const pane =
    s.frozen === undefined
      ? ''
      : `<pane ySplit="${s.frozen}" topLeftCell="A${s.frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${s.frozen + 1}" sqref="A${s.frozen + 1}"/>`
  const columns = s.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`)
  return `${HEAD}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${columns.join('')}</cols><sheetData>`
}

type Whole = { readonly cells: readonly Cell[]; readonly look?: Look; readonly height?: number }

const whole = (row: Row): Whole => ('cells' in row ? row : { cells: row })

function rowXml(given: Row, number: number, columns: readonly Column[], merged: string[]): string {
  const { cells, look, height } = whole(given)
  let out = ''
  let lines = 1
  let column = 0
  for (const cell of cells) {
    const own = typeof cell === 'object' && cell !== null && 'value' in cell ? cell : null
    const drawn = own?.look ?? look ?? columns[column]?.look ?? 'plain'
    out += cellXml(number, column, own === null ? (cell as Exclude<Cell, { value: unknown }>) : own.value, drawn)
    const span = own?.span ?? 1
    const value = own === null ? cell : own.value
    if (typeof value === 'string' && drawn !== 'plain')
      lines = Math.max(lines, linesOf(value, roomOf(columns, column, span)))
    if (span > 1) merged.push(`${cellAddress(number, column)}:${cellAddress(number, column + span - 1)}`)
    for (let i = 1; i < span; i++) out += cellXml(number, column + i, null, drawn)
    column += span
  }
  return `<row r="${number}"${tallness(height, lines)}>${out}</row>`
}

/** One line of letters of size 12, in points; the tallest row that Excel draws. */
const LINE_HEIGHT = 15.75
const TALLEST = 409

/** Excel fits rows when it opens a file, others keep what is written: the height that the text is likely to need. */
function tallness(height: number | undefined, lines: number): string {
  if (height !== undefined) return ` ht="${height}" customHeight="1"`
  return lines === 1 ? '' : ` ht="${Math.min(lines * LINE_HEIGHT, TALLEST)}"`
}

const roomOf = (columns: readonly Column[], from: number, span: number): number =>
  columns.slice(from, from + span).reduce((sum, c) => sum + c.width, 0)

/**
 * Lines a text takes in `room` characters: letters are a little narrower than the digits that columns are measured in, and
 * a word that no longer fits goes to the next line whole. A line too many leaves a gap, a line too few hides words.
 */
function linesOf(text: string, room: number): number {
  const letters = room * 1.15
  return text.split('\n').reduce((sum, part) => sum + linesOfParagraph(part, letters), 0)
}

function linesOfParagraph(text: string, letters: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const next = used === 0 ? word.length : used + 1 + word.length
    if (next > letters && used > 0) {
      lines++
      used = word.length
    } else used = next
    // A word longer than the line is broken by the sheet.
    if (used > letters) lines += Math.ceil(used / letters) - 1
    used = used > letters ? used % letters : used
  }
  return lines
}

/** The cells under filter buttons: from the headings to the last row. */
export const filterRange = (s: Sheet, rows: number): string | null =>
  s.filter === undefined ? null : `A${s.filter}:${cellAddress(Math.max(rows, s.filter), s.columns.length - 1)}`

function choiceXml(c: Choice): string {
  const letters = columnLetters(c.column)
  const list = 'name' in c.of ? c.of.name : `"${c.of.map((v) => v.replaceAll('"', '""')).join(',')}"`
  const strict = c.refuse === undefined ? '' : ` showErrorMessage="1" error="${xmlText(c.refuse)}"`
  return `<dataValidation type="list" allowBlank="1"${strict} sqref="${letters}${c.from}:${letters}${c.to}"><formula1>${xmlText(list)}</formula1></dataValidation>`
}

function after(s: Sheet, rows: number, merged: readonly string[]): string {
  const filter = filterRange(s, rows)
  const choices = s.choices ?? []
  return [
    '</sheetData>',
    filter === null ? '' : `<autoFilter ref="${filter}"/>`,
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`,
    choices.length === 0
      ? ''
      : `<dataValidations count="${choices.length}">${choices.map(choiceXml).join('')}</dataValidations>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${s.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>',
  ].join('')
}
