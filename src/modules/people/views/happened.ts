/**
 * Đếm việc đã xảy ra với người của cơ quan trong một khoảng ngày. It goes from the people of the bodies to their entries, so that the
 * cost is that of the bodies asked for, whatever the size of the register. What an entry does not say widens the count: low leaves
 * such people out, high takes them in. Everything is within the scope of the reader; row level security repeats it.
 */
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { ids, json, type RawBuilder, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { retiringBirths } from '../rules/retirement.ts'

/** Việc được đếm. */
export type Happening = 'arrival' | 'leaving' | 'appointment' | 'award' | 'attraction' | 'retirement'

/** Điều được hỏi: both days count. Null = no such condition. */
export type HappenedAsked = {
  readonly from: Day
  readonly to: Day
  readonly scope: Actor['scope']
  /** Bodies with all below them. */
  readonly bodies: readonly string[] | null
  /** Units that are no part of the territory counted: what happened there is left out. */
  readonly outside: readonly string[]
  /** Lowest rank of the highest degree on the day. */
  readonly degree: number | null
  /** Age in full years not reached on the day. */
  readonly under: number | null
  /** Reasons of leaving (codes of `ly-do-ket-thuc`). */
  readonly reasons: readonly string[] | null
  /** Only awards decided by the province or above. */
  readonly provincial: boolean
}

type Sql = RawBuilder<unknown>

/** Who decides at the province or above, as authorities are written. */
const PROVINCIAL =
  '(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd) (tỉnh|thành phố)|tỉnh ủy|thành ủy|thủ tướng|chủ tịch nước|chính phủ|bộ trưởng|quốc hội|trung ương'

/** Days and people of each kind of happening, and whether it is certain: columns person, on_day, sure. */
const SOURCES: Readonly<Record<Happening, (a: HappenedAsked) => Sql>> = {
  arrival: (a) => sql`
    select s.person_id as person, s.from_day as on_day, true as sure from people.slice s
    where s.from_day between ${a.from}::date and ${a.to}::date and s.working and ${at(a, sql`s`)}
      and not exists (select 1 from people.slice q where q.person_id = s.person_id and q.to_day = s.from_day and q.working and ${worksAt(a, sql`q`)})
      and not exists (select 1 from people.fact f where f.person_id = s.person_id and f.grp = 'post' and f.superseded_at is null
        and upper(f.valid) = s.from_day and f.data->>'reason' = 'sap-nhap')`,
  leaving: (a) => sql`
    select s.person_id as person, s.to_day as on_day, (f.data->>'reason') is not null as sure from people.slice s
    join people.fact f on f.person_id = s.person_id and f.grp = 'post' and f.slot = 'post:main' and f.superseded_at is null and f.level >= 0
      and upper(f.valid) = s.to_day
    where s.to_day between ${a.from}::date and ${a.to}::date and ${at(a, sql`s`)}
      and case when f.data->>'reason' is null
        then not exists (select 1 from people.slice q where q.person_id = s.person_id and q.from_day = s.to_day and q.working and q.work_unit is not null)
        else ${a.reasons === null ? sql`true` : sql`f.data->>'reason' = any(${texts(a.reasons)})`} end`,
  appointment: (a) => sql`
    select s.person_id as person, s.from_day as on_day, true as sure from people.slice s
    where s.from_day between ${a.from}::date and ${a.to}::date and s.leadership <> 'khong' and ${at(a, sql`s`)}
      and not exists (select 1 from people.slice q where q.person_id = s.person_id and q.to_day = s.from_day and q.leadership = s.leadership)`,
  award: (a) => sql`
    select s.person_id as person, lower(f.valid) as on_day, ${a.provincial ? sql`coalesce(f.data->>'authority', '') <> ''` : sql`true`} as sure
    from people.slice s join people.fact f on f.person_id = s.person_id and f.grp = 'award' and f.superseded_at is null and f.level >= 0
      and lower(f.valid) >= s.from_day and lower(f.valid) < s.to_day
    where lower(f.valid) between ${a.from}::date and ${a.to}::date and ${at(a, sql`s`)}
      ${a.provincial ? sql`and (coalesce(f.data->>'authority', '') = '' or f.data->>'authority' ~* ${PROVINCIAL})` : sql``}`,
  attraction: (a) => sql`
    select s.person_id as person, lower(f.valid) as on_day, true as sure
    from people.slice s join people.fact f on f.person_id = s.person_id and f.grp = 'talent' and f.superseded_at is null and f.level >= 0
      and lower(f.valid) >= s.from_day and lower(f.valid) < s.to_day
    where lower(f.valid) between ${a.from}::date and ${a.to}::date and ${at(a, sql`s`)}`,
  // Who works now and reaches the age in the days asked for. A birth known by its year alone counts from 1 January, so it is not sure.
  retirement: (a) => sql`
    select s.person_id as person, r.on_day, coalesce(s.birth_last, s.birth) = s.birth as sure from people.slice s
    join jsonb_to_recordset(${json(retiringBirths(a.from, a.to))}) as r(sex text, born_from date, born_to date, on_day date)
      on r.sex = s.sex and s.birth between r.born_from and r.born_to
    where s.to_day >= date '9999-12-31' and s.working and ${at(a, sql`s`)}`,
}

const worksAt = (a: HappenedAsked, s: Sql): Sql =>
  a.bodies === null
    ? sql`${s}.work_unit is not null and not ${s}.work_unit = any(${ids(a.outside)})`
    : sql`${s}.work_unit = any(${ids(a.bodies.filter((id) => !a.outside.includes(id)))})`

/** Slices of people of the bodies, of whom the reader may know. */
const at = (a: HappenedAsked, s: Sql): Sql =>
  sql`${worksAt(a, s)} ${a.scope === 'all' ? sql`` : sql`and ${s}.unit_id = any(${ids(a.scope)})`}`

/** The happenings that were asked for, with what is known of the people on the day: columns person, on_day, certain. */
function happened(what: Happening, a: HappenedAsked): Sql {
  const bound = sql`(h.on_day - make_interval(years => ${a.under ?? 0}::int))::date`
  const young = a.under === null ? sql`true` : sql`coalesce(d.birth > ${bound}, false)`
  const mayBeYoung = a.under === null ? sql`true` : sql`(d.birth_last is null or d.birth_last > ${bound})`
  const learned = a.degree === null ? sql`true` : sql`d.degree >= ${a.degree}::smallint`
  return sql`select h.person, h.on_day, h.sure and ${young} as certain from (${SOURCES[what](a)}) h
    join lateral (select x.birth, x.birth_last, x.degree from people.slice x where x.person_id = h.person
      and x.from_day <= h.on_day and x.to_day >= h.on_day order by x.from_day desc limit 1) d on true
    where ${learned} and ${mayBeYoung}`
}

/** People to whom it happened, each once: at least and at most, for each question in its order; one statement for all. */
export async function countHappened(
  tx: Tx,
  what: Happening,
  list: readonly HappenedAsked[],
): Promise<{ low: number; high: number }[]> {
  const each = list.map(
    (a, i) =>
      sql`select ${i}::int as at, count(distinct e.person) filter (where e.certain) as low, count(distinct e.person) as high
          from (${happened(what, a)}) e`,
  )
  const found = each.length === 0 ? [] : await rows<Count>(tx, sql`${sql.join(each, sql` union all `)} order by 1`)
  return found.map(({ low, high }) => ({ low, high }))
}

type Count = { readonly at: number; readonly low: number; readonly high: number }

/** Người phía sau một con số. */
export type HappenedTo = { readonly code: string; readonly name: string; readonly on: Day; readonly certain: boolean }

/** People behind such a count, by name; `limit` = at most so many. */
export const happenedTo = (tx: Tx, what: Happening, a: HappenedAsked, limit: number): Promise<HappenedTo[]> =>
  rows<HappenedTo>(
    tx,
    sql`select p.code, p.name, min(e.on_day) as on, bool_or(e.certain) as certain from (${happened(what, a)}) e
        join people.person p on p.id = e.person group by p.id order by p.name_sort, p.id limit ${limit}`,
  )
