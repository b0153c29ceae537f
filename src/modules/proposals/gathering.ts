/** Tập hợp của một năm: the accepted reports of every regime beside what was gathered before. The preview and the press read the same plan. */
import type { Ctx } from '../../platform/action.ts'
import { acceptedParagraphs, openPeriods } from '../reporting/public.ts'
import { planGathering, type SectionPlan } from './rules/gathering.ts'
import { knownLines, readingsOf } from './views.ts'

/** Mục 5 của báo cáo (facts/regimes: `kien-nghi`). */
const SECTION = 'kien-nghi'

/** What is to be gathered now, and how many reports stand accepted. */
export async function readPlan(ctx: Ctx, year: number): Promise<{ accepted: number; plans: readonly SectionPlan[] }> {
  const sections: Awaited<ReturnType<typeof acceptedParagraphs>> = []
  for (const p of await openPeriods(ctx.tx))
    if (p.year === year)
      sections.push(...(await acceptedParagraphs(ctx.tx, { regime: p.slug, year }, SECTION, ctx.now)))
  const plans = planGathering(sections, await knownLines(ctx.tx, year), await readingsOf(ctx.tx, year))
  return { accepted: sections.length, plans }
}
