/**
 * Kết nối: one pool on the embedded or the given PostgreSQL, and the transaction every read and write runs in.
 */
import pg from 'pg'
import type { Actor } from '../../kernel/actor.ts'
import { logger } from '../log.ts'
import type { Vault } from '../vault.ts'
import type { Shelf } from './kept.ts'
import { remember } from './once.ts'
import { databaseTypes, type Tx } from './sql.ts'

/** Cơ sở dữ liệu đã kết nối. */
export type Database = {
  readonly pool: pg.Pool
  /** Where it is: another thread of this process connects by itself. */
  readonly address: Address
  readonly vault: Vault
  /** Province key written to every row that grows. */
  readonly province: string
  /** A second pool on the same server whose values come as the driver gives them: for the job queue, which reads its own rows. */
  readonly plainPool: (max: number) => pg.Pool
  /** What this process keeps of the data that are the same for everybody. */
  readonly shelf: Shelf
  readonly close: () => Promise<void>
}

/** Where the server is: a URL, or the socket of the embedded one. */
export type Address = { url: string } | { socket: string; port: number; user: string; database: string }

/** Only where the server is: whoever started it holds more, and none of that goes to another thread. */
const placeOf = (a: Address): Address =>
  'url' in a ? { url: a.url } : { socket: a.socket, port: a.port, user: a.user, database: a.database }

/** Opens a pool. Idle connections that die are dropped, never fatal. */
export function connect(
  address: Address,
  vault: Vault,
  options: { province?: string; poolSize?: number } = {},
): Database {
  const place = placeOf(address)
  const where =
    'url' in place
      ? { connectionString: place.url }
      : { host: place.socket, port: place.port, user: place.user, database: place.database }
  const settings = { ...where, application_name: 'nguyen-khi', options: '-c TimeZone=UTC -c DateStyle=ISO' }
  const pool = watched(new pg.Pool({ ...settings, max: options.poolSize ?? 10, types: databaseTypes }))
  return {
    pool,
    address: place,
    vault,
    province: options.province ?? 'VN',
    shelf: new Map(),
    plainPool: (max) => watched(new pg.Pool({ ...settings, max })),
    close: () => pool.end(),
  }
}

/** A connection that dies is dropped and noted, unless the pool is being closed; without listeners it would end the process. */
function watched(pool: pg.Pool): pg.Pool {
  pool.on('error', (error) => {
    if (!pool.ending) logger.warn({ err: error.message }, 'mất một kết nối cơ sở dữ liệu')
  })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** The role of every request: no login, no bypass, not the owner (DESIGN.md §3). */
export const APP_ROLE = 'nguyen_khi_app'

/**
 * Runs `work` in one transaction under the rights of `actor`: `set local role` and the scope that row level security reads.
 * Commits when it returns, unless `keep` says no; rolls back when it throws.
 */
export async function transact<T>(
  db: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  const client = await db.pool.connect()
  const tx: Tx = { client, vault: db.vault, statements: 0, memo: null, shelved: null }
  let broken: Error | undefined
  try {
    await client.query(`begin; ${scopeStatement(db, actor)}`)
    const result = await work(tx)
    await client.query(keep(result) ? 'commit' : 'rollback')
    return result
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      (e: Error) => e,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** Narrows a running transaction from the system's view to that of `actor` (sign-in first, then the request). */
export async function enter(db: Database, tx: Tx, actor: Actor): Promise<void> {
  tx.statements++
  tx.memo?.clear()
  tx.shelved = null
  await tx.client.query(scopeStatement(db, actor))
}

/** The same for a request that only reads: from here on it remembers, and takes what the process keeps of unchanged data. */
export async function enterToRead(db: Database, tx: Tx, actor: Actor): Promise<void> {
  tx.statements++
  const entered = await tx.client.query(`${scopeStatement(db, actor)}, platform.marks() as marks`)
  remember(tx, { shelf: db.shelf, marks: entered.rows[0].marks, seesAll: actor.scope === 'all' })
}

function scopeStatement(db: Database, actor: Actor): string {
  const all = actor.scope === 'all'
  const set = (name: string, value: string) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`
  return `select ${[
    set('role', APP_ROLE),
    set('nk.actor', actor.id),
    set('nk.all', all ? 'on' : 'off'),
    set('nk.units', all ? '{}' : `{${actor.scope.join(',')}}`),
    set('nk.province', db.province),
  ].join(', ')}`
}
