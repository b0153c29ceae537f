/**
 * Đọc hàng loạt: the rows of a query as texts, sent by COPY while they are read, so that a hundred thousand rows need no more memory
 * than a few. COPY takes no parameters: their values are written into the statement.
 */
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { compiledOf, type RawBuilder, type Tx } from './sql.ts'

/** Một dòng: the values of its columns as the database writes them. */
export type CopiedRow = readonly (string | null)[]

/** The rows of `query`, some hundreds at a time. No other statement runs on the transaction until the last one was taken. */
export async function* copied(tx: Tx, query: RawBuilder<unknown>): AsyncGenerator<CopiedRow[]> {
  tx.statements++
  const stream = tx.client.query(copyTo(`copy (${inlined(query)}) to stdout`))
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(piece)).split('\n')
      rest = lines.pop() ?? ''
      if (lines.length > 0) yield lines.map(rowOf)
    }
  } finally {
    // Who stops taking rows must not leave the connection waiting for somebody to take them.
    if (!stream.readableEnded && !stream.destroyed) await drained(stream)
  }
}

async function drained(stream: Readable): Promise<void> {
  const end = once(stream, 'end')
  stream.resume()
  await end
}

/** The statement with its values in place of `$1`, `$2`… */
function inlined(query: RawBuilder<unknown>): string {
  const { sql, parameters } = compiledOf(query)
  return sql.replace(/\$(\d+)/g, (_, n: string) => literalOf(parameters[Number(n) - 1]))
}

/** A value as a literal: texts and numbers of our own code or of a user, escaped by the driver. */
function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return `'${value}'`
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
  if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `array[${value.map(literalOf).join(', ')}]`
  return pg.escapeLiteral(String(value))
}

const rowOf = (line: string): CopiedRow => {
  const cells = line.split('\t')
  return line.includes('\\') ? cells.map(unescaped) : cells
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

const unescaped = (cell: string): string | null => {
  if (!cell.includes('\\')) return cell
  return cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, c: string) => ESCAPES[c] ?? c)
}
