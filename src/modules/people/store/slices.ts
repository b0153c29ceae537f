/** Ghi lát cắt theo ngày. */

import { lastDayOf } from '../../../kernel/partial-day.ts'
import { nameSortKey } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, linesOf, stage } from '../../../platform/database/bulk.ts'
import { ids, type RawBuilder, rows, run, sql, type Tx } from '../../../platform/database/sql.ts'
import { type Slice, slicesOf } from '../rules/slices.ts'
import type { Fact, Person } from '../words/dossier.ts'
import { day, type SavedChange, type Saving } from './saved-change.ts'

const SLICE: readonly BulkColumn[] = [
  ['person_id', 'uuid'],
  ['unit_id', 'uuid'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['work_unit', 'uuid'],
  ['place_unit', 'uuid'],
  ['category', 'text'],
  ['sector', 'text'],
  ['area', 'text'],
  ['working', 'boolean'],
  ['field', 'text'],
  ['degree', 'smallint'],
  ['title', 'text'],
  ['leadership', 'text'],
  ['profession', 'text'],
  ['training', 'text'],
  ['fit', 'smallint'],
  ['international', 'boolean'],
  ['sex', 'text'],
  ['birth', 'date'],
  ['birth_last', 'date'],
]
/** Of the person as now: lists show and order by them, and nothing that was known is lost when they change. */
const OF_NOW: readonly BulkColumn[] = [
  ['name_sort', 'text'],
  ['level', 'smallint'],
  ['completeness', 'smallint'],
]

const sliceRow = (p: Person, nameSort: string, s: Slice): BulkValue[] => [
  p.id,
  p.unitId,
  s.from,
  s.to,
  s.workUnit,
  s.placeUnit,
  s.category,
  s.sector,
  s.area,
  s.working,
  s.field,
  s.degree,
  s.title,
  s.leadership,
  s.profession,
  s.training,
  s.fit,
  s.international,
  p.sex,
  day(p.birth),
  p.birth === null ? null : lastDayOf(p.birth),
  nameSort,
  p.level,
  p.completeness,
]

/** Rows of those who are there. */
function* sliceRows(people: readonly { person: Person; facts: readonly Fact[] }[]): Iterable<BulkValue[]> {
  for (const { person, facts } of people) {
    if (person.mergedInto !== null || person.removed) continue
    const nameSort = nameSortKey(person.name)
    for (const s of slicesOf(person, facts)) yield sliceRow(person, nameSort, s)
  }
}

const named = (columns: readonly BulkColumn[], of = ''): RawBuilder<unknown> =>
  sql.raw(columns.map(([c]) => `${of}${c}`).join(', '))
const KEY = sql`n.person_id = s.person_id and n.from_day = s.from_day and n.to_day = s.to_day`
const SAME = sql`(${named(SLICE, 'n.')}) is not distinct from (${named(SLICE, 's.')})`

/**
 * Slices are derived: those of the people concerned are made anew. Whoever is merged away or removed has none. What no longer holds
 * stays in `people.slice_known` with the instants between which it was known; a slice that is as before stays where it is.
 */
export async function slicesToSave(ctx: Ctx, changes: readonly SavedChange[]): Promise<Saving> {
  const old = changes.filter((c) => c.outcome === 'changed').map((c) => c.person.id)
  const lines = await linesOf(sliceRows(changes))
  return async () => {
    const table = await stage(ctx.tx, 'staged_slice', [...SLICE, ...OF_NOW], lines)
    if (old.length > 0) await replaceSlices(ctx, old, table)
    const columns = named([...SLICE, ...OF_NOW])
    const already = old.length === 0 ? sql`` : sql`where not exists (select 1 from people.slice s where ${KEY})`
    await run(
      ctx.tx,
      sql`insert into people.slice (${columns}, known_from) select ${columns}, ${ctx.now}::timestamptz from ${table} n ${already}`,
    )
  }
}

/** Takes out what no longer holds, keeping when it was known; of what still holds only what lists show is written. */
async function replaceSlices(ctx: Ctx, people: readonly string[], table: RawBuilder<unknown>): Promise<void> {
  await run(
    ctx.tx,
    sql`with gone as (
          delete from people.slice s where s.person_id = any(${ids(people)}) and not exists (select 1 from ${table} n where ${KEY} and ${SAME})
          returning s.*)
        insert into people.slice_known (${named(SLICE)}, known_from, known_to)
        select ${named(SLICE)}, known_from, ${ctx.now} from gone where known_from < ${ctx.now}`,
  )
  await run(
    ctx.tx,
    sql`update people.slice s set name_sort = n.name_sort, level = n.level, completeness = n.completeness from ${table} n
        where ${KEY} and s.person_id = any(${ids(people)})
          and (n.name_sort, n.level, n.completeness) is distinct from (s.name_sort, s.level, s.completeness)`,
  )
}

/**
 * The slices of people made anew by newer rules: nothing was learned by it, so they count as known since the former ones were.
 */
export async function remakeSlices(
  tx: Tx,
  people: readonly { person: Person; facts: readonly Fact[] }[],
): Promise<void> {
  const all = ids(people.map((p) => p.person.id))
  const since = await rows<{ id: string; known: string }>(
    tx,
    sql`select person_id as id, max(known_from)::text as known from people.slice where person_id = any(${all}) group by 1`,
  )
  const knownFrom = new Map(since.map((r) => [r.id, r.known]))
  const known = (row: readonly BulkValue[]): BulkValue => knownFrom.get(String(row[0])) ?? '-infinity'
  const list = [...sliceRows(people)].map((row) => [...row, known(row)])
  const columns: readonly BulkColumn[] = [...SLICE, ...OF_NOW, ['known_from', 'timestamptz']]
  const table = await stage(tx, 'remade_slice', columns, list)
  await run(tx, sql`delete from people.slice where person_id = any(${all})`)
  await run(tx, sql`insert into people.slice (${named(columns)}) select ${named(columns)} from ${table}`)
}
