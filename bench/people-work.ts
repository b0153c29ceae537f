/**
 * Một lượt đo đọc hồ sơ, in a process of its own (`node bench/people-work.ts 100000 CLUSTER DAY`), so that its memory and processor time
 * are those of our code alone: what the product does beside the barest SQL, and whether every answer is right. Prints JSON.
 */
import type { Actor } from '../src/kernel/actor.ts'
import { type Day, day } from '../src/kernel/day.ts'
import { fold } from '../src/kernel/text.ts'
import { unitsByIds } from '../src/modules/organisations/public.ts'
import { exportPeople } from '../src/modules/people/actions/export-people.ts'
import { nameWords } from '../src/modules/people/rules/name-query.ts'
import { aggregatePeople } from '../src/modules/people/views/facets.ts'
import { foundAfter, foundCount, foundIds, foundPage } from '../src/modules/people/views/found.ts'
import { listedPeople } from '../src/modules/people/views/list.ts'
import { migrationFolders } from '../src/modules.ts'
import { perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { transact } from '../src/platform/database/pool.ts'
import { rows, sql, type Tx } from '../src/platform/database/sql.ts'
import { openSystem } from '../src/platform/open.ts'
import { rounded, type Spread, spread } from './figures.ts'
import { askedBy, bears, type Filter, filterBy, questionsOf } from './people-asked.ts'
import { databaseCpu } from './people-place.ts'
import { rawAggregate, rawExport, rawList, rawSearch } from './people-raw.ts'
import { cellKey, cellsOf, countedDouble, countedPeople, type Double } from './people-truth.ts'

/** What requests took: milliseconds each, and processor time each of our process and of the database. */
export type Spent = Spread & { readonly cpuMs: number; readonly databaseMs: number }
/** What one work took: seconds of the clock and of our processor, of the database's, and what the process grew by. */
export type Took = {
  readonly seconds: number
  readonly cpu: number
  readonly databaseCpu: number
  readonly growthMb: number
}

const AT_ONCE = 8
const BY = ['sector', 'degree', 'ageBand', 'place'] as const
const PAST = day('2024-12-31')

const [count, cluster, today] = [Number(process.argv[2]), process.argv[3] ?? '', day(process.argv[4] ?? '')]
const system = await openSystem(readConfig(), migrationFolders())
const { db } = system
const now = system.clock()
const ask = await questionsOf(db, today)

/** Every work once, `AT_ONCE` at a time, after once to warm up. */
async function under(works: readonly (() => Promise<unknown>)[], atOnce = AT_ONCE): Promise<Spent> {
  const all = async (list: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
    const times: number[] = []
    let next = 0
    const worker = async () => {
      for (let i = next++; i < list.length; i = next++) {
        const began = performance.now()
        await list[i]?.()
        times.push(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return times
  }
  await all(works)
  const [cpu, database] = [process.cpuUsage(), databaseCpu(cluster)]
  const times = await all(works)
  const used = process.cpuUsage(cpu)
  return {
    ...spread(times),
    cpuMs: rounded((used.user + used.system) / 1000 / works.length),
    databaseMs: rounded(((databaseCpu(cluster) - database) * 1000) / works.length),
  }
}

/** One work alone, with the most the process held meanwhile. */
async function alone<T>(work: () => Promise<T>): Promise<Took & { readonly value: T }> {
  const rss = process.memoryUsage.rss()
  let peak = rss
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const [cpu, database, began] = [process.cpuUsage(), databaseCpu(cluster), performance.now()]
  const value = await work()
  const seconds = (performance.now() - began) / 1000
  const used = process.cpuUsage(cpu)
  clearInterval(look)
  return {
    value,
    seconds: rounded(seconds, 2),
    cpu: rounded((used.user + used.system) / 1e6, 2),
    databaseCpu: rounded(databaseCpu(cluster) - database, 2),
    growthMb: rounded((Math.max(peak, process.memoryUsage.rss()) - rss) / 2 ** 20),
  }
}

const took = ({ seconds, cpu, databaseCpu: d, growthMb }: Took): Took => ({ seconds, cpu, databaseCpu: d, growthMb })
const as = <T>(reader: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => transact(db, reader, work)

/** The same work by the owner of the tables, whom no policy narrows: what rights cost is the difference. */
async function withoutRights<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    await client.query("begin; select set_config('nk.all', 'on', true)")
    return await work({ client, vault: db.vault, statements: 0, memo: null, shelved: null })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const searching = (reader: Actor, q: string) => async (tx: Tx) => {
  const part = { sort: 'khop', direction: 'asc', limit: 50, offset: 0 } as const
  const { ids } = await foundPage(tx, askedBy(reader, today, { q }), part)
  return listedPeople(tx, ids, today)
}
const listing = (reader: Actor, f: Filter) => async (tx: Tx) => {
  const part = { sort: f.sort, direction: 'asc', limit: 50, offset: 0 } as const
  const { ids } = await foundPage(tx, filterBy(reader, today, f), part)
  return listedPeople(tx, ids, today)
}
const counting = (reader: Actor, on: Day) => (tx: Tx) => aggregatePeople(tx, askedBy(reader, on), BY)

async function measureSearch() {
  const plain = ask.names.map((n) => fold(n))
  const single = ['Nguyễn', 'trần', 'hương', 'Đức', 'an', 'Thị'].flatMap((q) => [q, q])
  const missed: string[] = []
  let unordered = 0
  for (const q of [...plain, ...ask.names, 'an', 'duc']) {
    const found = await as(ask.whole, (tx) =>
      foundIds(tx, askedBy(ask.whole, today, { q }), { sort: 'khop', direction: 'asc', limit: 100_000, offset: 0 }),
    )
    const truth = ask.everybody.filter((p) => bears(p.name, q))
    const ids = new Set(found)
    if (ids.size !== found.length || truth.length !== found.length || truth.some((p) => !ids.has(p.id))) missed.push(q)
    if (plain.includes(q)) continue
    const words = q.toLowerCase().split(' ')
    const marked = (name: string): boolean => words.every((w) => name.toLowerCase().split(' ').includes(w))
    const exact = new Set(truth.filter((p) => marked(p.name)).map((p) => p.id))
    if (found.slice(0, exact.size).some((id) => !exact.has(id))) unordered++
  }
  return {
    plain: await under(plain.map((q) => () => as(ask.whole, searching(ask.whole, q)))),
    marked: await under(ask.names.map((q) => () => as(ask.whole, searching(ask.whole, q)))),
    part: await under(plain.map((q) => () => as(ask.part, searching(ask.part, q)))),
    oneWord: await under(single.map((q) => () => as(ask.whole, searching(ask.whole, q)))),
    raw: await rawSearches(plain),
    missed,
    unordered,
  }
}

async function rawSearches(names: readonly string[]): Promise<Spent> {
  const pool = db.plainPool(AT_ONCE)
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => pool.connect()))
  for (const client of clients) {
    await client.query('set enable_seqscan = off')
    client.release()
  }
  const spent = await under(names.map((q) => () => rawSearch(pool, nameWords(q))))
  await pool.end()
  return spent
}

async function measureList() {
  const lists = [...ask.filters, ...ask.filters]
  return {
    whole: await under(lists.map((f) => () => as(ask.whole, listing(ask.whole, f)))),
    part: await under(lists.map((f) => () => as(ask.part, listing(ask.part, f)))),
    raw: await under(lists.map((f) => () => rawList(db.pool, f))),
  }
}

/** Cells of the product under the codes of places. */
async function cellsFound(reader: Actor, on: Day): Promise<Map<string, number>> {
  return as(reader, async (tx) => {
    const groups = await counting(reader, on)(tx)
    const units = await unitsByIds(
      tx,
      groups.flatMap((g) => g.values[3] ?? []),
    )
    const codes = new Map(units.map((u) => [u.id, u.code]))
    return new Map(
      groups.map((g) => [
        cellKey([...g.values.slice(0, 3), g.values[3] == null ? null : (codes.get(g.values[3]) ?? '')]),
        g.count,
      ]),
    )
  })
}

/** The second dossiers of the sample world, as they were written. */
async function doublesOfSample(tx: Tx): Promise<Double[]> {
  const found = await rows<Omit<Double, 'keeper'> & { unit: string }>(
    tx,
    sql`select p.name, p.unit_id as unit, p.birth::text as birth, e.data->>'level' as level
        from people.person p join people.fact e on e.person_id = p.id and e.source = 'nhap:mau:education.1'`,
  )
  const codes = new Map(
    (
      await unitsByIds(
        tx,
        found.map((f) => f.unit),
      )
    ).map((u) => [u.id, u.code]),
  )
  return found.map(({ unit, ...said }) => ({ ...said, keeper: codes.get(unit) ?? '' }))
}

async function measureAggregate() {
  const wrong: Record<string, number> = {}
  let cells = 0
  const keepers = new Set(
    (await as(ask.whole, (tx) => unitsByIds(tx, ask.part.scope === 'all' ? [] : ask.part.scope))).map((u) => u.code),
  )
  const doubles = await as(ask.whole, doublesOfSample)
  for (const on of [today, PAST]) {
    const truth = [...countedPeople(count, today, on), ...doubles.map((d) => countedDouble(d, on))]
    for (const reader of [ask.whole, ask.part]) {
      const expected = cellsOf(reader === ask.whole ? truth : truth.filter((p) => keepers.has(p.keeper)))
      const found = await cellsFound(reader, on)
      const keys = new Set([...expected.keys(), ...found.keys()])
      wrong[`${reader === ask.whole ? 'cả tỉnh' : 'một phần'}, ${on}`] = [...keys].filter(
        (k) => expected.get(k) !== found.get(k),
      ).length
      cells += expected.size
    }
  }
  const times = (work: () => Promise<unknown>) =>
    under(
      Array.from({ length: 12 }, () => work),
      1,
    )
  const units = ask.part.scope === 'all' ? null : ask.part.scope
  return {
    cells,
    wrong,
    whole: await times(() => as(ask.whole, counting(ask.whole, today))),
    past: await times(() => as(ask.whole, counting(ask.whole, PAST))),
    part: await times(() => as(ask.part, counting(ask.part, today))),
    rawWhole: await times(() => rawAggregate(db.pool, today, null)),
    rawPast: await times(() => rawAggregate(db.pool, PAST, null)),
    rawPart: await times(() => rawAggregate(db.pool, today, units)),
  }
}

async function exported(reader: Actor, format: 'csv' | 'xlsx') {
  const input = { format, columns: 'danh-sach', purpose: 'quan-ly', codes: [], query: {} }
  const done = await perform(db, { actor: reader, now }, exportPeople, input)
  if (!done.ok) throw new Error(done.message)
  return done.value.bytes
}

async function measureExport() {
  const least = (a: Took, b: Took): Took => (a.seconds <= b.seconds ? a : b)
  const raws = [await alone(() => rawExport(db.pool)), await alone(() => rawExport(db.pool))] as const
  const csv = await alone(async () => (await exported(ask.whole, 'csv')).length)
  const again = await alone(async () => (await exported(ask.whole, 'csv')).length)
  const xlsx = await alone(async () => (await exported(ask.whole, 'xlsx')).length)
  return {
    csv: { ...took(least(csv, again)), growthMb: Math.max(csv.growthMb, again.growthMb), bytes: csv.value },
    xlsx: { ...took(xlsx), bytes: xlsx.value },
    raw: { ...took(least(...raws)), bytes: raws[0].value },
  }
}

/** Every way of reading shows the same people: who is in the part, neither more nor fewer; pages sum to the total. */
async function checkPart() {
  const units = new Set(ask.part.scope)
  const mine = ask.everybody.filter((p) => units.has(p.unit))
  const expected = new Set(mine.map((p) => p.id))
  const same = (found: readonly string[], truth: ReadonlySet<string>): boolean =>
    found.length === truth.size && found.every((id) => truth.has(id))
  const asked = askedBy(ask.part, today)
  const paged = await as(ask.part, async (tx) => {
    const all: string[] = []
    for (let after: readonly [string, string] | null = null; ; ) {
      const page: { id: string; sort: string }[] = await foundAfter(tx, asked, after, 2000)
      all.push(...page.map((p) => p.id))
      const last = page.at(-1)
      if (last === undefined || page.length < 2000) return all
      after = [last.sort, last.id]
    }
  })
  const offset = await as(ask.part, async (tx) => {
    const all: string[] = []
    for (let from = 0; ; from += 2500) {
      const ids = await foundIds(tx, asked, { sort: 'nam-sinh', direction: 'desc', limit: 2500, offset: from })
      all.push(...ids)
      if (ids.length < 2500) return all
    }
  })
  const searched = await as(ask.part, async (tx) => {
    for (const q of ask.names) {
      const found = await foundIds(tx, askedBy(ask.part, today, { q }), {
        sort: 'ten',
        direction: 'asc',
        limit: 100_000,
        offset: 0,
      })
      const truth = mine.filter((p) => bears(p.name, q)).map((p) => p.id)
      // Where nobody bears the whole words, the last one may go on: still nobody from outside may be found.
      if (truth.length > 0 ? !same(found, new Set(truth)) : found.some((id) => !expected.has(id))) return false
    }
    return true
  })
  const counted = await as(ask.part, (tx) => foundCount(tx, asked))
  const summed = [...(await cellsFound(ask.part, today)).values()].reduce((a, b) => a + b, 0)
  const codes =
    Buffer.from(await exported(ask.part, 'csv'))
      .toString('utf8')
      .match(/^TT-\d+/gm) ?? []
  return {
    people: mine.length,
    list: same(paged, expected),
    pages: same(offset, expected) && new Set(offset).size === offset.length,
    search: searched,
    count: counted === mine.length,
    aggregate: summed === mine.length,
    export: same(codes, new Set(mine.map((p) => p.code))),
  }
}

const total = (s: Spent): number => s.cpuMs + s.databaseMs

/** How many times the processor time of the same work without any rule. */
async function costOfRights() {
  const lists = [...ask.filters, ...ask.filters]
  const ratios = async (reader: Actor) => {
    const pairs = [
      [
        lists.map((f) => () => as(reader, listing(reader, f))),
        lists.map((f) => () => withoutRights(listing(reader, f))),
      ],
      [
        Array.from({ length: 12 }, () => () => as(reader, counting(reader, today))),
        Array.from({ length: 12 }, () => () => withoutRights(counting(reader, today))),
      ],
    ] as const
    const found: number[] = []
    for (const [ruled, bare] of pairs) {
      const [a, b, c, d] = [await under(ruled, 1), await under(bare, 1), await under(ruled, 1), await under(bare, 1)]
      found.push(rounded((total(a) + total(c)) / Math.max(total(b) + total(d), 0.1), 2))
    }
    return { list: found[0] ?? 0, aggregate: found[1] ?? 0 }
  }
  return { whole: await ratios(ask.whole), part: await ratios(ask.part) }
}

/** Everything, in the order of the table. */
async function measureAll() {
  return {
    people: ask.everybody.length,
    search: await measureSearch(),
    list: await measureList(),
    aggregate: await measureAggregate(),
    export: await measureExport(),
    part: await checkPart(),
    rights: await costOfRights(),
  }
}

/** What a run found. */
export type WorkFound = Awaited<ReturnType<typeof measureAll>>

try {
  process.stdout.write(`${JSON.stringify(await measureAll())}\n`)
} finally {
  await system.close()
}
