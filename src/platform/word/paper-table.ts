/**
 * Bảng số liệu trong văn bản: fixed columns, header rows on every page, rows that never break over two pages.
 */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Column, Content, Table as PaperTable, Row } from './official-paper.ts'
import { pt } from './paper-layout.ts'
import { centred, type Look, linesOf, runsOf } from './paper-text.ts'

/** Cỡ chữ trong bảng; not ruled by the decree, one step under the body as offices do. */
const TABLE_SIZE = 12

const LINE_STYLE = { style: 'single', size: 4, color: '000000' } as const
const BORDERS = {
  top: LINE_STYLE,
  bottom: LINE_STYLE,
  left: LINE_STYLE,
  right: LINE_STYLE,
  insideHorizontal: LINE_STYLE,
  insideVertical: LINE_STYLE,
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

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
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            spacing: { before: pt(2), after: pt(3) },
            ...tied,
            children: runsOf(table.unit, { ...look, italic: true }),
          }),
        ]),
    ...(table.caption === undefined && table.unit === undefined ? [gapBefore()] : []),
    grid(table, room),
    noteUnder(table.note, look),
  ]
}

const gapBefore = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 0, after: 0, line: pt(6), lineRule: 'exact' }, children: [] })

function noteUnder(note: string | undefined, look: Look): Paragraph {
  if (note === undefined) return new Paragraph({ spacing: { line: pt(4), lineRule: 'exact' }, children: [] })
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before: pt(3), after: pt(2) },
    children: runsOf(note, { ...look, italic: true }),
  })
}

function grid(table: PaperTable, room: number): Table {
  const widths = columnWidths(table.columns, room)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { left: pt(4), right: pt(4), top: pt(1.5), bottom: pt(1.5) },
    rows: [
      ...headerRows(table, widths),
      ...table.rows.map((r, i) => bodyRow(r, table.columns, widths, keepsNext(i, table.rows.length))),
    ],
  })
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

type CellShape = { readonly width: number; readonly columnSpan?: number; readonly rowSpan?: number }

function headerCell(text: string, { width, ...span }: CellShape, bold = true): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...span,
    children: [centred(text.split('\n'), { size: TABLE_SIZE, bold, italic: !bold }, { keepNext: true })],
  })
}

function headerRows({ columns, numbered }: PaperTable, widths: readonly number[]): TableRow[] {
  const grouped = columns.some((c) => c.group !== undefined)
  const width = (i: number) => widths[i] ?? 0
  const first = columns.flatMap((c, i) => {
    if (c.group === undefined) return [headerCell(c.label, { width: width(i), ...(grouped ? { rowSpan: 2 } : {}) })]
    if (i > 0 && columns[i - 1]?.group === c.group) return []
    const run = columns.slice(i).findIndex((d) => d.group !== c.group)
    const columnSpan = run === -1 ? columns.length - i : run
    const total = widths.slice(i, i + columnSpan).reduce((a, b) => a + b, 0)
    return [headerCell(c.group, { width: total, columnSpan })]
  })
  const second = columns.flatMap((c, i) => (c.group === undefined ? [] : [headerCell(c.label, { width: width(i) })]))
  const numbers = columns.map((_, i) => headerCell(`(${i + 1})`, { width: width(i) }, false))
  return [first, ...(grouped ? [second] : []), ...(numbered ? [numbers] : [])].map(
    (children) => new TableRow({ tableHeader: true, cantSplit: true, children }),
  )
}

function bodyRow(row: Row, columns: readonly Column[], widths: readonly number[], keepNext: boolean): TableRow {
  if (row.kind === 'group') return groupRow(row.text, widths)
  return new TableRow({
    cantSplit: true,
    ...(keepNext ? { keepNext } : {}),
    children: columns.map(
      (c, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.TOP,
          children: cellLines(row.cells[i] ?? '', c, row.kind === 'total'),
        }),
    ),
  })
}

function groupRow(text: Content, widths: readonly number[]): TableRow {
  const cell = new TableCell({
    columnSpan: widths.length,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    children: [new Paragraph({ keepNext: true, children: runsOf(text, { size: TABLE_SIZE, bold: true }) })],
  })
  return new TableRow({ cantSplit: true, children: [cell] })
}

function cellLines(content: Content, column: Column, bold: boolean): Paragraph[] {
  return linesOf(content).map(
    (line) =>
      new Paragraph({ alignment: ALIGN[column.align ?? 'left'], children: runsOf(line, { size: TABLE_SIZE, bold }) }),
  )
}
