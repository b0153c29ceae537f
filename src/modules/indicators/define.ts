/** Đặt chỉ tiêu của một kế hoạch: its definitions, and with the plan the product knows, how each is measured. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ShippedFormula, shippedFormulas } from './facts.ts'
import { type IndicatorChange, insertFormula, keepDefinitions } from './store.ts'
import { definitions, formulas } from './views.ts'

/** The plan whose goals are measured. */
export type MeasuredPlan = { readonly id: string; readonly number: string; readonly territoryId: string }

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
  return loadFormulas(ctx, plan.number)
}

/** Keeps the shipped formulas of the indicators that never had one; the others are left to their officers. */
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
  return count
}

const REASON = 'Cách tính kèm theo phần mềm'

async function keepShipped(ctx: Ctx, definitionId: string, no: number, v: ShippedFormula): Promise<number> {
  const { from, to, ...rest } = v
  await insertFormula(ctx, { ...rest, definitionId, no, valid: { from, to }, reason: REASON })
  return 1
}
