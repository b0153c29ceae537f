/**
 * Đọc tệp Excel (.xlsx): the sheets of a workbook, row after row, with the address, the value and the font of each cell.
 * Nothing the file declares is trusted: sizes, numbers of cells and of texts are capped while they are read.
 */
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { entriesOf } from '../word/bounded-zip.ts'
import { CAPS, type Caps, DAMAGED, type PackedEntry, pieces } from './inflate.ts'
import { type Parts, readParts } from './read-parts.ts'
import { batchesOfSheet, frameOfSheet, type Way } from './read-sheet.ts'
import { type Batches, oneByOne, type SheetFrame, type TableSheet } from './table.ts'

/** Refuses what is no workbook, is locked, damaged, or grows too large; the sentence says which. */
export async function readWorkbook(
  bytes: Uint8Array,
  caps: Caps = CAPS,
  way: Way = 'quick',
): Promise<Decision<readonly TableSheet[]>> {
  if (isOle(bytes)) {
    return refuse(
      'invalid',
      'excel.locked-or-old',
      'Tệp có mật khẩu hoặc là tệp .xls cũ. Mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx rồi gửi lại.',
    )
  }
  return readEntries(entriesOf(bytes), caps, way)
}

/** The same of the entries of a workbook, wherever they lie. */
export async function readEntries(
  entries: readonly PackedEntry[] | null,
  caps: Caps = CAPS,
  way: Way = 'quick',
): Promise<Decision<readonly TableSheet[]>> {
  if (entries === null) return refuse('invalid', 'excel.damaged', DAMAGED)
  const byName = new Map(entries.map((e) => [e.name, e]))
  const parts = await readParts((name) => byName.get(name) ?? null, caps)
  if (!parts.ok) return parts
  return accept(parts.value.sheets.map((s) => sheetOf(s, byName.get(s.part), { parts: parts.value, caps, way })))
}

/** The older container: .xls files, and .xlsx files with a password. */
const isOle = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

function sheetOf(
  { name, hidden }: { readonly name: string; readonly hidden: boolean },
  entry: PackedEntry | undefined,
  { parts, caps, way }: { readonly parts: Parts; readonly caps: Caps; readonly way: Way },
): TableSheet {
  const missing = refuse('invalid', 'excel.damaged', DAMAGED)
  const batches = () =>
    entry === undefined ? noneBut(missing) : batchesOfSheet(() => pieces(entry, caps.part), parts, caps, way)
  let frame: Decision<SheetFrame> | null = null
  return {
    name,
    hidden,
    frame: async () => {
      frame ??= entry === undefined ? missing : await frameOfSheet(() => pieces(entry, caps.part))
      return frame
    },
    rows: () => oneByOne(batches()),
    batches,
  }
}

/** No rows at all. */
async function* noneBut(refusal: Refusal): Batches {
  yield* []
  return refusal
}
