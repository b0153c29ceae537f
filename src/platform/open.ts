/** Mở hệ thống: settings -> database brought up to date, vault, clock. Shared by the server and by every verb of the command line. */
import path from 'node:path'
import { systemActor } from '../kernel/actor.ts'
import { type Clock, clockFrom } from './clock.ts'
import type { Config } from './config.ts'
import { type MigrationFolder, migrate, PLATFORM_MIGRATIONS, readMigrations } from './database/migrate.ts'
import { connect, type Database, transact } from './database/pool.ts'
import { json, row, run, sql } from './database/sql.ts'
import { startEmbedded } from './database/supervisor.ts'
import { vaultOf } from './vault.ts'

/** Hệ thống đã mở. */
export type Opened = {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  /** True on the embedded database of the data folder. */
  readonly embedded: boolean
  /** Hashes of all migrations of this version. */
  readonly migrations: readonly string[]
  /** Closes the pool, and stops the embedded server if this run started it. */
  readonly close: () => Promise<void>
}

/** The first start writes down which key it was; every later one must bring the same. */
async function refuseOtherKey(db: Database): Promise<void> {
  const kept = await transact(db, systemActor(), async (tx) => {
    await run(
      tx,
      sql`insert into platform.setting (key, value) values ('key', ${json(db.vault.fingerprint)}) on conflict (key) do nothing`,
    )
    return row<{ value: string }>(tx, sql`select value from platform.setting where key = 'key'`)
  })
  if (kept.value !== db.vault.fingerprint) {
    throw new Error(
      'Khóa bí mật không phải khóa của cơ sở dữ liệu này. Dữ liệu còn nguyên; đặt lại tệp key hoặc NGUYEN_KHI_KEY đúng rồi chạy lại.',
    )
  }
}

/** Opens the database of the settings, runs what migrations are missing, and brings up to date what modules derive. */
export async function openSystem(config: Config, folders: readonly MigrationFolder[]): Promise<Opened> {
  const vault = vaultOf(config)
  const options = { province: config.province, poolSize: config.poolSize }
  const embedded = config.databaseUrl === null ? await startEmbedded(path.join(config.dataFolder, 'postgres')) : null
  const db = connect(embedded ?? { url: config.databaseUrl ?? '' }, vault, options)
  try {
    const migrations = readMigrations([PLATFORM_MIGRATIONS, ...folders])
    await migrate(db.pool, migrations)
    await refuseOtherKey(db)
    for (const { settle } of folders) if (settle !== undefined) await transact(db, systemActor(), settle)
    return {
      config,
      db,
      clock: clockFrom(config.pretendedNow),
      embedded: embedded !== null,
      migrations: migrations.map((m) => m.hash),
      close: async () => {
        await db.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await db.close()
    await embedded?.stop()
    throw error
  }
}
