/** Ai giải trình cho một mục tiêu: the body that leads it, those it is shared out to, the one that gives its figures. */
import { dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { currentProgramme, goalsOf } from '../programme/public.ts'
import { cascadesOf } from './views.ts'

/** Unit ids, each once, the lead first. */
export async function answerableFor(
  ctx: Ctx,
  goal: { readonly id: string; readonly code: string; readonly custodianUnitId: string | null },
): Promise<string[]> {
  const programme = await currentProgramme(ctx.tx)
  const goals = programme === null ? [] : await goalsOf(ctx.tx, programme.id, dayOf(ctx.now))
  const lead = goals.find((g) => g.code === goal.code)?.leadUnitId ?? null
  const shared = (await cascadesOf(ctx.tx, goal.id)).flatMap((c) => c.shares.map((s) => s.unitId))
  return [...new Set([lead, ...shared, goal.custodianUnitId])].filter((id) => id !== null)
}
