/** Ghi chỉ tiêu: the only SQL that writes schema `indicators`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { ids, json, range, rows, run, sql, texts } from '../../platform/database/sql.ts'
import type { NewFigure } from './rules/record.ts'
import type { FormulaVersion, OfficialFigure, Target } from './words.ts'

/** Định nghĩa sắp lưu: one quantified goal of a plan. */
export type NewDefinition = Target & {
  readonly code: string
  readonly name: string
  readonly direction: 'up' | 'down'
  readonly goalText: string
}

/** Thay đổi của một chỉ tiêu: the code it had (null = new), what it is now (null = its goal ended, or gives no figure any more). */
export type IndicatorChange = {
  readonly from: string | null
  readonly to: NewDefinition | null
  readonly position: number
}

/** Keeps the definitions: new ones, changed ones under their new code and target, and the end of those that ended on `day`. */
export async function keepDefinitions(
  ctx: Ctx,
  plan: { id: string; number: string; territoryId: string },
  list: readonly IndicatorChange[],
  day: Day,
): Promise<void> {
  const codes = texts(list.flatMap((c) => (c.from === null ? [] : [c.from])))
  const before = await rows<{ id: string; code: string }>(
    ctx.tx,
    sql`select id, code from indicators.definition where plan_id = ${plan.id} and ended_on is null and code = any (${codes})`,
  )
  const idOf = new Map(before.map((b) => [b.code, b.id]))
  // Codes may change places: none may stand in the way of another while they move.
  await run(
    ctx.tx,
    sql`update indicators.definition set code = '~' || id where plan_id = ${plan.id} and ended_on is null and code = any (${codes})`,
  )
  for (const { from, to, position } of list) {
    const known = from === null ? undefined : idOf.get(from)
    if (to === null && known !== undefined) {
      await run(
        ctx.tx,
        sql`update indicators.definition set code = ${from}, ended_on = ${day}, version = version + 1 where id = ${known}`,
      )
    } else if (to !== null && known !== undefined) {
      await run(
        ctx.tx,
        sql`update indicators.definition set code = ${to.code}, name = ${to.name}, unit = ${to.unit}, direction = ${to.direction},
              goal_text = ${to.goalText}, comparator = ${to.comparator}, strict = ${to.strict}, target = ${to.target},
              target_high = ${to.targetHigh}, by_year = ${to.byYear}, position = ${position}, version = version + 1
            where id = ${known}`,
      )
    } else if (to !== null) {
      await run(
        ctx.tx,
        sql`insert into indicators.definition (id, plan_id, plan_number, territory_unit, position, code, name, unit, direction, goal_text,
              comparator, strict, target, target_high, by_year)
            values (${ctx.newId()}, ${plan.id}, ${plan.number}, ${plan.territoryId}, ${position}, ${to.code}, ${to.name}, ${to.unit}, ${to.direction},
              ${to.goalText}, ${to.comparator}, ${to.strict}, ${to.target}, ${to.targetHigh}, ${to.byYear})`,
      )
    }
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
        where plan_id = ${planId} and code = ${code} and ended_on is null`,
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
export function insertOfficialFigures(
  ctx: Ctx,
  list: readonly (OfficialFigure & { published?: Day | null; unitId?: string | null })[],
): Promise<number> {
  const given = list.map((f) => ({ ...f, id: ctx.newId() }))
  return run(
    ctx.tx,
    sql`insert into indicators.official_figure (id, quantity, territory, as_of, period, value, estimate, source, status, note,
          published, unit_id, recorded_at, recorded_by, recorded_by_name)
        select id, quantity, territory, "asOf", period, value, estimate, source, status, note, published, "unitId", ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(given)}) as x(id uuid, quantity text, territory text, "asOf" date, period text, value numeric,
          estimate boolean, source text, status text, note text, published date, "unitId" uuid)
        on conflict (province, quantity, territory, as_of, source) where superseded_at is null do nothing`,
  )
}

/** Cách tính sắp lưu. */
export type NewFormula = Omit<FormulaVersion, 'id' | 'recordedAt' | 'recordedBy' | 'supersededAt'>

/** Keeps a version of a formula. The database refuses two versions on one day. */
export async function insertFormula(ctx: Ctx, f: NewFormula): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into indicators.formula (id, definition_id, no, valid, meaning, source, time, expr, ended, unit, numerator, denominator,
          base, splits, beside, custodian, ground, reason, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${f.definitionId}, ${f.no}, ${range(f.valid)}, ${f.meaning}, ${f.source}, ${f.time},
          ${f.expr === null ? sql`null` : json(f.expr)}, ${f.ended}, ${f.unit}, ${f.numerator}, ${f.denominator}, ${f.base},
          ${texts(f.splits)}, ${texts(f.beside)}, ${f.custodian}, ${f.ground}, ${f.reason}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return id
}

/** From now on these versions are known to have been replaced; answers how many were still held. */
const supersedeFormulas = (ctx: Ctx, list: readonly string[]): Promise<number> =>
  run(
    ctx.tx,
    sql`update indicators.formula set superseded_at = ${ctx.now} where id = any (${ids(list)}) and superseded_at is null`,
  )

/** Later versions give way, the one in force is cut at the day: both stay as they were known until now. */
export async function makeRoom(ctx: Ctx, held: readonly FormulaVersion[], from: Day): Promise<void> {
  const touched = held.filter((f) => f.valid.to === null || f.valid.to > from)
  await supersedeFormulas(
    ctx,
    touched.map((f) => f.id),
  )
  for (const f of touched)
    if (f.valid.from < from) await insertFormula(ctx, { ...f, valid: { from: f.valid.from, to: from } })
}

/** Mục tiêu định tính sắp lưu; the id is that of the goal in its programme. */
export type NewJudgedGoal = {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly byYear: number | null
}

/** Keeps the goals without a figure as they stand in the plan now; those that are no longer in it end on `day`. */
export async function keepJudgedGoals(
  ctx: Ctx,
  planId: string,
  list: readonly NewJudgedGoal[],
  day: Day,
): Promise<void> {
  const given = list.map((g, i) => ({ ...g, position: i + 1 }))
  await run(
    ctx.tx,
    sql`update indicators.judged_goal set ended_on = ${day}
        where plan_id = ${planId} and ended_on is null and not id = any (${ids(list.map((g) => g.id))})`,
  )
  await run(
    ctx.tx,
    sql`update indicators.judged_goal set code = '~' || id where plan_id = ${planId} and ended_on is null`,
  )
  await run(
    ctx.tx,
    sql`insert into indicators.judged_goal (id, plan_id, position, code, goal_text, by_year)
        select id, ${planId}, position, code, text, "byYear"
        from jsonb_to_recordset(${json(given)}) as x(id uuid, position int, code text, text text, "byYear" int)
        on conflict (id) do update set code = excluded.code, position = excluded.position, goal_text = excluded.goal_text,
          by_year = excluded.by_year, ended_on = null`,
  )
}

/** How a goal without a figure is looked at, where nothing is said about it yet; answers whether it was not. */
export const describeJudgedGoal = (
  ctx: Ctx,
  goalId: string,
  said: { meaning: string; custodian: string; ground: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`update indicators.judged_goal set meaning = ${said.meaning}, custodian = ${said.custodian}, ground = ${said.ground}
        where id = ${goalId} and meaning = ''`,
  )

/** There is nothing to look at any more from the day on, by the act; said once. */
export const endJudgedGoal = (
  ctx: Ctx,
  planId: string,
  code: string,
  gone: { from: Day; act: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`update indicators.judged_goal set gone_from = ${gone.from}, gone_act = ${gone.act}
        where plan_id = ${planId} and code = ${code} and ended_on is null and gone_from is null`,
  )

/** Keeps a judgement; the one of the same day it takes the place of stays, superseded. */
export async function insertJudgement(
  ctx: Ctx,
  j: { goalId: string; asOf: Day; verdict: string; text: string; source: string },
): Promise<string> {
  await run(
    ctx.tx,
    sql`update indicators.judgement set superseded_at = ${ctx.now}
        where goal_id = ${j.goalId} and as_of = ${j.asOf} and superseded_at is null`,
  )
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into indicators.judgement (id, goal_id, as_of, verdict, body, source, recorded_at, recorded_by, recorded_by_name)
        values (${id}, ${j.goalId}, ${j.asOf}, ${j.verdict}, ${j.text}, ${j.source}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return id
}

/** From now on these official figures are known to have been corrected by their source. */
export const supersedeFigures = (ctx: Ctx, list: readonly string[]): Promise<number> =>
  run(
    ctx.tx,
    sql`update indicators.official_figure set superseded_at = ${ctx.now} where id = any (${ids(list)}) and superseded_at is null`,
  )

/** Says that a figure is the one to use; choices of the others about the same time are taken back. */
export async function insertChoice(
  ctx: Ctx,
  figureId: string,
  reason: string,
  instead: readonly string[],
): Promise<void> {
  await run(
    ctx.tx,
    sql`update indicators.figure_choice set superseded_at = ${ctx.now}
        where figure_id = any (${ids([figureId, ...instead])}) and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into indicators.figure_choice (id, figure_id, reason, recorded_at, recorded_by, recorded_by_name)
        values (${ctx.newId()}, ${figureId}, ${reason}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}
