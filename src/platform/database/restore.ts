/**
 * Khôi phục: takes a backup back into a database, whole or not at all, on any PostgreSQL from 15 on.
 */
import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { DamagedArchive, type Frame, readArchive } from './archive.ts'
import type { BackupHeader } from './backup.ts'
import {
  type Counter,
  type ForeignKey,
  measureTable,
  readForeignKeys,
  readRanMigrations,
  readSchemas,
  readTables,
  type Table,
  type TableSum,
  WRITING,
} from './catalogue.ts'
import { type Migration, migrate } from './migrate.ts'

/** What was taken back. */
export type RestoreReport = { readonly madeAt: string; readonly rows: number; readonly tables: number }

/** Choices of the caller. */
export type RestoreOptions = {
  /** Agreed to replace what the database holds. */
  readonly yes: boolean
  readonly keyFingerprint: string
  /** All migrations of this version of the software. */
  readonly migrations: readonly Migration[]
}

/**
 * Replaces the content of the database by that of `file`, then brings it up to date. Refuses a damaged file (`invalid`),
 * another key, a newer version's file, a database in use for work unless `yes` (`conflict`), a busy one (`later`).
 * The file is read to its end and checked before the database is touched.
 */
export async function restore(pool: pg.Pool, file: string, options: RestoreOptions): Promise<Decision<RestoreReport>> {
  if (!fs.existsSync(file)) return refuse('absent', 'restore.no-file', `Không có tệp ${file}. Kiểm tra lại đường dẫn.`)
  try {
    const header = await checkArchive(file)
    const no = refuseHeader(header, options) ?? (options.yes ? null : await refuseOccupied(pool))
    if (no) return no
    await prepareTables(pool, header, options.migrations)
    const report = await inOneTransaction(pool, (client) => load(client, file, header))
    await migrate(pool, options.migrations)
    await pool.query('analyze')
    return accept(report)
  } catch (error) {
    const known = error instanceof DamagedArchive ? damaged(file) : busy(error as Error)
    if (known) return known
    throw error
  }
}

/** Reads a backup to its end; its header. Throws `DamagedArchive`. */
export async function checkArchive(file: string): Promise<BackupHeader> {
  let header: BackupHeader | null = null
  for await (const frame of readArchive(file)) {
    if (frame.kind === 'H') header = parse<BackupHeader>(frame)
  }
  if (header?.format !== 'nguyen-khi-backup' || header.version !== 1) throw new DamagedArchive('no header of ours')
  return header
}

const damaged = (file: string): Refusal =>
  refuse(
    'invalid',
    'restore.damaged',
    `Tệp ${file} không phải bản sao lưu còn nguyên vẹn: đã bị cắt, bị đổi hoặc không phải do hệ thống này tạo. Cơ sở dữ liệu chưa bị thay đổi. Dùng bản sao lưu khác.`,
  )

function busy(error: NodeJS.ErrnoException): Refusal | null {
  if (error.code !== '55P03') return null
  const message = 'Cơ sở dữ liệu đang được dùng. Dữ liệu chưa bị thay đổi. Dừng máy chủ (serve) rồi chạy lại.'
  return refuse('later', 'restore.busy', message)
}

function refuseHeader(header: BackupHeader, options: RestoreOptions): Refusal | null {
  if (header.keyFingerprint !== options.keyFingerprint) {
    const message =
      'Bản sao lưu được tạo với khóa bí mật khác. Đặt đúng khóa cũ (tệp key hoặc NGUYEN_KHI_KEY) rồi chạy lại.'
    return refuse('conflict', 'restore.other-key', message)
  }
  const known = new Map(options.migrations.map((m) => [m.name, m.hash]))
  const strange = header.migrations.find((m) => known.get(m.name) !== m.hash)
  if (!strange) return null
  const message = `Bản sao lưu thuộc phiên bản phần mềm khác (${strange.name}). Cài phiên bản đó hoặc mới hơn rồi chạy lại.`
  return refuse('conflict', 'restore.other-version', message)
}

/** A database is in use for work once its ledger holds a fact; without a ledger, once any table holds a row. */
async function refuseOccupied(pool: pg.Pool): Promise<Refusal | null> {
  const occupied = await inOneTransaction(pool, async (client) => {
    const tables = (await readTables(client)).map((t) => t.name).filter((name) => name !== 'platform.migration')
    const telling = tables.includes('platform.ledger') ? ['platform.ledger'] : tables
    for (const name of telling) {
      if ((await client.query(`select 1 from ${name} limit 1`)).rowCount) return true
    }
    return false
  })
  if (!occupied) return null
  const message = 'Cơ sở dữ liệu đang có dữ liệu và được giữ nguyên. Thêm --yes để thay toàn bộ bằng bản sao lưu.'
  return refuse('conflict', 'restore.not-empty', message)
}

