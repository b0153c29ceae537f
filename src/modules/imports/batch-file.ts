/** Tệp của một lô: kept sealed when it was sent, opened again for every run. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import type { Table } from '../../platform/excel/table.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { Batch } from './words.ts'

/** The bytes that were sent. */
export async function batchBytes(tx: Tx, batch: Pick<Batch, 'fileId'>): Promise<Decision<Uint8Array>> {
  const kept = await findFile(tx, batch.fileId)
  if (kept === null) return refuse('absent', 'import.file-gone', 'Tệp của lô không còn. Gửi lại tệp.')
  return accept(kept.body)
}

/** Opens the file of a batch. */
export async function openBatchFile(tx: Tx, batch: Pick<Batch, 'fileId' | 'fileName'>): Promise<Decision<Table>> {
  const bytes = await batchBytes(tx, batch)
  return bytes.ok ? openTable(bytes.value, batch.fileName) : bytes
}
