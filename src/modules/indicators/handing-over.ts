/** Chỉ tiêu do đơn vị kết thúc cung cấp số liệu: who gives their figures from the day on, or that nobody has anything to count. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { findUnit } from '../organisations/public.ts'
import { keepCustody } from './custody.ts'
import { definitions } from './views.ts'

const ITEM = 'indicators.definition:'

/** Indicators whose figures the units must give. */
export async function custodyHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const own = (await definitions(ctx.tx)).filter(
    (d) => d.custodianUnitId !== null && unitIds.includes(d.custodianUnitId),
  )
  return own.map((d) => ({
    item: `${ITEM}${d.id}`,
    kind: 'Chỉ tiêu phải cung cấp số liệu',
    unitId: d.custodianUnitId ?? '',
    what: `${d.code} ${d.name}`,
    count: 1,
    href: `/chi-tieu/${encodeURIComponent(d.code)}`,
    passes: 'named',
  }))
}

/** The body named gives the figures; without a subject there is nothing to count from the day of the event on. */
export async function handCustodyOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  const byItem = new Map((await definitions(ctx.tx)).map((d) => [`${ITEM}${d.id}`, d]))
  for (const m of moves) {
    const d = byItem.get(m.item)
    if (d === undefined) continue
    const unit = m.to === null ? null : await findUnit(ctx.tx, m.to)
    await keepCustody(
      ctx,
      { planId: d.planId, code: d.code },
      m.to === null ? { goneFrom: m.since, act: m.act } : { unitId: m.to, name: unit?.officeName ?? null },
    )
  }
  return accept(moves.length)
}
