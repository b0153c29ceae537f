/**
 * Bảng: rows and cells as they came, into lines of text. A table of data gives a line to a row with tabs between the cells;
 * a table that only holds header or signature in place gives the lines of its cells.
 */

/** Ô: its paragraphs, the columns it spans, and whether it goes on with the cell above (`w:vMerge`). */
export type Cell = { lines: string[]; span: number; below: boolean }

/** Dòng: cells, and the columns left out before and after them. */
export type Row = { cells: Cell[]; before: number; after: number; removed: boolean }

/** Bảng: `ruled` is whether its lines are drawn, null where nothing says so. */
export type Table = { rows: Row[]; ruled: boolean | null }

/** Dấu "như trên": stands in a cell that is merged with the one above; a cell left blank stays blank. */
export const AS_ABOVE = '〃'

/** What stands in the header or the signature of a letter and never in a table of data. */
const LETTER_PARTS =
  /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|^\s*Độc\s+lập\s*[-–]|^\s*Nơi\s+nhận\s*:|^\s*(?:TM|T\/M|KT|TL|TUQ)\s?\.\s*\p{Lu}{2}/imu
const NUMBER_HEAD = /^(?:S?TT|Số\s+TT)\.?$/iu

const widthOf = (row: Row): number => row.before + row.after + row.cells.reduce((n, c) => n + c.span, 0)

function isLayout(table: Table): boolean {
  const width = Math.max(0, ...table.rows.map(widthOf))
  if (width <= 1) return true
  const cells = table.rows.flatMap((r) => r.cells)
  if (width <= 6 && table.rows.length <= 12 && cells.some((c) => LETTER_PARTS.test(c.lines.join('\n')))) return true
  if (width > 3 || table.rows.length > 4 || table.ruled === true) return false
  const head = table.rows[0]?.cells.some((c) => NUMBER_HEAD.test(c.lines.join(' ').trim())) ?? false
  return !head && cells.some((c) => c.lines.length > 1)
}

/** Paragraphs of a cell on one line: things listed one under another are set apart, a phrase broken in two is not. */
export function oneLine(lines: readonly string[]): string {
  let text = ''
  for (const line of lines.map((l) => l.replace(/\s+/gu, ' ').trim())) {
    if (line === '') continue
    const runsOn = /^\p{Ll}/u.test(line) && !/^các\s/u.test(line)
    if (text === '') text = line
    else text += `${/[;,.:]$/u.test(text) || runsOn ? ' ' : '; '}${line}`
  }
  return text
}

/** The cells of a row, one text to a column. `above` holds the text each column last began with. */
function columnsOf(row: Row, above: Map<number, string>): string[] {
  const columns: string[] = Array.from({ length: row.before }, () => '')
  for (const cell of row.cells) {
    const own = oneLine(cell.lines)
    const at = columns.length
    if (cell.below && own === '') columns.push(above.get(at) ? AS_ABOVE : '')
    else {
      columns.push(own)
      above.set(at, own)
    }
    for (let i = 1; i < cell.span; i++) columns.push('')
  }
  return [...columns, ...Array.from({ length: row.after }, () => '')]
}

/** The lines of a table. */
export function tableLines(table: Table): string[] {
  const rows = table.rows.filter((r) => !r.removed)
  if (isLayout({ ...table, rows })) return rows.flatMap((r) => r.cells.flatMap((c) => c.lines))
  const above = new Map<number, string>()
  return rows.map((r) => columnsOf(r, above).join('\t'))
}
