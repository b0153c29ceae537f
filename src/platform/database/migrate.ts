/**
 * Nâng cấp cơ sở dữ liệu: plain SQL files, run once each, in the order of the modules, never edited after they have run.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Tx } from './sql.ts'

/** One migration file. */
export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

/** A folder of migrations and the name of its owner (`platform` or a module). */
export type MigrationFolder = {
  readonly owner: string
  readonly folder: URL
  /** Brings up to date what the owner derives from its data by rules of this version; run at every opening, after the files, in one transaction of the system. */
  readonly settle?: (tx: Tx) => Promise<void>
}

/** The folder of the platform itself, always first. */
export const PLATFORM_MIGRATIONS: MigrationFolder = {
  owner: 'platform',
  folder: new URL('./migrations/', import.meta.url),
}

/** Reads the files of the folders in order. */
export function readMigrations(folders: readonly MigrationFolder[]): Migration[] {
  return folders.flatMap(({ owner, folder }) =>
    fs
      .readdirSync(folder)
      .filter((f) => f.endsWith('.sql'))
      .sort()
      .map((file) => {
        const text = fs.readFileSync(new URL(file, folder), 'utf8')
        return { name: `${owner}/${file}`, sql: text, hash: createHash('sha256').update(text).digest('hex') }
      }),
  )
}

/** One hash over all migrations: the key of the test template. */
export const hashOf = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(migrations.map((m) => m.hash).join())
    .digest('hex')
    .slice(0, 16)

const LOCK = 1459_2024

/**
 * Brings the database up to date under an advisory lock, each file in its own transaction.
 * Throws when a file that has run was changed since, or when the server is too old or not UTF8.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await refuseUnfit(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())`)
    const ran = new Map<string, string>(
      (await client.query('select name, hash from platform.migration')).rows.map((r) => [r.name, r.hash]),
    )
    const done: string[] = []
    if (ran.size === 0) await runMigrations({ pgPool: pool })
    for (const m of migrations) {
      const before = ran.get(m.name)
      if (before === m.hash) continue
      if (before)
        throw new Error(`Tệp nâng cấp ${m.name} đã chạy nhưng nội dung bị đổi. Khôi phục tệp cũ và viết tệp mới.`)
      await client.query('begin')
      try {
        await client.query(m.sql)
        await client.query('insert into platform.migration (name, hash) values ($1, $2)', [m.name, m.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Nâng cấp ${m.name} không chạy được: ${(error as Error).message}`, { cause: error })
      }
      done.push(m.name)
    }
    return done
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
    client.release()
  }
}

async function refuseUnfit(client: pg.PoolClient): Promise<void> {
  const found = await client.query(
    `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding
     from pg_database where datname = current_database()`,
  )
  const { version, encoding } = found.rows[0] as { version: number; encoding: string }
  if (version < 150000)
    throw new Error(`Máy chủ PostgreSQL bản ${Math.floor(version / 10000)} quá cũ. Cần bản 15 trở lên.`)
  if (encoding !== 'UTF8')
    throw new Error(`Cơ sở dữ liệu dùng bảng mã ${encoding}. Tạo cơ sở dữ liệu mới với bảng mã UTF8.`)
}
