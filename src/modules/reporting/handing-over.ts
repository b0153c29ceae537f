/** Nghĩa vụ báo cáo của đơn vị kết thúc: reports it still owes; the period passes them by the links of the event. */
import type { Ctx } from '../../platform/action.ts'
import type { Held } from '../../platform/module.ts'
import { owedBy } from './views/owed-by.ts'
import { openPeriods } from './views/periods.ts'

/** Reports the units owe and that are not settled yet. */
export async function reportsHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const titles = new Map((await openPeriods(ctx.tx)).map((p) => [p.id, p.title]))
  return (await owedBy(ctx.tx, unitIds)).map((o) => ({
    item: `reporting.obligation:${o.id}`,
    kind: 'Nghĩa vụ báo cáo',
    unitId: o.unitId,
    what: `${titles.get(o.periodId) ?? 'Báo cáo'} (${o.code})`,
    count: 1,
    href: null,
    passes: 'links',
  }))
}
