/** Tập hợp của một năm: the accepted reports beside what was gathered before. The preview and the press read the same plan. */
import type { Ctx } from '../../platform/action.ts'
import { acceptedParagraphs } from '../reporting/public.ts'
import { planGathering, type SectionPlan } from './rules/gathering.ts'
import { knownLines, readingsOf } from './views.ts'

/** Mục 5 của báo cáo (facts/regimes: `kien-nghi`). */
const SECTION = 'kien-nghi'

/** What is to be gathered now, and how many reports stand accepted. */
export async function readPlan(ctx: Ctx, year: number): Promise<{ accepted: number; plans: readonly SectionPlan[] }> {
  const sections = await acceptedParagraphs(ctx.tx, year, SECTION, ctx.now)
  const plans = planGathering(sections, await knownLines(ctx.tx, year), await readingsOf(ctx.tx, year))
  return { accepted: sections.length, plans }
}
