/** Đếm theo nhiều chiều: how many people of a list bear each value of a filter, or every combination of some columns. */
import type { Day } from '../../../kernel/day.ts'
import { shared } from '../../../platform/database/kept.ts'
import { type RawBuilder, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { AGE_BANDS } from '../rules/conditions.ts'
import { type Asked, ageWhere, foundSource, keyOf } from './asked-for.ts'

type Sql = RawBuilder<unknown>

/** Bảng đếm theo nhiều chiều: which columns of the slices may be counted by. */
const DIMENSIONS = {
  sector: sql`s.sector`,
  category: sql`s.category`,
  area: sql`s.area`,
  degree: sql`s.degree`,
  title: sql`s.title`,
  leadership: sql`s.leadership`,
  sex: sql`s.sex`,
  ageBand: null,
  unit: sql`s.unit_id`,
  place: sql`s.place_unit`,
} as const satisfies Readonly<Record<string, Sql | null>>

/** Một chiều đếm. */
export type Dimension = keyof typeof DIMENSIONS

/** Every dimension, for a list of choices. */
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as [Dimension, ...Dimension[]]

const dimension = (d: Dimension, day: Day): Sql =>
  DIMENSIONS[d] ??
  sql`case ${sql.join(
    AGE_BANDS.map((b, i) => sql`when ${ageWhere(b, day)} then ${sql.lit(i)}`),
    sql` `,
  )} end`

/** Age bands are counted by their place among them. */
const wordOf = (d: Dimension, found: string | number | null): string | null => {
  if (found === null) return null
  return d === 'ageBand' ? (AGE_BANDS[Number(found)] ?? null) : String(found)
}

/**
 * Số người theo mọi tổ hợp của các chiều, as of the day: values in the order of `by`, null = not known. Grouped by the columns as
 * they stand: turned into words before, every row would cost what now only every group does.
 */
export async function aggregatePeople(
  tx: Tx,
  a: Asked,
  by: readonly Dimension[],
): Promise<{ values: (string | null)[]; count: number }[]> {
  const { from } = foundSource(tx, a)
  const columns = by.map((d, i) => sql`${dimension(d, a.day)} as ${sql.ref(`v${i}`)}`)
  const groups = by.map((_, i) => sql.lit(i + 1))
  const found = await rows<{ readonly count: number } & Readonly<Record<string, string | number | null>>>(
    tx,
    sql`select ${sql.join(columns, sql`, `)}, count(*) as count from ${from} group by ${sql.join(groups, sql`, `)}`,
  )
  return found.map((r) => ({ values: by.map((d, i) => wordOf(d, r[`v${i}`] ?? null)), count: r.count }))
}

/** Số người theo từng giá trị của một bộ lọc. Units and places by id. */
export type FacetCounts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>

/** Columns that are counted, by facet. Few values each: counted together, every combination once. */
const FEW = [
  ['linh-vuc', 'sector'],
  ['tuoi', 'band'],
  ['gioi', 'sex'],
  ['trinh-do', 'degree'],
  ['doi-tuong', 'category'],
  ['xac-minh', 'level'],
  ['ho-so', 'quality'],
] as const
/** Many values each: counted one by one. */
const MANY_VALUES = [
  ['don-vi', 'unit_id'],
  ['dia-ban', 'place_unit'],
] as const

type Counted = { readonly count: number } & Readonly<Record<string, string | number | null>>

/** Counts of every facet under the conditions. */
export async function readFacets(tx: Tx, a: Asked): Promise<FacetCounts> {
  const counts: Record<string, { value: string; count: number }[]> = {}
  const few = await rows<Counted>(tx, combinations(tx, a))
  for (const [facet, column] of FEW) counts[facet] = summed(few, column)
  const many = await rows<Counted>(tx, unitsAndPlaces(tx, a))
  for (const [facet, column] of MANY_VALUES) counts[facet] = summed(many, column)
  return { ...counts, thieu: await gapCounts(tx, a) }
}

/** Sums by the values of a column, most first; null = not known, or not what the row is about. */
function summed(found: readonly Counted[], column: string): { value: string; count: number }[] {
  const sums = new Map<string, number>()
  for (const r of found) {
    const value = r[column] ?? null
    if (value !== null) sums.set(String(value), (sums.get(String(value)) ?? 0) + r.count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((x, y) => y.count - x.count || (x.value < y.value ? -1 : 1))
}

function combinations(tx: Tx, a: Asked): RawBuilder<Counted> {
  const { from } = foundSource(tx, a)
  const bands = sql.join(
    AGE_BANDS.map((b) => sql`when ${ageWhere(b, a.day)} then ${sql.lit(b)}`),
    sql` `,
  )
  return sql`select s.sector, case ${bands} end as band, s.sex, s.degree, s.category, s.level,
      case when s.completeness < 50 then 'duoi-50' when s.completeness < 80 then '50-79' else 'tu-80' end as quality, count(*) as count
    from ${from} group by 1, 2, 3, 4, 5, 6, 7`
}

function unitsAndPlaces(tx: Tx, a: Asked): RawBuilder<Counted> {
  const { from } = foundSource(tx, a)
  return sql`select s.unit_id, s.place_unit, count(*) as count from ${from} group by grouping sets ((s.unit_id), (s.place_unit))`
}

/** How many lack what: few sets of gaps occur, so the sets are counted before they are taken apart. */
function gapCounts(tx: Tx, a: Asked): Promise<{ value: string; count: number }[]> {
  const { from } = foundSource(tx, a)
  return rows(
    tx,
    sql`select g as value, sum(n) as count
        from (select p.gaps, count(*) as n from (select s.person_id from ${from}) h join people.person p on p.id = h.person_id group by 1) l,
          unnest(l.gaps) g group by 1 order by 2 desc, 1`,
  )
}

/** Totals above which counts of facets may be a minute old: counting a hundred thousand again after every change serves nobody. */
const MANY = 20_000

/** Counts of the facets, kept until somebody changes; of a long list that keeps changing they are made at most once a minute. */
export const facetCounts = (tx: Tx, a: Asked, total: number, now: Temporal.Instant): Promise<FacetCounts> => {
  const key = `people.facets:${keyOf(tx, a)}`
  const unchanged = () => shared(tx, ['people', 'organisations'], key, () => readFacets(tx, a))
  if (total <= MANY) return unchanged()
  return shared(tx, ['organisations'], `${key}:${Math.floor(now.epochMilliseconds / 60_000)}`, unchanged)
}
