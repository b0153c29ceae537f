/** Tệp của một lô: kept sealed when it was sent, opened again for every run. A large one is read from the disk, not from memory. */
import { type Decision, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import type { Table } from '../../platform/excel/table.ts'
import { openFile } from '../../platform/files/keep.ts'
import type { ByteSource } from '../../platform/files/source.ts'
import { bytesOf, sourceOf, takeIn } from '../../platform/files/spool.ts'
import type { Content, Spooled } from '../../platform/files/upload.ts'
import type { Batch } from './words.ts'

/** Bytes up to which a file is taken into memory and read where it is needed; a larger one is read in a thread of its own. */
const SMALL = 4 * 1024 * 1024

/** Tệp để đọc: its bytes, or where it lies. */
export type Lying = { readonly bytes: Uint8Array } | { readonly lies: Spooled }

/** As the reader of tables takes it. */
export const readable = (file: Lying): Uint8Array | ByteSource => ('bytes' in file ? file.bytes : sourceOf(file.lies))

/** Gives a file to `work`, in memory or on the disk by its size, and lets go of it afterwards. */
export async function lyingSomewhere<T>(
  content: Pick<Content, 'size' | 'pieces'> & { readonly lies?: Spooled },
  work: (file: Lying) => Promise<T>,
): Promise<T> {
  if (content.size <= SMALL) return work({ bytes: await bytesOf(content) })
  if (content.lies !== undefined) return work({ lies: content.lies })
  const { file, close } = await takeIn(content.pieces(), { name: '', mediaType: '' })
  try {
    return await work({ lies: file.lies })
  } finally {
    await close()
  }
}

/** The file of a batch as it was sent. */
export async function withBatchFile<T>(
  tx: Tx,
  batch: Pick<Batch, 'fileId'>,
  work: (file: Lying) => Promise<Decision<T>>,
): Promise<Decision<T>> {
  const kept = await openFile(tx, batch.fileId)
  if (kept === null) return refuse('absent', 'import.file-gone', 'Tệp của lô không còn. Gửi lại tệp.')
  return lyingSomewhere(kept, work)
}

/** The table in the file of a batch. */
export const withBatchTable = <T>(
  tx: Tx,
  batch: Pick<Batch, 'fileId'>,
  work: (table: Table) => Promise<Decision<T>>,
): Promise<Decision<T>> =>
  withBatchFile(tx, batch, async (file) => {
    const table = await openTable(readable(file))
    return table.ok ? work(table.value) : table
  })
