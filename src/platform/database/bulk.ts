/**
 * Ghi hàng loạt: many rows at once. PostgreSQL refuses COPY into a table with row level security, so rows are copied into a table
 * of this transaction alone, and the store inserts from there under the policies.
 */
import { once as event } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { type RawBuilder, sql, type Tx } from './sql.ts'

/** A value of a row that is copied. */
export type BulkValue = string | number | boolean | null | Uint8Array | Temporal.Instant

/** Bytes that are known by their hexadecimal digits, for a column `bytea`. */
export const bytesOf = (hex: string): string => `\\x${hex}`

/** Cột của bảng tạm: name and type of the database. */
export type BulkColumn = readonly [name: string, type: string]

/** Text gathered before it is sent, in characters. */
const PIECE = 64 * 1024

/** Dòng viết sẵn: rows as they are sent, written down before the database is free for them. */
export type Lines = { readonly pieces: readonly Buffer[] }

/** Writes rows down, giving others a turn between pieces: the answers of the database to what is being written meanwhile. */
export async function linesOf(rows: Iterable<readonly BulkValue[]>): Promise<Lines> {
  const pieces: Buffer[] = []
  for (const piece of piecesOf(rows)) {
    pieces.push(piece)
    if (piece.length >= PIECE) await turn()
  }
  return { pieces }
}

function* piecesOf(rows: Iterable<readonly BulkValue[]>): Generator<Buffer> {
  let text = ''
  for (const row of rows) {
    text += lineOf(row)
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/**
 * Copies `rows` into a table `name` that lives until the transaction ends, emptied before. Answers with how it is called in SQL.
 * `name` and `columns` are words of the code, never of a user.
 */
export async function stage(
  tx: Tx,
  name: string,
  columns: readonly BulkColumn[],
  rows: Iterable<readonly BulkValue[]> | Lines,
): Promise<RawBuilder<unknown>> {
  const table = `pg_temp.${name}`
  const list = columns.map(([column, type]) => `${column} ${type}`).join(', ')
  // In one message: another thread may be waiting for this one, and every answer of the database is a wait.
  tx.statements++
  const stream = tx.client.query(
    copyFrom(
      `create temp table if not exists ${name} (${list}) on commit drop; truncate ${table}; ` +
        `copy ${table} (${columns.map(([c]) => c).join(', ')}) from stdin`,
    ),
  )
  for (const piece of 'pieces' in rows ? rows.pieces : piecesOf(rows))
    if (!stream.write(piece)) await event(stream, 'drain')
  stream.end()
  await event(stream, 'finish')
  return sql.raw(table)
}

function lineOf(row: readonly BulkValue[]): string {
  let line = ''
  let between = ''
  for (const value of row) {
    line += between + textOf(value)
    between = '\t'
  }
  return `${line}\n`
}

const SPECIAL = /[\\\t\n\r]/
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function textOf(value: BulkValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string')
    return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPED[c] ?? c) : value
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}`
  return value.toString()
}
