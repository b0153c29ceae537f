/** Khung không viền: a frame that puts parts of a paper side by side. */
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'

/** Cells without lines around them: the frame that puts two things side by side. */
const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
    side,
    { style: 'none' as const, size: 0, color: 'auto' },
  ]),
)

/** A frame of cells side by side, without lines and inner margins; widths in twips. */
export function frame(widths: readonly number[], rows: readonly (readonly Paragraph[])[][], unbroken = true): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: unbroken,
          children: cells.map(
            (children, i) =>
              new TableCell({ children: [...children], width: { size: widths[i] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  })
}
