/** Trang tính: one row after another, none kept. Quickly where that is sure, through the parser where it is not. */
import { accept, type Decision } from '../../kernel/result.ts'
import { type Caps, type Pieces, type Spoilt, spoilt } from './inflate.ts'
import type { Parts } from './read-parts.ts'
import { pushAll } from './read-texts.ts'
import { SheetScanner } from './scan-sheet.ts'
import { type Frame, frameListener, type Place, rowListener } from './sheet-events.ts'
import type { Batches, SheetFrame, SheetTally, TableRow } from './table.ts'
import { type Feed, feedOf } from './xml-events.ts'

/** Opens the bytes of a sheet from their start. */
type OpenPieces = () => Pieces

/** Whether quick reading is tried; tests read both ways. */
export type Way = 'quick' | 'parser'

/** The rows that hold anything; answers with how much there was. */
export async function* batchesOfSheet(open: OpenPieces, parts: Parts, caps: Caps, way: Way = 'quick'): Batches {
  const counted = new Tally()
  if (way === 'quick') {
    const scanner = new SheetScanner({ merged: [], hiddenColumns: [] }, parts)
    const end = yield* walk(open(), scanner, scanner.rows, { counted, caps, skip: 0 })
    if (end !== 'damaged') return end === null ? accept(counted.done()) : spoilt(end)
  }
  const skip = counted.rows
  counted.reset()
  const place: Place = { row: 0, ready: [] }
  const end = yield* walk(open(), feedOf(rowListener(place, parts)), place.ready, { counted, caps, skip })
  return end === null ? accept(counted.done()) : spoilt(end)
}

type Walk = { readonly counted: Tally; readonly caps: Caps; readonly skip: number }

/** Feeds pieces to a reader and hands its rows on, but for the first `skip`, which were handed on before. */
async function* walk(
  bytes: Pieces,
  feed: Feed,
  ready: TableRow[],
  { counted, caps, skip }: Walk,
): AsyncGenerator<readonly TableRow[], Spoilt | null> {
  try {
    for (;;) {
      const next = await bytes.next()
      const sound = next.done === true ? next.value === null && feed.end() : feed.push(next.value)
      const batch = ready.splice(0)
      const fresh = Math.max(0, skip - counted.rows)
      for (const row of batch) counted.add(row)
      if (counted.cells > caps.cells) return 'too-large'
      if (batch.length > fresh) yield fresh === 0 ? batch : batch.slice(fresh)
      if (next.done === true) return next.value ?? (sound ? null : 'damaged')
      if (!sound) return 'damaged'
    }
  } finally {
    await bytes.return(null)
  }
}

/** What stands around the rows. */
export async function frameOfSheet(open: OpenPieces): Promise<Decision<SheetFrame>> {
  const quick: Frame = { merged: [], hiddenColumns: [] }
  const bad = await pushAll(open(), new SheetScanner(quick, null))
  if (bad === null) return accept(quick)
  if (bad === 'too-large') return spoilt(bad)
  const frame: Frame = { merged: [], hiddenColumns: [] }
  const worse = await pushAll(open(), feedOf(frameListener(frame)))
  return worse === null ? accept(frame) : spoilt(worse)
}

/** Counts what is read of a sheet. */
export class Tally {
  rows = 0
  cells = 0
  private columns = 0
  private hiddenRows = 0
  private formulas = 0
  private firstFormula: string | null = null
  private errors = 0
  private firstError: string | null = null

  add(row: TableRow): void {
    this.rows++
    this.cells += row.cells.length
    if (row.hidden) this.hiddenRows++
    for (const cell of row.cells) {
      if (cell.column >= this.columns) this.columns = cell.column + 1
      if (cell.formula) {
        this.formulas++
        this.firstFormula ??= cell.address
      }
      if (cell.error !== null) {
        this.errors++
        this.firstError ??= cell.address
      }
    }
  }

  reset(): void {
    Object.assign(this, new Tally())
  }

  done(): SheetTally {
    return {
      rows: this.rows,
      cells: this.cells,
      columns: this.columns,
      hiddenRows: this.hiddenRows,
      formulas: { count: this.formulas, first: this.firstFormula },
      errors: { count: this.errors, first: this.firstError },
    }
  }
}
