/**
 * Đếm người của một ngày theo nhiều chiều, in one statement. The scope of the reader stands in the statement, so that indexes are
 * used; row level security repeats it. Who is known by a year of birth alone is counted within bounds.
 */
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { ids, type RawBuilder, row, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { AGE_BANDS, agesOf, bornBy } from '../rules/conditions.ts'
import { fitWhere, notOf } from './slice-conditions.ts'

/** Điều đếm: null = no such condition. */
export type CountAsked = {
  readonly day: Day
  /** As was known at this instant; null = as known now. */
  readonly known: Temporal.Instant | null
  readonly scope: Actor['scope']
  /** Only people who live and work in the territory. */
  readonly working: boolean
  /** Lowest rank of degree. */
  readonly degree: number | null
  readonly categories: readonly string[] | null
  readonly sectors: readonly string[] | null
  readonly areas: readonly string[] | null
  readonly leaderships: readonly string[] | null
  readonly professions: readonly string[] | null
  /** Chuẩn trình độ đào tạo, and phù hợp vị trí việc làm. */
  readonly training: readonly string[] | null
  readonly fit: readonly string[] | null
  /** Only people whose language suffices for work abroad. */
  readonly international: boolean
  /** Ids of the bodies they work in, and of the places they live in. */
  readonly bodies: readonly string[] | null
  readonly places: readonly string[] | null
  /** Ids of units outside of the territory: who is known to live there, or to work or else be kept there, is not counted. */
  readonly outside: readonly string[]
  /** Age in full years that has not been reached on the day. */
  readonly under: number | null
}

/** Everybody of the register who lives and works in the territory. */
export const everybody = (day: Day, known: Temporal.Instant | null, scope: Actor['scope']): CountAsked => ({
  day,
  known,
  scope,
  working: true,
  degree: null,
  categories: null,
  sectors: null,
  areas: null,
  leaderships: null,
  professions: null,
  training: null,
  fit: null,
  international: false,
  bodies: null,
  places: null,
  outside: [],
  under: null,
})

/** Chiều đếm. */
export type CountBy = 'place' | 'unit' | 'sector' | 'degree' | 'sex' | 'age' | 'area' | 'category' | 'keeper'

/** Một nhóm: values in the order of the dimensions, null = not known. */
export type CountRow = { readonly keys: readonly (string | null)[]; readonly low: number; readonly high: number }

type Sql = RawBuilder<unknown>
const and = (parts: readonly Sql[]): Sql => sql.join([...parts], sql` and `)

const COLUMNS: Readonly<Record<Exclude<CountBy, 'age'>, Sql>> = {
  place: sql`s.place_unit`,
  unit: sql`s.work_unit`,
  sector: sql`s.sector`,
  degree: sql`nullif(s.degree, 0)`,
  sex: sql`s.sex`,
  area: sql`s.area`,
  category: sql`s.category`,
  keeper: sql`s.unit_id`,
}

/** Conditions of a question on a row `s` of the slices. */
export const conditions = (a: CountAsked): Sql[] => [...held(a), ...marks(a)]

/** What holds on the day, of whom the reader may know. */
const held = ({ day, scope, outside }: CountAsked): Sql[] => [
  sql`s.from_day <= ${day}::date`,
  sql`s.to_day > ${day}::date`,
  ...(scope === 'all' ? [] : [sql`s.unit_id = any(${ids(scope)})`]),
  ...notOf(outside),
]

/** What is asked of a person besides. */
function marks(a: CountAsked): Sql[] {
  const parts: Sql[] = []
  const oneOf = (column: Sql, values: readonly string[] | null): void => {
    if (values !== null) parts.push(sql`${column} = any(${texts(values)})`)
  }
  if (a.working) parts.push(sql`s.working`)
  if (a.degree !== null) parts.push(sql`s.degree >= ${a.degree}::smallint`)
  oneOf(sql`s.category`, a.categories)
  oneOf(sql`s.sector`, a.sectors)
  oneOf(sql`s.area`, a.areas)
  oneOf(sql`s.leadership`, a.leaderships)
  oneOf(sql`s.profession`, a.professions)
  oneOf(sql`s.training`, a.training)
  if (a.fit !== null) parts.push(fitWhere(a.fit))
  if (a.international) parts.push(sql`s.international`)
  if (a.bodies !== null) parts.push(sql`s.work_unit = any(${ids(a.bodies)})`)
  if (a.places !== null) parts.push(sql`s.place_unit = any(${ids(a.places)})`)
  return parts
}

/** Age bands of a birth, by their place among `AGE_BANDS`: youngest first, so that one bound each is enough. */
const bandOf = (birth: Sql, day: Day): Sql =>
  sql`case ${sql.join(
    AGE_BANDS.map((band, i) => {
      const { to } = agesOf(band)
      return to === null
        ? sql`when ${birth} is not null then ${sql.lit(i)}`
        : sql`when ${birth} > ${bornBy(day, to)}::date then ${sql.lit(i)}`
    }),
    sql` `,
  )} end`

/** Rows that hold what was asked for: of now, or those that were known at the instant, whether they still hold or not. */
export const source = ({ known }: CountAsked): Sql =>
  known === null
    ? sql`people.slice s`
    : sql`(select ${KNOWN} from people.slice s where s.known_from <= ${known}
        union all select ${KNOWN} from people.slice_known s where s.known_from <= ${known} and s.known_to > ${known}) s`

const KNOWN = sql.raw(
  `s.unit_id, s.from_day, s.to_day, s.work_unit, s.place_unit, s.category, s.sector, s.area, s.working, s.degree, s.leadership, s.profession,
   s.training, s.fit, s.international, s.sex, s.birth, s.birth_last`,
)

/** At least and at most how many, by what is known of their births. */
function bounds(a: CountAsked): { may: Sql[]; sure: Sql[] } {
  if (a.under === null) return { may: [], sure: [] }
  const bound = bornBy(a.day, a.under)
  return { may: [sql`(s.birth_last is null or s.birth_last > ${bound}::date)`], sure: [sql`s.birth > ${bound}::date`] }
}

/**
 * Counts of several questions about one day and one reader, without dimensions, in one look at the people of that day; in the order
 * of the questions. What all of them ask narrows the look itself.
 */
export async function countTogether(tx: Tx, list: readonly CountAsked[]): Promise<{ low: number; high: number }[]> {
  const [first] = list
  if (first === undefined) return []
  const columns = list.flatMap((a, i) => {
    const { may, sure } = bounds(a)
    const all = [...marks(a), ...may]
    const filter = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`` : sql`filter (where ${and(parts)})`)
    return [
      sql`count(*) ${filter([...all, ...sure])} as ${sql.ref(`l${i}`)}`,
      sql`count(*) ${filter(all)} as ${sql.ref(`h${i}`)}`,
    ]
  })
  const working = list.every((a) => a.working) ? [sql`s.working`] : []
  const found = await row<Readonly<Record<string, number>>>(
    tx,
    sql`select ${sql.join(columns, sql`, `)} from ${source(first)} where ${and([...held(first), ...working])}`,
  )
  return list.map((_, i) => ({ low: found[`l${i}`] ?? 0, high: found[`h${i}`] ?? 0 }))
}

