/**
 * SQL: tagged fragments (of kysely) run on one transaction. Days, periods and instants travel as our own values.
 */
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import type { Vault } from '../vault.ts'
import type { Shelved } from './kept.ts'
import { forgetIfChanged } from './once.ts'

export { type RawBuilder, sql }

/** Giao dịch: the handle on the store that views and actions are given. */
export type Tx = {
  readonly client: pg.ClientBase
  readonly vault: Vault
  /** Statements run so far; bounded in tests. */
  statements: number
  /** What `once` remembers while a page is read; null = nothing is remembered. */
  memo: Map<string, Promise<unknown>> | null
  /** What the process keeps for readers; null = this transaction neither takes from it nor adds to it. */
  shelved: Shelved | null
}

/** A query of rows of shape `T`. */
export type Query<T> = RawBuilder<T> | Compilable<T>

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const toDatabase = (value: unknown): unknown => (value instanceof Temporal.Instant ? value.toString() : value)

/** A query as text with `$1`, `$2`… and their values. */
export function compiledOf<T>(query: Query<T>): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const q = 'toOperationNode' in query && 'execute' in query && 'as' in query ? (query as RawBuilder<T>) : query
  return (q as RawBuilder<T>).compile(compiler)
}

async function send<T>(tx: Tx, query: Query<T>): Promise<pg.QueryResult> {
  const compiled = compiledOf(query)
  tx.statements++
  forgetIfChanged(tx, compiled.sql)
  const values = compiled.parameters.map(toDatabase)
  const name = nameOf(compiled.sql)
  return tx.client.query(name === null ? { text: compiled.sql, values } : { name, text: compiled.sql, values })
}

const MOST_NAMES = 500
const names = new Map<string, string>()

/**
 * Statements of the code are few and come again and again: under a name each connection parses and plans them once, which
 * halves what the database works for a page. Behind PgBouncer in transaction mode this needs version 1.21 or later.
 * Past the bound (a statement whose text varies) they go without a name.
 */
function nameOf(text: string): string | null {
  if (process.env.NGUYEN_KHI_NAMED === '0') return null
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES) return null
  const name = `nk${names.size}`
  names.set(text, name)
  return name
}

/** All rows. */
export async function rows<T>(tx: Tx, query: Query<T>): Promise<T[]> {
  return (await send(tx, query)).rows as T[]
}

/** The one row there may be. */
export async function maybeRow<T>(tx: Tx, query: Query<T>): Promise<T | null> {
  return ((await send(tx, query)).rows[0] as T | undefined) ?? null
}

/** The one row there must be; its absence is a bug. */
export async function row<T>(tx: Tx, query: Query<T>): Promise<T> {
  const found = await maybeRow(tx, query)
  if (found === null) throw new Error('a row that must exist was not found')
  return found
}

/** Runs a statement; the number of rows it touched. */
export async function run(tx: Tx, query: Query<unknown>): Promise<number> {
  return (await send(tx, query)).rowCount ?? 0
}

/** A `jsonb` parameter. */
export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`

/** A `daterange` parameter. */
export const range = (v: Validity): RawBuilder<Validity> => sql`daterange(${v.from}::date, ${v.to}::date)`

/** An array parameter of ids. */
export const ids = (list: readonly string[]): RawBuilder<string[]> => sql`${[...list]}::uuid[]`

/** An array parameter of texts. */
export const texts = (list: readonly string[]): RawBuilder<string[]> => sql`${[...list]}::text[]`

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700, daterange: 3912, dateArray: 1182 }

function parseRange(text: string): Validity | null {
  const m = /^\[([^,]*),([^)]*)\)$/.exec(text)
  if (!m?.[1]) return null
  return { from: m[1] as Day, to: m[2] ? (m[2] as Day) : null }
}

/** How values come back: days and periods as text values, instants as Temporal, counts and figures as numbers. */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === OID.date) return (text: string) => text
    if (oid === OID.timestamptz) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'))
    if (oid === OID.int8 || oid === OID.numeric) return Number
    if (oid === OID.daterange) return parseRange
    return pg.types.getTypeParser(oid, format as 'text')
  },
}
