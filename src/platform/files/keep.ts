/** Tệp: bytes kept in the database by their hash, in the same transaction as the row that points at them. */
import { createHash } from 'node:crypto'
import type { Ctx } from '../action.ts'
import { maybeRow, run, sql, type Tx } from '../database/sql.ts'

/** Tệp tải lên: as it comes from a form or from the command line. */
export type Upload = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Tệp đã lưu. */
export type KeptFile = { id: string; name: string; media_type: string; size: number; body: Buffer; sha256: Buffer }

/** Largest file taken in, bytes (20 MB). */
export const MAX_FILE = 20 * 1024 * 1024

/** Keeps a file; the same bytes under the same name are kept once. Returns its id and hash (hex). */
export async function keepFile(ctx: Ctx, file: Upload): Promise<{ id: string; sha256: string }> {
  const hash = createHash('sha256').update(file.bytes).digest()
  const known = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`select id from platform.file where sha256 = ${hash} and name = ${file.name} limit 1`,
  )
  if (known) return { id: known.id, sha256: hash.toString('hex') }
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into platform.file (id, sha256, name, media_type, size, body, kept_at, kept_by)
        values (${id}, ${hash}, ${file.name}, ${file.mediaType}, ${file.bytes.length}, ${Buffer.from(file.bytes)}, ${ctx.now}, ${ctx.actor.id})`,
  )
  return { id, sha256: hash.toString('hex') }
}

/** The file of an id, or null. The caller has already checked the row that points at it. */
export const findFile = (tx: Tx, id: string): Promise<KeptFile | null> =>
  maybeRow<KeptFile>(tx, sql`select id, name, media_type, size, body, sha256 from platform.file where id = ${id}`)
