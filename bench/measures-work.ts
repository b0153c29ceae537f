/**
 * Một lượt đo đại lượng, in a process of its own (`node bench/measures-work.ts 100000 CLUSTER`): what measures answer beside the barest
 * SQL for the same figures, and whether both say the same. Prints JSON.
 */
import type pg from 'pg'
import { type Actor, systemActor } from '../src/kernel/actor.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { readCodeLists } from '../src/modules/code-lists/facts.ts'
import { publishList } from '../src/modules/code-lists/public.ts'
import { readRegisterFacts } from '../src/modules/organisations/facts.ts'
import { loadRegister, unitsOn } from '../src/modules/organisations/public.ts'
import { countedPeople } from '../src/modules/people/measures.ts'
import { qualityByBody } from '../src/modules/quality/views.ts'
import { migrationFolders } from '../src/modules.ts'
import { newId, perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { transact } from '../src/platform/database/pool.ts'
import type { Tx } from '../src/platform/database/sql.ts'
import type { MeasureAnswer, MeasureAsked } from '../src/platform/measure.ts'
import { openSystem } from '../src/platform/open.ts'
import { rounded, type Spread, spread } from './figures.ts'
import { fillRegister } from './measures-fill.ts'
import { databaseCpu } from './people-place.ts'

/** What a question took: milliseconds, and processor time of the database for one. */
export type Asked = Spread & { readonly databaseMs: number }

const [people, cluster] = [Number(process.argv[2]), process.argv[3] ?? '']
const TODAY = day('2026-11-23')
const PIVOT = ['sector', 'degree', 'age', 'place'] as const
const ROUNDS = 3
/** People written at once. */
const CHUNK = 100_000

const system = await openSystem(readConfig(), migrationFolders())
const { db } = system
const now = system.clock()
const machine = systemActor()

async function fill(): Promise<void> {
  for (const list of readCodeLists()) await perform(db, { actor: machine, now }, publishList, list)
  await perform(db, { actor: machine, now }, loadRegister, readRegisterFacts())
  const units = await transact(db, machine, (tx) => unitsOn(tx, TODAY))
  const places = units.filter((u) => u.kind === 'commune').map((u) => u.id)
  for (let from = 1; from <= people; from += CHUNK)
    await fillRegister(db.pool, places, from, Math.min(people, from + CHUNK - 1))
  for (const table of ['person', 'slice_open', 'slice_past', 'slice_known'])
    await db.pool.query(`vacuum (freeze, analyze) people.${table}`)
  await calm()
}

/** Waits until the database has put away what was loaded: its own housekeeping would be counted as time of the first question. */
async function calm(): Promise<void> {
  for (let waited = 0; waited < 120; waited++) {
    const busy = await db.pool.query(
      `select count(*)::int as n from pg_stat_activity where backend_type in ('autovacuum worker', 'parallel worker')`,
    )
    const before = databaseCpu(cluster)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    if (busy.rows[0].n === 0 && databaseCpu(cluster) - before < 0.05) return
  }
}

/** Each question once to warm up, then `ROUNDS` times, one after another. */
async function time(works: readonly (() => Promise<unknown>)[]): Promise<Asked> {
  for (const work of works) await work()
  const before = databaseCpu(cluster)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const work of works) {
      const began = performance.now()
      await work()
      times.push(performance.now() - began)
    }
  return { ...spread(times), databaseMs: rounded(((databaseCpu(cluster) - before) * 1000) / times.length) }
}

