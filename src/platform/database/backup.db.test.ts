import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import type pg from 'pg'
import { afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { Decision } from '../../kernel/result.ts'
import { openVault } from '../vault.ts'
import { type BackupReport, backup } from './backup.ts'
import { type Migration, migrate, PLATFORM_MIGRATIONS, readMigrations } from './migrate.ts'
import { connect } from './pool.ts'
import { restore } from './restore.ts'
import { cloneDatabase, emptyDatabase, type TestDatabase } from './test-database.ts'
import { startEngine } from './test-engine.ts'

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
})

const FIRST = migration(
  'thu/0001_bang.sql',
  `create schema thu;
  create table thu.co_quan (
    id integer primary key generated always as identity,
    cha integer references thu.co_quan,
    dau_moi integer,
    ten text not null,
    ten_hoa text generated always as (upper(ten)) stored,
    hieu_luc daterange not null default '[2024-04-22,)',
    phu jsonb, dau bytea, luc timestamptz, so numeric, thuc double precision
  );
  create table thu.can_bo (id integer primary key, co_quan integer not null references thu.co_quan, ho_ten text);
  alter table thu.co_quan add constraint dau_moi_la_can_bo foreign key (dau_moi) references thu.can_bo;
  create table thu.a_su_kien (seq bigint primary key, can_bo integer not null references thu.can_bo, noi_dung text not null);
  create function thu.khong_sua() returns trigger language plpgsql as $$ begin raise exception 'sổ chỉ ghi thêm'; end $$;
  create trigger giu before update or delete on thu.a_su_kien for each row execute function thu.khong_sua();
  create trigger giu_ca before truncate on thu.a_su_kien for each statement execute function thu.khong_sua();
  alter table thu.can_bo enable row level security;
  alter table thu.can_bo force row level security;
  do $$ begin execute format('create policy chu on thu.can_bo to %I using (true) with check (true)', current_user); end $$;
  create sequence thu.so_den start 100;
  create sequence thu.chua_dung start 5;`,
)
const SECOND = migration(
  'thu/0002_cot.sql',
  `alter table thu.can_bo add column chuc_vu text not null default 'Chuyên viên'`,
)
const ALL = [FIRST, SECOND]

const SAMPLE = `
  insert into thu.co_quan (ten, phu, dau, luc, so, thuc) values
    ('Sở Nội vụ', '{"a": [1, 2.50, "Đ"]}', '\\x00ff0a09', '2024-04-22 08:30:15.123456+07', 1234.50, 'NaN'),
    (E'Tab\\tvà xuống\\ndòng, \\\\ và \\\\N', null, null, 'infinity', 'NaN', 0.1);
  insert into thu.co_quan (cha, ten) select 1, 'Phòng số ' || n from generate_series(1, 3000) n;
  insert into thu.can_bo select n, 1 + n % 2, 'Nguyễn Thị Ước ' || n from generate_series(1, 500) n;
  update thu.co_quan set dau_moi = id where id <= 500;
  insert into thu.a_su_kien select n, n, 'đã nộp' from generate_series(1, 500) n;
  select nextval('thu.so_den'), nextval('thu.so_den')`

const options = { keyFingerprint: 'a1', now: Temporal.Instant.from('2026-11-23T00:00:00Z') }
const wanted = { keyFingerprint: 'a1', migrations: ALL, yes: false }
const open: TestDatabase[] = []
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(inject('scratch'), 'backup-'))
  fs.chmodSync(folder, 0o711)
})

afterEach(async () => {
  for (const one of open.splice(0)) await one.drop()
})

async function filled(): Promise<pg.Pool> {
  const made = await cloneDatabase(ALL, { key: 'mẫu sao lưu', fill: (db) => db.pool.query(SAMPLE) })
  open.push(made)
  return made.db.pool
}

async function empty(): Promise<pg.Pool> {
  const made = await emptyDatabase()
  open.push(made)
  return made.db.pool
}

const value = <T>(d: Decision<T>): T => {
  if (!d.ok) throw new Error(d.message)
  return d.value
}

async function saved(pool: pg.Pool, name: string): Promise<BackupReport> {
  return value(await backup(pool, path.join(folder, name), options))
}

