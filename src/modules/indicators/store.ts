/** Ghi chỉ tiêu: the only SQL that writes schema `indicators`. */
import type { Ctx } from '../../platform/action.ts'
import { json, run, sql } from '../../platform/database/sql.ts'
import type { NewFigure } from './rules/record.ts'
import type { OfficialFigure, Target } from './words.ts'

/** Định nghĩa sắp lưu: one quantified goal of a plan. */
export type NewDefinition = Target & {
  readonly code: string
  readonly name: string
  readonly direction: 'up' | 'down'
  readonly goalText: string
}

/** Keeps what the quantified goals of a newly adopted plan measure, in the plan's order. */
export async function defineIndicators(
  ctx: Ctx,
  plan: { id: string; number: string },
  list: readonly NewDefinition[],
): Promise<void> {
  for (const [i, d] of list.entries()) {
    await run(
      ctx.tx,
      sql`insert into indicators.definition (id, plan_id, plan_number, position, code, name, unit, direction, goal_text,
            comparator, strict, target, target_high, by_year)
          values (${ctx.newId()}, ${plan.id}, ${plan.number}, ${i + 1}, ${d.code}, ${d.name}, ${d.unit}, ${d.direction}, ${d.goalText},
            ${d.comparator}, ${d.strict}, ${d.target}, ${d.targetHigh}, ${d.byYear})`,
    )
  }
}

/** Names the body that must supply the figures of an indicator; a body known only by its name has no unit. */
export async function nameCustodian(
  ctx: Ctx,
  planId: string,
  code: string,
  custodian: { unitId: string | null; name: string | null },
): Promise<void> {
  await run(
    ctx.tx,
    sql`update indicators.definition set custodian_unit = ${custodian.unitId}, custodian_name = ${custodian.name}, version = version + 1
        where plan_id = ${planId} and code = ${code}`,
  )
}

/** Keeps a figure; the one it takes the place of stays, marked superseded. */
export async function insertValue(
  ctx: Ctx,
  definitionId: string,
  f: NewFigure,
  supersedes: string | null,
): Promise<string> {
  if (supersedes !== null) {
    await run(
      ctx.tx,
      sql`update indicators.value set superseded_at = ${ctx.now} where id = ${supersedes} and superseded_at is null`,
    )
  }
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into indicators.value (id, definition_id, as_of, value, estimate, source, status, note, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${definitionId}, ${f.asOf}, ${f.value}, ${f.estimate}, ${f.source}, ${f.status}, ${f.note}, ${ctx.now},
          ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return id
}

/** Keeps official figures; one that the same source already gave for the same day is left as it is. Answers how many are new. */
export function insertOfficialFigures(ctx: Ctx, list: readonly OfficialFigure[]): Promise<number> {
  const given = list.map((f) => ({ ...f, id: ctx.newId() }))
  return run(
    ctx.tx,
    sql`insert into indicators.official_figure (id, quantity, territory, as_of, period, value, estimate, source, status, note,
          recorded_at, recorded_by, recorded_by_name)
        select id, quantity, territory, "asOf", period, value, estimate, source, status, note, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(given)}) as x(id uuid, quantity text, territory text, "asOf" date, period text, value numeric,
          estimate boolean, source text, status text, note text)
        on conflict on constraint one_figure_per_day_and_source do nothing`,
  )
}
