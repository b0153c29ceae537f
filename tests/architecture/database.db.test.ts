/** Bức tường thứ hai: row level security stands on every table, and the role of every request cannot go around it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { MODULE_ORDER } from '../../src/module-order.ts'
import { APP_ROLE, transact } from '../../src/platform/database/pool.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { testDatabase } from '../database.ts'

const SCHEMAS = ['platform', ...MODULE_ORDER.map((m) => m.replaceAll('-', '_'))]

/** Tables that carry no protected row: what migrations ran, and the place the chain of facts ends. */
const NO_ROWS_OF_PEOPLE = new Set(['platform.migration'])

/** Tables that do not grow with the work of a province: settings, ends of chains, lists that hold for the whole country. */
const DO_NOT_GROW = new Set([
  'platform.migration',
  'platform.setting',
  'platform.ledger_head',
  'platform.change',
  'notices.follower',
  'code_lists.version',
  'code_lists.entry',
  'code_lists.day_off',
  'people.slice_rules',
])

/** Tables of watched schemas that nothing kept in the process is read from: what is kept must not read them. */
const NOT_WATCHED = new Set([
  'goals.share',
  'organisations.disposition',
  'organisations.event_draft',
  'own_record.binding',
  'own_record.claim',
  'own_record.consent',
  'own_record.invitation',
  'own_record.public_page',
  'own_record.wrong_try',
  'people.fact',
  'people.identifier',
  'people.list_view',
  'people.person_past',
  'people.sealed_fact',
  'people.slice',
  'people.slice_known',
  'people.slice_rules',
  'people.slice_open',
  'people.slice_past',
  'people.undone',
  'people.viewing',
  'people.viewing_of_many',
  'programme.amendment_choice',
  'programme.finding_mark',
  'reporting.draft',
  'reporting.regime_draft',
  'tasks.agency_plan',
  'tasks.evidence',
  'tasks.own_document',
  'tasks.plan_item',
  'tasks.plan_link',
  'reporting.signing_authority',
])

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const all = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await t.db.pool.query(text, values)).rows as R[]

/** Runs one statement as a request would, under the rights of the system; what the database answers. */
const asRequest = (text: string): Promise<string> =>
  transact(t.db, systemActor(), async (tx) => {
    await tx.client.query(text)
    return 'được phép'
  }).catch((error: Error & { code?: string }) => error.code ?? error.message)

it('mỗi bảng của hệ thống bật và ép chính sách theo dòng', async () => {
  const open = await all<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = any ($1) and not (c.relrowsecurity and c.relforcerowsecurity)`,
    [SCHEMAS],
  )
  expect(open.map((r) => r.name).filter((n) => !NO_ROWS_OF_PEOPLE.has(n))).toEqual([])
})

it('mỗi lược đồ thuộc một mô-đun hoặc platform', async () => {
  const found = await all<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker') and nspname <> all ($1)`,
    [SCHEMAS],
  )
  expect(found.map((r) => r.name)).toEqual([])
})

it('mỗi bảng lớn lên theo việc của tỉnh có mã tỉnh', async () => {
  const found = await all<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = any ($1)
       and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'province' and not a.attisdropped)`,
    [SCHEMAS],
  )
  expect(found.map((r) => r.name).filter((n) => !DO_NOT_GROW.has(n))).toEqual([])
})

it('mô-đun giữ dữ liệu trong tiến trình: mỗi bảng được theo dõi, hoặc nêu rõ là không', async () => {
  const found = await all<{ name: string; watched: boolean }>(
    `select n.nspname || '.' || c.relname as name, exists (select 1 from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'shared_data') as watched
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname = any ($1)`,
    [SCHEMAS.filter((s) => s !== 'platform')],
  )
  const schemas = new Set(found.filter((f) => f.watched).map((f) => f.name.split('.')[0]))
  const loose = found.filter((f) => !f.watched && schemas.has(f.name.split('.')[0])).map((f) => f.name)
  expect(loose.sort()).toEqual([...NOT_WATCHED].sort())
})

it('mỗi cột giờ là timestamptz, mỗi cột chữ là text', async () => {
  const found = await all<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
     where table_schema = any ($1) and data_type in ('timestamp without time zone', 'character varying', 'money')`,
    [SCHEMAS],
  )
  expect(found.map((r) => r.name)).toEqual([])
})

