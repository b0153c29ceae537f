/** Ghi số liệu thống kê: the only SQL that writes the schema `cells`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { json, row, run, sql } from '../../platform/database/sql.ts'
import { totalsOf } from './rules/release.ts'
import type { Cell, OverlapBasis, Population, ReleaseState, Source } from './words.ts'

/** Keeps a new source; its code is the next free one. */
export async function insertSource(
  ctx: Ctx,
  s: { unitId: string; population: Population; title: string },
): Promise<Source> {
  return row<Source>(
    ctx.tx,
    sql`insert into cells.source (id, unit_id, population, title) values (${ctx.newId()}, ${s.unitId}, ${s.population}, ${s.title})
        returning id, code, unit_id as "unitId", population, title`,
  )
}

/** Bản số liệu sắp lưu. */
export type NewRelease = {
  readonly sourceId: string
  readonly asOf: Day
  readonly version: number
  readonly state: ReleaseState
  readonly document: string
  readonly reason: string
}

/** Keeps a version with its cells. Answers its id. */
export async function insertRelease(ctx: Ctx, r: NewRelease, cells: readonly Cell[]): Promise<string> {
  const id = ctx.newId()
  const { total, graduates } = totalsOf(cells)
  await run(
    ctx.tx,
    sql`insert into cells.release (id, source_id, as_of, version, state, document, reason, total, graduates, recorded_at, recorded_by,
          recorded_by_name)
        values (${id}, ${r.sourceId}, ${r.asOf}, ${r.version}, ${r.state}, ${r.document}, ${r.reason}, ${total}, ${graduates}, ${ctx.now},
          ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  await run(
    ctx.tx,
    sql`insert into cells.cell (release_id, ordinal, area, sector, field, degree, age_band, sex, place_id, body, count)
        select ${id}, ordinal, area, sector, field, degree, "ageBand", sex, "placeId", body, count
        from jsonb_to_recordset(${json(cells.map((c, ordinal) => ({ ...c, ordinal })))}) as x(ordinal int, area text, sector text,
          field text, degree text, "ageBand" text, sex text, "placeId" uuid, body text, count int)`,
  )
  return id
}

/** Takes the version in force out of it; false when somebody else has meanwhile. */
export const supersedeRelease = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update cells.release set superseded_at = ${ctx.now} where id = ${id} and superseded_at is null`,
  )) === 1

/** Mức trùng sắp lưu. */
export type NewOverlap = {
  readonly sourceId: string
  readonly against: string | null
  readonly from: Day
  readonly low: number
  readonly high: number
  readonly basis: OverlapBasis
  readonly evidence: string
}

/** Keeps an overlap; the one declared for the same day stays, marked superseded. */
export async function insertOverlap(ctx: Ctx, o: NewOverlap): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`update cells.overlap set superseded_at = ${ctx.now}
        where source_id = ${o.sourceId} and against is not distinct from ${o.against} and from_day = ${o.from} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into cells.overlap (id, source_id, against, from_day, low, high, basis, evidence, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${o.sourceId}, ${o.against}, ${o.from}, ${o.low}, ${o.high}, ${o.basis}, ${o.evidence}, ${ctx.now},
          ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return id
}
