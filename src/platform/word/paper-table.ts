/**
 * Bảng số liệu trong văn bản: fixed columns, header rows on every page, rows that never break over two pages.
 */
import type { Column, Content, Table as PaperTable, Row } from './official-paper.ts'
import { pt } from './paper-layout.ts'
import { centred, type Look, linesOf, runsOf } from './paper-text.ts'
import { type Cell, type Paragraph, paragraph, type Table, type TableRow, tableOf } from './word-markup.ts'

/** Cỡ chữ trong bảng; not ruled by the decree, one step under the body as offices do. */
const TABLE_SIZE = 12

const MARGINS = { top: pt(1.5), left: pt(4), bottom: pt(1.5), right: pt(4) } as const

/** Caption, unit, table and note. */
export function tableBlock(table: PaperTable, room: number): (Paragraph | Table)[] {
  const look: Look = { size: TABLE_SIZE }
  const tied = { keepNext: true }
  return [
    ...(table.caption === undefined
      ? []
      : [
          centred(
            [table.caption],
            { size: TABLE_SIZE + 1, bold: true },
            { ...tied, spacing: { before: pt(10), after: pt(3) } },
          ),
        ]),
    ...(table.unit === undefined
      ? []
      : [
          paragraph(runsOf(table.unit, { ...look, italic: true }), {
            alignment: 'right',
            spacing: { before: pt(2), after: pt(3) },
            ...tied,
          }),
        ]),
    ...(table.caption === undefined && table.unit === undefined ? [gapBefore()] : []),
    grid(table, room),
    noteUnder(table.note, look),
  ]
}

const gapBefore = (): Paragraph =>
  paragraph([], { keepNext: true, spacing: { before: 0, after: 0, line: pt(6), lineRule: 'exact' } })

function noteUnder(note: string | undefined, look: Look): Paragraph {
  if (note === undefined) return paragraph([], { spacing: { line: pt(4), lineRule: 'exact' } })
  return paragraph(runsOf(note, { ...look, italic: true }), {
    alignment: 'both',
    spacing: { before: pt(3), after: pt(2) },
  })
}

function grid(table: PaperTable, room: number): Table {
  const widths = columnWidths(table.columns, room)
  const body = table.rows.map((r, i) => bodyRow(r, table.columns, widths, keepsNext(i, table.rows.length)))
  return tableOf(widths, [...headerRows(table, widths), ...body], { lines: true, margins: MARGINS })
}

/** The last row of a table does not stand alone on a page. */
const keepsNext = (i: number, count: number): boolean => count > 3 && i === count - 2

/** Weights to twips; the sum is exactly the room there is. */
export function columnWidths(columns: readonly Column[], room: number): number[] {
  const total = columns.reduce((sum, c) => sum + c.width, 0)
  const widths = columns.map((c) => Math.floor((c.width * room) / total))
  const rest = room - widths.reduce((a, b) => a + b, 0)
  return widths.map((w, i) => (i === widths.length - 1 ? w + rest : w))
}

const headerCell = (text: string, shape: Omit<Cell, 'children'>, bold = true): Cell => ({
  ...shape,
  vertical: 'center',
  children: [centred(text.split('\n'), { size: TABLE_SIZE, bold, italic: !bold }, { keepNext: true })],
})

function headerRows({ columns, numbered }: PaperTable, widths: readonly number[]): TableRow[] {
  const grouped = columns.some((c) => c.group !== undefined)
  const width = (i: number) => widths[i] ?? 0
  const first = columns.flatMap((c, i): Cell[] => {
    if (c.group === undefined) return [headerCell(c.label, { width: width(i), ...(grouped ? RESTART : {}) })]
    if (i > 0 && columns[i - 1]?.group === c.group) return []
    const more = columns.slice(i).findIndex((d) => d.group !== c.group)
    const span = more === -1 ? columns.length - i : more
    const total = widths.slice(i, i + span).reduce((a, b) => a + b, 0)
    return [headerCell(c.group, { width: total, span })]
  })
  const second = columns.map(
    (c, i): Cell =>
      c.group === undefined
        ? {
            width: width(i),
            merged: 'continue',
            vertical: 'center',
            children: [paragraph([], { alignment: 'center' })],
          }
        : headerCell(c.label, { width: width(i) }),
  )
  const numbers = columns.map((_, i) => headerCell(`(${i + 1})`, { width: width(i) }, false))
  return [first, ...(grouped ? [second] : []), ...(numbered ? [numbers] : [])].map((cells) => ({ cells, header: true }))
}

const RESTART = { merged: 'restart' } as const

function bodyRow(row: Row, columns: readonly Column[], widths: readonly number[], keepNext: boolean): TableRow {
  if (row.kind === 'group') return groupRow(row.text, widths)
  return {
    cells: columns.map((c, i) => ({
      width: widths[i] ?? 0,
      vertical: 'top',
      children: cellLines(row.cells[i] ?? '', c, row.kind === 'total', keepNext),
    })),
  }
}

function groupRow(text: Content, widths: readonly number[]): TableRow {
  const width = widths.reduce((a, b) => a + b, 0)
  const children = [paragraph(runsOf(text, { size: TABLE_SIZE, bold: true }), { keepNext: true })]
  return { cells: [{ width, span: widths.length, children }] }
}

const cellLines = (content: Content, column: Column, bold: boolean, keepNext: boolean): Paragraph[] =>
  linesOf(content).map((line) =>
    paragraph(runsOf(line, { size: TABLE_SIZE, bold }), { alignment: column.align ?? 'left', keepNext }),
  )
