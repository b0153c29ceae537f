/**
 * Cơ sở dữ liệu thử của các mô-đun: one clone per test file with the migrations of every module, in the order of the story.
 */
import fs from 'node:fs'
import { MODULE_ORDER } from '../src/module-order.ts'
import { type MigrationFolder, PLATFORM_MIGRATIONS, readMigrations } from '../src/platform/database/migrate.ts'
import { cloneDatabase, type Filling, type TestDatabase } from '../src/platform/database/test-database.ts'

/** The migration folders that exist, platform first. */
export function migrationFolders(): MigrationFolder[] {
  const folders = MODULE_ORDER.map((owner) => ({
    owner,
    folder: new URL(`../src/modules/${owner}/migrations/`, import.meta.url),
  }))
  return [PLATFORM_MIGRATIONS, ...folders.filter((f) => fs.existsSync(f.folder))]
}

/** A database of its own for the test file; call `drop` in `afterAll`. */
export const testDatabase = (filling?: Filling): Promise<TestDatabase> =>
  cloneDatabase(readMigrations(migrationFolders()), filling)
