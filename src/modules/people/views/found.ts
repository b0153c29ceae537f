/**
 * Tìm người: ids, totals and counts of a list as of a day. Every statement asks for the scope of the reader itself, so that the
 * index is used; row level security repeats it. Order is total, so pages sum to the total.
 */
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { shared } from '../../../platform/database/kept.ts'
import { ids, type RawBuilder, row, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { AGE_BANDS, agesOf, bornBy, COMPLETENESS, type Facet, type SortBy } from '../rules/conditions.ts'
import { readSought, type Sought } from '../rules/name-query.ts'
import { fitWhere } from './slice-conditions.ts'

/** What a list asks for: conditions with their codes already turned into units. */
export type Asked = {
  readonly day: Day
  readonly scope: Actor['scope']
  readonly q: string
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** Ids of the managing bodies and of the places that the conditions name, with all below them. */
  readonly units: readonly string[] | null
  readonly places: readonly string[] | null
  /** Codes of the list `chuc-vu` that the conditions name, with those below them. */
  readonly leaderships: readonly string[] | null
  /** Codes of the list `nghe` with those below them, and ids of the bodies worked in. */
  readonly professions: readonly string[] | null
  readonly bodies: readonly string[] | null
}

type Sql = RawBuilder<unknown>
const and = (parts: readonly Sql[]): Sql => sql.join([...parts], sql` and `)
const or = (parts: readonly Sql[]): Sql => sql`(${sql.join([...parts], sql` or `)})`

/** Rows of `people.slice s` that hold on the day, within the scope and the conditions. */
export function sliceWhere(a: Asked): Sql {
  const parts: Sql[] = [sql`s.from_day <= ${a.day}::date`, sql`s.to_day > ${a.day}::date`]
  if (a.scope !== 'all') parts.push(sql`s.unit_id = any(${ids(a.scope)})`)
  if (a.units !== null) parts.push(sql`s.unit_id = any(${ids(a.units)})`)
  if (a.places !== null) parts.push(sql`s.place_unit = any(${ids(a.places)})`)
  if (a.leaderships !== null) parts.push(sql`s.leadership = any(${texts(a.leaderships)})`)
  if (a.professions !== null) parts.push(sql`s.profession = any(${texts(a.professions)})`)
  if (a.bodies !== null) parts.push(sql`s.work_unit = any(${ids(a.bodies)})`)
  const { chosen } = a
  const oneOf = (column: Sql, values: readonly string[] | undefined): void => {
    if (values !== undefined)
      parts.push(values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${texts(values)})`)
  }
  oneOf(sql`s.sector`, chosen['linh-vuc'])
  oneOf(sql`s.category`, chosen['doi-tuong'])
  oneOf(sql`s.title`, chosen['hoc-ham'])
  oneOf(sql`s.area`, chosen['khu-vuc'])
  oneOf(sql`s.training`, chosen.chuan)
  if (chosen['chuan-vi-tri'] !== undefined) parts.push(fitWhere(chosen['chuan-vi-tri']))
  if (chosen['ngoai-ngu'] !== undefined) parts.push(sql`s.international`)
  if (chosen['hien-trang'] !== undefined) parts.push(sql`s.working`)
  if (chosen['trinh-do'] !== undefined) parts.push(or(chosen['trinh-do'].map(degreeWhere)))
  if (chosen.gioi !== undefined)
    parts.push(or(chosen.gioi.map((g) => (g === 'chua-ro' ? sql`s.sex is null` : sql`s.sex = ${g}`))))
  if (chosen['xac-minh'] !== undefined) parts.push(sql`s.level = any(${chosen['xac-minh'].map(Number)}::smallint[])`)
  if (chosen['ho-so'] !== undefined)
    parts.push(
      or(
        chosen['ho-so'].map(
          (k) => sql`s.completeness between ${COMPLETENESS[k]?.from ?? 0} and ${COMPLETENESS[k]?.to ?? 100}`,
        ),
      ),
    )
  if (chosen.tuoi !== undefined) parts.push(or(chosen.tuoi.map((band) => ageWhere(band, a.day))))
  if (chosen.thieu !== undefined)
    parts.push(
      sql`exists (select 1 from people.person g where g.id = s.person_id and g.gaps @> ${texts(chosen.thieu)})`,
    )
  return and(parts)
}

const degreeWhere = (value: string): Sql =>
  value.startsWith('tu-')
    ? sql`s.degree >= ${Number(value.slice(3))}::smallint`
    : sql`s.degree = ${Number(value)}::smallint`

/** Who is of an age of the band on the day. */
export function ageWhere(band: string, day: Day): Sql {
  if (band === 'chua-ro') return sql`s.birth is null`
  const { from, to } = agesOf(band)
  return and([
    ...(from === null ? [] : [sql`s.birth <= ${bornBy(day, from)}::date`]),
    ...(to === null ? [] : [sql`s.birth > ${bornBy(day, to)}::date`]),
  ])
}

/** The rows asked for, as what follows `from`; of a name also how well it fits (`s.place`). */
export function foundSource(tx: Tx, a: Asked): { from: Sql; sought: Sought } {
  const sought = readSought(a.q)
  const where = sliceWhere(a)
  if (sought.kind === 'nothing') return { from: sql`people.slice s where ${where}`, sought }
  if (sought.kind === 'code')
    return {
      from: sql`people.slice s where s.person_id = (select p.id from people.person p where p.code = ${sought.code} limit 1) and ${where}`,
      sought,
    }
  if (sought.kind === 'number') {
    const digest = tx.vault.digest(`cccd|${sought.value}`)
    return {
      from: sql`people.slice s where s.person_id in (select i.person_id from people.identifier i where i.scheme = 'cccd' and i.digest = ${digest}
        and i.superseded_at is null) and ${where}`,
      sought,
    }
  }
  return { from: sql`${bearers(sought, a.day)} s where ${where}`, sought }
}

/** Bearers of a name above which their slices are joined at once instead of looked up one by one. */
const MANY_BEARERS = 1000

/**
 * Slices of those who bear the name, with how well it fits (`place`). The planner cannot know how many there are: each of the
 * two ways of reading stands ready, and the number found decides which one runs.
 */
function bearers(sought: Sought & { kind: 'name' }, day: Day): Sql {
  const onDay = sql`x.from_day <= ${day}::date and x.to_day > ${day}::date`
  return sql`(with n as materialized (
      select * from people.named(${sought.whole}::tsquery, ${sought.begun}::tsquery, ${sought.marked}, ${sought.plain}))
    select n.place, one.* from n cross join lateral (
      select * from people.slice x where x.person_id = n.person_id and ${onDay} limit 1) one
    where (select count(*) from n) <= ${sql.lit(MANY_BEARERS)}
    union all
    select n.place, x.* from n join people.slice x on x.person_id = n.person_id and ${onDay}
    where (select count(*) from n) > ${sql.lit(MANY_BEARERS)})`
}

/** The scope of a reader as part of a key. */
export const scopeKey = (tx: Tx, scope: Actor['scope']): string =>
  scope === 'all'
    ? 'all'
    : tx.vault
        .digest([...scope].sort().join())
        .toString('hex')
        .slice(0, 32)

const keyOf = (tx: Tx, a: Asked): string => `${scopeKey(tx, a.scope)}:${JSON.stringify([a.day, a.q, a.chosen])}`

const ORDERS: Readonly<Record<SortBy, Record<'asc' | 'desc', Sql>>> = {
  ten: { asc: sql`s.name_sort, s.person_id`, desc: sql`s.name_sort desc, s.person_id desc` },
  'nam-sinh': {
    asc: sql`s.birth nulls last, s.name_sort, s.person_id`,
    desc: sql`s.birth desc nulls last, s.name_sort, s.person_id`,
  },
  'cap-nhat': {
    asc: sql`(select p.changed_at from people.person p where p.id = s.person_id) desc, s.name_sort, s.person_id`,
    desc: sql`(select p.changed_at from people.person p where p.id = s.person_id), s.name_sort, s.person_id`,
  },
  khop: { asc: sql`s.place, s.name_sort, s.person_id`, desc: sql`s.place desc, s.name_sort desc, s.person_id desc` },
}

/** How a list is ordered and which part of it is shown. */
export type Part = {
  readonly sort: SortBy
  readonly direction: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

/** Ids of one page of a list, in order. */
export async function foundIds(tx: Tx, a: Asked, part: Part): Promise<string[]> {
  const { from, order } = orderedSource(tx, a, part)
  const found = await rows<{ id: string }>(
    tx,
    sql`select s.person_id as id from ${from} order by ${order} limit ${sql.raw(String(part.limit))} offset ${part.offset}`,
  )
  return found.map((r) => r.id)
}

function orderedSource(tx: Tx, a: Asked, part: Part): { from: Sql; order: Sql } {
  const { from, sought } = foundSource(tx, a)
  const sort = part.sort === 'khop' && sought.kind !== 'name' ? 'ten' : part.sort
  return { from, order: ORDERS[sort][part.direction] }
}

/** One page and how many there are in all. The total is kept as `foundCount` keeps it; where it is not yet, one reading gives both. */
export async function foundPage(tx: Tx, a: Asked, part: Part): Promise<{ ids: string[]; total: number }> {
  let ids: string[] | null = null
  const total = await keptCount(tx, a, async () => {
    if (!isNarrow(a)) return countOf(tx, a)
    const page = await pageWithTotal(tx, a, part)
    ids = page.ids
    return page.total
  })
  return { ids: ids ?? (await foundIds(tx, a, part)), total }
}

/** Conditions that leave a part that is soon read whole; a long list comes in order from its index, and is counted apart. */
const isNarrow = (a: Asked): boolean =>
  a.q !== '' || a.units !== null || a.places !== null || Object.keys(a.chosen).length > 1

async function pageWithTotal(tx: Tx, a: Asked, part: Part): Promise<{ ids: string[]; total: number }> {
  const { from, order } = orderedSource(tx, a, part)
  const found = await rows<{ id: string | null; total: number }>(
    tx,
    sql`with hit as materialized (select s.person_id, row_number() over (order by ${order}) as place from ${from})
        select h.person_id as id, t.total from (select count(*) as total from hit) t
          left join hit h on h.place > ${part.offset} and h.place <= ${part.offset + part.limit} order by h.place`,
  )
  return { ids: found.flatMap((r) => r.id ?? []), total: found[0]?.total ?? 0 }
}

/** Ids of the list by name, with the key of their order, after a key: how a machine reads all of it, however long it is. */
export async function foundAfter(
  tx: Tx,
  a: Asked,
  after: readonly [sort: string, id: string] | null,
  limit: number,
): Promise<{ id: string; sort: string }[]> {
  const { from } = foundSource(tx, a)
  const rest = after === null ? sql`` : sql`and (s.name_sort, s.person_id) > (${after[0]}, ${after[1]}::uuid)`
  return rows(
    tx,
    sql`select s.person_id as id, s.name_sort as sort from ${from} ${rest} order by s.name_sort, s.person_id limit ${sql.raw(String(limit))}`,
  )
}

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

/** How many the list holds. Kept by the process until somebody changes. */
export const foundCount = (tx: Tx, a: Asked): Promise<number> => keptCount(tx, a, () => countOf(tx, a))

const keptCount = (tx: Tx, a: Asked, count: () => Promise<number>): Promise<number> =>
  shared(tx, ['people', 'organisations'], `people.count:${keyOf(tx, a)}`, count)

async function countOf(tx: Tx, a: Asked): Promise<number> {
  const { from } = foundSource(tx, a)
  return (await row<{ n: number }>(tx, sql`select count(*) as n from ${from}`)).n
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

/** Words of names within the reader's rights, with marks, and how many bear them. */
export const nameWordsInUse = (tx: Tx, scope: Actor['scope']): Promise<readonly { word: string; count: number }[]> =>
  shared(tx, ['people'], `people.words:${scopeKey(tx, scope)}`, () =>
    rows(
      tx,
      sql`select w as word, count(*) as count from people.person p, unnest(string_to_array(p.name_marked, ' ')) w
          where p.merged_into is null and p.removed_at is null and w <> '|'
            and (${scope === 'all'} or p.unit_id = any(${ids(scope === 'all' ? [] : scope)}))
          group by 1`,
    ),
  )
