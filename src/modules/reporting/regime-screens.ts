/** Dữ liệu của các trang chế độ và kỳ báo cáo. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS } from '../organisations/public.ts'
import { expectedFor } from './actions/open-period.ts'
import type { OpeningView, RegimeView } from './pages/regime.ts'
import { findPeriod, openPeriods, regimeVersions } from './views/periods.ts'

/** The regime, its periods and the next year to open. */
export async function readRegime(ctx: Ctx): Promise<Decision<RegimeView>> {
  const version = (await regimeVersions(ctx.tx))[0]
  if (!version) return refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo nào.')
  const periods = await openPeriods(ctx.tx)
  const present = yearOf(dayOf(ctx.now))
  const nextYear = periods.some((p) => p.year === present) ? present + 1 : present
  return accept({ version, periods, nextYear })
}

/** Who will owe a report when the period is opened. */
export async function readOpening(ctx: Ctx, right: Right, year: number): Promise<Decision<OpeningView>> {
  const allowed = demand(right, ctx.actor)
  if (!allowed.ok) return allowed
  const version = (await regimeVersions(ctx.tx))[0]
  if (!version) return refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo nào.')
  const expected = await expectedFor(ctx, year)
  if (!expected.ok) return expected
  const { bodies, units } = expected.value
  return accept({
    year,
    regime: version.regime,
    open: (await findPeriod(ctx.tx, year)) !== null,
    bodies: bodies.map((b) => {
      const u = units.get(b.unitId)
      return {
        ...b,
        code: u?.code ?? '',
        name: u?.officeName ?? '',
        group: u ? UNIT_GROUPS[u.group].label : 'Cơ quan khác',
      }
    }),
  })
}
