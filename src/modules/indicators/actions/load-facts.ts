/** Nạp số liệu kèm theo phần mềm, for the plan they belong to. */
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { findUnitByCode } from '../../organisations/public.ts'
import { loadFormulas } from '../define.ts'
import { type ShippedFacts, shippedFacts, shippedFigures } from '../facts.ts'
import { canLoadFacts } from '../rights.ts'
import { recordFigure } from '../rules/record.ts'
import { insertOfficialFigures, insertValue, nameCustodian } from '../store.ts'
import { type IndicatorView, indicatorViews } from '../views.ts'

/**
 * Names the proposed custodians where none is named, and records every shipped value, official figure and formula that is not there
 * yet; a second run changes nothing. Refuses when the adopted plan is not the one the figures belong to.
 */
export const loadFacts = action<
  Record<string, unknown>,
  { custodians: number; values: number; figures: number; formulas: number }
>({
  name: 'indicators.load-facts',
  right: canLoadFacts,
  input: nothing(),
  run: async (ctx) => {
    const facts = shippedFacts()
    const list = await indicatorViews(ctx.tx)
    if (list[0]?.planNumber !== facts.plan) {
      return refuse(
        'conflict',
        'indicator.other-plan',
        `Số liệu kèm theo thuộc Kế hoạch ${facts.plan}. Ban hành kế hoạch này vào hệ thống trước.`,
      )
    }
    const custodians = await loadCustodians(ctx, facts, list)
    const values = await loadValues(ctx, facts, list)
    const figures = await insertOfficialFigures(ctx, shippedFigures())
    const formulas = await loadFormulas(ctx, facts.plan)
    const loaded = { custodians, values, figures, formulas }
    return done(loaded, { kind: 'indicator.facts-loaded', subject: `plan:${facts.plan}`, data: loaded })
  },
})

async function loadCustodians(ctx: Ctx, facts: ShippedFacts, list: readonly IndicatorView[]): Promise<number> {
  let count = 0
  for (const c of facts.custodians) {
    const definition = list.find((d) => d.code === c.indicator)
    if (definition === undefined || definition.custodianName !== null) continue
    const unit = c.body === null ? null : await findUnitByCode(ctx.tx, c.body)
    await nameCustodian(ctx, definition.planId, c.indicator, {
      unitId: unit?.id ?? null,
      name: unit?.officeName ?? c.name,
    })
    count++
  }
  return count
}

async function loadValues(ctx: Ctx, facts: ShippedFacts, list: readonly IndicatorView[]): Promise<number> {
  let count = 0
  for (const v of facts.values) {
    const definition = list.find((d) => d.code === v.indicator)
    if (definition === undefined || definition.values.some((k) => k.asOf === v.asOf && k.source === v.source)) continue
    const decided = recordFigure(definition.unit, definition.values, v, dayOf(ctx.now))
    if (!decided.ok) continue
    await insertValue(ctx, definition.id, v, decided.value.supersedes)
    count++
  }
  return count
}
