/** Khung không viền: a frame that puts parts of a paper side by side. */
import { type Paragraph, type Table, tableOf } from './word-markup.ts'

const NO_MARGINS = { top: 0, left: 0, bottom: 0, right: 0 } as const

/** A frame of cells side by side, without lines and inner margins; widths in twips. */
export const frame = (widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table =>
  tableOf(
    widths,
    rows.map((cells) => ({ cells: cells.map((children, i) => ({ width: widths[i] ?? 0, children })) })),
    { lines: false, margins: NO_MARGINS },
  )
