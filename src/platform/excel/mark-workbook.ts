/**
 * Tệp lỗi: the workbook that was sent, with the cells that must be mended on a red ground and one column more that says what
 * to do. Sheets, formulas, fonts, widths, merged cells stay what they are; whoever sent it finds everything in its place.
 */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { entriesOf, type ZipEntry } from '../word/bounded-zip.ts'
import { CAPS, DAMAGED, pieces, type Spoilt, spoilt } from './inflate.ts'
import { type RowMarks, type SheetEdit, SheetMarker } from './mark-sheet.ts'
import { type MarkStyles, markStyles } from './mark-styles.ts'
import { readParts } from './read-parts.ts'
import { readWorkbook } from './read-workbook.ts'
import type { TableSheet } from './table.ts'
import { type NewEntry, zipStream } from './write-zip.ts'

/** Đầu đề của cột thêm; a sheet that comes back with it is read without it. */
export const TO_MEND = 'Cần sửa'

/** Chỗ phải sửa trong một trang tính: by number of row; the heading of the added column stands in `headRow`. */
export type SheetMarks = {
  readonly sheet: string
  readonly headRow: number
  readonly rows: ReadonlyMap<number, RowMarks>
}

/** Largest file of styles that is mended. */
const STYLES_BYTES = 32 * 1024 * 1024

/** Thrown out of a stream that is under way, and caught here. */
class SpoiltPart extends Error {
  readonly why: Spoilt
  constructor(why: Spoilt) {
    super(why)
    this.why = why
  }
}

/** The marked workbook. Refuses what cannot be read to its end. A column added before is written anew. */
export async function markWorkbook(bytes: Uint8Array, marks: readonly SheetMarks[]): Promise<Decision<Uint8Array>> {
  const entries = entriesOf(bytes)
  const read = await readWorkbook(bytes)
  if (!read.ok) return read
  if (entries === null) return refuse('invalid', 'excel.damaged', DAMAGED)
  const byName = new Map(entries.map((e) => [e.name, e]))
  const parts = await readParts((name) => byName.get(name) ?? null, CAPS)
  if (!parts.ok) return parts
  try {
    const found = byName.get('xl/styles.xml')
    const styles = found === undefined ? null : markStyles(await textOf(found))
    const edits = new Map<string, SheetEdit>()
    for (const m of marks) {
      const at = parts.value.sheets.findIndex((s) => s.name === m.sheet)
      const part = parts.value.sheets[at]
      const sheet = read.value[at]
      if (part === undefined || sheet === undefined) continue
      const column = await columnFor(sheet, m.headRow)
      if (!column.ok) return column
      edits.set(part.part, { column: column.value, headRow: m.headRow, heading: TO_MEND, rows: m.rows, styles })
    }
    const out: Uint8Array[] = []
    for await (const piece of zipStream(changed(entries, edits, styles))) out.push(piece)
    return accept(new Uint8Array(Buffer.concat(out)))
  } catch (error) {
    if (error instanceof SpoiltPart) return spoilt(error.why)
    throw error
  }
}

/** The column that was added before, or the one after all that is used. */
async function columnFor(sheet: TableSheet, headRow: number): Promise<Decision<number>> {
  const walk = sheet.batches()
  for (;;) {
    const next = await walk.next()
    if (next.done === true) {
      if (!next.value.ok) return next.value
      const frame = await sheet.frame()
      if (!frame.ok) return frame
      return accept(Math.max(next.value.value.columns, ...frame.value.merged.map((m) => m.right + 1)))
    }
    const own = next.value.find((r) => r.number === headRow)?.cells.findLast((c) => c.text.trim() === TO_MEND)
    if (own !== undefined) {
      await walk.return(refuse('later', 'table.left', 'Chưa đọc hết bảng.'))
      return accept(own.column)
    }
  }
}

/** All parts in their order, but for the styles: these are known only when the sheets are written. */
function* changed(
  entries: readonly ZipEntry[],
  edits: ReadonlyMap<string, SheetEdit>,
  styles: MarkStyles | null,
): Generator<NewEntry> {
  for (const entry of entries) {
    const edit = edits.get(entry.name)
    if (entry.name.endsWith('/') || (styles !== null && entry.name === 'xl/styles.xml')) continue
    yield { name: entry.name, bytes: edit === undefined ? whole(entry) : markedBytes(entry, edit) }
  }
  if (styles !== null) yield { name: 'xl/styles.xml', bytes: [new TextEncoder().encode(styles.xml())] }
}

async function* whole(entry: ZipEntry, limit = CAPS.part): AsyncGenerator<Uint8Array> {
  const bytes = pieces(entry, limit)
  for (;;) {
    const next = await bytes.next()
    if (next.done !== true) yield next.value
    else if (next.value === null) return
    else throw new SpoiltPart(next.value)
  }
}

async function* markedBytes(entry: ZipEntry, edit: SheetEdit): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  const marker = new SheetMarker(edit)
  for await (const piece of whole(entry)) yield encoder.encode(marker.push(decoder.decode(piece, { stream: true })))
  yield encoder.encode(marker.push(decoder.decode()) + marker.end())
}

async function textOf(entry: ZipEntry): Promise<string> {
  const parts = await Array.fromAsync(whole(entry, STYLES_BYTES))
  return Buffer.concat(parts).toString('utf8')
}
