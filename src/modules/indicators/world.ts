/** Bối cảnh của một lần tính: everything the indicators of a plan are computed from, read once. */
import { addDays, type Day, startOf } from '../../kernel/day.ts'
import { heldAt } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer } from '../../platform/measure.ts'
import { unitsByIds, unitsOutside } from '../organisations/public.ts'
import { officialFigures } from './official-figures.ts'
import { expanded } from './rules/expression.ts'
import type { Expr } from './rules/formula.ts'
import { formulaOn } from './rules/versions.ts'
import { definitions, everyFigure, formulas, recordedValues } from './views.ts'
import type { FormulaVersion, IndicatorDefinition, IndicatorValue, OfficialFigure } from './words.ts'

/** Bối cảnh của một lần tính, as of a day and as known at an instant. */
export type World = {
  /** Counts are of the whole territory, whoever asks: they are not personal. */
  readonly ctx: Ctx
  readonly measures: readonly Measure[]
  readonly asOf: Day
  readonly known: Day | null
  /** The instant of `known`: the end of that day. */
  readonly knownAt: Temporal.Instant | null
  readonly definitions: readonly IndicatorDefinition[]
  readonly formulas: readonly FormulaVersion[]
  readonly values: readonly IndicatorValue[]
  readonly figures: readonly OfficialFigure[]
  /** Name of the territory of the plan as figures have it; null = unknown. */
  readonly territory: string | null
  /** Its code in the register of units. */
  readonly territoryCode: string | null
  /** Units that are no part of that territory on the day. */
  readonly outside: readonly string[]
  /** What was asked of measures so far. */
  readonly asked: Map<string, Promise<MeasureAnswer>>
}

/** Reads what a value of any indicator needs. */
export async function openWorld(
  ctx: Ctx,
  measures: readonly Measure[],
  { asOf, known }: { asOf: Day; known: Day | null },
): Promise<World> {
  const list = await definitions(ctx.tx)
  const values = await recordedValues(
    ctx.tx,
    list.map((d) => d.code),
  )
  const territoryId = list.find((d) => d.territoryId !== null)?.territoryId ?? null
  const territory = territoryId === null ? undefined : (await unitsByIds(ctx.tx, [territoryId]))[0]
  return {
    ctx: { ...ctx, actor: { ...ctx.actor, scope: 'all' } },
    measures,
    asOf,
    known,
    knownAt: known === null ? null : startOf(addDays(known, 1)),
    definitions: list,
    formulas: await formulas(ctx.tx),
    values,
    figures: await figuresKnown(ctx, known),
    territory: territory?.name ?? null,
    territoryCode: territory?.code ?? null,
    outside: territoryId === null ? [] : await unitsOutside(ctx.tx, territoryId, asOf),
    asked: new Map(),
  }
}

/** The dated series as known; what comes with the product while nothing was ever recorded. */
async function figuresKnown(ctx: Ctx, known: Day | null): Promise<OfficialFigure[]> {
  if (known === null) return officialFigures(ctx.tx)
  const at = startOf(addDays(known, 1))
  return (await everyFigure(ctx.tx)).filter((f) => f.kept !== undefined && heldAt(f.kept, at))
}

/** The formula of an indicator on the day and as known, and whether its first version only begins later. */
export function formulaFor(w: World, definitionId: string): { formula: FormulaVersion | null; early: boolean } {
  return formulaOn(
    w.formulas.filter((f) => f.definitionId === definitionId),
    w.asOf,
    w.knownAt,
  )
}

/** An expression with the indicators it names replaced by their formulas; null when one of them has none. */
export const exprIn = (w: World, expr: Expr): Expr | null => expanded(expr, (code) => exprOf(w, code))

function exprOf(w: World, code: string): Expr | null {
  const other = w.definitions.find((d) => d.code === code)
  if (other === undefined) return null
  const { formula } = formulaFor(w, other.id)
  return formula?.expr ?? null
}
