/**
 * Sao lưu: every table of ours as of one moment, in one file that any PostgreSQL from 15 on can take back.
 * The secret key is never part of it.
 */
import fs from 'node:fs'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { writeArchive } from './archive.ts'
import { measureTable, readCounters, readRanMigrations, readTables, type Table, WRITING } from './catalogue.ts'

/** What stands at the head of a backup. */
export type BackupHeader = {
  readonly format: 'nguyen-khi-backup'
  readonly version: 1
  /** ISO instant. */
  readonly madeAt: string
  readonly server: string
  /** Tells whether the data were sealed with the key at hand; says nothing about the key. */
  readonly keyFingerprint: string
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
  readonly leftOut: readonly string[]
}

/** What was written. */
export type BackupReport = {
  readonly file: string
  readonly bytes: number
  readonly rows: number
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  /** What the file does not hold, in words for the user. */
  readonly leftOut: readonly string[]
}

/** What a backup never holds. */
const LEFT_OUT = [
  'Khóa bí mật (tệp key hoặc NGUYEN_KHI_KEY): cất giữ riêng; không có khóa này thì không khôi phục được.',
  'Hàng đợi công việc nền: được lập lại từ sổ sự kiện.',
]

/**
 * Writes a backup into `file`. Refuses when the file exists (`conflict`), or when the connected account does not see
 * every row of a table (`forbidden`: half a table is no backup), or when the file cannot be written (`invalid`).
 */
export async function backup(
  pool: pg.Pool,
  file: string,
  options: { keyFingerprint: string; now: Temporal.Instant },
): Promise<Decision<BackupReport>> {
  if (fs.existsSync(file)) {
    return refuse('conflict', 'backup.exists', `Tệp ${file} đã có và được giữ nguyên. Chọn tên tệp khác.`)
  }
  const client = await pool.connect()
  let broken = true
  try {
    await client.query(`begin isolation level repeatable read read only; ${WRITING}`)
    const tables = await readTables(client)
    const hidden = tables.filter((t) => !t.complete).map((t) => t.name)
    const decision = hidden.length > 0 ? refuseHidden(hidden) : accept(await write(client, tables, file, options))
    await client.query('rollback')
    broken = false
    return decision
  } catch (error) {
    const no = refuseUnwritable(file, error as NodeJS.ErrnoException)
    if (no) return no
    throw error
  } finally {
    client.release(broken)
  }
}

const refuseHidden = (names: readonly string[]) =>
  refuse(
    'forbidden',
    'backup.hidden-rows',
    `Chưa sao lưu: tài khoản kết nối không đọc được mọi dòng của ${names.join(', ')}. Kết nối bằng tài khoản chủ cơ sở dữ liệu.`,
  )

/** The disk or the folder said no; nothing of the file is left behind. */
function refuseUnwritable(file: string, error: NodeJS.ErrnoException) {
  if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(error.code ?? '')) return null
  const why =
    error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'hết chỗ trên đĩa' : 'không có thư mục hoặc không có quyền ghi'
  const message = `Không ghi được tệp ${file}: ${why}. Dữ liệu không bị ảnh hưởng. Chọn thư mục khác rồi chạy lại.`
  return refuse('invalid', 'backup.not-writable', message)
}

async function write(
  client: pg.ClientBase,
  tables: readonly Table[],
  file: string,
  options: { keyFingerprint: string; now: Temporal.Instant },
): Promise<BackupReport> {
  const half = `${file}.part`
  fs.rmSync(half, { force: true })
  const archive = writeArchive(half)
  try {
    await archive.json('H', await headerOf(client, options))
    const written: { name: string; rows: number }[] = []
    for (const table of tables) {
      const sum = await measureTable(client, table)
      await archive.json('T', { name: table.name, columns: table.columns })
      const rows = client.query(copyTo(`copy (select ${table.columns.join(', ')} from ${table.name}) to stdout`))
      for await (const chunk of rows) await archive.data(chunk)
      await archive.json('E', sum)
      written.push({ name: table.name, rows: sum.rows })
    }
    await archive.json('S', await readCounters(client))
    await archive.close()
    fs.renameSync(half, file)
    const rows = written.reduce((all, t) => all + t.rows, 0)
    return { file, bytes: fs.statSync(file).size, rows, tables: written, leftOut: LEFT_OUT }
  } catch (error) {
    await archive.abandon()
    throw error
  }
}

async function headerOf(
  client: pg.ClientBase,
  options: { keyFingerprint: string; now: Temporal.Instant },
): Promise<BackupHeader> {
  const server = await client.query(`select current_setting('server_version') as version`)
  return {
    format: 'nguyen-khi-backup',
    version: 1,
    madeAt: options.now.toString(),
    server: server.rows[0].version,
    keyFingerprint: options.keyFingerprint,
    migrations: await readRanMigrations(client),
    leftOut: LEFT_OUT,
  }
}
