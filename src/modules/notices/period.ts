/** Kỳ được hỏi: a period as an address or a command line names it; without a regime it is that of the Plan. */
import type { Tx } from '../../platform/database/sql.ts'
import { openPeriods, PLAN_REGIME } from '../reporting/public.ts'

/** Kỳ, as it is named. */
export type PeriodAsked = { readonly year: number; readonly regime?: string | undefined }

/** What is said of it: its regime and year, its title, its deadline. A period that is not open has no deadline. */
export async function periodAsked(tx: Tx, { year, regime = PLAN_REGIME }: PeriodAsked) {
  const ofYear = (await openPeriods(tx)).filter((p) => p.year === year)
  const open = ofYear.find((p) => p.slug === regime) ?? ofYear.find((p) => p.regime.code === regime)
  return open === undefined
    ? { regime, year, title: `Báo cáo năm ${year}`, dueBefore: null, form: null, issuedBy: '' }
    : {
        regime: open.slug,
        year,
        title: open.title,
        dueBefore: open.dueBefore,
        form: open.regime,
        issuedBy: open.issuedBy,
      }
}
