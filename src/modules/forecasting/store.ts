/** Ghi dự báo: the only SQL that writes the schema `forecasting`. */
import type { Ctx } from '../../platform/action.ts'
import { json, maybeRow, type RawBuilder, run, sql } from '../../platform/database/sql.ts'
import type { FanPoint, Method } from './words.ts'

const by = (ctx: Ctx): RawBuilder<unknown> => sql`${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}`

/** Keeps an assumption; the one before of the same kind and sector stays, superseded. */
export async function saveAssumption(
  ctx: Ctx,
  a: { kind: string; sector: string | null; value: number; sd: number; evidence: string },
): Promise<string> {
  const id = ctx.newId()
  await endAssumption(ctx, a.kind, a.sector)
  await run(
    ctx.tx,
    sql`insert into forecasting.assumption (id, kind, sector, value, sd, evidence, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${a.kind}, ${a.sector}, ${a.value}, ${a.sd}, ${a.evidence}, ${by(ctx)})`,
  )
  return id
}

/** Takes an assumption out of use; its value, or null when there was none. */
export async function endAssumption(ctx: Ctx, kind: string, sector: string | null): Promise<number | null> {
  const ended = await maybeRow<{ value: number }>(
    ctx.tx,
    sql`update forecasting.assumption set superseded_at = ${ctx.now}
        where province = platform.province() and kind = ${kind} and sector is not distinct from ${sector} and superseded_at is null
        returning value`,
  )
  return ended?.value ?? null
}

/** Keeps a scenario as it was computed. */
export async function saveScenario(
  ctx: Ctx,
  s: {
    title: string
    note: string
    levers: unknown
    model: unknown
    result: unknown
    modelDigest: string
    resultDigest: string
  },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into forecasting.scenario (id, title, note, levers, model, result, model_digest, result_digest, saved_at, saved_by, saved_by_name)
        values (${id}, ${s.title}, ${s.note}, ${json(s.levers)}, ${json(s.model)}, ${json(s.result)}, ${s.modelDigest}, ${s.resultDigest}, ${by(ctx)})`,
  )
  return id
}

/** Marks a scenario as part of the development plan; false when it is not there, set aside, or approved already. */
export async function approve(ctx: Ctx, id: string, act: string): Promise<boolean> {
  const done = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`update forecasting.scenario set approved_at = ${ctx.now}, approved_by_name = ${ctx.actor.name}, approved_act = ${act}
        where id = ${id} and province = platform.province() and approved_at is null and set_aside_at is null returning id`,
  )
  return done !== null
}

/** Sets a scenario aside: it leaves the lists, its figures stay. False when it is approved or not there. */
export async function setAside(ctx: Ctx, id: string): Promise<boolean> {
  const done = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`update forecasting.scenario set set_aside_at = ${ctx.now}
        where id = ${id} and province = platform.province() and approved_at is null and set_aside_at is null returning id`,
  )
  return done !== null
}

/** Keeps a forecast as it is given today; false when one was given for the day already. */
export async function issue(
  ctx: Ctx,
  f: {
    code: string
    givenOn: string
    method: Method
    points: readonly FanPoint[]
    chance: number | null
    targetYear: number | null
  },
): Promise<boolean> {
  const kept = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`insert into forecasting.issued (id, indicator_code, given_on, method, points, chance, target_year, recorded_at, recorded_by_name)
        values (${ctx.newId()}, ${f.code}, ${f.givenOn}, ${f.method}, ${json(f.points)}, ${f.chance}, ${f.targetYear}, ${ctx.now}, ${ctx.actor.name})
        on conflict (province, indicator_code, given_on) do nothing returning id`,
  )
  return kept !== null
}
