/** Kế hoạch của cơ quan kết thúc: those of this year and after stay as they are; the heirs carry on what they hold. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Held } from '../../platform/module.ts'
import { plansFrom } from './views.ts'

/** Plans of the units for this year and later. */
export async function plansHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const found = await plansFrom(ctx.tx, unitIds, yearOf(dayOf(ctx.now)))
  return found.map((p) => ({
    item: `tasks.plan:${p.id}`,
    kind: 'Kế hoạch của cơ quan',
    unitId: p.unitId,
    what: `Kế hoạch thực hiện năm ${p.year}`,
    count: 1,
    href: `/ke-hoach-co-quan/${p.year}`,
    passes: 'links',
  }))
}
