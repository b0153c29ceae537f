/**
 * Tệp: kept in the database by its hash, piece after piece, in the same transaction as the row that points at it. Who may read it
 * is decided by what it belongs to, in the database (decisions/0015).
 */
import { createHash } from 'node:crypto'
import type { Ctx } from '../action.ts'
import { maybeRow, run, sql, type Tx } from '../database/sql.ts'
import { bytesOf } from './spool.ts'
import { contentOf, type LargeUpload, type Upload } from './upload.ts'

/** Tệp đã lưu. */
export type KeptFile = { id: string; name: string; media_type: string; size: number; body: Buffer; sha256: Buffer }

/**
 * Tệp thuộc về gì: everybody, a unit, or a row of a table whose module says in a migration who reads its files.
 */
export type FileOwner = 'everyone' | { readonly unit: string } | { readonly table: string; readonly id: string }

/** How a file is kept: what it belongs to; sealed when it holds personal data. */
export type Keeping = { readonly of: FileOwner; readonly sealed?: boolean }

const ownerOf = (of: FileOwner): { belongsTo: string; ownerId: string | null } => {
  if (of === 'everyone') return { belongsTo: of, ownerId: null }
  return 'unit' in of ? { belongsTo: 'unit', ownerId: of.unit } : { belongsTo: of.table, ownerId: of.id }
}

/** Keeps a file; the same bytes under the same name are kept once for an owner. Returns its id and hash (hex). */
export async function keepFile(
  ctx: Ctx,
  file: Upload | LargeUpload,
  keeping: Keeping,
): Promise<{ id: string; sha256: string }> {
  const { size, sha256, pieces } = contentOf(file)
  const { belongsTo, ownerId } = ownerOf(keeping.of)
  const sealed = keeping.sealed ?? false
  const hash = Buffer.from(sha256, 'hex')
  const known = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`select id from platform.file where sha256 = ${hash} and name = ${file.name} and belongs_to = ${belongsTo}
          and owner_id is not distinct from ${ownerId}::uuid and sealed = ${sealed} limit 1`,
  )
  if (known) return { id: known.id, sha256 }
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into platform.file (id, sha256, name, media_type, size, belongs_to, owner_id, sealed, kept_at, kept_by)
        values (${id}, ${hash}, ${file.name}, ${file.mediaType}, ${size}, ${belongsTo}, ${ownerId}, ${sealed}, ${ctx.now}, ${ctx.actor.id})`,
  )
  let n = 0
  for await (const piece of pieces()) {
    const body = sealed ? ctx.tx.vault.sealBytes(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    await run(ctx.tx, sql`insert into platform.file_part (file_id, n, body) values (${id}, ${n++}, ${body})`)
  }
  return { id, sha256 }
}

/** Tệp đã mở: what is kept about it, and its bytes, a part at a time. */
export type OpenedFile = Omit<KeptFile, 'body'> & { readonly pieces: () => AsyncGenerator<Uint8Array> }

/**
 * Opens the file of an id; null when there is none that the reader may see. Its pieces end with an error when what lies there is
 * not what was kept.
 */
export async function openFile(tx: Tx, id: string): Promise<OpenedFile | null> {
  const found = await maybeRow<Omit<KeptFile, 'body'> & { sealed: boolean; first: Buffer | null }>(
    tx,
    sql`select f.id, f.name, f.media_type, f.size, f.sha256, f.sealed, p.body as first
        from platform.file f left join platform.file_part p on p.file_id = f.id and p.n = 0 where f.id = ${id}`,
  )
  if (found === null) return null
  const { sealed, first, ...about } = found
  return { ...about, pieces: () => piecesOf(tx, { ...about, sealed, first }) }
}

async function* piecesOf(
  tx: Tx,
  file: { id: string; size: number; sha256: Buffer; sealed: boolean; first: Buffer | null },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let read = 0
  let part = file.first
  for (let n = 1; part !== null; n++) {
    const plain = file.sealed ? tx.vault.openBytes(part) : part
    hash.update(plain)
    read += plain.length
    yield plain
    part = read < file.size ? await partOf(tx, file.id, n) : null
  }
  if (read !== file.size || !hash.digest().equals(file.sha256)) throw new Error(`file ${file.id} is not as it was kept`)
}

const partOf = async (tx: Tx, id: string, n: number): Promise<Buffer | null> =>
  (await maybeRow<{ body: Buffer }>(tx, sql`select body from platform.file_part where file_id = ${id} and n = ${n}`))
    ?.body ?? null

/** The file of an id with all its bytes, or null when there is none that the reader may see. */
export async function findFile(tx: Tx, id: string): Promise<KeptFile | null> {
  const opened = await openFile(tx, id)
  if (opened === null) return null
  const { pieces, ...about } = opened
  return { ...about, body: await bytesOf({ size: about.size, pieces }) }
}