it('ràng buộc có tên nghiệp vụ: loại trừ và duy nhất ghép không mang tên tự sinh', async () => {
  const found = await all<{ name: string }>(
    `select n.nspname || '.' || c.relname || ': ' || k.conname as name
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and (k.contype = 'x' or (k.contype = 'u' and cardinality(k.conkey) > 1))
       and k.conname ~ '_(excl|key)[0-9]*$'`,
    [SCHEMAS],
  )
  expect(found.map((r) => r.name)).toEqual([])
})

it('vai trò của mọi yêu cầu không đăng nhập, không vượt chính sách, không sở hữu gì', async () => {
  const [role] = await all(
    'select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = $1',
    [APP_ROLE],
  )
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
  })
  const owned = await all('select 1 from pg_class where relowner = $1::regrole', [APP_ROLE])
  const memberOf = await all('select 1 from pg_auth_members where member = $1::regrole', [APP_ROLE])
  expect([owned.length, memberOf.length]).toEqual([0, 0])
})

it('mỗi yêu cầu chạy dưới vai trò đó', async () => {
  const who = await transact(
    t.db,
    systemActor(),
    async (tx) => (await tx.client.query('select current_user as u')).rows[0],
  )
  expect(who).toEqual({ u: APP_ROLE })
})

it('sổ cái không ghi thẳng, không sửa, không xóa được; tệp đã giữ không sửa, không xóa được', async () => {
  const denied = '42501'
  expect(await asRequest(`update platform.ledger set reason = 'khác'`)).toBe(denied)
  expect(await asRequest('delete from platform.ledger')).toBe(denied)
  expect(await asRequest('truncate platform.ledger')).toBe(denied)
  expect(await asRequest('insert into platform.ledger select * from platform.ledger')).toBe(denied)
  expect(await asRequest('update platform.ledger_head set seq = 0')).toBe(denied)
  expect(await asRequest(`update platform.file set name = 'khác'`)).toBe(denied)
  expect(await asRequest('delete from platform.file')).toBe(denied)
  expect(await asRequest(`update platform.file_part set body = 'khác'`)).toBe(denied)
  expect(await asRequest('delete from platform.file_part')).toBe(denied)
})

it('vai trò đó không đổi được bảng, không tắt được chính sách', async () => {
  expect(await asRequest('alter table platform.ledger disable row level security')).toBe('42501')
  expect(await asRequest('create table platform.x (id int)')).toBe('42501')
})

/** What runs as the owner outside the platform, and what little it tells. */
const OWNER_FUNCTIONS: Readonly<Record<string, string>> = {
  'own_record.open_requests':
    'body and terms of every open request, for the counter of the menu; no person, no content',
  'people.kept_as': 'which dossier a dossier became part of; an id for an id, of nobody else',
  'people.named': 'ids of people by words of their names, within the scope of the reader, which it asks for itself',
  'people.named_page':
    'one page of ids of people by words of their names and how many there are, within the scope of the reader, which it asks for itself',
  'people.numbers_elsewhere':
    'which given numbers name somebody outside the scope; that they are taken, not whose they are',
  'people.of_known_people':
    'trigger: refuses an entry of somebody who is not in the register, whoever writes; answers nothing',
  'people.one_fact_of_a_slot': 'trigger: refuses a second fact of a slot on one day, whoever writes; answers nothing',
  'people.viewings_of_many':
    'readings of many dossiers at once that one person was among, if the reader sees that person',
  'proposals.awaited': 'ids of bodies that owe an answer, so that the pages of the others ask nothing; no words',
  'tasks.standings': 'percent, state and days of every task, for all who see the plan; no words, no evidence',
}

it('hàm chạy bằng quyền chủ chỉ có trong danh sách biết trước', async () => {
  const found = await all<{ name: string }>(
    `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any ($1) and p.prosecdef order by 1`,
    [SCHEMAS],
  )
  const unpinned = await all<{ name: string }>(
    `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any ($1) and p.prosecdef and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')`,
    [SCHEMAS],
  )
  expect(unpinned.map((r) => r.name)).toEqual([])
  expect(found.map((r) => r.name).filter((n) => !n.startsWith('platform.'))).toEqual(Object.keys(OWNER_FUNCTIONS))
})
