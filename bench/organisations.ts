/**
 * Đo quy đổi theo địa bàn (`npm run bench -- organisations [embedded|server]`): ten years of figures of 1.200 units, sixty of which
 * are merged or split every year, told by the units of the last day and added up to the levels above; beside the barest SQL that
 * adds up the same rows as they were reported.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { systemActor } from '../src/kernel/actor.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { registerOfYears } from '../src/modules/organisations/fixtures.ts'
import { loadRegister, restate, restatementLinks, unitsOn } from '../src/modules/organisations/public.ts'
import { rollUp } from '../src/modules/organisations/rules/restate.ts'
import { migrationFolders } from '../src/modules.ts'
import { perform } from '../src/platform/action.ts'
import { migrate, PLATFORM_MIGRATIONS, readMigrations } from '../src/platform/database/migrate.ts'
import { connect, type Database, transact } from '../src/platform/database/pool.ts'
import { administer, type Engine, makeTestServer, startEngine } from '../src/platform/database/test-engine.ts'
import { openVault } from '../src/platform/vault.ts'
import { rounded, type Spread, spread } from './figures.ts'

const UNITS = 1200
const YEARS = 10
const RUNS = 15
/** Bound of the product, milliseconds. */
const LIMIT = 700

/** What was found. */
export type OrganisationsFound = {
  readonly engine: Engine
  readonly units: number
  readonly years: number
  readonly links: number
  /** Everything: figures, links and units from the database, restated year by year, added up. */
  readonly rollUp: Spread & { readonly cpuMs: number }
  readonly raw: Spread
  readonly timesRaw: number
  /** Units of the last day whose figure is only known within bounds, of the last but nine years. */
  readonly ranges: number
  /** Years whose total was not conserved. */
  readonly lost: number
  readonly exceeded: readonly string[]
}

const lastDayOf = (year: number): Day => day(`${year}-12-31`)
const FIRST = 2015
const years = Array.from({ length: YEARS }, (_, i) => FIRST + i)

async function timed(work: () => Promise<unknown>): Promise<{ times: Spread; cpuMs: number }> {
  const times: number[] = []
  await work()
  const cpu = process.cpuUsage()
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  const spent = process.cpuUsage(cpu)
  return { times: spread(times), cpuMs: rounded((spent.user + spent.system) / 1000 / RUNS) }
}

async function fill(db: Database): Promise<void> {
  const at = { actor: systemActor(), now: Temporal.Now.instant() }
  const loaded = await perform(db, at, loadRegister, registerOfYears(UNITS, FIRST, YEARS))
  if (!loaded.ok) throw new Error(loaded.message)
  await db.pool.query('create table public.figure (year int, unit_id uuid, value numeric, primary key (year, unit_id))')
  await db.pool.query('grant select on public.figure to nguyen_khi_app')
  await db.pool.query(`insert into public.figure select y, u.id, 100 + (hashtext(u.id::text || y) & 1023)
    from generate_series(${FIRST}, ${FIRST + YEARS - 1}) y join organisations.unit u on u.valid @> make_date(y, 12, 31) and u.kind = 'commune'`)
  await db.pool.query('analyze')
}

type Row = { readonly year: number; readonly unit_id: string; readonly value: number }

/** Ten years told by the units of the last day. */
async function restated(db: Database) {
  return transact(db, systemActor(), async (tx) => {
    const figures = (await tx.client.query<Row>('select year, unit_id, value::float8 as value from public.figure')).rows
    const to = lastDayOf(FIRST + YEARS - 1)
    const links = await restatementLinks(tx)
    const parents = new Map((await unitsOn(tx, to)).map((u) => [u.id, u.parentId]))
    const byYear = Map.groupBy(figures, (f) => f.year)
    return years.map((year) => {
      const values = new Map((byYear.get(year) ?? []).map((f) => [f.unit_id, { low: f.value, high: f.value }]))
      const shares = restate(values, links, lastDayOf(year), to, 'people')
      const whole = [...values.values()].reduce((sum, v) => sum + v.low, 0)
      return { year, links: links.length, whole, shares, sums: rollUp(shares, parents) }
    })
  })
}

const RAW = `select f.year, p.parent_id, sum(f.value) from public.figure f join organisations.unit_parent p
  on p.unit_id = f.unit_id and p.valid @> make_date(f.year, 12, 31) group by 1, 2`

async function measure(engine: Engine, db: Database): Promise<OrganisationsFound> {
  await fill(db)
  const told = await restated(db)
  const bounds = (side: 'low' | 'high', i: number) => (told[i]?.shares ?? []).reduce((sum, s) => sum + s[side], 0)
  const lost = told.filter((y, i) => bounds('low', i) > y.whole + 1e-6 || bounds('high', i) < y.whole - 1e-6).length
  const ours = await timed(() => restated(db))
  const raw = await timed(() => db.pool.query(RAW))
  const links = told[0]?.links ?? 0
  return {
    engine,
    units: UNITS,
    years: YEARS,
    links,
    rollUp: { ...ours.times, cpuMs: ours.cpuMs },
    raw: raw.times,
    timesRaw: rounded(ours.times.p50 / raw.times.p50),
    ranges: told[0]?.shares.filter((s) => s.basis === 'range').length ?? 0,
    lost,
    exceeded: [
      ...(ours.times.p95 > LIMIT ? [`quy đổi ${YEARS} năm p95: ${ours.times.p95} ms (ngưỡng ${LIMIT})`] : []),
      ...(lost > 0 ? [`${lost} năm không giữ được tổng`] : []),
    ],
  }
}

/** Ten years of figures, restated; half a minute with the start of the database. */
export async function benchOrganisations(): Promise<OrganisationsFound> {
  const engine: Engine = process.argv[3] === 'server' ? 'server' : 'embedded'
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-do-'))
  fs.chmodSync(folder, 0o711)
  const server = await startEngine(engine, path.join(folder, 'may-chu'))
  try {
    const { socket, port, user } = await makeTestServer(engine, server)
    await administer({ engine, socket, port, user: server.user }, (c) =>
      c.query(`create database do_to_chuc owner ${user} template template0 encoding 'UTF8'`),
    )
    const db = connect({ socket, port, user, database: 'do_to_chuc' }, openVault('5'.repeat(64)))
    try {
      await migrate(db.pool, readMigrations([PLATFORM_MIGRATIONS, ...migrationFolders()]))
      return await measure(engine, db)
    } finally {
      await db.close()
    }
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The same for people. */
export const tellOrganisations = (f: OrganisationsFound): string =>
  [
    `${f.units} đơn vị × ${f.years} năm, ${f.links} liên kết, ${f.engine}`,
    `  quy đổi và cộng dồn  p50 ${f.rollUp.p50} ms, p95 ${f.rollUp.p95} ms, bộ xử lý ${f.rollUp.cpuMs} ms`,
    `  SQL trần, không quy đổi  p50 ${f.raw.p50} ms, p95 ${f.raw.p95} ms; gấp ${f.timesRaw} lần`,
    `  ${f.ranges} đơn vị chỉ biết khoảng ở năm đầu; ${f.lost} năm mất tổng`,
    ...f.exceeded.map((x) => `  VƯỢT: ${x}`),
  ].join('\n')
