/** Xem chỉ tiêu: SQL reads for screens, commands and the modules below. */
import type { Day } from '../../kernel/day.ts'
import { yearOf } from '../../kernel/day.ts'
import { shared } from '../../platform/database/kept.ts'
import { rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import { newestFirst } from './rules/figures.ts'
import type {
  FormulaVersion,
  IndicatorDefinition,
  IndicatorValue,
  JudgedGoal,
  Judgement,
  KeptFigure,
  OfficialFigure,
  TargetComparator,
  ValueStatus,
} from './words.ts'

type DefinitionRow = {
  id: string
  plan_id: string
  plan_number: string
  territory_unit: string | null
  code: string
  name: string
  unit: string
  direction: 'up' | 'down'
  goal_text: string
  comparator: TargetComparator
  strict: boolean
  target: number
  target_high: number | null
  by_year: number | null
  custodian_unit: string | null
  custodian_name: string | null
  version: number
}

const definition = (r: DefinitionRow): IndicatorDefinition => ({
  id: r.id,
  planId: r.plan_id,
  planNumber: r.plan_number,
  territoryId: r.territory_unit,
  code: r.code,
  name: r.name,
  unit: r.unit,
  direction: r.direction,
  goalText: r.goal_text,
  comparator: r.comparator,
  strict: r.strict,
  target: r.target,
  targetHigh: r.target_high,
  byYear: r.by_year,
  custodianUnitId: r.custodian_unit,
  custodianName: r.custodian_name,
  version: r.version,
})

/** The indicators of the plan adopted last, in its order. */
export const definitions = (tx: Tx): Promise<IndicatorDefinition[]> =>
  shared(tx, ['indicators'], 'indicators.definitions', () => readDefinitions(tx))

async function readDefinitions(tx: Tx): Promise<IndicatorDefinition[]> {
  const found = await rows<DefinitionRow>(
    tx,
    sql`select id, plan_id, plan_number, territory_unit, code, name, unit, direction, goal_text, comparator, strict, target, target_high, by_year,
          custodian_unit, custodian_name, version
        from indicators.definition
        where plan_id = (select plan_id from indicators.definition where province = platform.province() order by id desc limit 1)
          and ended_on is null
        order by position`,
  )
  return found.map(definition)
}

type ValueRow = {
  id: string
  code: string
  as_of: Day
  value: number
  estimate: boolean
  source: string
  status: ValueStatus
  note: string
  recorded_at: Temporal.Instant
  recorded_by_name: string
  superseded_at: Temporal.Instant | null
}

const recorded = (r: ValueRow): IndicatorValue => ({
  id: r.id,
  code: r.code,
  year: yearOf(r.as_of),
  asOf: r.as_of,
  value: r.value,
  estimate: r.estimate,
  source: r.source,
  status: r.status,
  note: r.note,
  recordedAt: r.recorded_at,
  recordedBy: r.recorded_by_name,
  supersededAt: r.superseded_at,
})

/** Everything ever recorded for the indicators of these codes (of the plan adopted last), superseded figures included, newest first. */
export const recordedValues = (tx: Tx, codes: readonly string[]): Promise<IndicatorValue[]> =>
  shared(tx, ['indicators'], `indicators.recorded:${codes.join()}`, () => readRecorded(tx, codes))

async function readRecorded(tx: Tx, codes: readonly string[]): Promise<IndicatorValue[]> {
  const found = await rows<ValueRow>(
    tx,
    sql`select v.id, d.code, v.as_of, v.value, v.estimate, v.source, v.status, v.note, v.recorded_at, v.recorded_by_name, v.superseded_at
        from indicators.value v join indicators.definition d on d.id = v.definition_id
        where d.code = any (${texts(codes)}) and d.ended_on is null
          and d.plan_id = (select plan_id from indicators.definition where province = platform.province() order by id desc limit 1)`,
  )
  return newestFirst(found.map(recorded))
}

/** The figures that hold for days of `year`, newest first; an indicator without one is absent. */
export async function valuesOf(tx: Tx, codes: readonly string[], year: number): Promise<IndicatorValue[]> {
  return (await recordedValues(tx, codes)).filter((v) => v.year === year && v.supersededAt === null)
}

/** Chỉ tiêu, with everything recorded for it. */
export type IndicatorView = IndicatorDefinition & { readonly values: readonly IndicatorValue[] }

/** Every indicator with its figures. */
export async function indicatorViews(tx: Tx): Promise<IndicatorView[]> {
  const list = await definitions(tx)
  const values = await recordedValues(
    tx,
    list.map((d) => d.code),
  )
  return list.map((d) => ({ ...d, values: values.filter((v) => v.code === d.code) }))
}

type FigureRow = Omit<OfficialFigure, 'kept'> & KeptFigure

/** Every official figure ever recorded, corrected ones included, by quantity and territory, oldest first. */
export const everyFigure = (tx: Tx): Promise<OfficialFigure[]> =>
  shared(tx, ['indicators'], 'indicators.every-figure', async () => {
    const found = await rows<FigureRow>(
      tx,
      sql`select f.id, f.quantity, f.territory, f.as_of as "asOf", f.period, f.value, f.estimate, f.status, f.source, f.note, f.published,
            f.unit_id as "unitId", f.recorded_at as "recordedAt", f.recorded_by_name as "recordedBy",
            f.superseded_at as "supersededAt", c.reason as chosen
          from indicators.official_figure f left join indicators.figure_choice c on c.figure_id = f.id and c.superseded_at is null
          where f.province = platform.province() order by f.quantity, f.territory, f.as_of, f.source, f.recorded_at`,
    )
    return found.map(({ id, published, unitId, recordedAt, recordedBy, supersededAt, chosen, ...f }) => ({
      ...f,
      kept: { id, published, unitId, recordedAt, recordedBy, supersededAt, chosen },
    }))
  })

/** The dated series as it stands now. */
export const recordedFigures = async (tx: Tx): Promise<OfficialFigure[]> =>
  (await everyFigure(tx)).filter((f) => (f.kept?.supersededAt ?? null) === null)

/** Every version of every formula of the plan adopted last, superseded ones included, newest first within an indicator. */
export const formulas = (tx: Tx): Promise<FormulaVersion[]> =>
  shared(tx, ['indicators'], 'indicators.formulas', () =>
    rows<FormulaVersion>(
      tx,
      sql`select f.id, f.definition_id as "definitionId", f.no, f.valid, f.meaning, f.source, f.time, f.expr, f.ended, f.unit, f.numerator,
            f.denominator, f.base, f.splits, f.beside, f.custodian, f.ground, f.reason, f.recorded_at as "recordedAt",
            f.recorded_by_name as "recordedBy", f.superseded_at as "supersededAt"
          from indicators.formula f join indicators.definition d on d.id = f.definition_id
          where d.ended_on is null
            and d.plan_id = (select plan_id from indicators.definition where province = platform.province() order by id desc limit 1)
          order by f.definition_id, f.recorded_at desc, lower(f.valid) desc, f.id`,
    ),
  )

type JudgedRow = Omit<JudgedGoal, 'judgements'>

/** The goals without a figure of the plan adopted last, in its order, with every judgement ever made. */
export const judgedGoals = (tx: Tx): Promise<JudgedGoal[]> =>
  shared(tx, ['indicators'], 'indicators.judged-goals', async () => {
    const goals = await rows<JudgedRow>(
      tx,
      sql`select id, code, goal_text as text, by_year as "byYear", meaning, custodian, ground,
            case when gone_from is not null then jsonb_build_object('from', gone_from, 'act', gone_act) end as gone
          from indicators.judged_goal
          where ended_on is null and province = platform.province()
            and plan_id = (select plan_id from indicators.judged_goal where province = platform.province() order by id desc limit 1)
          order by position`,
    )
    const said = await rows<Judgement>(
      tx,
      sql`select j.id, j.goal_id as "goalId", j.as_of as "asOf", j.verdict, j.body as text, j.source, j.recorded_at as "recordedAt",
            j.recorded_by_name as "recordedBy", j.superseded_at as "supersededAt"
          from indicators.judgement j join indicators.judged_goal g on g.id = j.goal_id
          where g.province = platform.province() order by j.as_of desc, j.superseded_at desc nulls first, j.id`,
    )
    const byGoal = Map.groupBy(said, (j) => j.goalId)
    return goals.map((g) => ({ ...g, judgements: byGoal.get(g.id) ?? [] }))
  })