const as = <T>(reader: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => transact(db, reader, work)
const count = (asked: Partial<MeasureAsked>): Promise<MeasureAnswer> =>
  as(machine, (tx) =>
    countedPeople.read(
      { tx, actor: machine, now, newId },
      { asOf: TODAY, from: TODAY, known: null, by: [], outside: [], where: {}, ...asked },
    ),
  )

const DAYS: readonly Day[] = [TODAY, day('2024-12-31'), day('2020-06-30'), day('2017-03-01')]
const GOALS: readonly MeasureAsked['where'][] = [
  { 'trinh-do': ['6'] },
  { nghe: ['bac-si'] },
  { nghe: ['giao-vien', 'giang-vien'], chuan: ['dat'] },
  { 'doi-tuong': ['can-bo', 'cong-chuc', 'vien-chuc'], 'chuan-vi-tri': ['dat'] },
  { 'chuc-vu': ['cap-tinh'], 'duoi-tuoi': ['40'] },
  { 'chuc-vu': ['cap-tinh'], 'ngoai-ngu': ['quoc-te'] },
  { 'doi-tuong': ['can-bo', 'cong-chuc'], 'trinh-do': ['6'] },
]
const KNOWN = [2018, 2021, 2024, 2026].map((y) => Temporal.Instant.from(`${y}-06-01T00:00:00Z`))

const WORKING = `s.category not in ('huu-tri', 'kieu-bao', 'tao-nguon') and s.area not in ('nghi-huu', 'ngoai-nuoc')`
const rawPivot = (client: pg.Pool, on: Day): Promise<{ rows: { n: number }[] }> =>
  client.query(
    `select s.sector, s.degree, s.place_unit, case when s.birth > $1::date - interval '30 years' then 0
        when s.birth > $1::date - interval '40 years' then 1 when s.birth > $1::date - interval '50 years' then 2
        when s.birth > $1::date - interval '60 years' then 3 when s.birth is not null then 4 end as band, count(*)::int as n
      from people.slice s where s.from_day <= $1::date and s.to_day > $1::date and ${WORKING} group by 1, 2, 3, 4`,
    [on],
  )
const rawOne = (client: pg.Pool, on: Day): Promise<{ rows: { n: number }[] }> =>
  client.query(
    `select count(*)::int as n from people.slice s where s.from_day <= $1::date and s.to_day > $1::date and s.degree >= 6 and ${WORKING}`,
    [on],
  )
const rawQuality = (client: pg.Pool): Promise<unknown> =>
  client.query(
    'select p.unit_id, count(*), avg(p.completeness) from people.person p where p.merged_into is null and p.removed_at is null group by 1',
  )

const total = (a: MeasureAnswer): number => (a.state === 'counted' ? a.rows.reduce((n, r) => n + r.low, 0) : -1)
const sum = (rows: readonly { n: number }[]): number => rows.reduce((n, r) => n + r.n, 0)

/** Days on which the measure and the barest SQL disagree. */
async function wrongDays(raw: pg.Pool): Promise<string[]> {
  const wrong: string[] = []
  for (const asOf of DAYS) {
    const one = total(await count({ asOf, where: { 'trinh-do': ['6'] } }))
    if (one !== sum((await rawOne(raw, asOf)).rows)) wrong.push(`${asOf}: ${one}`)
    const whole = total(await count({ asOf }))
    const bySector = total(await count({ asOf, by: ['sector', 'place', 'sex'] }))
    if (whole !== bySector || whole !== sum((await rawPivot(raw, asOf)).rows)) wrong.push(`${asOf}, bảng đếm: ${whole}`)
  }
  return wrong
}

async function measure() {
  const raw = db.plainPool(2)
  await raw.query("select set_config('nk.all', 'on', false)")
  const found = {
    people,
    slices: Number((await raw.query('select count(*) as n from people.slice')).rows[0].n),
    pivot: await time(DAYS.map((asOf) => () => count({ asOf, by: PIVOT }))),
    pivotKnown: await time(KNOWN.map((known) => () => count({ known, by: PIVOT }))),
    rawPivot: await time(DAYS.map((on) => () => rawPivot(raw, on))),
    one: await time(GOALS.flatMap((where) => DAYS.slice(0, 2).map((asOf) => () => count({ where, asOf })))),
    oneKnown: await time(GOALS.flatMap((where) => KNOWN.slice(1, 3).map((known) => () => count({ where, known })))),
    rawOne: await time(DAYS.map((on) => () => rawOne(raw, on))),
    table: await time([() => as(machine, (tx) => qualityByBody(tx, TODAY))]),
    rawTable: await time([() => rawQuality(raw)]),
    wrong: await wrongDays(raw),
  }
  await raw.end()
  return found
}

/** What one process found. */
export type MeasuresFound = Awaited<ReturnType<typeof measure>>

await fill()
process.stdout.write(JSON.stringify(await measure()))
await system.close()