type Found = { readonly low: number; readonly high: number } & Readonly<Record<string, string | number | null>>

/**
 * Counts of every combination of the dimensions that occurs. Somebody whose birth is not known to the day counts as low where it is
 * certain and as high where it may be; somebody without a birth may be of any age that a condition asks for.
 */
export async function countPeople(tx: Tx, a: CountAsked, by: readonly CountBy[]): Promise<CountRow[]> {
  const split = by.includes('age')
  const columns = by.map(
    (d, i) => sql`${d === 'age' ? bandOf(sql`s.birth`, a.day) : COLUMNS[d]} as ${sql.ref(`v${i}`)}`,
  )
  const youngest = sql`case when s.birth_last > s.birth then ${bandOf(sql`s.birth_last`, a.day)} end as youngest`
  const all = split ? [...columns, youngest] : columns
  const groups =
    all.length === 0
      ? sql``
      : sql`group by ${sql.join(
          all.map((_, i) => sql.lit(i + 1)),
          sql`, `,
        )}`
  const { may, sure: certain } = bounds(a)
  const sure = certain.length === 0 ? sql`count(*)` : sql`count(*) filter (where ${and(certain)})`
  const found = await rows<Found>(
    tx,
    sql`select ${sql.join([...all, sql`${sure} as low`, sql`count(*) as high`], sql`, `)} from ${source(a)}
        where ${and([...conditions(a), ...may])} ${groups}`,
  )
  const read = found.map((r) => ({
    keys: by.map((d, i) => keyOf(d, r[`v${i}`] ?? null)),
    low: r.low,
    high: r.high,
    youngest: keyOf('age', r.youngest ?? null),
  }))
  return split ? spread(read, by.indexOf('age')) : read.map(({ youngest: _, ...r }) => r)
}

/** Who may be of two age bands, or of more, is certainly of none of them: low in none, high in each. */
function spread(found: readonly (CountRow & { readonly youngest: string | null })[], at: number): CountRow[] {
  const sums = new Map<string, { keys: (string | null)[]; low: number; high: number }>()
  const add = (keys: (string | null)[], low: number, high: number): void => {
    const key = JSON.stringify(keys)
    const sum = sums.get(key) ?? { keys, low: 0, high: 0 }
    sums.set(key, { keys, low: sum.low + low, high: sum.high + high })
  }
  for (const { keys, low, high, youngest } of found) {
    const oldest = keys[at] ?? null
    if (oldest === youngest || oldest === null || youngest === null) add([...keys], low, high)
    else for (const band of AGE_BANDS.slice(indexOf(youngest), indexOf(oldest) + 1)) add(keys.with(at, band), 0, high)
  }
  return [...sums.values()]
}

const indexOf = (band: string): number => (AGE_BANDS as readonly string[]).indexOf(band)

const keyOf = (d: CountBy, value: string | number | null): string | null =>
  value === null ? null : d === 'age' ? (AGE_BANDS[Number(value)] ?? null) : String(value)

/** Whether there is any dossier at all, within the reader's rights. */
export const holdsAnybody = async (tx: Tx): Promise<boolean> =>
  (await row<{ there: boolean }>(tx, sql`select exists (select 1 from people.slice) as there`)).there