/** Every row of every table, and what guards them. */
async function everything(pool: pg.Pool): Promise<unknown> {
  const one = async (text: string) => (await pool.query(text)).rows
  return {
    bodies: await one('select r::text from thu.co_quan r order by id'),
    officers: await one('select id, co_quan, ho_ten, chuc_vu from thu.can_bo r order by id'),
    facts: await one('select r::text from thu.a_su_kien r order by seq'),
    migrations: await one('select name, hash from platform.migration order by name'),
    triggers: await one(
      `select tgname, tgenabled from pg_trigger where tgrelid = 'thu.a_su_kien'::regclass and not tgisinternal order by tgname`,
    ),
    guards: await one(
      `select relname, relrowsecurity, relforcerowsecurity from pg_class where relname in ('can_bo', 'co_quan') order by 1`,
    ),
    keys: await one(
      `select conname, condeferrable from pg_constraint where contype = 'f' and connamespace = 'thu'::regnamespace order by 1`,
    ),
  }
}

test('sao lưu rồi khôi phục vào cơ sở dữ liệu trống: mọi dòng, ràng buộc, bộ đếm như cũ', async () => {
  const source = await filled()
  const report = await saved(source, 'day-du.nk')
  expect(report.tables.find((t) => t.name === 'thu.can_bo')?.rows).toBe(500)
  expect(report.rows).toBe(3002 + 500 + 500 + 2)
  expect(report.leftOut.join()).toContain('Khóa bí mật')
  expect(fs.statSync(report.file).mode & 0o777).toBe(0o600)
  const target = await empty()
  expect(value(await restore(target, report.file, wanted))).toMatchObject({ rows: report.rows })
  expect(await everything(target)).toEqual(await everything(source))
  const next = await target.query(`select nextval('thu.so_den') as a, nextval('thu.chua_dung') as b`)
  expect(next.rows[0]).toEqual({ a: 102, b: 5 })
  const inserted = await target.query(`insert into thu.co_quan (ten) values ('Mới') returning id`)
  expect(inserted.rows[0]).toEqual({ id: 3003 })
})

test('cơ sở dữ liệu đang có dữ liệu bị từ chối và giữ nguyên; có --yes thì thay toàn bộ', async () => {
  const source = await filled()
  const { file } = await saved(source, 'co-du-lieu.nk')
  const target = await filled()
  await target.query(`insert into thu.co_quan (ten) values ('Chỉ có ở đây')`)
  expect(await restore(target, file, wanted)).toMatchObject({ ok: false, kind: 'conflict', code: 'restore.not-empty' })
  expect((await target.query(`select 1 from thu.co_quan where ten = 'Chỉ có ở đây'`)).rowCount).toBe(1)
  value(await restore(target, file, { ...wanted, yes: true }))
  expect(await everything(target)).toEqual(await everything(source))
})

test('bản sao lưu cũ hơn phần mềm được khôi phục rồi nâng cấp; bản mới hơn bị từ chối', async () => {
  const old = await empty()
  await migrate(old, [FIRST])
  await old.query(`insert into thu.co_quan (ten) values ('A'); insert into thu.can_bo values (1, 1, 'Ông Tư')`)
  const { file } = await saved(old, 'cu.nk')
  const target = await filled()
  value(await restore(target, file, { ...wanted, yes: true }))
  expect((await target.query('select ho_ten, chuc_vu from thu.can_bo')).rows).toEqual([
    { ho_ten: 'Ông Tư', chuc_vu: 'Chuyên viên' },
  ])
  const newer = await saved(target, 'moi.nk')
  const refused = await restore(await empty(), newer.file, { ...wanted, migrations: [FIRST] })
  expect(refused).toMatchObject({ ok: false, code: 'restore.other-version' })
})

test('khóa khác, tệp đã có, tệp không có đều bị từ chối bằng một câu', async () => {
  const source = await filled()
  const { file } = await saved(source, 'khoa.nk')
  const target = await empty()
  expect(await restore(target, file, { ...wanted, keyFingerprint: 'b2' })).toMatchObject({ code: 'restore.other-key' })
  expect(await restore(target, `${file}.x`, wanted)).toMatchObject({ kind: 'absent' })
  expect(await backup(source, file, options)).toMatchObject({ ok: false, code: 'backup.exists' })
  const nowhere = path.join(folder, 'không có', 'a.nk')
  expect(await backup(source, nowhere, options)).toMatchObject({ ok: false, code: 'backup.not-writable' })
})

