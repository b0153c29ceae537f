/**
 * Người được hỏi: the rows of people's slices that a list, a search or a figure asks for, as of a day. Every statement asks for the
 * scope of the reader itself, so that the index is used; row level security repeats it.
 */
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { ids, type RawBuilder, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { agesOf, bornBy, COMPLETENESS, type Facet } from '../rules/conditions.ts'
import { readSought, type Sought } from '../rules/name-query.ts'
import { fitWhere, notOf } from './slice-conditions.ts'

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
  /** Ids of units outside of the territory that the conditions name; none = no such condition. */
  readonly outside: readonly string[]
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
  parts.push(...notOf(a.outside))
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
const MANY_BEARERS = 10_000

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

/** What is asked for, by whom, as part of a key of what the process keeps. */
export const keyOf = (tx: Tx, a: Asked): string => `${scopeKey(tx, a.scope)}:${JSON.stringify([a.day, a.q, a.chosen])}`
