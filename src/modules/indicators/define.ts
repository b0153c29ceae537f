/** Đặt chỉ tiêu của một kế hoạch: its definitions, and with the plan the product knows, how each is measured. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ShippedFormula, shippedFormulas } from './facts.ts'
import {
  describeJudgedGoal,
  type IndicatorChange,
  insertFormula,
  keepDefinitions,
  keepJudgedGoals,
  type NewJudgedGoal,
} from './store.ts'
import { definitions, formulas, judgedGoals } from './views.ts'

/** The plan whose goals are measured. */
export type MeasuredPlan = {
  readonly id: string
  readonly number: string
  readonly territoryId: string
  /** Its goals without a figure, as they stand now, in order. */
  readonly qualitative: readonly NewJudgedGoal[]
}

/**
 * Keeps what the quantified goals of an adopted or amended plan measure, and how, where the product knows it. An indicator keeps
 * its figures, formulas and custodian under its new code and target; one that ended is closed on `day`. Answers how many formulas are new.
 */
export async function defineIndicators(
  ctx: Ctx,
  plan: MeasuredPlan,
  list: readonly IndicatorChange[],
  day: Day,
): Promise<number> {
  await keepDefinitions(ctx, plan, list, day)
  await keepJudgedGoals(ctx, plan.id, plan.qualitative, day)
  return loadFormulas(ctx, plan.number)
}

/**
 * Keeps the shipped formulas of the indicators that never had one, and how goals without a figure are looked at; the others are left
 * to their officers.
 */
export async function loadFormulas(ctx: Ctx, planNumber: string): Promise<number> {
  const facts = shippedFormulas()
  if (facts.plan !== planNumber) return 0
  const list = (await definitions(ctx.tx)).filter((d) => d.planNumber === planNumber)
  const known = new Set((await formulas(ctx.tx)).map((f) => f.definitionId))
  let count = 0
  for (const { indicator, versions } of facts.formulas) {
    const definition = list.find((d) => d.code === indicator)
    if (definition === undefined || known.has(definition.id)) continue
    for (const [i, v] of versions.entries()) count += await keepShipped(ctx, definition.id, i + 1, v)
  }
  for (const g of (await judgedGoals(ctx.tx)).filter((j) => j.meaning === '')) {
    const said = facts.qualitative.find((q) => q.goal === g.code)
    if (said !== undefined) count += await describeJudgedGoal(ctx, g.id, said)
  }
  return count
}

const REASON = 'Cách tính kèm theo phần mềm'

async function keepShipped(ctx: Ctx, definitionId: string, no: number, v: ShippedFormula): Promise<number> {
  const { from, to, ...rest } = v
  await insertFormula(ctx, { ...rest, definitionId, no, valid: { from, to }, reason: REASON })
  return 1
}
