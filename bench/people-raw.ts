/** Giới hạn thô: the barest SQL that gives the same rows of the same tables, by the owner, without rights, marks or words around. */
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Filter } from './people-asked.ts'

const ROW = `p.id, p.code, p.name, p.sex, p.birth, p.birth_precision, p.unit_id, s.work_unit, s.place_unit, s.sector, s.category, s.title,
  s.leadership, s.degree, p.level, p.completeness, p.changed_at`
const OPEN = `s.from_day <= current_date and s.to_day > current_date`

/** Fifty bearers of these words of a name, by name. By the index: left alone, the planner now and then reads every name. */
export const rawSearch = (byIndex: pg.Pool, words: readonly string[]): Promise<unknown> =>
  byIndex.query({
    name: 'raw-search',
    text: `select ${ROW}, count(*) over () as total from people.person p
      cross join lateral (select * from people.slice s where s.person_id = p.id and ${OPEN} limit 1) s
      where people.name_vector(p.name_plain) @@ $1::tsquery order by p.name_sort, p.id limit 50`,
    values: [words.map((w) => `'${w}'`).join(' & ')],
  })

/** Fifty of a filtered list with the total, in order. */
export const rawList = (client: pg.Pool, f: Filter): Promise<unknown> =>
  client.query(
    `select ${ROW}, s.total from (
       select s.*, count(*) over () as total from people.slice s
       where ${OPEN} and s.sector = $1 and s.degree >= $2::smallint and ($3::uuid[] is null or s.place_unit = any($3::uuid[]))
       order by ${f.sort === 'ten' ? 's.name_sort' : 's.birth nulls last, s.name_sort'}, s.person_id limit 50) s
     join people.person p on p.id = s.person_id`,
    [f.sector, f.degree, f.places],
  )

/** Sector × degree × age band × place on a day; of the given units only when there are any. */
export const rawAggregate = (client: pg.Pool, day: string, units: readonly string[] | null): Promise<unknown> =>
  client.query(
    `select s.sector, s.degree, s.place_unit, case when s.birth > $1::date - interval '30 years' then 0
        when s.birth > $1::date - interval '40 years' then 1 when s.birth > $1::date - interval '50 years' then 2
        when s.birth > $1::date - interval '60 years' then 3 when s.birth is not null then 4 end as band, count(*)
      from people.slice s where s.from_day <= $1::date and s.to_day > $1::date and ($2::uuid[] is null or s.unit_id = any($2::uuid[]))
      group by 1, 2, 3, 4`,
    [day, units],
  )

/** The rows of an export as the database copies them out; bytes. */
export async function rawExport(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    const stream = client.query(
      copyTo(`copy (select p.code, p.name, p.birth, p.sex, p.birth_place, p.home_place, p.nationality, p.died, s.place_unit, s.category,
        s.sector, s.area, s.degree, s.field, s.title, s.work_unit, s.leadership from people.slice s join people.person p on p.id = s.person_id
        where ${OPEN}) to stdout (format csv)`),
    )
    let bytes = 0
    for await (const piece of stream as AsyncIterable<Buffer>) bytes += piece.length
    return bytes
  } finally {
    client.release()
  }
}
