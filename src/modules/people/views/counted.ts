/**
 * Đếm người của một ngày theo nhiều chiều, in one statement. The scope of the reader stands in the statement, so that indexes are
 * used; row level security repeats it. Who is known by a year of birth alone is counted within bounds.
 */
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { ids, type RawBuilder, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { AGE_BANDS, agesOf, bornBy } from '../rules/conditions.ts'
import { ABROAD_OR_RETIRED } from '../rules/working.ts'

/** Điều đếm: null = no such condition. */
export type CountAsked = {
  readonly day: Day
  readonly scope: Actor['scope']
  /** Only people who live and work in the territory. */
  readonly working: boolean
  /** Lowest rank of degree. */
  readonly degree: number | null
  readonly categories: readonly string[] | null
  readonly sectors: readonly string[] | null
  readonly areas: readonly string[] | null
  readonly leaderships: readonly string[] | null
  /** Ids of the bodies they work in, and of the places they live in. */
  readonly bodies: readonly string[] | null
  readonly places: readonly string[] | null
  /** Age in full years that has not been reached on the day. */
  readonly under: number | null
}

/** Everybody of the register who lives and works in the territory. */
export const everybody = (day: Day, scope: Actor['scope']): CountAsked => ({
  day,
  scope,
  working: true,
  degree: null,
  categories: null,
  sectors: null,
  areas: null,
  leaderships: null,
  bodies: null,
  places: null,
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

function conditions(a: CountAsked): Sql[] {
  const parts: Sql[] = [sql`s.from_day <= ${a.day}::date`, sql`s.to_day > ${a.day}::date`]
  const oneOf = (column: Sql, values: readonly string[] | null): void => {
    if (values !== null) parts.push(sql`${column} = any(${texts(values)})`)
  }
  if (a.scope !== 'all') parts.push(sql`s.unit_id = any(${ids(a.scope)})`)
  if (a.working)
    parts.push(
      sql`coalesce(s.category, '') <> all(${texts(ABROAD_OR_RETIRED.categories)}) and coalesce(s.area, '') <> all(${texts(ABROAD_OR_RETIRED.areas)})`,
    )
  if (a.degree !== null) parts.push(sql`s.degree >= ${a.degree}::smallint`)
  oneOf(sql`s.category`, a.categories)
  oneOf(sql`s.sector`, a.sectors)
  oneOf(sql`s.area`, a.areas)
  oneOf(sql`s.leadership`, a.leaderships)
  if (a.bodies !== null) parts.push(sql`s.work_unit = any(${ids(a.bodies)})`)
  if (a.places !== null) parts.push(sql`s.place_unit = any(${ids(a.places)})`)
  return parts
}

/** Age bands of a birth, by their place among `AGE_BANDS`. */
const bandOf = (birth: Sql, day: Day): Sql =>
  sql`case ${sql.join(
    AGE_BANDS.map((band, i) => {
      const { from, to } = agesOf(band)
      const within = [
        ...(from === null ? [] : [sql`${birth} <= ${bornBy(day, from)}::date`]),
        ...(to === null ? [] : [sql`${birth} > ${bornBy(day, to)}::date`]),
      ]
      return sql`when ${and(within)} then ${sql.lit(i)}`
    }),
    sql` `,
  )} end`

type Found = { readonly low: number; readonly high: number } & Readonly<Record<string, string | number | null>>

/** Counts of every combination of the dimensions that occurs. */
export async function countPeople(tx: Tx, a: CountAsked, by: readonly CountBy[]): Promise<CountRow[]> {
  const columns = by.map(
    (d, i) => sql`${d === 'age' ? bandOf(sql`s.birth`, a.day) : COLUMNS[d]} as ${sql.ref(`v${i}`)}`,
  )
  const grouped =
    by.length === 0
      ? sql``
      : sql`group by ${sql.join(
          by.map((_, i) => sql.lit(i + 1)),
          sql`, `,
        )}`
  const young = a.under === null ? [] : [sql`(s.birth is null or s.birth > ${bornBy(a.day, a.under)}::date)`]
  const sure = a.under === null ? sql`count(*)` : sql`count(*) filter (where s.birth > ${bornBy(a.day, a.under)}::date)`
  const found = await rows<Found>(
    tx,
    sql`select ${sql.join([...columns, sql`${sure} as low`, sql`count(*) as high`], sql`, `)} from people.slice s
        where ${and([...conditions(a), ...young])} ${grouped}`,
  )
  return found.map((r) => ({ keys: by.map((d, i) => keyOf(d, r[`v${i}`] ?? null)), low: r.low, high: r.high }))
}

const keyOf = (d: CountBy, value: string | number | null): string | null =>
  value === null ? null : d === 'age' ? (AGE_BANDS[Number(value)] ?? null) : String(value)