test('tệp bị cắt, bị đổi một byte hoặc không phải bản sao lưu: từ chối trước khi đụng tới dữ liệu', async () => {
  const source = await filled()
  const { file } = await saved(source, 'hong.nk')
  const whole = fs.readFileSync(file)
  const changed = zlib.gunzipSync(whole)
  const at = changed.indexOf('Nguyễn Thị Ước 7')
  changed[at] = 'M'.charCodeAt(0)
  const damages = {
    'cut.nk': whole.subarray(0, whole.length - 20),
    'half.nk': whole.subarray(0, whole.length / 2),
    'changed.nk': zlib.gzipSync(changed),
    'other.nk': Buffer.from('không phải bản sao lưu'),
    'empty.nk': Buffer.alloc(0),
    'more.nk': Buffer.concat([whole, zlib.gzipSync(Buffer.from('thừa'))]),
  }
  for (const [name, bytes] of Object.entries(damages)) {
    fs.writeFileSync(path.join(folder, name), bytes)
    const answer = await restore(source, path.join(folder, name), { ...wanted, yes: true })
    expect(answer, name).toMatchObject({ ok: false, kind: 'invalid', code: 'restore.damaged' })
  }
  expect((await source.query('select count(*) as n from thu.a_su_kien')).rows[0]).toEqual({ n: 500 })
})

test('sao lưu là một thời điểm: giao dịch xen giữa không lọt vào', async () => {
  const source = await filled()
  const writing = setInterval(
    () => void source.query(`insert into thu.co_quan (ten) values ('xen giữa')`).catch(() => undefined),
    1,
  )
  const { file, tables } = await saved(source, 'mot-luc.nk')
  clearInterval(writing)
  const target = await empty()
  value(await restore(target, file, wanted))
  const found = await target.query('select count(*) as n from thu.co_quan')
  expect(found.rows[0]).toEqual({ n: tables.find((t) => t.name === 'thu.co_quan')?.rows })
})

test('tài khoản không đọc được mọi dòng thì không sao lưu', async () => {
  const made = await cloneDatabase(ALL, { key: 'mẫu sao lưu', fill: (db) => db.pool.query(SAMPLE) })
  open.push(made)
  await made.db.pool.query('drop policy chu on thu.can_bo')
  const answer = await backup(made.db.pool, path.join(folder, 'che.nk'), options)
  // The embedded server's owner is its superuser and sees all rows.
  if (made.engine === 'embedded') expect(answer.ok).toBe(true)
  else
    expect(answer).toMatchObject({
      ok: false,
      code: 'backup.hidden-rows',
      message: expect.stringContaining('thu.can_bo'),
    })
})

test('sổ sự kiện của nền sau khi khôi phục vẫn liền một chuỗi và ghi tiếp được', async () => {
  const platform = readMigrations([PLATFORM_MIGRATIONS])
  const made = await cloneDatabase(platform)
  open.push(made)
  const record = (pool: pg.Pool, n: number) =>
    pool.query(
      `select platform.record_fact(gen_random_uuid(), now(), 'system', 'system', 'Hệ thống', 'thu.ghi', $1, null, '', '{}', 'r')`,
      [`sự kiện ${n}`],
    )
  for (const n of [1, 2, 3]) await record(made.db.pool, n)
  const { file } = await saved(made.db.pool, 'so-cai.nk')
  const target = await empty()
  const known = { ...wanted, migrations: platform }
  value(await restore(target, file, known))
  expect(await restore(target, file, known)).toMatchObject({ ok: false, code: 'restore.not-empty' })
  await record(target, 4)
  const found = await target.query(
    'select platform.first_broken_fact() as broken, (select count(*) from platform.ledger) as facts',
  )
  expect(found.rows[0]).toEqual({ broken: null, facts: 4 })
})

test('chuyển sang PostgreSQL 18 kèm theo và ngược lại', async () => {
  const source = await filled()
  const { file } = await saved(source, 'di.nk')
  const server = await startEngine('embedded', path.join(folder, 'khac'), { durable: false })
  const other = connect(server, openVault('7'.repeat(64)))
  const elsewhere = other.pool
  try {
    value(await restore(elsewhere, file, wanted))
    expect(await everything(elsewhere)).toEqual(await everything(source))
    const back = await saved(elsewhere, 've.nk')
    const target = await empty()
    value(await restore(target, back.file, wanted))
    expect(await everything(target)).toEqual(await everything(source))
  } finally {
    await other.close()
    await server.stop()
  }
})
