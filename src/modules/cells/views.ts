/** Đọc số liệu thống kê, within the reader's rights: a body sees the sources it supplies. */
import type { Day } from '../../kernel/day.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { RegisterCount, SourceCounts } from './rules/coverage.ts'
import type { Cell, Overlap, Release, Source } from './words.ts'

const SOURCE = sql`s.id, s.code, s.unit_id as "unitId", s.population, s.title`
const RELEASE = sql`r.id, r.source_id as "sourceId", r.as_of as "asOf", r.version, r.state, r.document, r.reason, r.total, r.graduates,
  r.recorded_at as "recordedAt", r.recorded_by_name as "recordedBy", r.superseded_at as "supersededAt"`
const OVERLAP = sql`o.id, o.source_id as "sourceId", o.against, o.from_day as "from", o.low, o.high, o.basis, o.evidence,
  o.recorded_at as "recordedAt", o.recorded_by_name as "recordedBy", o.superseded_at as "supersededAt"`

/** All sources, by code. */
export const sources = (tx: Tx): Promise<Source[]> =>
  rows(tx, sql`select ${SOURCE} from cells.source s order by s.code`)

/** The source of a code, or null. */
export const findSource = (tx: Tx, code: string): Promise<Source | null> =>
  maybeRow(tx, sql`select ${SOURCE} from cells.source s where s.code = ${code}`)

/** Every version of the counts of a source, the newest day and version first. */
export const releasesOf = (tx: Tx, sourceId: string): Promise<Release[]> =>
  rows(
    tx,
    sql`select ${RELEASE} from cells.release r where r.source_id = ${sourceId} order by r.as_of desc, r.version desc`,
  )

type Known = Temporal.Instant | null

/** What was in force at an instant; null = what is now. */
const inForce = (version: 'r' | 'o', known: Known) =>
  known === null
    ? sql`${sql.ref(version)}.superseded_at is null`
    : sql`${sql.ref(version)}.recorded_at <= ${known} and (${sql.ref(version)}.superseded_at is null or ${sql.ref(version)}.superseded_at > ${known})`

/** For each source the counts that speak for `day`: the last ones in force at or before it, as known at an instant. */
export const releasesOn = (tx: Tx, day: Day, known: Known = null): Promise<Release[]> =>
  rows(
    tx,
    sql`select distinct on (r.source_id) ${RELEASE} from cells.release r
        where ${inForce('r', known)} and r.state <> 'rut' and r.as_of <= ${day}::date order by r.source_id, r.as_of desc`,
  )

/** Mức trùng in force on `day`, as known at an instant. */
export const overlapsOn = (tx: Tx, day: Day, known: Known): Promise<Overlap[]> =>
  rows(tx, sql`select ${OVERLAP} from cells.overlap o where ${inForce('o', known)} and o.from_day <= ${day}::date`)

/** Số đếm của các bản: every combination of marks, with the source and the day it is of. */
export type CountedCell = Omit<Cell, 'field' | 'body'> & { readonly source: Source; readonly asOf: Day }

/** Cells that speak for `day`, as known at an instant. */
export async function countedCells(tx: Tx, day: Day, known: Known): Promise<CountedCell[]> {
  const releases = await releasesOn(tx, day, known)
  if (releases.length === 0) return []
  const bySource = new Map((await sources(tx)).map((s) => [s.id, s]))
  const release = new Map(releases.map((r) => [r.id, r]))
  const found = await rows<Omit<CountedCell, 'source' | 'asOf'> & { releaseId: string }>(
    tx,
    sql`select release_id as "releaseId", area, sector, degree, age_band as "ageBand", sex, place_id as "placeId", sum(count)::bigint as count
        from cells.cell where release_id = any (${ids([...release.keys()])}) group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
  )
  return found.flatMap(({ releaseId, ...c }) => {
    const r = release.get(releaseId)
    const source = r === undefined ? undefined : bySource.get(r.sourceId)
    return r === undefined || source === undefined ? [] : [{ ...c, source, asOf: r.asOf }]
  })
}

/** Cells of a version, in the order they were given. */
export const cellsOf = (tx: Tx, releaseId: string): Promise<Cell[]> =>
  rows(
    tx,
    sql`select area, sector, field, degree, age_band as "ageBand", sex, place_id as "placeId", body, count
        from cells.cell where release_id = ${releaseId} order by ordinal`,
  )

/** Counts of the sources that speak for `day`, by area, sector and degree. */
export async function sourceCountsOn(tx: Tx, day: Day): Promise<SourceCounts[]> {
  const releases = await releasesOn(tx, day)
  if (releases.length === 0) return []
  const all = await sources(tx)
  const counts = await rows<SourceCounts['counts'][number] & { releaseId: string }>(
    tx,
    sql`select release_id as "releaseId", area, sector, degree, sum(count)::bigint as count from cells.cell
        where release_id = any (${ids(releases.map((r) => r.id))}) group by release_id, area, sector, degree
        order by release_id, area, sector, degree`,
  )
  return all.flatMap((source) => {
    const release = releases.find((r) => r.sourceId === source.id)
    if (release === undefined) return []
    const own = counts.filter((c) => c.releaseId === release.id).map(({ releaseId: _, ...c }) => c)
    return [{ source, asOf: release.asOf, counts: own }]
  })
}

/** Overlaps of a source, or of all; those superseded too, newest first. */
export const overlapsOf = (tx: Tx, sourceId: string | null = null): Promise<Overlap[]> =>
  rows(
    tx,
    sql`select ${OVERLAP} from cells.overlap o
        where ${sourceId}::uuid is null or o.source_id = ${sourceId}::uuid or o.against = ${sourceId}::uuid
        order by o.from_day desc, o.recorded_at desc`,
  )

/** Graduates of the register on `day`, by what coverage asks for. */
export const registerCounts = (tx: Tx, day: Day, graduate: number): Promise<RegisterCount[]> =>
  rows(
    tx,
    sql`select sector, area, category, unit_id as "unitId", count(*)::bigint as count from people.slice
        where from_day <= ${day}::date and ${day}::date < to_day and degree >= ${graduate} group by sector, area, category, unit_id`,
  )
