/** Ghi mục tiêu: the only SQL that writes the schema `goals`. Every new version supersedes the one in force. */

import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { json, maybeRow, type RawBuilder, range, run, sql } from '../../platform/database/sql.ts'
import type { Outline } from './rules/outlines.ts'
import type { Cause, Path, Share } from './words.ts'

const by = (ctx: Ctx): RawBuilder<unknown> => sql`${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}`

/** Keeps a path; the one before stays, superseded. */
export async function savePath(
  ctx: Ctx,
  indicatorId: string,
  p: Path & { baseSource: string; document: string },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`update goals.path set superseded_at = ${ctx.now} where indicator_id = ${indicatorId} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into goals.path (id, indicator_id, kind, base_on, base_value, base_source, milestones, document, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${indicatorId}, ${p.kind}, ${p.base.on}, ${p.base.value}, ${p.baseSource}, ${json(p.milestones)}, ${p.document}, ${by(ctx)})`,
  )
  return id
}

/** Keeps how a milestone is shared out; what was shared out before for that year stays, superseded. */
export async function saveCascade(
  ctx: Ctx,
  indicatorId: string,
  c: { year: number; milestone: number; reason: string; document: string; shares: readonly Share[] },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`update goals.cascade set superseded_at = ${ctx.now} where indicator_id = ${indicatorId} and year = ${c.year} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into goals.cascade (id, indicator_id, year, milestone, reason, document, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${indicatorId}, ${c.year}, ${c.milestone}, ${c.reason}, ${c.document}, ${by(ctx)})`,
  )
  await run(
    ctx.tx,
    sql`insert into goals.share (cascade_id, unit_id, value)
        select ${id}::uuid, "unitId", value from jsonb_to_recordset(${json(c.shares)}) as x("unitId" uuid, value numeric)`,
  )
  return id
}

/** Keeps an explanation; what the body said before for that year stays, superseded. */
export async function saveExplanation(
  ctx: Ctx,
  indicatorId: string,
  e: { year: number; unitId: string; cause: Cause; body: string; remedy: string },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`update goals.explanation set superseded_at = ${ctx.now}
        where indicator_id = ${indicatorId} and year = ${e.year} and unit_id = ${e.unitId} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into goals.explanation (id, indicator_id, year, unit_id, cause, body, remedy, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${indicatorId}, ${e.year}, ${e.unitId}, ${e.cause}, ${e.body}, ${e.remedy}, ${by(ctx)})`,
  )
  return id
}

/** Keeps a map of places. */
export async function saveOutlines(
  ctx: Ctx,
  m: {
    kind: 'district' | 'commune'
    title: string
    credit: string
    from: Day
    to: Day | null
    shapes: readonly Outline[]
  },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into goals.outline (id, kind, title, credit, valid, shapes, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${m.kind}, ${m.title}, ${m.credit}, ${range({ from: m.from, to: m.to })}, ${json(m.shapes)}, ${by(ctx)})`,
  )
  return id
}

/** Takes a map out of use; its title, or null when it was not in use. */
export async function endOutlines(ctx: Ctx, id: string): Promise<string | null> {
  const ended = await maybeRow<{ title: string }>(
    ctx.tx,
    sql`update goals.outline set superseded_at = ${ctx.now} where id = ${id} and superseded_at is null and province = platform.province() returning title`,
  )
  return ended?.title ?? null
}
