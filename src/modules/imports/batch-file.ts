/** Tệp của một lô: kept when it was sent, opened again for every run. */
import { type Decision, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import type { Table } from '../../platform/excel/table.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { Batch } from './words.ts'

/** Opens the file of a batch. */
export async function openBatchFile(tx: Tx, batch: Pick<Batch, 'fileId' | 'fileName'>): Promise<Decision<Table>> {
  const kept = await findFile(tx, batch.fileId)
  if (kept === null) return refuse('absent', 'import.file-gone', 'Tệp của lô không còn. Gửi lại tệp.')
  return openTable(tx.vault.openBytes(kept.body), batch.fileName)
}
