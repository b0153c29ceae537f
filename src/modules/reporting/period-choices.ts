/** Chọn chế độ báo cáo: the periods of the same year in other regimes, and the regimes whose newest period is of another year. */
import type { Ctx } from '../../platform/action.ts'
import { openPeriods } from './views/periods.ts'
import type { PeriodName } from './words.ts'

/** Một lựa chọn. */
export type PeriodChoice = {
  readonly label: string
  readonly href: string
  readonly current: boolean
}

/** One choice per regime that has a period: that of the same year, else its newest. Nothing to choose = empty. */
export async function periodChoices(
  ctx: Pick<Ctx, 'tx'>,
  of: { readonly regime: string; readonly year: number },
  href: (p: PeriodName) => string,
): Promise<readonly PeriodChoice[]> {
  const periods = await openPeriods(ctx.tx)
  const slugs = [...new Set(periods.map((p) => p.slug))]
  if (slugs.length < 2) return []
  return slugs.flatMap((slug) => {
    const own = periods.filter((p) => p.slug === slug)
    const shown = own.find((p) => p.year === of.year) ?? own[0]
    if (shown === undefined) return []
    return [{ label: shown.title, href: href({ regime: slug, year: shown.year }), current: slug === of.regime }]
  })
}