/** Brings the tables to the shape they had when the backup was made. */
async function prepareTables(pool: pg.Pool, header: BackupHeader, migrations: readonly Migration[]): Promise<void> {
  const names = new Set(header.migrations.map((m) => m.name))
  const fits = await inOneTransaction(pool, async (client) => {
    const ran = await readRanMigrations(client)
    if (ran.length === names.size && ran.every((m) => names.has(m.name))) return true
    for (const schema of await readSchemas(client)) await client.query(`drop schema ${schema} cascade`)
    return false
  })
  if (fits) return
  await migrate(
    pool,
    migrations.filter((m) => names.has(m.name)),
  )
}

async function inOneTransaction<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query(`begin; ${WRITING}; set local lock_timeout = '10s'`)
    const result = await work(client)
    await client.query('commit')
    broken = false
    return result
  } finally {
    // Thrown away after a failure: closing the connection rolls back and ends a COPY that was cut off.
    client.release(broken)
  }
}

async function load(client: pg.ClientBase, file: string, header: BackupHeader): Promise<RestoreReport> {
  const tables = await readTables(client)
  const late = lateKeys(tables, await readForeignKeys(client))
  await setGuards(client, tables, late, false)
  if (tables.length > 0) await client.query(`truncate ${tables.map((t) => t.name).join(', ')}`)
  const rows = await copyAll(client, file, new Map(tables.map((t) => [t.name, t])))
  await client.query('set constraints all immediate')
  await setGuards(client, tables, late, true)
  await refreshViews(client)
  await emptyQueue(client)
  return { madeAt: header.madeAt, rows, tables: tables.length }
}

/** Keys that point at a table loaded later (circles): judged at the end. Others are judged table by table. */
function lateKeys(tables: readonly Table[], keys: readonly ForeignKey[]): ForeignKey[] {
  const place = new Map(tables.map((t, i) => [t.name, i]))
  return keys.filter((k) => (place.get(k.from) ?? 0) < (place.get(k.to) ?? 0))
}

/**
 * Puts aside, and back, what would stop the owner from loading rows that were already accepted once: our triggers,
 * forced row level security, circles of foreign keys. The rest (keys, checks, exclusions) judges every row again.
 */
async function setGuards(
  client: pg.ClientBase,
  tables: readonly Table[],
  late: readonly ForeignKey[],
  on: boolean,
): Promise<void> {
  for (const t of tables) {
    for (const trigger of t.triggers) {
      await client.query(`alter table ${t.name} ${on ? trigger.enable : 'disable'} trigger ${trigger.name}`)
    }
    if (t.forced) await client.query(`alter table ${t.name} ${on ? '' : 'no'} force row level security`)
  }
  for (const key of late) {
    const deferral = on ? key.deferral : 'deferrable initially deferred'
    await client.query(`alter table ${key.from} alter constraint ${key.name} ${deferral}`)
  }
}

async function copyAll(client: pg.ClientBase, file: string, tables: ReadonlyMap<string, Table>): Promise<number> {
  const frames = readArchive(file)
  let rows = 0
  for (let step = await frames.next(); !step.done; step = await frames.next()) {
    if (step.value.kind === 'T') rows += await copyOne(client, frames, parse(step.value), tables)
    if (step.value.kind === 'S') await setCounters(client, parse(step.value))
  }
  return rows
}

async function copyOne(
  client: pg.ClientBase,
  frames: AsyncGenerator<Frame, void, undefined>,
  from: { name: string; columns: string[] },
  tables: ReadonlyMap<string, Table>,
): Promise<number> {
  const table = tables.get(from.name)
  if (table?.columns.join() !== from.columns.join()) throw new Error(`bảng ${from.name} không giống lúc sao lưu`)
  const end: { frame?: Frame } = {}
  async function* data() {
    for (let step = await frames.next(); !step.done; step = await frames.next()) {
      end.frame = step.value
      if (step.value.kind !== 'D') return
      yield step.value.body
    }
  }
  await pipeline(data, client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`)))
  if (end.frame?.kind !== 'E') throw new DamagedArchive('a table without its end')
  const expected = parse<TableSum>(end.frame)
  const found = await measureTable(client, table)
  if (found.rows !== expected.rows || found.content !== expected.content) {
    throw new Error(
      `bảng ${table.name} sau khi nạp không khớp bản sao lưu (${found.rows} dòng, đúng ra ${expected.rows})`,
    )
  }
  return found.rows
}

async function setCounters(client: pg.ClientBase, counters: readonly Counter[]): Promise<void> {
  for (const c of counters)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [c.name, c.value, c.called])
}

async function refreshViews(client: pg.ClientBase): Promise<void> {
  const found = await client.query(
    `select format('%I.%I', schemaname, matviewname) as name from pg_matviews where schemaname <> 'public'`,
  )
  for (const view of found.rows) await client.query(`refresh materialized view ${view.name}`)
}

/** Jobs of the replaced world must not act on the restored one. */
async function emptyQueue(client: pg.ClientBase): Promise<void> {
  const there = await client.query(`select to_regclass('graphile_worker._private_jobs') is not null as yes`)
  if (there.rows[0].yes) await client.query('delete from graphile_worker._private_jobs')
}

const parse = <T>(frame: Frame): T => JSON.parse(frame.body.toString('utf8')) as T
