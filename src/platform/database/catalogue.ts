/**
 * Danh mục bảng: what the database says about the tables, keys and counters of ours that a backup carries.
 */
import type pg from 'pg'

/** Schemas that are not ours: the job queue is rebuilt from the ledger and the clock. */
const FOREIGN = `(n.nspname like 'pg\\_%' or n.nspname in ('information_schema', 'public', 'graphile_worker'))`

/** Objects that came with an extension are made again by the migrations. */
const OF_EXTENSION = `exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** One table with its stored columns (generated ones are computed again), names quoted for SQL. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  /** Whether the connected account sees every row in spite of row level security. */
  readonly complete: boolean
  readonly forced: boolean
  /** Triggers of ours that fire, with the words that switch them on again. */
  readonly triggers: readonly { name: string; enable: string }[]
}

/** One foreign key between tables of ours. `deferral` is how it is declared. */
export type ForeignKey = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly deferral: string
}

/** One counter; `called` false = its first number was never given. */
export type Counter = { readonly name: string; readonly value: string; readonly called: boolean }

/** The schemas of ours, quoted. */
export async function readSchemas(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query(
    `select quote_ident(n.nspname) as name from pg_namespace n where not ${FOREIGN} order by 1`,
  )
  return found.rows.map((r) => r.name)
}

/** The tables of ours, each after those its foreign keys point at (as far as there is such an order). */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const found = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as forced,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attname) as columns,
      not row_security_active(c.oid) or (
        exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
          and pg_get_expr(p.polqual, p.polrelid) = 'true'
          and exists (select 1 from unnest(p.polroles) r where r = 0 or pg_has_role(r, 'usage')))
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive)) as complete,
      coalesce((select json_agg(json_build_object('name', quote_ident(t.tgname),
          'enable', case t.tgenabled when 'A' then 'enable always' else 'enable' end) order by t.tgname)
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A')), '[]') as triggers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and not ${FOREIGN} and not ${OF_EXTENSION}
    order by 1`)
  return inKeyOrder(found.rows as Table[], await readForeignKeys(client))
}

/** The foreign keys between tables of ours. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const found = await client.query(`
    select quote_ident(k.conname) as name, format('%I.%I', n.nspname, c.relname) as from, format('%I.%I', m.nspname, d.relname) as to,
      case when not k.condeferrable then 'not deferrable' when k.condeferred then 'deferrable initially deferred'
        else 'deferrable initially immediate' end as deferral
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and not ${FOREIGN}
    order by 2, 1`)
  return found.rows
}

/** The counters of ours. They stand outside transactions: read them after the tables. */
export async function readCounters(client: pg.ClientBase): Promise<Counter[]> {
  const found = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name, coalesce(s.last_value, s.start_value)::text as value,
      s.last_value is not null as called
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
      join pg_class c on c.relnamespace = n.oid and c.relname = s.sequencename
    where not ${FOREIGN} and not ${OF_EXTENSION} order by 1`)
  return found.rows
}

/** The migrations that have run, or none. */
export async function readRanMigrations(client: pg.ClientBase): Promise<{ name: string; hash: string }[]> {
  const there = await client.query(`select to_regclass('platform.migration') is not null as yes`)
  if (!there.rows[0].yes) return []
  return (await client.query('select name, hash from platform.migration order by ran_at, name')).rows
}

/**
 * Number of rows, and a sum over the content that is the same in any order of rows and on any PostgreSQL from 15 on
 * (`WRITING` must be set).
 */
export async function measureTable(client: pg.ClientBase, table: Pick<Table, 'name' | 'columns'>): Promise<TableSum> {
  const found = await client.query(`
    select count(*)::text as rows, coalesce(sum(('x' || left(md5(r::text), 15))::bit(60)::bigint), 0)::text as content
    from (select ${table.columns.join(', ')} from ${table.name}) r`)
  return { rows: Number(found.rows[0].rows), content: found.rows[0].content }
}

/** What `measureTable` found. */
export type TableSum = { readonly rows: number; readonly content: string }

/** Settings under which every PostgreSQL writes values the same way. */
export const WRITING = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0`

function inKeyOrder(tables: readonly Table[], keys: readonly ForeignKey[]): Table[] {
  const byName = new Map(tables.map((t) => [t.name, t]))
  const done = new Set<string>()
  const order: Table[] = []
  const visit = (table: Table): void => {
    if (done.has(table.name)) return
    done.add(table.name)
    for (const key of keys) {
      const target = key.from === table.name ? byName.get(key.to) : undefined
      if (target) visit(target)
    }
    order.push(table)
  }
  for (const table of tables) visit(table)
  return order
}
