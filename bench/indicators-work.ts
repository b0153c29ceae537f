/**
 * Một lượt đo chỉ tiêu, in a process of its own (`node bench/indicators-work.ts 100000 CLUSTER`): one indicator and all goals of the Plan
 * as of a day, each time another day, beside the barest SQL for the same figure. Prints JSON.
 */
import type pg from 'pg'
import { systemActor } from '../src/kernel/actor.ts'
import { addDays, type Day, day } from '../src/kernel/day.ts'
import { readCodeLists } from '../src/modules/code-lists/facts.ts'
import { publishList } from '../src/modules/code-lists/public.ts'
import { loadFacts, readAll, readValue } from '../src/modules/indicators/public.ts'
import { readRegisterFacts } from '../src/modules/organisations/facts.ts'
import { loadRegister, unitsOn } from '../src/modules/organisations/public.ts'
import { adoptText, planText } from '../src/modules/programme/fixtures.ts'
import { measuresOf, migrationFolders } from '../src/modules.ts'
import { type Ctx, newId, perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { enterToRead, transact } from '../src/platform/database/pool.ts'
import { openSystem } from '../src/platform/open.ts'
import { rounded, type Spread, spread } from './figures.ts'
import { fillRegister } from './measures-fill.ts'
import { databaseCpu } from './people-place.ts'

/** What a question took: milliseconds, and processor time of the database for one. */
export type Asked = Spread & { readonly databaseMs: number }

const [people, cluster] = [Number(process.argv[2]), process.argv[3] ?? '']
const TODAY = day('2026-11-23')
const ROUNDS = 3
const CHUNK = 100_000
const CODES = ['II.1.2', 'II.1.3', 'II.1.6', 'II.1.7a', 'II.1.8a', 'II.1.9'] as const

const system = await openSystem(readConfig(), migrationFolders())
const { db } = system
const machine = systemActor()

async function fill(): Promise<void> {
  const now = system.clock()
  for (const list of readCodeLists()) await perform(db, { actor: machine, now }, publishList, list)
  await perform(db, { actor: machine, now }, loadRegister, readRegisterFacts())
  await adoptText(db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await perform(db, { actor: machine, now }, loadFacts, {})
  const units = await transact(db, machine, (tx) => unitsOn(tx, TODAY))
  const places = units.filter((u) => u.kind === 'commune').map((u) => u.id)
  for (let from = 1; from <= people; from += CHUNK)
    await fillRegister(db.pool, places, from, Math.min(people, from + CHUNK - 1))
  for (const table of ['person', 'slice_open', 'slice_past', 'slice_known'])
    await db.pool.query(`vacuum analyze people.${table}`)
}

/** Reads as a page does: narrowed to the reader, with what the process keeps. */
const reading = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(db, machine, async (tx) => {
    await enterToRead(db, tx, machine)
    return work({ tx, actor: machine, now: system.clock(), newId })
  })

/** Every question once to warm up, then `ROUNDS` times; each is asked of a day that was not asked for yet. */
async function time(works: readonly ((asOf: Day) => Promise<unknown>)[]): Promise<Asked> {
  let asked = 0
  const next = (): Day => addDays(TODAY, -(asked++ % 600))
  for (const work of works) await work(next())
  const before = databaseCpu(cluster)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const work of works) {
      const began = performance.now()
      await work(next())
      times.push(performance.now() - began)
    }
  return { ...spread(times), databaseMs: rounded(((databaseCpu(cluster) - before) * 1000) / times.length) }
}

const one =
  (code: string, more: { by?: 'place'; known?: Day } = {}) =>
  (asOf: Day) =>
    reading((ctx) =>
      readValue(ctx, measuresOf(), { code, asOf, hierarchy: null, known: more.known ?? null, by: more.by ?? null }),
    )
const all = (asOf: Day) => reading((ctx) => readAll(ctx, measuresOf(), { asOf, known: null }))

const WORKING = `s.category not in ('huu-tri', 'kieu-bao', 'tao-nguon') and s.area not in ('nghi-huu', 'ngoai-nuoc')`
const rawDoctors = (client: pg.Pool) => (asOf: Day) =>
  client.query(
    `select count(*)::int as n from people.slice s where s.from_day <= $1::date and s.to_day > $1::date and s.profession = 'bac-si' and ${WORKING}`,
    [asOf],
  )

/** Days on which the numerator of the doctors' rate and the barest SQL disagree. */
async function wrongDays(raw: pg.Pool): Promise<string[]> {
  const wrong: string[] = []
  for (const asOf of [TODAY, day('2025-06-30'), day('2024-12-31')]) {
    const read = await one('II.1.2')(asOf)
    const counted = read.ok ? read.value.parts[0]?.low : undefined
    const { n } = (await rawDoctors(raw)(asOf)).rows[0] as { n: number }
    if (counted !== n) wrong.push(`${asOf}: ${counted} và ${n}`)
  }
  return wrong
}

async function measure() {
  const raw = db.plainPool(2)
  await raw.query("select set_config('nk.all', 'on', false)")
  const found = {
    people,
    one: await time(CODES.map((code) => one(code))),
    oneKnown: await time(CODES.map((code) => one(code, { known: day('2026-06-30') }))),
    byPlace: await time([one('II.1.8a', { by: 'place' }), one('II.1.2', { by: 'place' })]),
    all: await time([all]),
    rawOne: await time([rawDoctors(raw)]),
    wrong: await wrongDays(raw),
  }
  await raw.end()
  return found
}

/** What one process found. */
export type IndicatorsFound = Awaited<ReturnType<typeof measure>>

await fill()
process.stdout.write(JSON.stringify(await measure()))
await system.close()
