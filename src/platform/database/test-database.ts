/**
 * Cơ sở dữ liệu thử (tests only): a server per engine and run, a migrated template per set of migrations, a clone per
 * test file in some 20 ms.
 */
import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { openVault } from '../vault.ts'
import { hashOf, type Migration, migrate } from './migrate.ts'
import { type Address, connect, type Database, transact } from './pool.ts'
import { administer, type Engine, type TestServer } from './test-engine.ts'

/** A database of one test file. */
export type TestDatabase = {
  readonly db: Database
  readonly address: Address
  readonly name: string
  readonly engine: Engine
  /** Closes the pool and drops the database. */
  readonly drop: () => Promise<void>
}

/** What a template holds beside the migrated tables, e.g. a sample world; `key` names its content. */
export type Filling = { readonly key: string; readonly fill: (db: Database) => Promise<unknown> }

/** Clones the template of `migrations` (made by whoever asks first) into a database of its own. */
export async function cloneDatabase(migrations: readonly Migration[], filling?: Filling): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const key = createHash('sha256')
    .update(`${hashOf(migrations)} ${filling?.key ?? ''}`)
    .digest('hex')
    .slice(0, 16)
  const template = `mau_${key}`
  const name = `thu_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) await makeTemplate(server, client, template, migrations, filling)
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
  const address = addressOf(server, name)
  const db = connect(address, TEST_VAULT)
  const drop = async () => {
    await db.close()
    await administer(server, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`).catch((error: pg.DatabaseError) => {
        if (error.code !== INSUFFICIENT_PRIVILEGE) throw error
        return client.query(`drop database if exists ${name}`)
      })
    })
  }
  return { db, address, name, engine: server.engine, drop }
}

/**
 * An ordinary role may not force out a worker of autovacuum that happens to be there (until version 16); asked without force, the
 * server sends the worker away by itself.
 */
const INSUFFICIENT_PRIVILEGE = '42501'

/**
 * SQL as the owner of the database who sees every row, tier C included. On a server of its own the owner is an ordinary role
 * that holds the application's, so its policies bind it too: what is not opened here is silently not there.
 */
export function asOwner<R extends pg.QueryResultRow>(db: Database, text: string, values: unknown[] = []): Promise<R[]> {
  return transact(db, systemActor(), async ({ client }) => {
    await client.query("reset role; set local nk.sensitive to 'on'")
    return (await client.query<R>(text, values)).rows
  })
}

/** An empty database without any table, for tests of migrations and of restoring. */
export const emptyDatabase = (): Promise<TestDatabase> => cloneDatabase([], { key: 'empty', fill: async () => {} })

const TEST_VAULT = openVault('7'.repeat(64))

/** Under another name until it is whole, so that a failure leaves no half template. */
async function makeTemplate(
  server: TestServer,
  client: pg.Client,
  template: string,
  migrations: readonly Migration[],
  filling: Filling | undefined,
): Promise<void> {
  await client.query(`drop database if exists ${template}_new with (force)`)
  await client.query(`create database ${template}_new template template0 encoding 'UTF8'`)
  const db = connect(addressOf(server, `${template}_new`), TEST_VAULT)
  try {
    if (migrations.length > 0) await migrate(db.pool, migrations)
    await filling?.fill(db)
  } finally {
    await db.close()
  }
  await client.query(`alter database ${template}_new rename to ${template}`)
}

/** The embedded server by its socket, the other one by a URL, as in production. */
function addressOf(server: TestServer, database: string): Address {
  if (server.engine === 'embedded') return { socket: server.socket, port: server.port, user: server.user, database }
  return { url: `postgresql://${server.user}@${encodeURIComponent(server.socket)}:${server.port}/${database}` }
}
