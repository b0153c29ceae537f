import { expect, test } from 'vitest'
import { PLATFORM_MIGRATIONS, readMigrations } from './migrate.ts'
import { cloneDatabase } from './test-database.ts'

const MIGRATIONS = readMigrations([PLATFORM_MIGRATIONS])

test('mỗi tệp kiểm thử có một bản sao riêng của cơ sở dữ liệu mẫu', async () => {
  const [first, second] = await Promise.all([cloneDatabase(MIGRATIONS), cloneDatabase(MIGRATIONS)])
  await first.db.pool.query('create table only_here (n integer)')
  const seen = await second.db.pool.query(
    `select to_regclass('public.only_here') as found, to_regclass('platform.migration') is not null as migrated`,
  )
  expect(seen.rows[0]).toEqual({ found: null, migrated: true })
  for (const one of [first, second]) await one.drop()
})

test('trên máy chủ, chủ cơ sở dữ liệu là tài khoản thường: không phải quản trị, không được vượt quyền theo dòng', async () => {
  const made = await cloneDatabase(MIGRATIONS)
  const found = await made.db.pool.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
  const special = made.engine === 'embedded'
  expect(found.rows[0]).toEqual({ rolsuper: special, rolbypassrls: special })
  await made.drop()
})
