/**
 * Đọc tệp Excel (.xlsx): the sheets of a workbook, row after row, with the address, the value and the font of each cell.
 * Nothing the file declares is trusted: sizes, numbers of cells and of texts are capped while they are read.
 */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { entriesOf, type ZipEntry } from '../word/bounded-zip.ts'
import { CAPS, type Caps, DAMAGED, pieces } from './inflate.ts'
import { type Parts, readParts } from './read-parts.ts'
import { type ReadRow, rowsOfSheet } from './read-sheet.ts'

/** Trang tính đọc được. `rows` may be walked more than once; a damaged part ends the walk with a refusal. */
export type ReadSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: () => Generator<ReadRow, Decision<number>>
}

/** Refuses what is no workbook, is locked, damaged, or grows too large; the sentence says which. */
export function readWorkbook(bytes: Uint8Array, caps: Caps = CAPS): Decision<readonly ReadSheet[]> {
  if (isOle(bytes)) {
    return refuse(
      'invalid',
      'excel.locked-or-old',
      'Tệp có mật khẩu hoặc là tệp .xls cũ. Mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx rồi gửi lại.',
    )
  }
  const entries = entriesOf(bytes)
  if (entries === null) return refuse('invalid', 'excel.damaged', DAMAGED)
  const byName = new Map(entries.map((e) => [e.name, e]))
  const parts = readParts((name) => byName.get(name) ?? null, caps)
  if (!parts.ok) return parts
  return accept(
    parts.value.sheets.map((s) => ({
      name: s.name,
      hidden: s.hidden,
      rows: () => walk(byName.get(s.part), parts.value, caps),
    })),
  )
}

/** The older container: .xls files, and .xlsx files with a password. */
const isOle = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

function* walk(entry: ZipEntry | undefined, parts: Parts, caps: Caps): Generator<ReadRow, Decision<number>> {
  if (entry === undefined) return refuse('invalid', 'excel.damaged', DAMAGED)
  return yield* rowsOfSheet(pieces(entry, caps.part), parts, caps)
}
