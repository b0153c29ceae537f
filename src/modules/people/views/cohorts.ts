/**
 * Lứa và chuyển biến: people of a day by sector, degree, sex and year of birth, and what became of them between two days. What a
 * forecast of heads starts from; within the scope of the reader, which row level security repeats.
 */
import type { Day } from '../../../kernel/day.ts'
import { type RawBuilder, row, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { CohortRow, MoveRow } from '../../../platform/measure.ts'
import { type CountAsked, conditions, source } from './counted.ts'

type Sql = RawBuilder<unknown>

const BORN = sql`extract(year from s.birth)::int`
const SPLITS = { unit: sql`s.work_unit::text`, place: sql`s.place_unit::text` } as const

/** People of the day, grouped; `by` adds the body they work in or the place they live in as `key`. */
export const countCohorts = (tx: Tx, a: CountAsked, by: 'unit' | 'place' | null): Promise<CohortRow[]> =>
  rows(
    tx,
    sql`select s.sector, nullif(s.degree, 0)::text as degree, s.sex, ${BORN} as born,
          ${by === null ? sql`null::text` : SPLITS[by]} as key, count(*)::int as count
        from ${source(a)} where ${sql.join(conditions(a), sql` and `)} group by 1, 2, 3, 4, 5`,
  )

const heads = (a: CountAsked): Sql =>
  sql`(select s.person_id, s.sector, s.degree, s.sex, ${BORN} as born from people.slice s
    where s.work_unit is not null and ${sql.join(conditions(a), sql` and `)})`

/** People asked about on a day, and all of the province among whom they may come from or go to; the same when no part is asked about. */
export type MovesAsked = { readonly part: CountAsked; readonly all: CountAsked }

/**
 * What became between two days of whoever worked in a body on one of them: who stayed, with the sector and degree of the later day, who
 * works in none any more, who is new. Of a part of the province, who came from or went to another part counts neither as new nor as
 * gone. Who never had a body is no part of it. As known now: what was known earlier is not told apart.
 */
export const countMoves = (tx: Tx, before: MovesAsked, after: MovesAsked): Promise<MoveRow[]> =>
  rows(
    tx,
    sql`select a.person_id is not null as was, (b.person_id is not null or e.person_id is not null) as is,
          a.sector as "fromSector", nullif(a.degree, 0)::text as "fromDegree",
          coalesce(b.sector, e.sector) as "toSector", nullif(coalesce(b.degree, e.degree), 0)::text as "toDegree",
          coalesce(b.sex, a.sex) as sex, coalesce(b.born, a.born) as born, count(*)::int as count
        from ${heads(before.part)} a full join ${heads(after.part)} b using (person_id)
        left join ${elsewhere(before)} c on c.person_id = b.person_id and a.person_id is null
        left join ${elsewhere(after)} e on e.person_id = a.person_id and b.person_id is null
        where c.person_id is null group by 1, 2, 3, 4, 5, 6, 7, 8`,
  )

const elsewhere = ({ part, all }: MovesAsked): Sql =>
  part === all
    ? sql`(select null::uuid as person_id, null::text as sector, null::smallint as degree where false)`
    : heads(all)

/** The day the first dossier was written down; null = there is none. */
export const keptSince = async (tx: Tx): Promise<Day | null> =>
  (await row<{ day: Day | null }>(tx, sql`select min(recorded_at)::date::text as day from people.person`)).day
