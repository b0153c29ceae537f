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
  const { chosen } = a
  const oneOf = (column: Sql, values: readonly string[] | undefined): void => {
    if (values !== undefined)
      parts.push(values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${texts(values)})`)
  }
  oneOf(sql`s.sector`, chosen['linh-vuc'])
  oneOf(sql`s.category`, chosen['doi-tuong'])
  oneOf(sql`s.title`, chosen['hoc-ham'])
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

/** The rows asked for, as what follows `from`; of a name also how well it fits (`n.place`). */
export async function foundSource(tx: Tx, a: Asked): Promise<{ from: Sql; sought: Sought }> {
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
  const words = (await wholeWordsFind(tx, a, sought)) ? sought.whole : sought.begun
  return {
    from: sql`${named(sought, words)} n ${sliceOfEach(a.day)} where ${where}`,
    sought,
  }
}

/** One look-up a person: the planner takes a join for a reading of everybody, since it cannot know how few bear a name. */
const sliceOfEach = (day: Day): Sql =>
  sql`cross join lateral (select * from people.slice x where x.person_id = n.person_id and x.from_day <= ${day}::date
    and x.to_day > ${day}::date limit 1) s`

type NameSought = Sought & { kind: 'name' }
const named = (s: NameSought, words: string): Sql =>
  sql`people.named(${words}::tsquery, ${s.marked}, ${s.plain}, ${s.whole}::tsquery)`

/** Whole words first; only when they name nobody, the last one may be the beginning of a word. */
const wholeWordsFind = async (tx: Tx, a: Asked, s: NameSought): Promise<boolean> => {
  const key = `people.whole-words:${scopeKey(tx, a.scope)}:${s.whole}`
  return shared(tx, ['people'], key, async () => {
    const found = await row<{ there: boolean }>(tx, sql`select exists (select 1 from ${named(s, s.whole)}) as there`)
    return found.there
  })
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
  khop: { asc: sql`n.place, s.name_sort, s.person_id`, desc: sql`n.place desc, s.name_sort desc, s.person_id desc` },
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
  const { from, sought } = await foundSource(tx, a)
  const sort = part.sort === 'khop' && sought.kind !== 'name' ? 'ten' : part.sort
  const found = await rows<{ id: string }>(
    tx,
    sql`select s.person_id as id from ${from} order by ${ORDERS[sort][part.direction]} limit ${sql.raw(String(part.limit))} offset ${part.offset}`,
  )
  return found.map((r) => r.id)
}

/** Ids of the list by name, with the key of their order, after a key: how a machine reads all of it, however long it is. */
export async function foundAfter(
  tx: Tx,
  a: Asked,
  after: readonly [sort: string, id: string] | null,
  limit: number,
): Promise<{ id: string; sort: string }[]> {
  const { from } = await foundSource(tx, a)
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
  degree: sql`s.degree::text`,
  title: sql`s.title`,
  leadership: sql`s.leadership`,
  sex: sql`s.sex`,
  ageBand: null,
  unit: sql`s.unit_id::text`,
  place: sql`s.place_unit::text`,
} as const satisfies Readonly<Record<string, Sql | null>>

/** Một chiều đếm. */
export type Dimension = keyof typeof DIMENSIONS

/** Every dimension, for a list of choices. */
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as [Dimension, ...Dimension[]]

const dimension = (d: Dimension, day: Day): Sql =>
  DIMENSIONS[d] ??
  sql`case ${sql.join(
    AGE_BANDS.map((b) => sql`when ${ageWhere(b, day)} then ${sql.lit(b)}`),
    sql` `,
  )} end`

/** Số người theo mọi tổ hợp của các chiều, as of the day: values in the order of `by`, null = not known. */
export async function aggregatePeople(
  tx: Tx,
  a: Asked,
  by: readonly Dimension[],
): Promise<{ values: (string | null)[]; count: number }[]> {
  const { from } = await foundSource(tx, a)
  const columns = by.map((d) => dimension(d, a.day))
  return rows(
    tx,
    sql`select array[${sql.join(columns, sql`, `)}]::text[] as values, count(*) as count from ${from} group by 1`,
  )
}

/** How many the list holds. Kept by the process until somebody changes. */
export const foundCount = (tx: Tx, a: Asked): Promise<number> =>
  shared(tx, ['people', 'organisations'], `people.count:${keyOf(tx, a)}`, async () => {
    const { from } = await foundSource(tx, a)
    return (await row<{ n: number }>(tx, sql`select count(*) as n from ${from}`)).n
  })

/** Số người theo từng giá trị của một bộ lọc. Units and places by id. */
export type FacetCounts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>

/** Columns that are counted, by facet. */
const COUNTED: readonly (readonly [Facet, Sql])[] = [
  ['linh-vuc', sql`h.sector`],
  ['don-vi', sql`h.unit_id`],
  ['dia-ban', sql`h.place_unit`],
  ['tuoi', sql`h.band`],
  ['gioi', sql`h.sex`],
  ['trinh-do', sql`h.degree`],
  ['doi-tuong', sql`h.category`],
  ['xac-minh', sql`h.level`],
  ['ho-so', sql`h.quality`],
]

/** Counts of every facet under the conditions, in one pass. */
export async function readFacets(tx: Tx, a: Asked): Promise<FacetCounts> {
  const { from } = await foundSource(tx, a)
  const bands = sql.join(
    AGE_BANDS.map((b) => sql`when ${ageWhere(b, a.day)} then ${sql.lit(b)}`),
    sql` `,
  )
  const sets = sql.join(
    COUNTED.map(([, column]) => sql`(${column})`),
    sql`, `,
  )
  const value = sql.join(
    COUNTED.map(([, column]) => sql`${column}::text`),
    sql`, `,
  )
  const all = sql.join(
    COUNTED.map(([, column]) => column),
    sql`, `,
  )
  const found = await rows<{ which: number; value: string | null; count: number }>(
    tx,
    sql`select grouping(${all}) as which, coalesce(${value}) as value, count(*) as count
        from (select s.sector, s.unit_id, s.place_unit, s.sex, s.degree, s.category, s.level,
                case ${bands} end as band,
                case when s.completeness < 50 then 'duoi-50' when s.completeness < 80 then '50-79' else 'tu-80' end as quality
              from ${from}) h
        group by grouping sets (${sets})`,
  )
  const counts: Record<string, { value: string; count: number }[]> = {}
  for (const [i, [facet]] of COUNTED.entries()) {
    // Every bit is set but that of the column the row is about.
    const bit = (1 << COUNTED.length) - 1 - (1 << (COUNTED.length - 1 - i))
    counts[facet] = found
      .filter((r) => r.which === bit && r.value !== null)
      .map((r) => ({ value: r.value ?? '', count: r.count }))
      .sort((x, y) => y.count - x.count || (x.value < y.value ? -1 : 1))
  }
  const gaps = await rows<{ value: string; count: number }>(
    tx,
    sql`select g as value, count(*) as count from (select s.person_id from ${from}) h join people.person p on p.id = h.person_id,
          unnest(p.gaps) g group by 1 order by 2 desc, 1`,
  )
  return { ...counts, thieu: gaps }
}

/** Totals above which counts of facets may be a minute old: counting a hundred thousand again after every change serves nobody. */
const MANY = 20_000

/** Counts of the facets; of a long list they may be up to a minute old. */
export const facetCounts = (tx: Tx, a: Asked, total: number, now: Temporal.Instant): Promise<FacetCounts> => {
  const key = `people.facets:${keyOf(tx, a)}`
  return total > MANY
    ? shared(tx, ['organisations'], `${key}:${Math.floor(now.epochMilliseconds / 60_000)}`, () => readFacets(tx, a))
    : shared(tx, ['people', 'organisations'], key, () => readFacets(tx, a))
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
